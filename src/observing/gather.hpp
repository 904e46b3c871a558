// Users and their login days, month by month, at the places they belong to. Nobody is left out silently: who is
// internal, holds a license this contract does not sell, or is unknown, is counted as such.
#pragma once

#include "logins/tally.hpp"
#include "observing/coverage.hpp"
#include "observing/question.hpp"
#include "observing/route.hpp"
#include "warehouse/count.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace proviso::observing {

inline constexpr std::size_t day_counts = 32; // login days of a month: 0 to 31

struct month_seen {                             // of a place
  std::array<std::int64_t, day_counts> users{}; // who logged in, by login days
  std::int64_t logins = 0;                      // theirs, where every login counts
  std::int64_t holders = 0;      // who held the license on any of its days, as far as exports tell
  std::int64_t holders_seen = 0; // of these, who logged in
};

// Users who hold a license today, by their login days in all months that are seen whole.
using habits = std::map<std::int64_t, std::int64_t>;

// Login days of one user in the months that are seen whole.
struct holder_days {
  std::int64_t total = 0;
  std::int64_t earlier = 0; // in the first half of the months; the middle one of an odd number is in neither
  std::int64_t later = 0;   // in the second half
  int quiet = 0;            // months at the end without any; all of them: never seen
};

// Users who hold a license today, by what changed over these months.
struct course {
  std::map<int, std::int64_t> quiet;                                    // by months at the end without a login
  std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> halves; // by login days earlier and later
};

struct gathered {
  std::vector<place> places;
  std::vector<std::vector<month_seen>> seen; // by place, then month
  std::vector<std::int64_t> unknown;         // by month: users who logged in and whose license nobody knows
  std::vector<std::vector<std::int64_t>> undecided; // by SKU, then month: those whom several SKUs may serve
  std::vector<std::vector<std::int64_t>>
      daily;                             // by place, then day of the term: users who came; more are logins
  std::vector<observing::habits> habits; // by place
  std::vector<course> courses;           // by place
  int whole_months = 0;                  // that the data covers
  std::map<std::string, std::uint64_t> elsewhere; // by license: users under another contract
  std::map<std::string, std::uint64_t> strangers; // by license: users of licenses nobody knows
  std::uint64_t without_export = 0;               // users who logged in and are in no export
  std::uint64_t internal = 0; // of these four, where logins are counted: those of the month with most of them
  std::uint64_t assumed = 0;  // users whose license at a login is taken to be today's
  std::uint64_t switched = 0;
  struct switch_of { // users who changed from one place to another inside a month
    int month = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    friend auto operator<=>(const switch_of&, const switch_of&) = default;
  };
  std::map<switch_of, std::int64_t> switches;
};

struct source { // logins are given as users, as counts, or not at all
  const model::contract& contract;
  const question_of& question;
  const org::directory& org;
  const logins::tally* logins = nullptr;
  const coverage& covered;
  std::optional<int> today; // the contract month that holds it
  const warehouse::answer* counted = nullptr;
};

[[nodiscard]] gathered gather(const source& from, router& routes);
// The same where logins are counts: nobody is known but by license, so there are no days, habits and holders.
[[nodiscard]] gathered gather_counted(const source& from, router& routes);

// Calls `visit(user, place, login days)` for each user who holds a license today.
using holder_visit = std::function<void(const org::user&, std::uint32_t, const holder_days&)>;
void each_holder(const source& from, router& routes, const holder_visit& visit);

} // namespace proviso::observing
