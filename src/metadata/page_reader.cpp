#include "metadata/page_reader.hpp"

#include "base/text.hpp"
#include "metadata/markup.hpp"
#include "metadata/scan.hpp"

#include <algorithm>

namespace proviso::metadata {
namespace {

constexpr std::string_view page_tags[] = {"apex:page"};

class name_list { // names with commas between
public:
  name_list(std::string_view text, std::uint32_t source) : text_(text), source_(source) {}

  void add_to(stated_names& to, std::string_view list) const {
    while (!list.empty()) {
      const auto comma = std::min(list.find(','), list.size());
      add_one(to, list.substr(0, comma));
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
  }

private:
  void add_one(stated_names& to, std::string_view item) const {
    const auto first = std::min(item.find_first_not_of(xml_blanks), item.size());
    const auto name = item.substr(first, item.find_first_of(xml_blanks, first) - first);
    if (!name.empty())
      to.push_back({std::string(name), span_of(name, text_, source_)});
  }

  std::string_view text_;
  std::uint32_t source_;
};

} // namespace

part page_part(std::string_view text, std::uint32_t source) {
  part result;
  const auto tag = find_tag(text, page_tags);
  if (!tag) {
    result.faults.push_back(no_tag("<apex:page>", "page", text, source));
    return result;
  }
  const auto begin = static_cast<std::uint32_t>(tag->at);
  result.at = {source, begin, begin + static_cast<std::uint32_t>(1 + tag->name.size())};
  result.page = std::make_unique<page>();
  result.page->at = result.at;
  const name_list names(text, source);
  for (const auto& [name, value] : tag->attributes)
    if (base::same_but_case(name, "controller") || base::same_but_case(name, "extensions"))
      names.add_to(result.page->controllers, value);
  return result;
}

} // namespace proviso::metadata
