#include "org/words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace proviso::org {

std::span<const std::string> texts(const model::catalogue& in, std::string_view group) {
  const auto* found = in.find_group(group, model::group::kind::texts);
  return found == nullptr ? std::span<const std::string>{} : found->members;
}

bool is_one_of_texts(const model::catalogue& in, std::string_view group, std::string_view text) {
  return std::ranges::any_of(texts(in, group),
                             [&](const std::string& one) { return base::same_but_case(one, text); });
}

std::vector<tables::column> columns_of(const model::catalogue& in, std::span<const std::string_view> groups) {
  std::vector<tables::column> result;
  for (const auto name : groups) {
    const auto members = texts(in, name);
    result.push_back({members.empty() ? std::string(name) : members.front(), {members.begin(), members.end()}});
  }
  return result;
}

} // namespace proviso::org
