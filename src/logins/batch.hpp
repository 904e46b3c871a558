// What some rows of one history said, apart from all others until it is sure that they are rows.
#pragma once

#include "base/diagnostic.hpp"
#include "logins/calendar.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace proviso::logins {

struct key { // of a user or a row: the first and the last eight of the 15 characters of an id
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  friend bool operator==(const key&, const key&) = default;
};

struct login { // one that counts in some way
  key user;    // of a user known by name: where the name stands in the batch, and `name_mark` plus its length
  slot when = 0;
  std::uint32_t ways = 0; // bit i: in way i
};

inline constexpr std::uint64_t name_mark = std::uint64_t{1} << 63; // no id has it: ids are ASCII

struct bad_line {
  std::uint64_t line = 0; // from 0, within the batch
  std::string reason;
};

inline constexpr std::size_t most_shown = 20;
inline constexpr std::size_t most_ways = 8;

struct batch {
  std::vector<login> logins;
  std::vector<key> rows_seen; // of the logins, where rows are told apart
  std::string names;          // in lower case, one after another
  std::uint64_t rows = 0;
  std::uint64_t bad = 0;
  std::uint64_t bad_undated = 0;         // of these, at a time that cannot be read either
  std::vector<std::uint32_t> bad_months; // of the others, by month; those of no month are not among them
  std::uint64_t failed = 0;
  std::uint64_t elsewhere = 0; // events of other kinds, which are no logins
  std::uint64_t internal = 0;
  std::uint64_t successful = 0;
  std::uint64_t outside = 0;
  std::uint64_t excluded[most_ways] = {};
  std::vector<std::uint32_t> untold_statuses; // rows of a status that nobody knows, by month
  std::vector<std::uint32_t> untold_types;    // successful rows of which no way can be told, by month
  unsigned orders = 0;                        // bit by `date_order`: in which dates show that they are written
  std::vector<std::uint32_t> type_rows;       // by the number of the login type
  std::vector<std::uint32_t> user_rows;       // by the number of the user type
  std::vector<std::uint32_t> status_rows;     // of those that failed, by the number of the status
  seconds first = std::numeric_limits<seconds>::max();
  seconds last = std::numeric_limits<seconds>::min();
  std::vector<bad_line> bad_lines; // the first
  std::optional<bad_line> fault;   // what ends the run
  std::string help;                // how to go on

  void clear();
};

} // namespace proviso::logins
