// The worked cases of the model: every figure can be recomputed by hand.
#include "savings/savings.hpp"
#include "support/demo_texts.hpp"
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso {
namespace {

using savings::find_savings;
using support::heavy_and_light;
using support::sound_scenario;

const std::string pool_and_quote = support::demo_contract("", support::seats);

std::vector<std::string> steps(const savings::advice& of) {
  std::vector<std::string> result;
  for (const auto& step : of.steps)
    result.push_back(fmt::format("{} {}{}", to_string(step.kind), step.saves.fixed(2),
                                 step.saves.is_zero() ? ""
                                 : step.now           ? " now"
                                                      : " renewal"));
  return result;
}

TEST(savings, v14_cut_the_pool_and_move_who_logs_in_often) {
  const auto in = sound_scenario(pool_and_quote, heavy_and_light);
  const auto found = find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_EQ(found->start.start.cost().fixed(2), "24000.00");
  EXPECT_EQ(found->steps[0].at.cost().fixed(2), "17400.00");
  EXPECT_EQ(found->best.cost().fixed(2), "9600.00");
  EXPECT_EQ(found->saving().fixed(2), "14400.00");
  EXPECT_EQ(steps(*found), (std::vector<std::string>{"cut 6600.00 renewal", "move 7800.00 renewal",
                                                     "license 0.00", "packs 0.00", "window 0.00"}));
  EXPECT_TRUE(found->best.proven());
  EXPECT_EQ(found->steps[0].at.bought.quantities[0], std::vector<std::int64_t>{700});
  EXPECT_EQ(found->best.bought.quantities, (std::vector<std::vector<std::int64_t>>{{200}, {60}}));
  ASSERT_EQ(found->best.bought.moves.size(), 1u);
  EXPECT_EQ(found->best.bought.moves[0].users, 60);
}

TEST(savings, v15_break_even_is_exact) {
  const auto in = sound_scenario(pool_and_quote, heavy_and_light);
  const auto found = find_savings(in->all, support::demo_today());
  ASSERT_EQ(found->break_evens.size(), 1u);
  EXPECT_EQ(found->break_evens[0].login_days, base::rational(5, 2));
}

// 240 users of one login day and 480 logins of the others make 720 logins: 800 a month, or 700 and 20 in
// overage; 300 members. Members from four login days on are the 60 of eight.
TEST(savings, other_ways_have_the_best_quantities_for_them) {
  const auto in = sound_scenario(pool_and_quote, heavy_and_light);
  const auto found = find_savings(in->all, support::demo_today());
  std::vector<std::string> others;
  for (const auto& each : found->alternatives)
    others.push_back(
        fmt::format("{}: {}", each.name, each.cost ? each.cost->fixed(2) : each.cost.why().missing));
  EXPECT_EQ(others, (std::vector<std::string>{"as written: 24000.00", "all logins: 17400.00",
                                              "all members: 18000.00", "members from 4 login days on: 9600.00",
                                              "nobody moves further than by step cut: 17400.00"}));
}

TEST(savings, v12_bands_of_a_growing_population_and_the_logins_that_stay) {
  const auto in = sound_scenario(R"(contract demo "Demo" {
  term 2027-01-15 to 2030-01-14
  currency USD
  sku pool "Pool" {
    license basic
    sold as logins
    quantity 20_000 per month
    price 2.00 per login
    overage 2.50 per login, measured quarterly
  }
  quote seats "Seats" {
    license basic
    sold as members
    price 5.00 per member per month
  }
}
)",
                                 R"([plan]
name = "Demo"
contract = "demo"
[[population]]
name = "dealers"
sku = "pool"
users = 11_000
monthly_growth = 0.01
login_days = { 0 = 0.40, 1 = 0.30, 2 = 0.15, 4 = 0.10, 12 = 0.05 }
)");
  const savings::market market(in->contracts.front());
  const auto who = savings::people_of(market, in->all, *base::parse_day("2027-02-15"));
  ASSERT_TRUE(who);
  std::vector<std::int64_t> users;
  for (const auto& band : who->all[0].bands)
    users.push_back(band.users);
  EXPECT_EQ(users, (std::vector<std::int64_t>{4444, 3333, 1667, 1111, 555}));
  auto bought = market.as_written();
  bought.homes = {0};
  bought.quantities[1] = {555};
  bought.moves = {{0, 4, 555, 1}};
  const auto exact = savings::cost_of(market, *who, bought);
  ASSERT_TRUE(exact) << exact.why().missing;
  EXPECT_EQ(*(*exact)->figures.skus[0].in(2).logins, 11116);
  EXPECT_EQ(*(*exact)->figures.skus[1].in(2).users, 555);
}

// ---- the two contracts of the examples, in the licenses of the tests

// Month 1 has 11,000 dealers, bands of 4,400 / 3,300 / 1,650 / 1,100 / 550. Used members are 700 of 800: 500
// × 15.00 + 200 × 13.50 = 10,200.00 for 36 months. Cut: 16,000 logins at 2.00 for 12 months, 19,000 at 1.90 for
// 24, the pack, and 260,650.00 in overage. Beyond it, the 1,650 who log in 4 and 12 days cost 5.00 a month as
// members.
TEST(savings, of_northwind) {
  const auto in = sound_scenario(R"(contract northwind "Northwind" {
  term 2027-01-15 to 2030-01-14
  currency USD
  sku portal-logins "Logins" {
    license basic
    sold as logins
    count one login per user per day
    quantity 20_000 per month
    block 1_000
    price 2.00 per login
    accounts 20 per login
    grace 10%
    overage 2.50 per login, measured quarterly
    pack 15_000 on 2027-11-15 for 22_500.00
    from 2028-01-15 {
      quantity 25_000 per month
      price 1.90 per login
    }
  }
  sku key-dealers "Members" {
    license plus
    sold as members
    quantity 800
    minimum 500
    price graduated per member per month { first 500 at 15.00; next 1_500 at 13.50; beyond at 12.00 }
  }
  quote portal-members "Quote" {
    license basic
    sold as members
    price 5.00 per member per month
    minimum 100
  }
}
)",
                                 R"([plan]
