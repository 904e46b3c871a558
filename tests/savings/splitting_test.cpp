// Who may be split between offers, and what that costs: populations that shrink, that settle as a whole, or
// that are known by a mean alone.
#include "savings/flips.hpp"
#include "savings/savings.hpp"
#include "support/demo_texts.hpp"
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso {
namespace {

using support::demo_contract;
using support::demo_people;
using support::demo_plan;
using support::seats;
using support::sound_scenario;

// "9600.00: 60 of band 1 of people to seats", or why it is unknown.
std::string bought(const std::string& contract, const std::string& planned) {
  const auto in = sound_scenario(contract, planned);
  const auto found = savings::find_savings(in->all, support::demo_today());
  if (!found)
    return found.why().missing;
  auto text = found->best.cost().fixed(2);
  const auto name = [&](std::size_t offer) { return found->in->offers()[offer].sku->name; };
  for (const auto& move : found->best.bought.moves)
    text += fmt::format(", {} of {} to {}", move.users, found->who->all[move.population].name(), name(move.to));
  for (std::size_t p = 0; p < found->who->all.size(); ++p)
    if (found->best.bought.homes[p] != found->who->all[p].own)
      text += fmt::format(", all of {} to {}", found->who->all[p].name(), name(found->best.bought.homes[p]));
  return text;
}

// ---- populations that shrink

constexpr std::string_view members_and_pool = R"(contract demo "Demo" {
  term 2027-01-01 to 2027-12-31
  currency USD
  sku seats "Seats" {
    license basic
    sold as members
    quantity 200
    price 5.00 per member per month
  }
  quote pool "Pool" {
    license basic
    sold as logins
    price 2.00 per login
    accounts 20 per login
    overage 2.50 per login, measured monthly
  }
}
)";

constexpr std::string_view two_populations = R"([[population]]
name = "grows"
sku = "seats"
users = { 2027-01-01 = 50, 2027-07-01 = 100 }
login_days = { 20 = 1.0 }
[[population]]
name = "shrinks"
sku = "seats"
users = { 2027-01-01 = 100, 2027-07-01 = 50 }
login_days = { 1 = 1.0 }
)";

// 50 leave for 50 logins: 100 seats in all months. Were 100 to leave, nobody would take their seats in the
// second half of the year, and still 100 are needed.
TEST(shrinking, frees_no_seats_of_others) {
  EXPECT_EQ(bought(std::string(members_and_pool), demo_plan(two_populations)),
            "7200.00, 50 of shrinks to pool");
}

TEST(shrinking, has_no_alternative_that_is_cheaper) {
  const auto in = sound_scenario(members_and_pool, demo_plan(two_populations));
  const auto found = savings::find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  std::vector<std::string> others;
  for (const auto& each : found->alternatives)
    others.push_back(
        fmt::format("{}: {}", each.name, each.cost ? each.cost->fixed(2) : each.cost.why().missing));
  EXPECT_EQ(others, (std::vector<std::string>{"as written: 12000.00", "all logins: 40650.00",
                                              "all members: 9000.00", "members from 4 login days on: 8400.00",
                                              "nobody moves further than by step cut: 9000.00"}));
  ASSERT_TRUE(found->best.bound) << found->best.doubt;
  EXPECT_LE(*found->best.bound, found->best.cost());
}

// ---- as a whole, or band by band

// 257 of one day and 64 of eight. 64 seats, and of 321 × 2.4 − 64 × 8 = 258.4 logins 200 and 58 beyond them.
TEST(splitting, of_a_population_follows_the_logins_that_stay) {
  EXPECT_EQ(bought(demo_contract("", seats), demo_people("321", "1 = 0.8, 8 = 0.2")),
            "10380.00, 64 of people to seats");
}

// ---- the home of those whom no band tells

constexpr std::string_view dear_pool_and_quotes = R"(contract demo "Demo" {
  term 2027-01-01 to 2028-12-31
  currency USD
  sku pool "Pool" {
    license basic
    sold as logins
    quantity 3_000 per month
    block 100
    price 3.00 per login
    overage 3.50 per login, measured monthly
  }
  quote cheap "Pool" {
    license basic
    sold as logins
    block 100
    price 2.00 per login
    overage 2.50 per login, measured monthly
  }
  quote seats "Seats" {
    license basic
    sold as members
    price 4.00 per member per month
  }
}
)";

std::string growing(std::string_view sku) {
  return demo_plan(fmt::format("[[population]]\nname = \"people\"\nsku = \"{}\"\nusers = 1_000\n"
                               "monthly_growth = 0.05\nlogin_days = {{ 1 = 0.7, 8 = 0.3 }}\n",
                               sku));
}

// Who comes later is dear in the pool, and dear as members too: all leave for the other pool, but the frequent.
TEST(a_home, that_all_settle_at_is_left_by_bands_too) {
  const auto in = sound_scenario(dear_pool_and_quotes, growing("pool"));
  const auto found = savings::find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_EQ(found->best.bought.homes, std::vector<std::size_t>{1});
  ASSERT_EQ(found->best.bought.moves.size(), 1U);
  EXPECT_EQ(found->best.bought.moves[0].to, 2U);
  EXPECT_TRUE(found->best.proven());
}

