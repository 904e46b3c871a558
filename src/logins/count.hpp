// Reads login histories and counts. LoginHistory as CSV of any tool or JSON, and event log files of logins, are
// recognised by their headers; files may overlap.
#pragma once

#include "base/diagnostic.hpp"
#include "logins/question.hpp"
#include "logins/tally.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace proviso::logins {

struct progress {
  std::uint64_t bytes = 0; // of the files, as they lie on the disk
  std::uint64_t total = 0; // 0: not known
  std::uint64_t rows = 0;
};

// Called now and then, by one thread at a time, and at the end.
using watcher = std::function<void(const progress&)>;

// `places` are files, folders, globs, or "-" for standard input; plain, gzip or zstd. Without an answer where a
// diagnostic was added: a place that cannot be read, a header without a needed column, dates in an order nobody
// stated, more bad rows than allowed. Memory does not grow with the files: each thread holds two blocks and at
// most one row, the table some 100 bytes a user; only ways that count every login remember each row.
[[nodiscard]] std::optional<tally> count(const std::vector<std::string>& places, const question& asked,
                                         base::diagnostics& faults, const watcher& watch = {});

} // namespace proviso::logins
