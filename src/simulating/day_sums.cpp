#include "simulating/day_sums.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace proviso::simulating {
namespace {

constexpr std::uint64_t certain = std::uint64_t{1} << probability_bits;
constexpr std::size_t longest_table = 4096; // that is worked out further

// What rounding left over goes to the likeliest, so that it is certain that something is drawn.
void make_certain(distribution& of) {
  const auto sum = std::accumulate(of.weights.begin(), of.weights.end(), std::uint64_t{0});
  *std::ranges::max_element(of.weights) += certain - sum;
}

void trim(distribution& of) {
  const auto likely = [](std::uint64_t weight) { return weight > 0; };
  const auto first = std::ranges::find_if(of.weights, likely);
  of.first += first - of.weights.begin();
  of.weights.erase(of.weights.begin(), first);
  while (of.weights.back() == 0)
    of.weights.pop_back();
}

// Half up from products of two weights.
std::uint64_t weight_of(wide_natural products) {
  return static_cast<std::uint64_t>((products + (certain >> 1)) >> probability_bits);
}

} // namespace

distribution of_one_user(const std::vector<day_chance>& chances) {
  distribution result;
  const auto [least, most] = std::ranges::minmax_element(chances, {}, &day_chance::days);
  result.first = least->days;
  result.weights.assign(static_cast<std::size_t>(most->days - least->days) + 1, 0);
  for (const auto& one : chances) {
    const auto exact = one.chance * base::rational(static_cast<std::int64_t>(certain));
    result.weights[static_cast<std::size_t>(one.days - least->days)] +=
        static_cast<std::uint64_t>(exact.floor().whole().value_or(0));
  }
  make_certain(result);
  trim(result);
  return result;
}

distribution of_two(const distribution& one) {
  const auto& w = one.weights;
  distribution result{2 * one.first, std::vector<std::uint64_t>(2 * w.size() - 1)};
  for (std::size_t k = 0; k < result.weights.size(); ++k) {
    wide_natural pairs = 0; // each is drawn in two orders
    auto i = k < w.size() ? 0 : k - w.size() + 1;
    for (; 2 * i < k; ++i)
      pairs += wide_natural{w[i]} * w[k - i];
    result.weights[k] = weight_of(2 * pairs + (k % 2 == 0 ? wide_natural{w[k / 2]} * w[k / 2] : 0));
  }
  make_certain(result);
  trim(result);
  return result;
}

// Cells that hold less than their share are filled up by one that holds more, each by one only.
alias_table::alias_table(const distribution& of) : first_(of.first), cells_(of.weights.size()) {
  const auto count = cells_.size();
  std::vector<wide_natural> held(count);
  std::vector<std::size_t> poor;
  std::vector<std::size_t> rich;
  for (std::size_t i = 0; i < count; ++i) {
    held[i] = wide_natural{of.weights[i]} * count;
    cells_[i] = (~std::uint64_t{0} << other_bits) | i;
    (held[i] < certain ? poor : rich).push_back(i);
  }
  while (!poor.empty() && !rich.empty()) {
    const auto to = poor.back();
    const auto from = rich.back();
    poor.pop_back();
    const auto own = static_cast<std::uint64_t>(held[to] << (64 - probability_bits));
    cells_[to] = (own & (~std::uint64_t{0} << other_bits)) | from;
    held[from] -= certain - held[to];
    if (held[from] < certain) {
      rich.pop_back();
      poor.push_back(from);
    }
  }
}

day_sums::day_sums(const std::vector<day_chance>& chances, std::int64_t users_expected) {
  auto current = of_one_user(chances);
  tables_.emplace_back(current);
  for (std::int64_t users = 2; users <= users_expected && current.weights.size() <= longest_table; users *= 2) {
    current = of_two(current);
    tables_.emplace_back(current);
  }
}

// One draw of the table of each bit, then as many of the last as are left.
std::int64_t day_sums::draw(std::int64_t users, stream& from) const {
  const auto last = tables_.size() - 1;
  auto bits = static_cast<std::uint64_t>(users) & ((std::uint64_t{1} << last) - 1);
  auto rest = users >> last;
  std::int64_t sum = 0;
  while (bits != 0 || rest > 0) {
    const auto& numbers = from.next_eight();
    std::size_t taken = 0;
    for (; taken < numbers.size() && bits != 0; bits &= bits - 1)
      sum += tables_[static_cast<std::size_t>(std::countr_zero(bits))].drawn_by(numbers[taken++]);
    for (; taken < numbers.size() && rest > 0; --rest)
      sum += tables_[last].drawn_by(numbers[taken++]);
  }
  return sum;
}

} // namespace proviso::simulating