std::string many_populations(std::string_view besides) {
  constexpr int many = 7; // of two homes each: 128 ways
  std::string text;
  for (int i = 0; i < many; ++i)
    text += fmt::format("[[population]]\nname = \"p{}\"\nsku = \"pool\"\nusers = {}\n"
                        "login_days = {{ 1 = 0.8, {} = 0.2 }}\n{}",
                        i, 100 + 10 * i, i + 3, besides);
  return demo_plan(text);
}

TEST(many_homes, are_one_where_every_user_is_in_a_band) {
  const auto in = sound_scenario(demo_contract("", seats), many_populations(""));
  const auto found = savings::find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_TRUE(found->best.proven());
  EXPECT_EQ(found->best.doubt, "");
  EXPECT_EQ(found->best.ways.size(), 1U);
}

TEST(many_homes, have_a_bound_where_users_come_later) {
  const auto in = sound_scenario(demo_contract("", seats), many_populations("monthly_growth = 0.01\n"));
  const auto found = savings::find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_EQ(found->best.doubt, "");
  ASSERT_TRUE(found->best.bound);
  EXPECT_LE(*found->best.bound, found->best.cost());
  EXPECT_LT(*found->gap(), base::rational(1, 10));
  EXPECT_EQ(found->best.ways.size(), 64U);
}

// ---- a mean alone

TEST(a_mean, tells_nobody_apart_and_proves_nothing) {
  const auto in = sound_scenario(demo_contract("", seats), demo_people("300", "mean = 2.4"));
  const auto found = savings::find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  constexpr std::string_view missing =
      "population 'people' has only a mean of login days: state login_days as shares of its users";
  EXPECT_FALSE(found->best.proven());
  EXPECT_EQ(found->best.doubt, missing);
  EXPECT_FALSE(found->gap());
  EXPECT_EQ(found->steps[0].missing, "");
  EXPECT_EQ(found->steps[1].missing, missing);
  ASSERT_FALSE(found->alternatives[3].cost);
  EXPECT_EQ(found->alternatives[3].cost.why().missing, missing);
}

TEST(a_mean, is_enough_where_there_is_nothing_to_choose) {
  const auto in = sound_scenario(demo_contract("", ""), demo_people("300", "mean = 2.4"));
  const auto found = savings::find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_TRUE(found->best.proven());
  EXPECT_EQ(found->best.doubt, "");
}

// ---- where the advice turns

std::string range_of(const std::optional<base::rational>& below, const std::optional<base::rational>& above,
                     int decimals) {
  return fmt::format("{} | {}", below ? below->fixed(decimals) : "none",
                     above ? above->fixed(decimals) : "none");
}

// Other numbers bought or moving, then other users moving.
std::string turn_of(const std::string& what) {
  const auto contract = demo_contract("", seats);
  const auto in = sound_scenario(contract, support::heavy_and_light);
  const auto found = savings::find_savings(in->all, support::demo_today());
  for (const auto& each : savings::turns_of(*found, *in->all.plan))
    if (each.what == what)
      return fmt::format("{}; {} of {} to {}",
                         range_of(each.purchase_below, each.purchase_above, each.decimals),
                         range_of(each.below, each.above, each.decimals), each.least.fixed(each.decimals),
                         each.most.fixed(each.decimals));
  return "not asked";
}

// 15 members leave 600 logins at 2.00; without them there are 700, and 20 at 2.50: 250.00 more. From 250 ÷ 15
// on nobody moves. Below 2.50 a member costs less than a login beyond those bought.
TEST(turns, of_prices_are_sought_beyond_twice_the_price) {
  // Already at 13.75, 52 members and 300 logins cost as much as 60 and 200: 600.00 + 10.00 + 52 × 13.75 for
  // 400.00 + 100.00 + 60 × 13.75.
  EXPECT_EQ(turn_of("price of seats"), "2.49 | 13.76; 2.49 | 16.67 of 0.00 to 20.00");
}

// 53 members and 300 logins cost 265.00 and 300 × 1.35, as much as 60 and 200: 300.00, 100.00 and 200 × 1.35.
TEST(turns, of_prices_are_sought_in_what_is_bought) {
  // Above 2.50 a login beyond those bought costs less than one that is bought.
  EXPECT_EQ(turn_of("price of pool"), "1.34 | 2.51; 0.37 | 8.51 of 0.00 to 16.00");
}

// 59.6 users of eight login days are 60, as 60.4 are; 59.4 are 59, and 60.6 are 61.
TEST(turns, of_users_are_sought_in_how_many_move) {
  EXPECT_EQ(turn_of("users of 'people'"), "297 | 303; 49 | none of 1 to 600");
}

} // namespace
} // namespace proviso
