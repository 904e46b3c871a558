#include "org/licenses.hpp"

#include "base/text.hpp"
#include "org/words.hpp"

#include <fmt/format.h>

namespace proviso::org {
namespace {

const model::license_name* named(const std::vector<model::license_name>& all, std::string_view text) {
  for (const auto& each : all)
    if (base::same_but_case(each.text, text))
      return &each;
  return nullptr;
}

bool same(const license& a, const license& b) {
  return a.is == b.is && a.of == b.of && a.sold == b.sold;
}

} // namespace

license find_license(const model::catalogue& known, const model::catalogue& words, std::string_view text) {
  for (const auto& [name, each] : known.licenses)
    for (const auto* list : {&each.names, &each.keys})
      if (const auto* found = named(*list, text))
        return {std::string(text), license::kind::external, &each, found->sold};
  const bool internal = is_one_of_texts(words, "internal-license-names", text);
  return {std::string(text), internal ? license::kind::internal : license::kind::unknown, nullptr,
          model::sale::members};
}

license licenses::read(std::string_view name, std::string_view key) const {
  if (name.empty() || key.empty())
    return find_license(known_, words_, name.empty() ? key : name);
  const auto by_name = find_license(known_, words_, name);
  const auto by_key = find_license(known_, words_, key);
  if (by_key.is == license::kind::unknown || same(by_name, by_key))
    return by_name;
  auto result = by_key;
  if (by_name.is != license::kind::unknown) // they contradict each other
    result = {};
  result.text = fmt::format("{} ({})", name, key);
  return result;
}

std::uint32_t licenses::number_of(std::string_view name, std::string_view key) {
  if (name.empty() && key.empty())
    return none;
  const auto next = static_cast<std::uint32_t>(into_.licenses.size());
  const auto [place, fresh] =
      numbers_.try_emplace(fmt::format("{}\n{}", base::lower(name), base::lower(key)), next);
  if (fresh)
    into_.licenses.push_back(read(name, key));
  return place->second;
}

license licenses::counted_as(std::string_view label) const {
  auto result = find_license(known_, words_, label);
  if (result.is == license::kind::unknown && label.ends_with('s'))
    result = find_license(known_, words_, label.substr(0, label.size() - 1));
  return result;
}

} // namespace proviso::org
