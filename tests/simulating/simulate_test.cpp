// Whole simulations: against closed forms, with any number of threads, and as the schema describes them.
#include "simulating/formats.hpp"
#include "simulating/simulate.hpp"

#include "base/excerpt.hpp"
#include "support/json_schema.hpp"
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>

namespace proviso::simulating {
namespace {

using base::rational;

std::string newsvendor(std::string_view terms) {
  return fmt::format(
      "contract demo \"Demo\" {{\n  term 2027-01-01 to 2027-01-31\n  currency USD\n"
      "  sku pool \"Pool\" {{\n    license basic\n    sold as logins\n    quantity 100 per month\n"
      "    price 2.00 per login\n{}\n  }}\n}}\n",
      terms);
}

constexpr auto plan = R"([plan]
name = "Demo"
contract = "demo"
[[population]]
name = "people"
sku = "pool"
users = 200
login_days = { 0 = 0.5, 1 = 0.3, 2 = 0.2 }
)";

settings with(std::int64_t runs, unsigned jobs = 2, std::uint64_t seed = 1) {
  return {seed, runs, jobs, {true}, rational(5, 100)};
}

simulation sound(const support::scenario& of, const settings& how) {
  base::diagnostics faults;
  auto made = simulate(of.all, how, faults);
  EXPECT_EQ(base::render(of.sources, faults), "");
  return made;
}

// The chance that the sum of 200 users' login days is at most so many, exactly.
std::vector<rational> exact_chances() {
  std::vector<rational> chance{rational(1)};
  for (int user = 0; user < 200; ++user) {
    std::vector<rational> next(chance.size() + 2);
    for (std::size_t i = 0; i < chance.size(); ++i) {
      next[i] += chance[i] * rational(5, 10);
      next[i + 1] += chance[i] * rational(3, 10);
      next[i + 2] += chance[i] * rational(2, 10);
    }
    for (auto& one : next) // as good as exact, and many times faster
      one = one.rounded(15, base::rounding::half_up);
    chance = std::move(next);
  }
  for (std::size_t i = 1; i < chance.size(); ++i)
    chance[i] += chance[i - 1];
  return chance;
}

std::int64_t quantile(const std::vector<rational>& chances, const rational& share) {
  std::int64_t result = 0;
  while (chances[static_cast<std::size_t>(result)] < share)
    ++result;
  return result;
}

// Buy until the chance that one more is used falls below its price over that of one in excess.
TEST(quantities, are_those_of_the_newsvendor) {
  const auto chances = exact_chances();
  for (const auto& [overage, share] :
       {std::pair{"2.50", rational(1, 5)}, {"4.00", rational(1, 2)}, {"20.00", rational(9, 10)}}) {
    const auto of = support::sound_scenario(
        newsvendor(fmt::format("    overage {} per login, measured monthly", overage)), plan);
    const auto made = sound(*of, with(20'000));
    const auto& sizings = *made.pools.front().sizings;
    ASSERT_EQ(sizings.size(), 1U);
    EXPECT_NEAR(static_cast<double>(sizings[0].cheapest->quantity),
                static_cast<double>(quantile(chances, share)), 1.0)
        << overage;
    EXPECT_NEAR(static_cast<double>(sizings[0].safe->quantity),
                static_cast<double>(quantile(chances, rational(95, 100))), 1.0);
    EXPECT_EQ(*sizings[0].purchased.mean_cost, made.cost->mean); // there is nothing else to pay
  }
}

// 2027-01-15 buys 20 for 30.00, whatever the quantity is.
TEST(quantities, cost_their_packs_too) {
  const auto in = support::sound_scenario(
      newsvendor("    overage 6.00 per login, measured monthly\n    pack 20 on 2027-01-15 for 30.00\n"), plan);
  const auto made = sound(*in, with(2'000));
  const auto& one = made.pools.front().sizings->front();
  EXPECT_EQ(*one.purchased.mean_cost, made.cost->mean); // there is nothing else to pay
}

TEST(quantities, of_a_blocked_pool_follow_from_the_chance_alone) {
  const auto of = support::sound_scenario(newsvendor("    overage blocked"), plan);
  const auto made = sound(*of, with(2'000));
  const auto& one = made.pools.front().sizings->front();
  EXPECT_FALSE(one.cheapest);
  EXPECT_EQ(one.cheapest.why().missing, "what a login in excess costs");
  ASSERT_TRUE(one.safe);
  EXPECT_LE(one.safe->over, 100);
  EXPECT_EQ(made.cost->most, rational(200)); // what is refused costs nothing
}

TEST(quantities, are_whole_blocks_above_the_minimum) {
  const auto of = support::sound_scenario(
      newsvendor("    block 30\n    minimum 200\n    overage 2.50 per login, measured monthly"), plan);
  const auto made = sound(*of, with(500));
  const auto& one = made.pools.front().sizings->front();
  EXPECT_EQ(one.least, 210);
  EXPECT_EQ(one.cheapest->quantity, 210);
  EXPECT_EQ(one.safe->quantity, 210);
}

TEST(simulations, without_an_overage_clause_know_no_cost) {
  const auto of = support::sound_scenario(newsvendor(""), plan);
  const auto made = sound(*of, with(1'000));
  EXPECT_FALSE(made.cost);
  EXPECT_EQ(made.cost.why().missing,
            "what excess costs: in 1,000 runs logins exceed a pool without an overage clause");
  EXPECT_FALSE(made.pools.front().sizings);
}

constexpr auto large = R"(contract demo "Demo" {
  term 2027-01-01 to 2027-12-31
  currency USD
  sku pool "Pool" { license basic; sold as logins; quantity 1_500 per month; block 100; price 2.00 per login
    grace 5%; overage 2.50 per login, measured quarterly }
  sku seats "Seats" { license plus; sold as members; quantity 105; price 5.00 per member per month }
}
)";

constexpr auto large_plan = R"([plan]
name = "Demo"
contract = "demo"
[[population]]
name = "dealers"
sku = "pool"
users = 1_000
spread = 0.15
login_days = { 0 = 0.4, 1 = 0.3, 4 = 0.3 }
season = { november = 1.6 }
[[population]]
name = "staff"
sku = "seats"
users = 100
monthly_growth = 0.002
spread = 0.05
)";

settings both(std::int64_t runs, unsigned jobs) {
  return {42, runs, jobs, {true, true}, rational(5, 100)};
}

TEST(simulations, are_the_same_with_any_number_of_threads) {
  const auto of = support::sound_scenario(large, large_plan);
  const auto when = *base::parse_day("2027-01-01");
  const auto one = to_json(sound(*of, both(301, 1)), {"plan.toml", when});
  for (const unsigned jobs : {2U, 3U, 7U, 500U})
    EXPECT_EQ(to_json(sound(*of, both(301, jobs)), {"plan.toml", when}), one) << jobs;
}

TEST(simulations, fit_their_schema) {
  const auto of = support::sound_scenario(large, large_plan);
  const auto when = *base::parse_day("2027-01-01");
  EXPECT_EQ(support::schema_violations(to_json(sound(*of, both(100, 2)), {"", when}),
                                       "src/simulating/simulation.schema.json"),
            "");
  const auto open = support::sound_scenario(newsvendor(""), plan);
  EXPECT_EQ(support::schema_violations(to_json(sound(*open, with(100)), {"plan.toml", when}),
                                       "src/simulating/simulation.schema.json"),
            "");
}

TEST(simulations, count_users_beyond_members_and_accounts) {
  const auto of = support::sound_scenario(large, large_plan);
  const auto made = sound(*of, both(2'000, 2));
  ASSERT_EQ(made.ceilings.size(), 2U);
  EXPECT_TRUE(made.ceilings[0].accounts);
  EXPECT_EQ(made.ceilings[0].any, 0); // 30,000 accounts
  EXPECT_FALSE(made.ceilings[1].accounts);
  EXPECT_GT(made.ceilings[1].by_month.back(), made.ceilings[1].by_month.front());
  EXPECT_EQ(made.ceilings[1].any, made.ceilings[1].by_month.back()); // who is beyond stays so: they only grow
}

// The first runs of many are those of few: a cost that was drawn stays drawn.
TEST(simulations, with_more_runs_go_on_from_fewer) {
  const auto of = support::sound_scenario(large, large_plan);
  const auto few = sound(*of, both(50, 2));
  const auto many = sound(*of, both(5'000, 2));
  EXPECT_LE(many.cost->least, few.cost->least);
  EXPECT_GE(many.cost->most, few.cost->most);
  EXPECT_GE(many.pools[0].any, few.pools[0].any);
}

// What is over is no chance, and cannot be bought any more.
TEST(simulations, of_a_term_that_runs_judge_what_is_left) {
  const auto of = support::sound_scenario(large, large_plan);
  auto how = both(500, 2);
  const auto all = sound(*of, how);
  how.today = *base::parse_day("2027-12-15"); // the season's quarter runs until the end of the year
  const auto late = sound(*of, how);
  how.today = *base::parse_day("2028-01-15");
  const auto after = sound(*of, how);
  EXPECT_EQ(late.pools[0].any, all.pools[0].windows.back().exceeded);
  EXPECT_EQ(after.pools[0].any, 0);
  EXPECT_EQ(after.pools[0].windows.back().exceeded, all.pools[0].windows.back().exceeded);
  EXPECT_GT(after.pools[0].windows.back().exceeded, 0);
  EXPECT_EQ(base::to_string(late.pools[0].sizings->front().days), "2027-12-01..2027-12-31");
  EXPECT_TRUE(after.pools[0].sizings->empty());
  EXPECT_EQ(late.cost->mean, all.cost->mean);
}

TEST(simulations, know_quantiles_by_nearest_rank) {
  const auto of = support::sound_scenario(large, large_plan);
  const auto made = sound(*of, both(1, 1));
  for (const auto& quantile : made.cost->quantiles)
    EXPECT_EQ(quantile, made.cost->mean);
}

} // namespace
} // namespace proviso::simulating
