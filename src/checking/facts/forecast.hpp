// When a pool runs out: the logins of its running window so far, followed by days like those of each whole
// month that was seen. Each past month is one way it may go on; nothing is smoothed and no trend is assumed.
#pragma once

#include "base/day.hpp"
#include "base/rational.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace proviso::checking {

struct running_window {
  base::period days;
  std::int64_t allowed = 0;         // entitled and tolerated
  std::vector<std::int64_t> so_far; // logins of each day from its first to the last that is seen
  std::vector<int> offsets;         // of each day that follows, up to its last: its place in its contract month
  std::vector<std::int64_t> later{}; // logins of these days that are seen all the same; there may be more
};

struct forecast {
  base::rational share;           // of the past months that would exhaust it, 0 to 1
  int months = 0;                 // past months it rests on
  std::optional<base::day> first; // the earliest, the middle and the latest day on which it runs out
  std::optional<base::day> middle;
  std::optional<base::day> last;
  bool seen = false; // it has run out already: the logins that are seen suffice, whatever follows
};

// The fewest past months from which anything is concluded.
inline constexpr std::size_t fewest_months = 3;

// The day on which the logins that are seen exhaust it, were there no more.
[[nodiscard]] std::optional<base::day> ran_out(const running_window& window);

// `past` are the logins of each day of whole months before. Empty where they are too few and it has not run out
// yet.
[[nodiscard]] std::optional<forecast> foresee(const running_window& window,
                                              const std::vector<std::vector<std::int64_t>>& past);

} // namespace proviso::checking
