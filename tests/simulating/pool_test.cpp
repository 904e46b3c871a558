// Whatever the contract: where demand leaves nothing to luck, a simulation says what metering says.
#include "simulating/simulate.hpp"
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace proviso::simulating {
namespace {

using base::rational;

constexpr int most_months = 28;

int some(int least, int beyond) {
  return *rc::gen::inRange(least, beyond);
}

std::string one_of(const std::vector<std::string>& all) {
  return all[static_cast<std::size_t>(some(0, static_cast<int>(all.size())))];
}

std::string some_price() {
  return one_of({"price 2.00 per login", "price 1.333 per login", "price 150.00 per block of 40",
                 "price 24.50 per login per year",
                 "price graduated per login per month { first 100 at 2.00; beyond at 1.75 }",
                 "price volume per login per month { first 100 at 2.00; beyond at 1.75 }"});
}

std::string some_overage() {
  const auto rounding = one_of({"", "rounding half even\n", "rounding up\n", "rounding down\n"});
  return rounding +
         one_of({"overage 2.50 per login, measured quarterly", "overage 0.333 per login, measured yearly",
                 "overage 99.99 per block of 30, measured monthly", "overage blocked",
                 "overage 3.00 per login, measured over the term",
                 "overage 2.50 per login, measured monthly\nrollover 30 for 2 months",
                 "overage 1.005 per block of 7, measured monthly\nrollover 500 for 1 months"});
}

std::string some_contract(int months) {
  const base::day start = *base::parse_day("2027-01-15");
  const auto end = base::add_months(start, months) - std::chrono::days(1);
  const auto ramp = base::add_months(start, some(1, most_months));
  auto text =
      fmt::format("contract demo \"Demo\" {{\n  term 2027-01-15 to {}\n  currency USD\n{}{}{}",
                  base::to_string(end), one_of({"", "months start on day 1\n"}),
                  one_of({"", "commit 3_000.00 per year\n"}), one_of({"", "commit 6_500.00 over the term\n"}));
  text += fmt::format(
      "  sku pool \"Pool\" {{\n    license basic\n    sold as logins\n    quantity {} per month\n{}\n{}\n{}\n",
      some(0, 200), some_price(), one_of({"", "grace 10%", "grace 25", "grace 3.3%"}), some_overage());
  if (some(0, 2) == 0)
    text += "    pack 60 on 2027-02-20 for 99.50\n";
  if (ramp <= end && some(0, 2) == 0)
    text += fmt::format("    from {} {{ quantity {} per month }}\n", base::to_string(ramp), some(0, 200));
  return text + "  }\n}\n";
}

// Everyone logs in on as many days; only how many they are changes.
std::string some_plan(int months) {
  std::string users;
  for (int k = 0; k < months; ++k)
    users += fmt::format("{}{} = {}", k == 0 ? "" : ", ",
                         base::to_string(base::add_months(*base::parse_day("2027-01-15"), k)), some(0, 150));
  const auto population = [&](std::string_view name) {
    return fmt::format(
        "[[population]]\nname = \"{}\"\nsku = \"pool\"\nusers = {{ {} }}\nlogin_days = {{ {} = 1.0 }}\n"
        "season = {{ march = {}, july = 0.35 }}\n",
        name, users, some(1, 4), one_of({"1", "1.15", "2.5"}));
  };
  return "[plan]\nname = \"Demo\"\ncontract = \"demo\"\n" + population("some") +
         (some(0, 2) == 0 ? population("others") : "");
}

settings some_settings(const support::scenario& of) {
  return {static_cast<std::uint64_t>(some(0, 1000)), 3, 2,
          std::vector<bool>(of.contracts.front().skus.size(), true), rational(5, 100)};
}

void check_windows(const metering::sku_assessment& metered, const pool_outcome& drawn, std::int64_t runs) {
  RC_ASSERT(metered.windows.size() == drawn.windows.size());
  for (std::size_t w = 0; w < metered.windows.size(); ++w) {
    const auto& expected = metered.windows[w];
    const auto& found = drawn.windows[w];
    RC_ASSERT(found.mean_logins == rational(*expected.logins));
    RC_ASSERT(found.exceeded == (expected.exceeded == base::truth::yes ? runs : 0));
    RC_ASSERT(found.when.has_value() == (found.exceeded > 0));
    if (expected.locked_out)
      RC_ASSERT(found.when->early == *expected.locked_out && found.when->late == *expected.locked_out);
  }
}

RC_GTEST_PROP(simulations, of_what_is_certain_agree_with_metering, ()) {
  const auto months = some(1, most_months);
  const auto of = support::read_scenario(some_contract(months), some_plan(months));
  RC_PRE(of->faults.empty());
  base::diagnostics faults;
  const auto how = some_settings(*of);
  const auto made = simulate(of->all, how, faults);
  RC_ASSERT(faults.empty());
  RC_ASSERT(made.pools.size() == 1U);
  check_windows(of->all.skus.front(), made.pools.front(), how.runs);
  RC_ASSERT(static_cast<bool>(made.cost) == of->all.totals.complete);
  RC_ASSERT(made.cost->least == of->all.totals.cost);
  RC_ASSERT(made.cost->most == of->all.totals.cost);
  RC_ASSERT(made.cost->mean == of->all.totals.cost);
}

} // namespace
} // namespace proviso::simulating