name = "Roll-out"
contract = "northwind"
[[population]]
name = "dealers"
users = 11_000
monthly_growth = 0.01
sku = "portal-logins"
login_days = { 0 = 0.40, 1 = 0.30, 2 = 0.15, 4 = 0.10, 12 = 0.05 }
season = { november = 1.8, december = 1.3 }
needs = ["knowledge"]
[[population]]
name = "key dealers"
users = { 2027-01-15 = 450, 2027-07-15 = 700 }
sku = "key-dealers"
login_days = { mean = 11.5 }
needs = ["reports"]
)");
  const auto found = find_savings(in->all, *base::parse_day("2027-01-15"));
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_EQ(found->written.fixed(2), "2122285.00");
  EXPECT_EQ(found->steps[0].at.cost().fixed(2), "1900750.00");
  EXPECT_EQ(found->best.cost().fixed(2), "1416092.50");
  EXPECT_EQ(found->best.bought.quantities,
            (std::vector<std::vector<std::int64_t>>{{6000, 9000}, {700}, {1650}}));
  EXPECT_EQ(steps(*found), (std::vector<std::string>{"cut 221535.00 renewal", "move 484657.50 renewal",
                                                     "license 0.00", "packs 0.00", "window 0.00"}));
  ASSERT_TRUE(found->gap()) << found->best.doubt;
  EXPECT_LE(*found->gap(), base::rational(1, 100'000));
}

// Members of one login day cost 2.00 as logins. (60 + 40) × 2.00 + 40 × 5.00 + 40 × 6.00 = 640.00 a month.
TEST(savings, of_24flow) {
  const auto in = sound_scenario(R"(contract flow "24Flow" {
  term 2027-01-01 to 2027-12-31
  currency USD
  sku community-logins "Logins" {
    license basic
    sold as logins
    quantity 100 per month
    price 2.00 per login
  }
  sku community-members "Members" {
    license basic
    sold as members
    quantity 100
    price 5.00 per member per month
  }
  sku plus-logins "Plus" {
    license plus
    sold as logins
    accounts 20 per login
    quantity 50 per month
    price 6.00 per login
  }
}
)",
                                 R"([plan]
name = "Portal"
contract = "flow"
[[population]]
name = "visitors"
sku = "community-logins"
users = 60
login_days = { 1 = 1.0 }
[[population]]
name = "regulars"
sku = "community-members"
users = 80
login_days = { 1 = 0.5, 4 = 0.5 }
[[population]]
name = "analysts"
sku = "plus-logins"
users = 20
login_days = { 2 = 1.0 }
needs = ["reports"]
)");
  const auto found = find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_EQ(found->written.fixed(2), "12000.00");
  EXPECT_EQ(steps(*found), (std::vector<std::string>{"cut 2880.00 renewal", "move 1440.00 renewal",
                                                     "license 0.00", "packs 0.00", "window 0.00"}));
  EXPECT_EQ(found->best.bought.quantities, (std::vector<std::vector<std::int64_t>>{{100}, {40}, {40}}));
  EXPECT_TRUE(found->best.proven());
}

// ---- what cannot be told

std::string unknown(std::string_view contract, std::string_view plan) {
  const auto in = sound_scenario(contract, plan);
  const auto found = find_savings(in->all, support::demo_today());
  return found ? "known" : found.why().missing;
}

TEST(savings, need_a_plan) {
  EXPECT_EQ(unknown(pool_and_quote, ""), "planned usage: give a plan with --plan");
}

TEST(savings, name_the_population_and_what_no_license_offers_it) {
  EXPECT_EQ(unknown(pool_and_quote, std::string(heavy_and_light) + "needs = [\"reports\"]\n"),
            "no license of the contract offers reports, which 'people' needs");
}

TEST(savings, are_unknown_where_overage_has_no_price) {
  auto contract = pool_and_quote;
  contract.erase(contract.find("    overage"),
                 std::string("    overage 2.50 per login, measured monthly\n").size());
  contract.replace(contract.find("1_000"), 5, "500");
  EXPECT_EQ(
      unknown(contract, heavy_and_light),
      "the contract has no overage clause: state a price and whether excess is measured monthly, quarterly, "
      "yearly or over the term");
}

// ---- where the contract as written does not serve

// 300 members on 250 licenses: 50 more are counted in first, and nothing is cheaper.
TEST(savings, count_in_what_is_missing_first) {
  const auto in = sound_scenario(R"(contract demo "Demo" {
  term 2027-01-01 to 2027-12-31
  currency USD
  sku seats "Seats" {
    license basic
    sold as members
    quantity 250
    price 5.00 per member per month
  }
}
)",
                                 R"([plan]
name = "Demo"
contract = "demo"
[[population]]
name = "people"
sku = "seats"
users = 300
login_days = { 1 = 0.8, 8 = 0.2 }
)");
  const auto found = find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_EQ(found->written.fixed(2), "15000.00");
  EXPECT_EQ(found->start.start.cost().fixed(2), "18000.00");
  ASSERT_EQ(found->start.additions.size(), 1u);
  EXPECT_EQ(found->start.additions[0].quantity, 50);
  EXPECT_EQ(found->saving().fixed(2), "0.00");
  EXPECT_TRUE(found->best.proven());
}

} // namespace
} // namespace proviso
