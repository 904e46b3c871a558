// How usage moves over the months that are seen whole: who no longer comes, who crosses the break-even between
// logins and members, how the cheapest mix of the two shifts, and when to look again.
#pragma once

#include "base/rational.hpp"
#include "observing/observe.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::observing {

// The fewest whole months of which a course is told.
inline constexpr int fewest_months = 2;
// The share of users that moves before the mix is worth another look, in percent of them.
inline constexpr std::int64_t worth_a_look = 10;

// A license that the contract sells or quotes both ways: the cheapest of each, in a month.
struct pair_of_skus {
  const model::sku* logins = nullptr;
  const model::sku* members = nullptr;
  base::rational break_even; // logins a month, as the SKU counts them; at it the login wins
};
// Of the license of a SKU, in a contract month; empty where it is not priced both ways.
[[nodiscard]] std::optional<pair_of_skus> pair_for(const model::contract& contract,
                                                   const model::license& license, int month);

// Those who hold the license today.
struct movement {
  std::string population;
  std::int64_t users = 0;
  std::vector<std::int64_t> quiet_for; // at place n: who did not log in in the last n months at least; 0: all
  std::optional<pair_of_skus> pair;    // at the prices of the last month that is seen
  std::int64_t above = 0; // who came from at most the break-even to more, from the first half to the second
  std::int64_t below = 0; // the other way
};

struct mix_month {
  base::period days;
  pair_of_skus pair;
  std::int64_t on_logins = 0; // users who came, each where it costs least in this month
  std::int64_t as_members = 0;
  bool look_again = false; // the share of members moved away from that of the month looked at last
};

struct mix_course { // of a license that is sold both ways
  const model::license* license = nullptr;
  std::vector<mix_month> months;
  std::optional<base::day> look_again_by; // if it goes on as it did; none: it does not move
};

struct over_time {
  int months = 0; // seen whole
  std::vector<movement> movements;
  std::vector<mix_course> mixes;
};

// Users are not told apart where logins are only counted: there are then no movements.
[[nodiscard]] over_time course_of(const model::contract& contract, const observation& seen);

} // namespace proviso::observing
