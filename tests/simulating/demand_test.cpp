// What a plan gives to draw from, and what is missing where it gives nothing.
#include "simulating/demand.hpp"

#include "base/excerpt.hpp"
#include "support/scenario.hpp"

#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::simulating {
namespace {

constexpr auto contract = R"(contract demo "Demo" {
  term 2027-01-01 to 2027-06-30
  currency USD
  sku pool "Pool" { license basic; sold as logins; quantity 100 per month; price 2.00 per login
    overage 2.50 per login, measured monthly }
  sku seats "Seats" { license plus; sold as members; quantity 50; price 5.00 per member per month }
}
)";

std::string plan(std::string_view people) {
  return fmt::format("[plan]\nname = \"Demo\"\ncontract = \"demo\"\n[[population]]\nname = \"people\"\n{}",
                     people);
}

struct prepared {
  std::unique_ptr<support::scenario> of;
  std::vector<std::string> assumed;
  std::string faults;
  std::vector<population_source> sources;
};

prepared prepare(std::string_view people, std::string_view terms = contract) {
  prepared result{support::sound_scenario(terms, plan(people)), {}, {}, {}};
  base::diagnostics faults;
  result.sources = sources_of(result.of->all, {true, true}, result.assumed, faults);
  result.faults = base::render(result.of->sources, faults);
  return result;
}

using lines = std::vector<std::string>;

TEST(demand, of_a_mean_alone_cannot_be_drawn) {
  EXPECT_EQ(prepare("sku = \"pool\"\nusers = 10\nlogin_days = { mean = 1.5 }\n").faults,
            R"(error: population 'people' has only a mean of login days, from which nothing can be drawn
  --> test.plan.toml:8:1
  |
8 | login_days = { mean = 1.5 }
  | ^^^^^^^^^^
   = help: state shares: login_days = { 0 = 0.4, 1 = 0.3, 4 = 0.3 }; or give login histories of three months and more with --logins
)");
}

TEST(demand, of_members_needs_no_login_days) {
  const auto made = prepare("sku = \"seats\"\nusers = 10\nlogin_days = { mean = 1.5 }\nspread = 0.2\n");
  EXPECT_EQ(made.faults, "");
  EXPECT_EQ(made.assumed, (lines{"people: users × a log-normal factor of spread 0.2, one for a run"}));
}

TEST(demand, of_few_observed_months_cannot_be_drawn) {
  EXPECT_EQ(prepare("sku = \"pool\"\n[population.observed]\n2027-01-01 = { 0 = 1, 3 = 2 }\n").faults,
            R"(error: population 'people' has 1 whole observed month: 3 are the fewest from which to draw
  --> test.plan.toml:5:8
  |
5 | name = "people"
  |        ^^^^^^^^
   = help: give longer login histories with --logins, or state users and login_days
)");
}

TEST(demand, of_more_users_than_are_counted_is_refused) {
  EXPECT_EQ(prepare("sku = \"pool\"\nusers = 100_000_001\nlogin_days = { 1 = 1.0 }\n").faults,
            R"(error: population 'people' has more users than can be drawn
  --> test.plan.toml:7:1
  |
7 | users = 100_000_001
  | ^^^^^
   = help: at most 100,000,000 in a month
)");
}

TEST(demand, of_every_login_needs_logins_a_day) {
  constexpr auto every = R"(contract demo "Demo" {
  term 2027-01-01 to 2027-06-30
  currency USD
  sku pool "Pool" { license basic; sold as logins; count every login; quantity 100 per month
    price 2.00 per login; overage 2.50 per login, measured monthly }
  sku seats "Seats" { license plus; sold as members; quantity 50; price 5.00 per member per month }
}
)";
  EXPECT_EQ(prepare("sku = \"pool\"\nusers = 10\nlogin_days = { 1 = 1.0 }\n", every).faults,
            R"(error: population 'people' has no logins_per_day, and every login counts
  --> test.plan.toml:5:8
  |
5 | name = "people"
  |        ^^^^^^^^
   = help: state how many logins a user makes on a day: logins_per_day = 1.5
)");
}

constexpr auto observed = R"(sku = "pool"
[population.observed]
2027-01-01 = { 0 = 1, 3 = 2 }
2027-02-01 = { 1 = 5 }
2027-03-01 = { 2 = 10 }
[population.observed_in_part]
2027-04-01 = { 2 = 40 }
)";

TEST(demand, that_was_observed_stays_and_is_drawn_again) {
  const auto made = prepare(observed);
  ASSERT_EQ(made.faults, "");
  EXPECT_EQ(
      made.assumed,
      (lines{
          "people: one of 3 observed months is drawn for each that is not seen: no trend and no season beyond "
          "them; 3 months as observed"}));
  std::map<std::int64_t, int> seen;
  for (std::uint64_t run = 0; run < 3000; ++run) {
    std::vector<activity> months(6);
    EXPECT_EQ(draw(made.sources.front(), 1, run, months), 0);
    EXPECT_EQ(months[0].logins, 6);
    EXPECT_EQ(months[1].logins, 5);
    EXPECT_EQ(months[2].logins, 20);
    EXPECT_EQ(months[3].logins, 80); // what is there in part is there at least
    ++seen[months[4].logins];
  }
  ASSERT_EQ(seen.size(), 3U);
  for (const auto logins : {5, 6, 20})
    EXPECT_NEAR(seen[logins], 1000, 4 * std::sqrt(3000 * (1 / 3.0) * (2 / 3.0)));
}

TEST(demand, changes_with_the_factor_in_all_months_alike) {
  const auto made = prepare("sku = \"pool\"\nusers = 1_000\nlogin_days = { 1 = 1.0 }\nspread = 0.3\n");
  ASSERT_EQ(made.faults, "");
  std::vector<activity> months(6);
  std::int64_t sum = 0;
  constexpr int runs = 4000;
  for (std::uint64_t run = 0; run < runs; ++run) {
    draw(made.sources.front(), 1, run, months);
    for (const auto& month : months) {
      EXPECT_EQ(month.users, months[0].users);
      EXPECT_EQ(month.logins, month.users);
    }
    sum += months[0].users;
  }
  EXPECT_NEAR(static_cast<double>(sum) / runs, 1000, 4 * 300 / std::sqrt(runs));
}

} // namespace
} // namespace proviso::simulating
