// The greedy algorithm of Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): for each
// number of edits how far every diagonal gets, then the way back.
#include "format/difference.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <vector>

namespace proviso::format {
namespace {

constexpr std::size_t context = 3;
constexpr int most_edits = 3000; // the memory grows with the square

struct edit {
  char mark = ' ';
  std::string_view line; // with its end
};

using lines = std::vector<std::string_view>;
using edits = std::vector<edit>;

lines split(std::string_view text) {
  lines result;
  while (!text.empty()) {
    const auto length = std::min(text.find('\n'), text.size() - 1) + 1;
    result.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return result;
}

// ---- the smallest way from one to the other

class shortest {
public:
  shortest(const lines& a, const lines& b) : a_(a), b_(b) {}

  // None where it takes too many edits.
  [[nodiscard]] std::optional<edits> operator()() {
    for (int d = 0; d <= most_edits; ++d) {
      reached_.push_back(advance(d));
      if (const auto x = at(d, diagonal_of_end()); x == size(a_))
        return way_back();
    }
    return std::nullopt;
  }

private:
  static int size(const lines& of) { return static_cast<int>(of.size()); }
  [[nodiscard]] int diagonal_of_end() const { return size(a_) - size(b_); }

  // How far down `a` the diagonal gets with d edits; -1 where it is not reached.
  [[nodiscard]] int at(int d, int diagonal) const {
    const bool known = d >= 0 && diagonal >= -d && diagonal <= d && (d - diagonal) % 2 == 0;
    return known ? reached_[static_cast<std::size_t>(d)][static_cast<std::size_t>((diagonal + d) / 2)] : -1;
  }

  // Where an insertion, else a deletion, leads to on this diagonal.
  [[nodiscard]] bool inserts(int d, int diagonal) const {
    return diagonal == -d || (diagonal != d && at(d - 1, diagonal - 1) < at(d - 1, diagonal + 1));
  }

  [[nodiscard]] int start(int d, int diagonal) const {
    if (d == 0)
      return 0;
    return inserts(d, diagonal) ? at(d - 1, diagonal + 1) : at(d - 1, diagonal - 1) + 1;
  }

  [[nodiscard]] std::vector<int> advance(int d) const {
    std::vector<int> result;
    for (int diagonal = -d; diagonal <= d; diagonal += 2) {
      int x = start(d, diagonal);
      while (x >= 0 && x < size(a_) && x - diagonal >= 0 && x - diagonal < size(b_) &&
             line(a_, x) == line(b_, x - diagonal))
        ++x;
      result.push_back(x);
    }
    return result;
  }

  [[nodiscard]] static std::string_view line(const lines& of, int at) {
    return of[static_cast<std::size_t>(at)];
  }

  [[nodiscard]] edits way_back() const {
    edits result;
    int x = size(a_);
    int diagonal = diagonal_of_end();
    for (int d = static_cast<int>(reached_.size()) - 1; d >= 0; --d) {
      for (const int from = start(d, diagonal); x > from;)
        result.push_back({' ', line(a_, --x)});
      if (d > 0 && inserts(d, diagonal))
        result.push_back({'+', line(b_, x - ++diagonal)});
      else if (d > 0)
        --diagonal, result.push_back({'-', line(a_, --x)});
    }
    std::ranges::reverse(result);
    return result;
  }

  const lines& a_;
  const lines& b_;
  std::vector<std::vector<int>> reached_;
};

edits replaced(const lines& a, const lines& b) {
  edits result;
  for (const auto line : a)
    result.push_back({'-', line});
  for (const auto line : b)
    result.push_back({'+', line});
  return result;
}

edits marked(const lines& all) {
  edits result;
  for (const auto line : all)
    result.push_back({' ', line});
  return result;
}

// What both begin and end with is set aside.
edits edits_between(lines a, lines b) {
  const auto begin = std::ranges::mismatch(a, b).in1 - a.begin();
  auto result = marked({a.begin(), a.begin() + begin});
  a.erase(a.begin(), a.begin() + begin);
  b.erase(b.begin(), b.begin() + begin);
  const auto end = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
  const auto last = marked({a.end() - end, a.end()});
  a.erase(a.end() - end, a.end());
  b.erase(b.end() - end, b.end());
  auto small = shortest(a, b)();
  std::ranges::move(small ? std::move(*small) : replaced(a, b), std::back_inserter(result));
  std::ranges::copy(last, std::back_inserter(result));
  return result;
}

// ---- how it is shown

struct hunk {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<hunk> hunks_of(const edits& all) {
  std::vector<hunk> result;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (all[at].mark == ' ')
      continue;
    const auto begin = at < context ? 0 : at - context;
    if (result.empty() || begin > result.back().end)
      result.push_back({begin, 0});
    result.back().end = std::min(at + 1 + context, all.size());
  }
  return result;
}

// The lines of `before`, or of `after`, in a stretch of edits: those that are not only in the other one.
std::size_t count(const edits& all, hunk in, char other) {
  const auto from = all.begin() + static_cast<std::ptrdiff_t>(in.begin);
  const auto to = all.begin() + static_cast<std::ptrdiff_t>(in.end);
  return static_cast<std::size_t>(std::count_if(from, to, [&](const edit& e) { return e.mark != other; }));
}

std::string range(const edits& all, hunk of, char other) {
  const auto number = count(all, of, other);
  const auto before = count(all, {0, of.begin}, other);
  return fmt::format("{},{}", before + (number == 0 ? 0 : 1), number);
}

std::string shown(const edit& each) {
  const bool ends = each.line.ends_with('\n');
  const auto line = base::harmless(each.line.substr(0, each.line.size() - (ends ? 1 : 0)));
  return fmt::format("{}{}\n{}", each.mark, line, ends ? "" : "\\ No newline at end of file\n");
}

} // namespace

std::string difference(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after)
    return {};
  const auto all = edits_between(split(before), split(after));
  auto result = fmt::format("--- {0}\n+++ {0}\n", base::harmless(name));
  for (const auto& each : hunks_of(all)) {
    result += fmt::format("@@ -{} +{} @@\n", range(all, each, '+'), range(all, each, '-'));
    for (auto at = each.begin; at < each.end; ++at)
      result += shown(all[at]);
  }
  return result;
}

} // namespace proviso::format
