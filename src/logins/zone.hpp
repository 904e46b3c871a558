// A time zone as stretches of one offset each, from the system's file of it (TZif, RFC 8536), its rule for the
// years after its table included.
#pragma once

#include "base/day.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::logins {

using seconds = std::int64_t; // since 1970-01-01T00:00:00Z

struct stretch {
  seconds from = 0;           // until the next one's
  std::int32_t offset = 0;    // seconds east of Greenwich
  std::string abbreviation{}; // "PDT"
};

class zone {
public:
  zone() = default;                              // UTC
  explicit zone(std::vector<stretch> stretches); // by time, at least one

  [[nodiscard]] const stretch& at(seconds instant) const;
  [[nodiscard]] base::day day(seconds instant) const;
  // Every instant at which clocks there show this time: none in the hour that spring leaves out, two in the one
  // that autumn repeats. `local` counts as if the clock were UTC.
  [[nodiscard]] std::vector<seconds> instants(seconds local) const;
  [[nodiscard]] const std::vector<stretch>& stretches() const { return stretches_; }

private:
  std::vector<stretch> stretches_{stretch{0, 0, "UTC"}};
};

// Where the system keeps its zones.
inline constexpr std::string_view zone_folder = "/usr/share/zoneinfo/";

// Whether the system has a file of that zone: quicker than to load it.
[[nodiscard]] bool is_zone(const std::string& name);
// Empty where the system has no such zone, or a file that is none.
[[nodiscard]] std::optional<zone> load_zone(const std::string& name);
// The same from the bytes of its file.
[[nodiscard]] std::optional<zone> parse_zone(std::string_view bytes);

} // namespace proviso::logins
