// What all batches come to, whichever thread brings them.
#pragma once

#include "base/diagnostic.hpp"
#include "logins/batch.hpp"
#include "logins/count.hpp"
#include "logins/words.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace proviso::logins {

struct placed_line {
  std::size_t file = 0; // by number
  std::uint64_t line = 0;
  std::string reason;
};

struct time_span { // of the rows that have a time; without any the first is after the last
  seconds first = std::numeric_limits<seconds>::max();
  seconds last = std::numeric_limits<seconds>::min();

  void add(seconds from, seconds to);
};

// A thread's own sums, added up at the end.
struct sums {
  std::uint64_t repeated = 0;
  std::uint64_t rows = 0;
  std::uint64_t bad = 0;
  std::uint64_t bad_undated = 0;
  std::vector<std::uint64_t> bad_months;
  std::uint64_t failed = 0;
  std::uint64_t elsewhere = 0;
  std::uint64_t internal = 0;
  std::uint64_t successful = 0;
  std::uint64_t outside = 0;
  std::uint64_t excluded[most_ways] = {};
  std::vector<std::uint64_t> untold_types; // by month
  unsigned orders = 0;                     // as in a batch
  seconds first = std::numeric_limits<seconds>::max();
  seconds last = std::numeric_limits<seconds>::min();
  std::vector<time_span> files;         // by number, as far as there are any
  std::vector<std::uint64_t> type_rows; // by the thread's numbers
  std::vector<std::uint64_t> user_rows;
  std::vector<std::uint64_t> status_rows;

  void add(std::size_t file, const batch& some);
  void add(const sums& other); // without rows by numbers
};

class totals {
public:
  totals(std::uint64_t bytes, watcher watch) : bytes_(bytes), watch_(std::move(watch)) {}

  void add_lines(std::size_t file, std::uint64_t first_line, const batch& from);
  void add_fault(std::size_t file, base::diagnostic what);
  void add_progress(std::uint64_t bytes, std::uint64_t rows);
  void tell_progress() const; // the last time, once every thread has ended
  void add_statuses(std::size_t file, const batch& from);
  void add_sums(const sums& part, const words& types, const words& user_types, const words& statuses);

  // Once every thread has ended.
  void finish(figures& into) const;
  [[nodiscard]] const sums& all() const { return sums_; }
  [[nodiscard]] const std::vector<placed_line>& lines() const { return lines_; } // the first bad ones
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }
  void report(base::diagnostics& faults); // what ended a file, in the order of files

private:
  std::uint64_t bytes_;
  watcher watch_;
  std::atomic<std::uint64_t> bytes_read_{0};
  std::atomic<std::uint64_t> rows_{0};
  std::mutex watching_;
  std::chrono::steady_clock::time_point told_{};

  std::mutex lock_;
  std::vector<placed_line> lines_;
  std::vector<std::pair<std::size_t, base::diagnostic>> faults_;
  struct told {                        // by the statuses of one file
    bool succeeded = false;            // some row did: so the file speaks of success in words that are known
    std::vector<std::uint64_t> untold; // rows of a status that nobody knows, by month
  };
  std::map<std::size_t, told> files_;
  sums sums_;
  std::map<std::string, std::uint64_t> types_;
  std::map<std::string, std::uint64_t> unknown_users_;
  std::map<std::string, std::uint64_t> unknown_statuses_;
};

} // namespace proviso::logins
