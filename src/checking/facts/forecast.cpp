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
  for (const auto offset :
       window.offsets) { // the last days of a longer month are like the last of a shorter one
    sum += like[std::min(static_cast<std::size_t>(offset), like.size() - 1)];
    if (sum > window.allowed)
      return at;
    at += std::chrono::days(1);
  }
  return std::nullopt;
}

} // namespace

std::optional<forecast> foresee(const running_window& window,
                                const std::vector<std::vector<std::int64_t>>& past) {
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
