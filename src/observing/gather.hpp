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
#include <map>
#include <string>
#include <vector>

namespace proviso::observing {

inline constexpr std::size_t day_counts = 32; // login days of a month: 0 to 31

struct month_seen {                             // of a place
  std::array<std::int64_t, day_counts> users{}; // who logged in, by login days
  std::int64_t logins = 0;       // theirs, where every login counts; at least, where some are on no known day
  std::int64_t undated = 0;      // users whose license changed inside the month, and whose logins have no day
  std::int64_t holders = 0;      // who held the license on any of its days, as far as exports tell
  std::int64_t holders_seen = 0; // of these, who logged in
};

struct unplaced {           // users of a month who are at no place
  std::int64_t came = 0;    // who logged in
  std::int64_t holders = 0; // who held a license on any of its days, as far as exports tell

  [[nodiscard]] bool any() const { return came > 0 || holders > 0; }
};

inline constexpr std::uint32_t nowhere = ~std::uint32_t{0}; // no place

// Users who hold a license today, by their login days in all months that are seen whole.
using habits = std::map<std::int64_t, std::int64_t>;

// Users who hold a license today, by their logins as one way counts them.
struct counted_habits {
  habits totals;                                                        // in all months that are seen whole
  std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> halves; // in their first half and their second
};

// Users who hold a license today, by what changed over these months.
struct course {
  std::map<int, std::int64_t> quiet; // by months at the end without a login
  std::map<measure, counted_habits> counted;
};

struct gathered {
  std::vector<place> places;
  std::vector<std::vector<month_seen>> seen; // by place, then month
  std::vector<unplaced> unknown;             // by month: whose license nobody knows
  // By the first of the SKUs that sell a license alike, then month: those whom any of them may serve.
  std::vector<std::vector<unplaced>> undecided;
  std::vector<std::int64_t> undecided_today; // likewise: who holds it today
  std::vector<std::int64_t> undated; // by month: users outside the company, some days of whom have no date
  std::vector<std::vector<std::int64_t>>
      daily;                             // by place, then day of the term: users who came; more are logins
  std::vector<observing::habits> habits; // by place
  std::vector<course> courses;           // by place
  int whole_months = 0;                  // that the data covers
  std::map<std::string, std::uint64_t> elsewhere; // by license: users under another contract
  std::map<std::string, std::uint64_t> strangers; // by license: users of licenses nobody knows
  // By license, then month: who was at several of its places. What counting each such user once, by the days at
  // all of them, changes in the sum over the places.
  std::map<const model::license*, std::vector<std::array<std::int64_t, day_counts>>> joined;
  std::uint64_t without_export = 0; // users who logged in and are in no export
  std::uint64_t internal = 0; // of these four, where logins are counted: those of the month with most of them
  std::uint64_t assumed = 0;  // users whose license at a login is taken to be today's
  std::uint64_t assumed_between = 0; // likewise on the days that their dated assignments leave open
  struct switch_of { // users who changed from one place to another inside a month, or to or from none
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
  base::day on;             // today
  const warehouse::answer* counted = nullptr;
};

// Those in a month or today whom this SKU may serve, or another that sells its license alike.
[[nodiscard]] unplaced undecided_in(const model::contract& contract, const gathered& who, std::uint32_t sku,
                                    int month);
[[nodiscard]] std::int64_t undecided_today(const model::contract& contract, const gathered& who,
                                           std::uint32_t sku);

[[nodiscard]] gathered gather(const source& from, router& routes);
// Of the months and SKUs of a contract, before anybody is seen.
[[nodiscard]] gathered nobody_yet(const source& from);
// The same where logins are counts: nobody is known but by license, so there are no days, habits and holders.
[[nodiscard]] gathered gather_counted(const source& from, router& routes);

} // namespace proviso::observing
