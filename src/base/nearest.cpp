#include "base/nearest.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace proviso::base {
namespace {

constexpr std::size_t longest = 80; // a longer word is no mistyped name, and the comparison is quadratic

// Insertions, deletions, changes and swaps of neighbours, each at a cost of one.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(above);
    above.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + std::size_t{a[i - 1] != b[j - 1]}});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
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
