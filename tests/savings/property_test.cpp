// The search against every purchase of tiny random contracts, tried one by one.
#include "brute_force.hpp"
#include "savings/savings.hpp"
#include "support/scenario.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

namespace proviso {
namespace {

using support::sound_scenario;

std::mt19937 random_numbers(20270115); // the same in every run

int some(int least, int most) {
  return least + static_cast<int>(random_numbers() % static_cast<unsigned>(most - least + 1));
}

std::string price(std::string_view unit, int least, int most) {
  switch (some(0, 2)) {
  case 0: return fmt::format("price {}.{:02} per {}", some(least, most), some(0, 99), unit);
  case 1:
    return fmt::format("price volume per {} {{ first {} at {}.00; beyond at {}.00 }}", unit, some(1, 4),
                       some(least, most), some(least, most));
  default:
    return fmt::format("price graduated per {} {{ first {} at {}.50; beyond at {}.00 }}", unit, some(1, 4),
                       some(least, most), some(least, most));
  }
}

std::string optional(std::string words) {
  return some(0, 1) == 0 ? std::string() : std::move(words) + "\n";
}

std::string overage() {
  constexpr std::string_view windows[] = {"monthly", "quarterly", "over the term"};
  return fmt::format("overage {}.{:02} per {}, measured {}\n", some(1, 4), some(0, 99),
                     some(0, 3) == 0 ? "block of 2" : "login", windows[some(0, 2)]);
}

std::string small_contract() {
  return fmt::format(
      "contract demo \"Demo\" {{\nterm 2027-01-01 to 2027-02-28\ncurrency USD\n{}"
      "sku pool \"Pool\" {{\nlicense basic\nsold as logins\nquantity {} per month\n{}\n{}{}{}{}accounts {} per "
      "login\n"
      "}}\nquote seats \"Seats\" {{\nlicense basic\nsold as members\n{}\n{}{}}}\n}}\n",
      optional(fmt::format("commit {}.00 over the term", some(1, 60))), some(1, 6), price("login", 1, 3),
      overage(), optional(fmt::format("block {}", some(2, 3))), optional(fmt::format("grace {}%", some(1, 60))),
      optional(fmt::format("pack {} on 2027-02-01 for {}.00", some(1, 4), some(1, 6))), some(1, 3),
      price("member per month", 1, 6), optional(fmt::format("minimum {}", some(1, 3))),
      optional("discount 12.5%"));
}

// Of more than a year, with a least charge for each, and most often so much that it binds in one of them.
std::string long_contract() {
  const auto yearly = some(0, 2) == 0;
  return fmt::format(
      "contract demo \"Demo\" {{\nterm 2027-01-01 to 2028-0{}\ncurrency USD\ncommit {}.00 per year\n{}{}"
      "sku pool \"Pool\" {{\nlicense basic\nsold as logins\nquantity {} per month\nprice {}.{:02} per login\n"
      "overage {}.{:02} per login, measured {}\n{}{}accounts {} per login\n}}\n"
      "quote seats \"Seats\" {{\nlicense basic\nsold as members\nprice {}.{:02} per member per {}\n{}}}\n}}\n",
      some(0, 3) == 0   ? "1-15"
      : some(0, 1) == 0 ? "1-31"
                        : "4-30",
      some(10, 60), optional("short months by day"),
      optional(fmt::format("commit {}.00 over the term", some(1, 90))), some(1, 4), some(1, 3), some(0, 99),
      some(1, 4), some(0, 99), some(0, 1) == 0 ? "monthly" : "quarterly",
      optional(fmt::format("pack {} on 2028-01-01 for {}.00", some(1, 4), some(1, 6))),
      optional(fmt::format("from 2028-01-01 {{ quantity {} per month }}", some(0, 4))), some(1, 3),
      yearly ? some(20, 60) : some(1, 6), some(0, 99), yearly ? "year" : "month",
      optional(fmt::format("minimum {}", some(1, 3))));
}

std::string long_plan() {
  return fmt::format(
      "[plan]\nname = \"Demo\"\ncontract = \"demo\"\n[[population]]\nname = \"people\"\nsku = \"pool\"\n"
      "users = 1\nmonthly_growth = {}\nlogin_days = {{ {} = 1.0 }}\n{}",
      some(0, 1) == 0 ? "0" : "0.05", some(1, 3),
      optional(fmt::format("season = {{ february = {}.{} }}", some(0, 1), some(1, 9))));
}

std::string small_plan() {
  return fmt::format(
      "[plan]\nname = \"Demo\"\ncontract = \"demo\"\n[[population]]\nname = \"people\"\nsku = \"pool\"\n"
      "users = {}\nmonthly_growth = {}\nlogin_days = {{ 0 = 0.2, 1 = 0.4, {} = 0.4 }}\n{}",
      some(1, 2), some(0, 1) == 0 ? "0" : "0.5", some(2, 3),
      optional(fmt::format("season = {{ february = {}.{} }}", some(0, 1), some(1, 9))));
}

// No purchase needs more than all logins of the busiest month, or a seat each, in whole blocks.
constexpr std::int64_t most_bought = 12;

// One after the other; PROVISO_MANY tries so many.
int contracts_to_try() {
  constexpr int usual = 40;
  const char* many = std::getenv("PROVISO_MANY");
  return many == nullptr ? usual : std::atoi(many);
}

void check_steps(const savings::advice& found) {
  base::rational sum;
  for (const auto& step : found.steps) {
    ASSERT_FALSE(step.saves.is_negative());
    sum += step.saves;
  }
  ASSERT_EQ(sum, found.saving());
}

TEST(small_contracts, cost_what_the_cheapest_of_all_purchases_costs) {
  for (int i = 0; i < contracts_to_try(); ++i) {
    const auto contract = small_contract();
    const auto plan = small_plan();
    const auto in = sound_scenario(contract, plan);
    const auto found = savings::find_savings(in->all, *base::parse_day("2027-01-01"));
    ASSERT_TRUE(found) << found.why().missing << '\n' << contract << plan;
    const auto least =
        support::least_of_all(*found->in, *found->who, {savings::change::window, true}, most_bought);
    ASSERT_TRUE(least.has_value()) << contract << plan;
    const auto cheapest = base::smaller(*least, found->start.start.cost());
    ASSERT_EQ(found->best.cost().fixed(2), cheapest.fixed(2)) << contract << plan;
    ASSERT_TRUE(found->best.bound.has_value()) << found->best.doubt << '\n' << contract << plan;
    ASSERT_LE(*found->best.bound, cheapest) << contract << plan;
    ASSERT_NO_FATAL_FAILURE(check_steps(*found)) << contract << plan;
  }
}

// A bound is below the cost only where parts of months or years are rounded otherwise than whole ones.
TEST(contracts_of_years, cost_what_the_cheapest_of_all_purchases_costs) {
  constexpr std::int64_t most_of_one = 6;
  int bound_by_years = 0;
  for (int i = 0; i < contracts_to_try() / 2; ++i) {
    const auto contract = long_contract();
    const auto plan = long_plan();
    const auto in = sound_scenario(contract, plan);
    const auto found = savings::find_savings(in->all, *base::parse_day("2027-01-01"));
    ASSERT_TRUE(found) << found.why().missing << '\n' << contract << plan;
    const auto least =
        support::least_of_all(*found->in, *found->who, {savings::change::window, true}, most_of_one);
    ASSERT_TRUE(least.has_value()) << contract << plan;
    const auto cheapest = base::smaller(*least, found->start.start.cost());
    ASSERT_EQ(found->best.cost().fixed(2), cheapest.fixed(2)) << contract << plan;
    ASSERT_TRUE(found->best.bound.has_value()) << found->best.doubt << '\n' << contract << plan;
    ASSERT_LE(*found->best.bound, cheapest) << contract << plan;
    if (contract.find("short months") == std::string::npos &&
        contract.find("member per year") == std::string::npos)
      ASSERT_TRUE(found->best.proven()) << contract << plan;
    ASSERT_NO_FATAL_FAILURE(check_steps(*found)) << contract << plan;
    const auto& charges = found->best.exact->figures.charges;
    bound_by_years += std::ranges::any_of(
        charges, [](const auto& one) { return one.what == metering::charge::kind::true_up; });
  }
  EXPECT_GT(bound_by_years, 0);
}
} // namespace
} // namespace proviso
