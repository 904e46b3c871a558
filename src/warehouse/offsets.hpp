// What a zone's clocks are ahead of UTC, from the system's zone files, as numbers that any SQL engine can add.
#pragma once

#include "base/day.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace proviso::warehouse {

struct offset {
  std::int64_t from = 0;    // the second of UTC since 1970 from which on it holds
  std::int64_t seconds = 0; // local time less UTC
};

// The offsets of a zone, from the start of one day to the end of another with a day before and after; the first
// holds before its `from` as well. Empty where the system has no such zone.
[[nodiscard]] std::vector<offset> offsets_of(const std::string& zone, base::period days);

// The local day of an instant.
[[nodiscard]] base::day local_day(const std::string& zone, std::int64_t instant);

} // namespace proviso::warehouse
