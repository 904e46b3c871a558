#include "checking/facts/forecast.hpp"

#include <algorithm>

namespace proviso::checking {
namespace {

// The first day on which the running sum exceeds what is allowed, if it goes on as in that month.
std::optional<base::day> exhausted(const running_window& window, const std::vector<std::int64_t>& like) {
  std::int64_t sum = 0;
  auto at = window.days.first;
  for (const auto logins : window.so_far) {
    sum += logins;
    if (sum > window.allowed)
      return at;
    at += std::chrono::days(1);
  }
  for (std::size_t i = 0; i < window.offsets.size(); ++i) {
    // The last days of a longer month are like the last of a shorter one. What is seen of a day is the least.
    const auto offset = static_cast<std::size_t>(window.offsets[i]);
    const auto least = i < window.later.size() ? window.later[i] : 0;
    sum += std::max(least, like[std::min(offset, like.size() - 1)]);
    if (sum > window.allowed)
      return at;
    at += std::chrono::days(1);
  }
  return std::nullopt;
}

} // namespace

std::optional<base::day> ran_out(const running_window& window) {
  return exhausted(window, {0});
}

std::optional<forecast> foresee(const running_window& window,
                                const std::vector<std::vector<std::int64_t>>& past) {
  if (const auto day = ran_out(window))
    return forecast{base::rational(1), static_cast<int>(past.size()), day, day, day, true};
  if (past.size() < fewest_months)
    return std::nullopt;
  std::vector<base::day> days;
  for (const auto& month : past)
    if (const auto day = exhausted(window, month))
      days.push_back(*day);
  std::ranges::sort(days);
  forecast result;
  result.months = static_cast<int>(past.size());
  result.share = base::rational(static_cast<std::int64_t>(days.size()), static_cast<std::int64_t>(past.size()));
  if (!days.empty()) {
    result.first = days.front();
    result.middle = days[(days.size() - 1) / 2]; // by nearest rank
    result.last = days.back();
  }
  return result;
}

} // namespace proviso::checking
