// The invoice: what is charged when, and what stays unpriced.
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso {
namespace {

using support::sound_scenario;

std::string contract(std::string_view head, std::string_view sku) {
  return fmt::format("contract demo \"Demo\" {{\n{}\n  sku pool \"Pool\" {{\n    license basic\n    sold as "
                     "logins\n{}\n  }}\n}}\n",
                     head, sku);
}

constexpr auto plan =
    "[plan]\nname = \"Demo\"\ncontract = \"demo\"\n[[population]]\nname = \"people\"\nsku = \"pool\"\n"
    "users = 150\nlogin_days = { 1 = 1.0 }\n";

std::vector<std::string> lines(const support::scenario& of) {
  std::vector<std::string> result;
  for (const auto& line : of.all.charges) {
    constexpr const char* names[] = {"commitment", "pack", "overage", "true-up"};
    result.push_back(
        fmt::format("{} {} {}", line.month, names[static_cast<int>(line.what)], line.amount.fixed(2)));
  }
  return result;
}

using text_lines = std::vector<std::string>;

TEST(invoice, lines_stand_in_the_month_they_are_charged) {
  const auto all =
      sound_scenario(contract("  term 2027-01-01 to 2027-03-31\n  currency USD",
                              "quantity 100 per month; price 2.00 per login\n"
                              "pack 40 on 2027-02-20 for 99.50\noverage 3.00 per login, measured quarterly"),
                     plan);
  EXPECT_EQ(lines(*all), (text_lines{"1 commitment 200.00", "2 commitment 200.00", "2 pack 99.50",
                                     "3 commitment 200.00", "3 overage 330.00"}));
  EXPECT_EQ(all->all.totals.cost.fixed(2), "1029.50");
}

TEST(invoice, short_months_are_charged_whole_or_by_their_days) {
  const auto cost = [](std::string_view clause) {
    return sound_scenario(
               contract(
                   fmt::format("  term 2027-01-15 to 2027-02-28\n  months start on day 1\n  currency USD\n{}",
                               clause),
                   "quantity 100 per month; price 2.00 per login"))
        ->all.totals.commitment->fixed(2);
  };
  EXPECT_EQ(cost(""), "400.00");
  EXPECT_EQ(cost("  short months by day"), "309.68"); // 200 × 17/31 = 109.677…
}

TEST(invoice, each_line_is_rounded_once_as_the_contract_says) {
  const auto cost = [](std::string_view rounding) {
    return sound_scenario(
               contract(fmt::format("  term 2027-01-01 to 2027-01-31\n  currency USD\n  {}", rounding),
                        "quantity 1 per month; price 0.125 per login"))
        ->all.totals.commitment->fixed(3);
  };
  EXPECT_EQ(cost(""), "0.130");
  EXPECT_EQ(cost("rounding half up"), "0.130");
  EXPECT_EQ(cost("rounding half even"), "0.120");
  EXPECT_EQ(cost("rounding up"), "0.130");
  EXPECT_EQ(cost("rounding down"), "0.120");
}

TEST(invoice, a_currency_without_minor_unit_is_charged_in_whole_units) {
  const auto all = sound_scenario(
      contract("  term 2027-01-01 to 2027-01-31\n  currency JPY", "quantity 3 per month; price 0.5 per login"));
  EXPECT_EQ(all->all.totals.cost.fixed(2), "2.00");
}

TEST(invoice, a_commit_is_trued_up_in_the_last_month_of_its_year_or_term) {
  const auto yearly =
      sound_scenario(contract("  term 2027-01-01 to 2028-02-29\n  currency USD\n  commit 2_500.00 per year",
                              "quantity 100 per month; price 2.00 per login"),
                     "[plan]\nname = \"Nobody\"\ncontract = \"demo\"\n");
  EXPECT_EQ(lines(*yearly).at(12), "12 true-up 100.00");
  EXPECT_EQ(lines(*yearly).back(), "14 true-up 2100.00");
  EXPECT_EQ(yearly->all.totals.true_up->fixed(2), "2200.00");
  const auto term = sound_scenario(
      contract("  term 2027-01-01 to 2028-02-29\n  currency USD\n  commit 3_000.00 over the term",
               "quantity 100 per month; price 2.00 per login"),
      "[plan]\nname = \"Nobody\"\ncontract = \"demo\"\n");
  EXPECT_EQ(lines(*term).back(), "14 true-up 200.00");
  EXPECT_EQ(term->all.totals.cost.fixed(2), "3000.00");
}

TEST(invoice, what_is_not_priced_leaves_the_cost_incomplete_and_the_true_up_open) {
  const auto all =
      sound_scenario(contract("  term 2027-01-01 to 2027-12-31\n  currency USD\n  commit 5_000.00 per year",
                              "quantity 100 per month; price 2.00 per login"),
                     plan);
  EXPECT_EQ(all->all.totals.cost.fixed(2), "2400.00");
  EXPECT_FALSE(all->all.totals.complete);
  EXPECT_FALSE(all->all.totals.overage);
  EXPECT_FALSE(all->all.totals.true_up);
  EXPECT_EQ(
      all->all.totals.missing,
      (text_lines{"the contract has no overage clause: state a price and whether excess is measured monthly, "
                  "quarterly, yearly or over the term"}));
}

TEST(invoice, without_a_plan_usage_is_unknown_and_never_zero) {
  const auto all = sound_scenario(
      contract("  term 2027-01-01 to 2027-12-31\n  currency USD",
               "quantity 100 per month; price 2.00 per login; overage 2.00 per login, measured monthly"));
  EXPECT_FALSE(all->sku("pool").months.front().users);
  EXPECT_FALSE(all->sku("pool").windows.front().logins);
  EXPECT_EQ(all->sku("pool").windows.front().exceeded, base::truth::unknown);
  EXPECT_FALSE(all->all.totals.complete);
  EXPECT_EQ(all->all.totals.missing, (text_lines{"planned usage: give a plan with --plan"}));
}

TEST(invoice, windows_of_a_sku_are_counted_from_the_month_it_is_sold) {
  const auto all =
      sound_scenario("contract demo \"Demo\" { term 2027-01-01 to 2027-08-31; currency USD }\n"
                     "amendment \"One\" to demo effective 2027-03-01 {\n"
                     "  sku pool \"Pool\" { license basic; sold as logins; quantity 100 per month\n"
                     "    price 1.00 per login; overage 3.00 per login, measured quarterly }\n}\n",
                     "[plan]\nname = \"Demo\"\ncontract = \"demo\"\n[[population]]\nname = \"people\"\n"
                     "sku = \"pool\"\nusers = { 2027-03-01 = 150 }\nlogin_days = { 1 = 1.0 }\n");
  std::vector<std::string> windows;
  for (const auto& window : all->sku("pool").windows)
    windows.push_back(to_string(window.days));
  EXPECT_EQ(windows,
            (text_lines{"2027-01-01..2027-02-28", "2027-03-01..2027-05-31", "2027-06-01..2027-08-31"}));
  EXPECT_EQ(all->all.totals.overage->fixed(2), "900.00");
}

TEST(invoice, what_is_used_of_a_sku_that_has_ended_has_no_price) {
  const auto all =
      sound_scenario("contract demo \"Demo\" { term 2027-01-01 to 2027-12-31; currency USD\n"
                     "  sku pool \"Pool\" { license basic; sold as logins; quantity 100 per month\n"
                     "    price 1.00 per login; overage 3.00 per login, measured quarterly }\n}\n"
                     "amendment \"One\" to demo effective 2027-05-01 { end sku pool }\n",
                     "[plan]\nname = \"Demo\"\ncontract = \"demo\"\n[[population]]\nname = \"people\"\n"
                     "sku = \"pool\"\nusers = 150\nlogin_days = { 1 = 1.0 }\n");
  std::vector<std::string> windows;
  for (const auto& window : all->sku("pool").windows)
    windows.push_back(
        fmt::format("{} {}", to_string(window.days), window.overage ? window.overage->fixed(2) : "unknown"));
  EXPECT_EQ(windows, (text_lines{"2027-01-01..2027-03-31 450.00", "2027-04-01..2027-04-30 150.00",
                                 "2027-05-01..2027-12-31 unknown"}));
  EXPECT_FALSE(all->all.totals.complete);
  EXPECT_EQ(
      all->all.totals.missing,
      (text_lines{"what logins cost while their SKU is not sold: move its users, or date the SKU otherwise"}));
}

TEST(invoice, a_quantity_beyond_the_last_slice_is_a_fault_said_once) {
  const auto all = support::read_scenario("contract demo \"Demo\" {\n  term 2027-01-01 to 2027-12-31\n  "
                                          "currency USD\n  sku seats \"S\" {\n    license basic\n"
                                          "    sold as members\n    quantity 700\n    price volume per member "
                                          "per month { first 500 at 1.00 }\n  }\n}\n");
  EXPECT_EQ(all->rendered_faults(), "error: 700 lie beyond the last slice of the price of 'seats'\n"
                                    "  --> test.proviso:8:5\n"
                                    "  |\n"
                                    "8 |     price volume per member per month { first 500 at 1.00 }\n"
                                    "  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                                    "  --> test.proviso:7:14\n"
                                    "  |\n"
                                    "7 |     quantity 700\n"
                                    "  |              ^^^ bought here\n"
                                    "   = help: add 'beyond at …' or a larger last slice\n");
}

// ---- windows

// Sold from month ten on, without an overage clause: what is left of that contract year, then whole ones.
TEST(windows, without_overage_are_contract_years_whenever_the_sku_begins) {
  const auto all = sound_scenario("contract demo \"Demo\" { term 2027-01-01 to 2028-12-31; currency USD }\n"
                                  "amendment \"Pool\" to demo effective 2027-10-01 {\n"
                                  "  sku pool \"Pool\" { license basic; sold as logins; quantity 100 per "
                                  "month; price 2.00 per login }\n}\n",
                                  plan);
  text_lines found;
  for (const auto& window : all->all.skus.front().windows)
    found.push_back(fmt::format("{}-{}", window.first_month, window.last_month));
  EXPECT_EQ(found, (text_lines{"1-9", "10-12", "13-24"}));
}

} // namespace
} // namespace proviso
