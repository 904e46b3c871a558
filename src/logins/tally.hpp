// What login histories answer: distinct users with the days on which they logged in, and how much was read to
// know it. Ids and names of users are in here, and nowhere else.
#pragma once

#include "base/day.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::logins {

using instant = std::chrono::sys_seconds;

// A user with at least one login that counts in at least one way and month. Views last as long as the call.
struct user {
  std::string_view id;   // its first 15 characters; empty where the export had names only
  std::string_view name; // in lower case; empty where the export had ids
  std::size_t months = 0;
  std::size_t ways = 0;
  std::span<const std::uint32_t> masks;  // by way, then month
  std::span<const std::uint32_t> counts; // likewise; 0 for ways other than every_login

  // Bit i is the login day i days after the month's first.
  [[nodiscard]] std::uint32_t days(std::size_t way, std::size_t month) const {
    return masks[way * months + month];
  }
  // Logins in that month, where the way counts every login.
  [[nodiscard]] std::uint32_t logins(std::size_t way, std::size_t month) const {
    return counts.empty() ? 0 : counts[way * months + month];
  }
};

struct bad_row {
  std::string file;
  std::uint64_t line = 0; // of the row's first character, from 1
  std::string reason;     // "the time '2026-02-30T10:00:00Z' does not exist"
};

struct name_count {
  std::string name;
  std::uint64_t rows = 0;
};

struct end_of_data { // the first or last row, whatever its status
  instant at;
  base::day day; // in the question's zone
};

// Each row read is one of bad, failed, internal, successful, or of another event; the figures of ways say what
// became of the successful.
struct figures {
  std::uint64_t bytes = 0; // of the files, as they lie on the disk
  std::uint64_t rows = 0;  // without headers and empty lines
  std::uint64_t bad = 0;
  std::uint64_t bad_undated = 0;            // of these, at a time that cannot be read either
  std::vector<std::uint64_t> bad_months;    // of the others, by month as far as there are any
  std::uint64_t failed = 0;                 // by status
  std::uint64_t elsewhere = 0;              // events of other kinds in an event log: no logins
  std::vector<name_count> unknown_statuses; // of the failed rows: neither success nor a known reason to fail
  // By month as far as there are any: rows of unknown statuses in files of which no row succeeded, so that
  // their word for success may be among them; and successful rows of a login type without a known code, which
  // may be one that counts apart. What they would count is not counted.
  std::vector<std::uint64_t> untold_statuses;
  std::vector<std::uint64_t> untold_types;
  std::uint64_t internal = 0; // successful logins of internal users and guests, as far as the export tells
  std::uint64_t successful = 0;
  std::uint64_t outside = 0;             // successful, on days of no month
  std::optional<std::uint64_t> repeated; // the same row again; known where a way counts every login
  std::vector<std::uint64_t> excluded;   // by way: successful, left out by its `only` and `except`
  std::vector<name_count> login_types;   // of the successful rows, as written, by name
  std::vector<name_count>
      unknown_users; // user types of successful rows that are neither known as internal nor external
  std::optional<end_of_data> first; // none: no row had a time
  std::optional<end_of_data> last;
  std::vector<base::period> spans; // of each file with a row that has a time: the days of its first and last
  std::vector<bad_row> bad_rows;   // the first 20, by file and line
  std::vector<std::string> files;  // read, in order
};

class store; // the users, in a table of its own making

class tally {
public:
  explicit tally(std::unique_ptr<store> users);
  tally(tally&&) noexcept;
  tally& operator=(tally&&) noexcept;
  ~tally();

  figures read;

  [[nodiscard]] std::uint64_t users() const; // distinct: ids, and names where an export has no ids
  // Each user once, in no particular order.
  void each(const std::function<void(const user&)>& use) const;

private:
  std::unique_ptr<store> users_;
};

} // namespace proviso::logins
