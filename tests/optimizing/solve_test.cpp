// The search against every purchase tried, on thousands of tiny problems; and what it says of those that are
// none.
#include "optimizing/exhaustive.hpp"
#include "optimizing/random_problem.hpp"
#include "optimizing/solution.hpp"
#include "verifying/verify.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace proviso::optimizing {
namespace {

// One pool of 1,000 logins for 300 users, of whom a fifth comes on eight days: quote members instead.
problem key_dealers() {
  problem of;
  of.months = 12;
  of.minor = 1;
  offer logins;
  logins.stretches = {{{0, 12}, 100, 0, unlimited, true, tiering::graduated, {{0, 200}}, 12}};
  for (std::uint32_t month = 0; month < 12; ++month)
    logins.windows.push_back({{month, 1}, 0, 1, 0, overage{250, 1}});
  offer members;
  members.stretches = {{{0, 12}, 1, 10, unlimited, true, tiering::graduated, {{0, 500}}, 12}};
  members.users_per_unit = 1;
  of.offers = {logins, members};
  of.loads = {{0, true, {}}};
  of.profiles.assign(12, 1);
  of.menus = {{{0, 0}, {1, no_load}}};
  of.segments = {{240, 0, 0, 1}, {60, 0, 0, 8}};
  return of;
}

TEST(solve, finds_the_worked_purchase) {
  const auto found = solve(key_dealers());
  EXPECT_EQ(found.status, outcome::proven);
  EXPECT_EQ(found.found.cost, 960'000);
  EXPECT_EQ(found.found.bound, 960'000);
  EXPECT_EQ(found.found.bought.quantities, (std::vector<std::vector<count>>{{200}, {60}}));
  EXPECT_EQ(found.found.bought.users, (std::vector<count>{240, 0, 0, 60}));
  EXPECT_EQ(verifying::verify(key_dealers(), found.found).wrong, "");
}

TEST(solve, cuts_before_it_moves) {
  auto only_cut = key_dealers();
  only_cut.menus = {{{0, 0}}};
  EXPECT_EQ(solve(only_cut).found.cost, 1'740'000);
  EXPECT_EQ(solve(only_cut).found.bought.quantities, (std::vector<std::vector<count>>{{700}, {0}}));
}

// Ten logins a month at 1.00 over a year and a half, at least 100.00 a year: 120.00, and 60.00 with 40.00
// besides.
problem year_and_a_half() {
  problem of;
  of.months = 18;
  offer logins;
  logins.stretches = {{{0, 18}, 1, 0, unlimited, true, tiering::graduated, {{0, 100}}, 18, {12, 6}}};
  for (std::uint32_t month = 0; month < 18; ++month)
    logins.windows.push_back({{month, 1}, 0, 1, 0, overage{200, 1}});
  of.offers = {logins};
  of.periods = {{{0, 12}, 10'000}, {{12, 6}, 10'000}};
  of.loads = {{0, true, {}}};
  of.profiles.assign(18, 1);
  of.menus = {{{0, 0}}};
  of.segments = {{10, 0, 0, 1}};
  return of;
}

TEST(solve, finds_what_is_cheapest_where_each_year_has_a_least) {
  const auto found = solve(year_and_a_half());
  EXPECT_EQ(found.status, outcome::proven);
  EXPECT_EQ(found.found.cost, 22'000);
  EXPECT_EQ(found.found.bound, 22'000);
  EXPECT_EQ(verifying::verify(year_and_a_half(), found.found).wrong, "");
}

// Twelve logins a month: 144.00 and 72.00, of which the least covers 28.00 more.
TEST(solve, counts_what_a_least_leaves_free) {
  auto of = year_and_a_half();
  of.offers[0].stretches[0].optional = false;
  of.offers[0].stretches[0].minimum = 12;
  EXPECT_EQ(solve(of).found.cost, 14'400 + 10'000);
  of.periods[1].least = 0;
  EXPECT_EQ(solve(of).found.cost, 14'400 + 7'200);
}

TEST(solve, says_what_is_wrong_with_periods) {
  auto of = year_and_a_half();
  of.periods[1].months.first = 13;
  of.periods[1].months.count = 5;
  EXPECT_EQ(solve(of).refusal, "period 1: at least 10000 from month 13, not from 12");
  of = year_and_a_half();
  of.periods.pop_back();
  EXPECT_EQ(solve(of).refusal, "periods of 12 of 18 months");
  of = year_and_a_half();
  of.offers[0].stretches[0].in_periods = {12, 5};
  EXPECT_EQ(solve(of).refusal, "offer 0: stretch 0: 17 charges in 2 of 2 periods, not 18");
}

TEST(solve, says_what_is_wrong_with_a_problem) {
  auto of = key_dealers();
  of.segments[1].menu = 7;
  const auto found = solve(of);
  EXPECT_EQ(found.status, outcome::refused);
  EXPECT_EQ(found.refusal, "segment 1: 60 users, menu 7 of 1, profile 0 of 1, scale 8");
}

TEST(solve, refuses_figures_that_are_too_large) {
  auto of = key_dealers();
  of.segments[1].users = count{1} << 61;
  EXPECT_EQ(solve(of).refusal, "its figures leave 62 bits");
}

TEST(solve, proves_that_nothing_serves) {
  auto of = key_dealers();
  of.offers[0].stretches[0].limit = 100;
  of.offers[1].stretches[0].limit = 20;
  for (auto& each : of.offers[0].windows)
    each.beyond = std::nullopt;
  const auto found = solve(of);
  EXPECT_EQ(found.status, outcome::infeasible);
  EXPECT_EQ(verifying::verify(of, found.found).wrong, "");
}

TEST(solve, stops_when_its_work_is_spent) {
  effort little;
  little.work = 1;
  const auto found = solve(key_dealers(), little);
  EXPECT_LE(found.found.bound, 960'000);
  EXPECT_EQ(verifying::verify(key_dealers(), found.found).wrong, "");
}

// What the search gets wrong about a problem; empty where it and every purchase tried agree.
std::string disagreement(const problem& of, bool& proven) {
  const auto best = cheapest_of_all(of);
  effort limits;
  limits.work = 100'000;
  const auto found = solve(of, limits);
  proven = found.status == (best ? outcome::proven : outcome::infeasible);
  const auto least = best ? cost(of, *best).value() : std::numeric_limits<money>::max();
  if (found.found.bound > least || found.found.cost < least || (proven && found.found.cost != least))
    return fmt::format("{} between {} and {}", least, found.found.bound, found.found.cost);
  if (!found.found.bought.users.empty() && cost(of, found.found.bought) != found.found.cost)
    return fmt::format("not for {}", found.found.cost);
  return verifying::verify(of, found.found).wrong;
}

// A few problems are all fractions, and take longer than they may here.
TEST(solve, agrees_with_every_purchase_of_many_problems) {
  int problems = 0;
  int unproven = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    const auto of = support::random_problem(seed)();
    if (flaw(of).empty()) {
      auto proven = false;
      EXPECT_EQ(disagreement(of, proven), "") << "seed " << seed;
      ++problems;
      unproven += proven ? 0 : 1;
    }
  }
  EXPECT_GT(problems, 1'900);
  EXPECT_LT(unproven, 40);
}

RC_GTEST_PROP(solve, agrees_with_every_purchase_tried, (std::uint64_t seed)) {
  const auto of = support::random_problem(seed)();
  RC_PRE(flaw(of).empty());
  auto proven = false;
  RC_ASSERT(disagreement(of, proven) == std::string());
}

} // namespace
} // namespace proviso::optimizing
