// What bounds a contract with clauses that the search leaves out: an easier one, or nothing, and never a number
// that is too large.
#include "brute_force.hpp"
#include "savings/savings.hpp"
#include "support/demo_texts.hpp"
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso {
namespace {

using support::demo_contract;
using support::heavy_and_light;
using support::seats;
using support::sound_scenario;

// "9600.00 from 9300.00: why not all is searched"
std::string bounded(const std::string& contract, std::string_view plan) {
  const auto in = sound_scenario(contract, plan);
  const auto found = savings::find_savings(in->all, *base::parse_day("2027-01-01"));
  if (!found)
    return found.why().missing;
  return fmt::format("{} from {}: {}{}", found->best.cost().fixed(2),
                     found->best.bound ? found->best.bound->fixed(2) : "nowhere", found->best.doubt,
                     found->best.ways.empty() ? "" : "certified");
}

TEST(bounds, are_certified_where_all_is_searched) {
  EXPECT_EQ(bounded(demo_contract("", seats), heavy_and_light), "9600.00 from 9600.00: certified");
}

// Demand is the same each month, so that nothing that rolls over is worth a thing.
TEST(bounds, of_rollover_are_those_of_one_window) {
  EXPECT_EQ(bounded(demo_contract("    rollover 100 for 2 months\n", seats), heavy_and_light),
            "9600.00 from 9600.00: the search leaves out what 'pool' rolls over");
}

// 240 logins a month, twice that in December: 3,120. By the month, 200 and 40 in overage, and 280 in December,
// cost 4,800.00 + 11 × 100.00 + 700.00; 200 and 720 in overage, whenever they fall, cost the same. So do 300:
// 7,200.00 and 180 in December, 450.00, is dearer.
TEST(bounds, of_rollover_know_the_season) {
  const auto season = std::string(heavy_and_light) + "season = { december = 2 }\n";
  EXPECT_EQ(bounded(demo_contract("    rollover 100 for 2 months\n", seats), season),
            "10200.00 from 10200.00: the search leaves out what 'pool' rolls over");
}

// Five members a year come from logins, if at no cost: 60 × 5.00 × 12 less 5 × 5.00 × 12.
TEST(bounds, of_a_right_to_swap_take_its_members_for_nothing) {
  EXPECT_EQ(
      bounded(demo_contract("    swap 20 logins for 1 member of seats, at most 5 members per year\n", seats),
              heavy_and_light),
      "9600.00 from 9300.00: the search leaves out the right to swap logins of 'pool' for members of 'seats'");
}

// Nobody may take these members, so that no swap can be worth it.
TEST(bounds, of_a_right_to_swap_hold_where_it_serves_nobody) {
  auto dear = std::string(seats);
  dear += R"(  quote others "Others" {
    license plus
    sold as members
    price 15.00 per member per month
  }
)";
  EXPECT_EQ(
      bounded(demo_contract("    swap 20 logins for 1 member of others\n", dear), heavy_and_light),
      "9600.00 from 9600.00: the search leaves out the right to swap logins of 'pool' for members of 'others'");
}

// A year at 9,600.00 that must be 12,000.00 costs 12,000.00.
TEST(bounds, of_yearly_commits_are_at_least_what_is_committed) {
  EXPECT_EQ(bounded(demo_contract("", std::string(seats) + "  commit 12_000.00 per year\n"), heavy_and_light),
            "12000.00 from 12000.00: certified");
}

// Ten logins a month at 1.00, over a year and a half: 120.00, then 60.00 with 40.00 to reach what is committed.
TEST(bounds, of_yearly_commits_are_those_of_each_year) {
  constexpr std::string_view contract = R"(contract demo "Demo" {
  term 2027-01-01 to 2028-06-30
  currency USD
  commit 100.00 per year
  sku pool "Pool" {
    license basic
    sold as logins
    quantity 10 per month
    price 1.00 per login
    overage 2.00 per login, measured monthly
  }
}
)";
  EXPECT_EQ(bounded(std::string(contract), support::demo_people("10", "1 = 1")),
            "220.00 from 220.00: certified");
}

// ---- against every purchase

constexpr std::string_view small = R"(contract demo "Demo" {{
  term 2027-01-01 to 2027-04-30
  currency USD
  sku pool "Pool" {{
    license basic
    sold as logins
    quantity {} per month
    price 2.00 per login
    overage {}.00 per login, measured monthly
    rollover {} for {} months
    {}
  }}
}}
)";

constexpr std::string_view few = R"([plan]
name = "Demo"
contract = "demo"
[[population]]
name = "people"
sku = "pool"
users = 2
login_days = {{ 1 = 0.5, 3 = 0.5 }}
season = {{ {} = {} }}
)";

TEST(bounds, of_rollover_are_never_above_the_cheapest_of_all_purchases) {
  constexpr std::string_view months[] = {"january", "february", "march", "april"};
  int apart = 0;
  for (int i = 0; i < 96; ++i) {
    const auto contract = fmt::format(small, 1 + i % 6, 2 + i % 5, 1 + i % 4, 1 + i % 3,
                                      i % 3 == 0   ? "grace 30%"
                                      : i % 3 == 1 ? "grace 1"
                                                   : "");
    const auto plan = fmt::format(few, months[i % 4], i % 2 == 0 ? "2" : "0.2");
    const auto in = sound_scenario(contract, plan);
    const auto found = savings::find_savings(in->all, *base::parse_day("2027-01-01"));
    ASSERT_TRUE(found) << found.why().missing << contract << plan;
    constexpr std::int64_t most_bought = 10;
    const auto least =
        support::least_of_all(*found->in, *found->who, {savings::change::window, true}, most_bought);
    ASSERT_TRUE(least && found->best.bound) << found->best.doubt << contract << plan;
    EXPECT_LE(*found->best.bound, *least) << contract << plan;
    EXPECT_LE(*least, found->best.cost()) << contract << plan;
    apart += *found->best.bound < found->best.cost() ? 1 : 0;
  }
  EXPECT_GT(apart, 0); // rollover was worth something
}

} // namespace
} // namespace proviso
