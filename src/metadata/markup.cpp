#include "metadata/markup.hpp"

#include "base/text.hpp"
#include "metadata/scan.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::metadata {
namespace {

// The next '<' from there on that begins no comment and stands in none; npos where there is none.
std::size_t next_tag(std::string_view text, std::size_t from) {
  auto at = text.find('<', from);
  while (at < text.size() && text.substr(at, 4) == "<!--")
    at = text.find('<', std::min(text.find("-->", at), text.size()));
  return at;
}

// The name of the tag that begins at `at`; empty: another one.
std::string_view name_at(std::string_view text, std::size_t at, std::span<const std::string_view> names) {
  for (const auto name : names)
    if (base::same_but_case(text.substr(at, name.size()), name) &&
        (at + name.size() == text.size() || !in_name(text[at + name.size()], 2)))
      return name;
  return {};
}

// name="value" up to the end of the tag
std::vector<markup_attribute> attributes_from(std::string_view text, std::size_t at) {
  std::vector<markup_attribute> result;
  for (;;) {
    at = std::min(text.find_first_not_of(xml_blanks, at), text.size());
    if (at == text.size() || text[at] == '>' || text[at] == '/')
      return result;
    const auto name = text.substr(at, text.find_first_of("= \t\r\n>", at) - at);
    const auto quote = text.find_first_of("\"'>", at);
    if (quote == std::string_view::npos || text[quote] == '>')
      return result;
    const auto end = std::min(text.find(text[quote], quote + 1), text.size());
    result.push_back({name, text.substr(quote + 1, end - quote - 1)});
    at = std::min(end + 1, text.size());
  }
}

} // namespace

std::optional<markup_tag> find_tag(std::string_view text, std::span<const std::string_view> names) {
  for (auto at = next_tag(text, 0); at < text.size(); at = next_tag(text, at + 1))
    if (const auto name = name_at(text, at + 1, names); !name.empty())
      return markup_tag{at, name, attributes_from(text, at + 1 + name.size())};
  return std::nullopt;
}

std::vector<markup_tag> prefixed_tags(std::string_view text) {
  std::vector<markup_tag> result;
  for (auto at = next_tag(text, 0); at < text.size(); at = next_tag(text, at + 1)) {
    auto end = at + 1;
    while (end < text.size() && in_name(text[end], end == at + 1 ? 1 : 2))
      ++end;
    const auto name = text.substr(at + 1, end - at - 1);
    if (name.find(':') != std::string_view::npos)
      result.push_back({at, name, attributes_from(text, end)});
  }
  return result;
}

base::diagnostic no_tag(std::string_view expected, std::string_view what, std::string_view text,
                        std::uint32_t source) {
  return {fmt::format("expected {}", expected),
          {source, 0, text.empty() ? 0U : 1U},
          fmt::format("the file's name says that it is a {}: rename it, or retrieve it again", what),
          {}};
}

} // namespace proviso::metadata
