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

bool access_rule::names(std::string_view object) const {
  return std::any_of(objects.begin(), objects.end(), [&](const auto& o) { return o.matches(object); });
}

} // namespace proviso::model
