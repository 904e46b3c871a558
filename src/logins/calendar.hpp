// Instants to months and days of a question, by a table of the days it asks about.
#pragma once

#include "base/day.hpp"
#include "logins/zone.hpp"

#include <cstdint>
#include <vector>

namespace proviso::logins {

// A moment of UTC, split as texts give it.
struct moment {
  std::int32_t day = 0;    // since 1970-01-01
  std::int32_t second = 0; // of that day

  [[nodiscard]] seconds instant() const { return seconds{day} * 86400 + second; }
};

// The number of a month times 32, plus days since its first.
using slot = std::uint32_t;
inline constexpr slot no_slot = ~slot{0};

class calendar {
public:
  // Months as question.hpp has them.
  calendar(const logins::zone& zone, const std::vector<base::day>& months);

  // `no_slot` on days of no month.
  [[nodiscard]] slot of(moment when) const {
    const auto row = static_cast<std::uint32_t>(when.day - first_);
    if (row >= cuts_.size())
      return no_slot;
    const auto& day = cuts_[row];
    if (day.second == several) [[unlikely]]
      return search(when);
    return when.second < day.second ? day.before : day.after;
  }

private:
  static constexpr std::int32_t several = -1;

  struct cut { // a day of UTC, and where a day of the zone begins within it
    std::int32_t second = 0;
    slot before = no_slot;
    slot after = no_slot;
  };

  [[nodiscard]] cut cut_of(std::int32_t day) const;
  [[nodiscard]] slot search(moment when) const;
  [[nodiscard]] slot slot_of(base::day day) const;

  logins::zone zone_;
  std::vector<base::day> months_;
  std::int32_t first_ = 0;
  std::vector<cut> cuts_;
};

} // namespace proviso::logins
