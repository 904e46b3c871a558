#include "org/directory.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace proviso::org {
namespace {

constexpr std::size_t significant = 15;

bool letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

std::string short_id(std::string_view id) {
  return std::string(id.substr(0, significant));
}

bool is_id(std::string_view text) {
  return (text.size() == significant || text.size() == significant + 3) &&
         std::ranges::all_of(text, letter_or_digit);
}

const user* directory::find(std::string_view id, std::string_view name) const {
  const auto& in = id.empty() ? by_name : by_id;
  const auto found = in.find(id.empty() ? name : id);
  return found == in.end() ? nullptr : &users[found->second];
}

const user* directory::find(std::string_view id_or_name) const {
  const auto* found = find(id_or_name, {});
  return found == nullptr ? find({}, id_or_name) : found;
}

const std::vector<assignment>* directory::dated(const user& of) const {
  const auto found = assignments.find(of.id.empty() ? of.name : of.id);
  return found == assignments.end() ? nullptr : &found->second;
}

const permissions::held* permissions::find(const std::unordered_map<std::string, held>& in,
                                           std::string_view name) {
  const auto found = in.find(base::lower(name));
  return found == in.end() ? nullptr : &found->second;
}

void directory::join_assignments() {
  index();
  for (const auto& one : users) {
    if (one.id.empty() || one.name.empty())
      continue;
    auto by_its_name = assignments.extract(one.name);
    if (by_its_name.empty())
      continue;
    auto& all = assignments[one.id];
    all.insert(all.end(), by_its_name.mapped().begin(), by_its_name.mapped().end());
  }
  exported = users.size();
  std::vector<std::string> strangers;
  for (const auto& [who, all] : assignments)
    if (find(who) == nullptr)
      strangers.push_back(who);
  std::ranges::sort(strangers);
  for (auto& who : strangers) {
    auto& fresh = users.emplace_back();
    (is_id(who) ? fresh.id : fresh.name) = std::move(who);
  }
  by_id.clear(); // the texts have moved with their users
  by_name.clear();
  index();
}

void directory::index() {
  for (std::uint32_t i = 0; i < users.size(); ++i) {
    if (!users[i].id.empty())
      by_id.emplace(users[i].id, i);
    if (!users[i].name.empty())
      by_name.emplace(users[i].name, i);
  }
}

} // namespace proviso::org
