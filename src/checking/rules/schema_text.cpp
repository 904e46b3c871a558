// The facts a rule may use, as people read them.
#include "checking/rules/schema.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

std::string presence(const field& f) {
  if (f.with.empty())
    return {};
  return f.with == f.name ? "; may be absent" : fmt::format("; absent without {}", f.with);
}

std::string type_text(type of) {
  const auto names =
      of.is == shape::name || of.is == shape::names ? names_in(of.from) : std::span<const std::string_view>{};
  const auto words = describe(of);
  const auto noun = words.starts_with("a ")    ? words.substr(2)
                    : words.starts_with("an ") ? words.substr(3)
                                               : words;
  return names.empty() ? noun : fmt::format("{} ({})", noun, fmt::join(names, ", "));
}

std::string fields_text(const record_schema& of) {
  std::size_t width = 0;
  for (const auto& f : of.fields)
    width = std::max(width, f.name.size());
  std::string text;
  for (const auto& f : of.fields)
    text += fmt::format("  {:<{}}  {}: {}{}\n", f.name, width, type_text(f.is), f.documentation, presence(f));
  return text;
}

} // namespace

std::string schema_text() {
  std::string text = "Collections, for 'for x in …'\n\n";
  for (const auto& c : collections())
    text += fmt::format("  {:<12}  {}: {}\n", c.name, singular(c.of), c.documentation);
  text += "\nA period has start, end and days.\n";
  for (const auto* kind : record_kinds())
    text += fmt::format("\n{}: {}\n{}", singular(kind->of), kind->documentation, fields_text(*kind));
  return text;
}

} // namespace proviso::checking
