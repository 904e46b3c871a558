#include "support/difference.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace proviso::support {
namespace {

constexpr std::size_t context = 3;
constexpr std::size_t most_pairs = 4'000'000; // of lines compared for the smallest difference
constexpr std::size_t most_lines = 200;       // shown

struct edit {
  char mark;
  std::string_view line;
};

using lines = std::vector<std::string_view>;

lines split(std::string_view text) {
  lines result;
  while (!text.empty()) {
    const auto end = text.find('\n');
    result.push_back(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return result;
}

// The length of the longest common subsequence of each pair of tails.
class tails {
public:
  tails(const lines& a, const lines& b) : width_(b.size() + 1), length_((a.size() + 1) * width_) {
    for (auto i = a.size(); i-- > 0;) {
      for (auto j = b.size(); j-- > 0;) {
        length_[i * width_ + j] = a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  std::size_t at(std::size_t i, std::size_t j) const { return length_[i * width_ + j]; }

private:
  std::size_t width_;
  std::vector<std::size_t> length_;
};

void replace_all(const lines& a, const lines& b, std::vector<edit>& edits) {
  for (const auto line : a) {
    edits.push_back({'-', line});
  }
  for (const auto line : b) {
    edits.push_back({'+', line});
  }
}

void smallest_edits(const lines& a, const lines& b, std::vector<edit>& edits) {
  const tails common(a, b);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      edits.push_back({' ', a[i++]});
      ++j;
    } else if (i < a.size() && (j == b.size() || common.at(i + 1, j) >= common.at(i, j + 1))) {
      edits.push_back({'-', a[i++]});
    } else {
      edits.push_back({'+', b[j++]});
    }
  }
}

std::vector<edit> edits_between(const lines& a, const lines& b) {
  std::vector<edit> edits;
  if (a.size() * b.size() > most_pairs) {
    replace_all(a, b, edits);
  } else {
    smallest_edits(a, b, edits);
  }
  return edits;
}

// Whether a change is at most `context` lines away.
bool near_change(const std::vector<edit>& edits, std::size_t at) {
  const auto from = at < context ? 0 : at - context;
  const auto to = std::min(edits.size(), at + context + 1);
  return std::any_of(edits.begin() + static_cast<std::ptrdiff_t>(from),
                     edits.begin() + static_cast<std::ptrdiff_t>(to),
                     [](const edit& e) { return e.mark != ' '; });
}

} // namespace

std::string difference(std::string_view expected, std::string_view actual) {
  if (expected == actual) {
    return {};
  }
  const auto edits = edits_between(split(expected), split(actual));
  std::string text;
  std::size_t shown = 0;
  for (std::size_t i = 0; i < edits.size() && shown < most_lines; ++i) {
    if (near_change(edits, i)) {
      text.append(1, edits[i].mark).append(edits[i].line) += '\n';
      ++shown;
    }
  }
  text += shown == most_lines ? "…\n" : "";
  const bool same_end =
      expected.empty() || actual.empty() || expected.ends_with('\n') == actual.ends_with('\n');
  return same_end ? text : text + (actual.ends_with('\n') ? '+' : '-') + "newline at the end\n";
}

} // namespace proviso::support
