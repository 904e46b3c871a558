// What the contract's own terms allow: when a step may happen, what is missing first, what a lever is worth,
// and how logins are counted.
#include "savings/levers.hpp"
#include "savings/savings.hpp"
#include "support/demo_texts.hpp"
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso {
namespace {

using support::demo_contract;
using support::demo_people;
using support::seats;
using support::sound_scenario;

std::vector<std::string> steps_that_save(const savings::advice& of) {
  std::vector<std::string> result;
  for (const auto& step : of.steps)
    if (!step.saves.is_zero())
      result.push_back(
          fmt::format("{} {} {}", to_string(step.kind), step.saves.fixed(2), step.now ? "now" : "renewal"));
  return result;
}

std::string one_sku(std::string_view last_day, std::string_view clauses) {
  return fmt::format(
      "contract demo \"Demo\" {{\n  term 2027-01-01 to {}\n  currency USD\n  sku pool \"Pool\" {{\n"
      "    license basic\n{}  }}\n}}\n",
      last_day, clauses);
}

// ---- now, or at renewal

TEST(a_step, that_leaves_a_pack_of_the_contract_waits_for_renewal) {
  const auto in = sound_scenario(one_sku("2027-12-31", R"(    sold as logins
    quantity 10 per month
    price 2.00 per login
    overage 2.50 per login, measured monthly
    pack 50 on 2027-03-01 for 400.00
)"),
                                 demo_people("10", "1 = 1.0"));
  const auto found = savings::find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_EQ(steps_that_save(*found), (std::vector<std::string>{"packs 400.00 renewal"}));
}

std::string reducing(std::string_view third_year) {
  const auto in = sound_scenario(
      one_sku("2029-12-31", R"(    sold as members
    quantity 100
    price 5.00 per member per month
    reduce at most 10% per year
    from 2028-01-01 { quantity 100 }
    from 2029-01-01 { quantity 100 }
)"),
      demo_people(fmt::format("{{ 2027-01-01 = 100, 2028-01-01 = 90, 2029-01-01 = {} }}", third_year),
                  "1 = 1.0"));
  const auto found = savings::find_savings(in->all, support::demo_today());
  return found ? fmt::format("{}", fmt::join(steps_that_save(*found), ", ")) : found.why().missing;
}

TEST(a_step, may_use_a_right_to_reduce_in_each_year_from_what_is_left) {
  EXPECT_EQ(reducing("81"), "cut 1740.00 now");
  EXPECT_EQ(reducing("80"), "cut 1800.00 renewal");
}

// ---- a quantity of nothing

constexpr std::string_view members_from_july = R"(    sold as members
    quantity 0
    price 5.00 per member per month
    from 2027-07-01 { quantity 20 }
)";

TEST(a_quantity_of_nothing, is_counted_in_first_where_it_is_missing) {
  const auto in = sound_scenario(one_sku("2027-12-31", members_from_july), demo_people("10", "1 = 1.0"));
  const auto found = savings::find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_EQ(found->start.start.cost().fixed(2), "900.00");
  ASSERT_EQ(found->start.additions.size(), 1u);
  EXPECT_EQ(found->start.additions[0].quantity, 10);
  EXPECT_EQ(found->best.cost().fixed(2), "600.00");
  EXPECT_TRUE(found->best.proven());
}

TEST(a_quantity_of_nothing, of_a_sku_that_was_ended_is_for_sale_no_more) {
  auto contract = one_sku("2027-12-31", R"(    sold as members
    quantity 20
    price 5.00 per member per month
)");
  contract += "amendment \"End\" to demo effective 2027-07-01 {\n  end sku pool\n}\n";
  const auto in = sound_scenario(contract, demo_people("{ 2027-01-01 = 10, 2027-07-01 = 0 }", "1 = 1.0"));
  const savings::market market(in->contracts.front());
  ASSERT_EQ(market.offers()[0].stretches.size(), 1u);
  EXPECT_EQ(market.offers()[0].stretches[0].last_month, 6);
}

// ---- levers

bool offers_grace(std::string_view grace) {
  const auto in =
      sound_scenario(demo_contract(fmt::format("    grace {}\n", grace), seats), support::heavy_and_light);
  const auto found = savings::find_savings(in->all, support::demo_today());
  const auto levers = savings::levers_of(*found, *in->all.plan);
  return std::ranges::count(levers, "grace of 10%", &savings::lever::name) > 0;
}

TEST(levers, of_grace_are_there_unless_as_much_is_granted) {
  EXPECT_TRUE(offers_grace("5"));
  EXPECT_TRUE(offers_grace("5%"));
  EXPECT_FALSE(offers_grace("100"));
  EXPECT_FALSE(offers_grace("10%"));
}

// ---- break-evens, as logins are counted

std::vector<std::string> break_evens(std::string_view count, std::string_view price, std::string_view in_plan) {
  auto contract = demo_contract(fmt::format("    count {}\n", count), seats);
  contract.replace(contract.find("price 2.00"), 10, price);
  const auto in = sound_scenario(contract, std::string(support::heavy_and_light).append(in_plan));
  const auto found = savings::find_savings(in->all, support::demo_today());
  std::vector<std::string> result;
  for (const auto& each : found ? found->break_evens : std::vector<savings::break_even>())
    result.push_back(each.login_days.fixed(2));
  return result;
}

TEST(break_evens, are_in_login_days_however_logins_are_counted) {
  using all = std::vector<std::string>;
  EXPECT_EQ(break_evens("one login per user per day", "price 2.00", ""), all{"2.50"});
  EXPECT_EQ(break_evens("one login per user per month", "price 2.00", ""), all{}); // nobody has 2.50
  EXPECT_EQ(break_evens("one login per user per month", "price 10.00", ""), all{"0.50"});
  EXPECT_EQ(break_evens("every login", "price 2.00", "logins_per_day = 2\n"), all{"1.25"});
}

} // namespace
} // namespace proviso
