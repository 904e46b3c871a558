#include "simulating/lock_day.hpp"

#include "metering/population.hpp"
#include "simulating/wide.hpp"

#include <chrono>

namespace proviso::simulating {
namespace {

constexpr int share_bits = 60;

std::vector<std::uint64_t> shares_of(const usage::population& of, base::period days) {
  const auto all = metering::season_days(of, days);
  std::vector<std::uint64_t> result(static_cast<std::size_t>(days.days()));
  for (std::size_t d = 0; d < result.size() && !all.is_zero(); ++d) {
    const auto so_far =
        metering::season_days(of, {days.first, days.first + std::chrono::days(static_cast<int>(d))});
    const auto units = so_far / all * base::rational(std::int64_t{1} << share_bits);
    result[d] = static_cast<std::uint64_t>(units.floor().whole().value_or(0));
  }
  return result;
}

} // namespace

day_shares::day_shares(const model::calendar& months, const std::vector<const usage::population*>& seasons) {
  for (const auto& month : months.months()) {
    auto& streams = come_.emplace_back();
    for (const auto* one : seasons)
      streams.push_back(shares_of(*one, month.days));
  }
}

int day_shares::first_above(std::size_t month, std::span<const std::int64_t> logins, std::int64_t left) const {
  const auto& streams = come_[month];
  const auto above = [&](int day) {
    wide sum = 0;
    for (std::size_t s = 0; s < streams.size(); ++s)
      sum += wide{logins[s]} * streams[s][static_cast<std::size_t>(day)];
    return sum > wide{left} << share_bits;
  };
  int low = 0;
  int high = static_cast<int>(streams.front().size()) - 1;
  while (low < high) {
    const auto middle = (low + high) / 2;
    if (above(middle))
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

} // namespace proviso::simulating
