#include "model/rights.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace proviso::model {
namespace {

// `*` stands for any characters. Greedy with one point of return, so linear in practice and never exponential.
bool glob(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  auto star = std::string_view::npos;
  std::size_t resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

// Whether some name matches both patterns. `now[j]`: what is left of `a` from i on and of `b` from j on share
// one; `next` likewise from i + 1 on.
bool share_a_name(std::string_view a, std::string_view b) {
  std::vector<char> now(b.size() + 1);
  std::vector<char> next(b.size() + 1);
  for (auto i = a.size() + 1; i-- > 0;) {
    for (auto j = b.size() + 1; j-- > 0;) {
      const bool a_left = i < a.size();
      const bool b_left = j < b.size();
      if (a_left && a[i] == '*')
        now[j] = next[j] != 0 || (b_left && now[j + 1] != 0);
      else if (b_left && b[j] == '*')
        now[j] = now[j + 1] != 0 || (a_left && next[j] != 0);
      else
        now[j] = a_left && b_left ? a[i] == b[j] && next[j + 1] != 0 : !a_left && !b_left;
    }
    now.swap(next);
  }
  return next.front() != 0;
}

} // namespace

std::string_view to_string(operations::bit one) {
  switch (one) {
  case operations::create: return "create";
  case operations::read: return "read";
  case operations::update: return "update";
  case operations::remove: return "delete";
  }
  return {};
}

std::string to_string(operations all) {
  std::string result;
  for (const auto one : each_operation)
    if (all.holds(one))
      result.append(result.empty() ? "" : ", ").append(to_string(one));
  return result;
}

bool object_pattern::matches(std::string_view object) const {
  if (text.find('*') == std::string::npos)
    return base::same_but_case(text, object);
  return glob(base::lower(text), base::lower(object));
}

bool object_pattern::meets(const object_pattern& other) const {
  constexpr std::size_t most = 10'000'000; // steps; of longer ones nobody can say that they do not
  return text.size() * other.text.size() > most || share_a_name(base::lower(text), base::lower(other.text));
}

bool access_rule::names(std::string_view object) const {
  return std::any_of(objects.begin(), objects.end(), [&](const auto& o) { return o.matches(object); });
}

} // namespace proviso::model
