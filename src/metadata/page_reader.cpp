#include "metadata/page_reader.hpp"

#include "base/text.hpp"
#include "metadata/markup.hpp"
#include "metadata/scan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>

namespace proviso::metadata {
namespace {

constexpr std::string_view page_tag = "apex:page";
constexpr std::string_view component_tag = "apex:component";

// Tags that bring a page or a flow into the page.
struct page_reference {
  std::string_view tag;
  std::string_view attribute; // which names it
  enum of { page, flow } to = page;
};
constexpr page_reference page_references[] = {
    {"apex:include", "pageName"},
    {"apex:composition", "template"},
    {"flow:interview", "name", page_reference::flow},
};

// Of components of the project itself. Another prefix that is not known is the namespace of a package. Source:
// Visualforce Developer Guide, Standard Component Reference; the last ones are of what pages contain besides.
constexpr std::string_view own_prefix = "c";
constexpr std::string_view known_prefixes[] = {
    "apex",      "analytics", "chatter",   "chatteranswers",
    "flow",      "ideas",     "knowledge", "liveagent",
    "messaging", "site",      "social",    "support",
    "topics",    "wave",      "aura",      "svg",
    "xsl",       "xml",       "fb",        "g",
    "v",         "o",         "w",         "x",
    "st1",
};

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

// Reads the markup of a page or of a component.
class page_reader {
public:
  page_reader(std::string_view text, std::uint32_t source)
      : text_(text), source_(source), names_(text, source) {}

  page read(const markup_tag& root) {
    for (const auto& [name, value] : root.attributes)
      if (base::same_but_case(name, "controller") || base::same_but_case(name, "extensions"))
        names_.add_to(page_.controllers, value);
    for (const auto& tag : prefixed_tags(text_))
      add(tag);
    return std::move(page_);
  }

private:
  void add(const markup_tag& tag) {
    for (const auto& known : page_references)
      if (base::same_but_case(tag.name, known.tag))
        for (const auto& [name, value] : tag.attributes)
          if (base::same_but_case(name, known.attribute))
            add_to(known.to == page_reference::flow ? page_.flows : page_.pages, value, value);
    const auto colon = tag.name.find(':');
    const auto prefix = base::lower(tag.name.substr(0, colon));
    const auto written = text_.substr(tag.at + 1, tag.name.size());
    if (prefix == own_prefix)
      add_to(page_.components, tag.name.substr(colon + 1), written);
    else if (!base::is_one_of(known_prefixes, prefix))
      add_to(page_.components, tag.name, written);
  }

  void add_to(stated_names& to, std::string_view name, std::string_view written) const {
    to.push_back({std::string(name), span_of(written, text_, source_)});
  }

  std::string_view text_;
  std::uint32_t source_;
  name_list names_;
  page page_;
};

struct root_tag {
  std::string_view tag;
  std::string_view what; // for people
};

part read_root(const root_tag& root, std::string_view text, std::uint32_t source) {
  part result;
  const auto tag = find_tag(text, std::span(&root.tag, 1));
  if (!tag) {
    result.faults.push_back(no_tag(fmt::format("<{}>", root.tag), root.what, text, source));
    return result;
  }
  const auto begin = static_cast<std::uint32_t>(tag->at);
  result.at = {source, begin, begin + static_cast<std::uint32_t>(1 + tag->name.size())};
  result.page = std::make_unique<page>(page_reader(text, source).read(*tag));
  result.page->at = result.at;
  return result;
}

} // namespace

part page_part(std::string_view text, std::uint32_t source) {
  return read_root({page_tag, "page"}, text, source);
}

part page_component_part(std::string_view text, std::uint32_t source) {
  auto result = read_root({component_tag, "component of pages"}, text, source);
  if (result.page)
    result.page->is_component = true;
  return result;
}

} // namespace proviso::metadata
