#include "base/nearest.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <utility>

namespace proviso::base {
namespace {

constexpr std::size_t longest = 80; // a longer word is no mistyped name, and the comparison is quadratic

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto above = row[j];
      const auto changed = diagonal + std::size_t{a[i - 1] != b[j - 1]};
      row[j] = std::min({above + 1, row[j - 1] + 1, changed});
      diagonal = above;
    }
  }
  return row.back();
}

} // namespace

std::string_view nearest(std::string_view found, std::span<const std::string_view> candidates) {
  if (found.empty() || found.size() > longest)
    return {};
  const auto lowered = lower(found);
  std::string_view best;
  auto allowed = found.size() / 3 + 1;
  for (const auto candidate : candidates) {
    if (candidate == found || candidate.size() > longest)
      continue;
    const auto distance = edit_distance(lowered, lower(candidate));
    if (distance > allowed || distance >= std::max(candidate.size(), found.size()))
      continue;
    if (distance == allowed && !best.empty())
      continue;
    best = candidate;
    allowed = distance;
  }
  return best;
}

std::string did_you_mean(std::string_view found, std::span<const std::string_view> candidates) {
  const auto best = nearest(found, candidates);
  return best.empty() ? std::string{} : fmt::format("did you mean '{}'?", best);
}

} // namespace proviso::base
