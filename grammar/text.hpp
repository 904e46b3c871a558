// Texts in quotes, on one line or on several, and how long one is that stands at the start.
#pragma once

#include "grammar/lexicon.hpp"

namespace proviso::grammar {

// From the opening quotes to the closing ones; npos: nothing closes them.
[[nodiscard]] constexpr std::size_t line_text_length(std::string_view rest) {
  const auto line = rest.substr(0, rest.find('\n'));
  const auto quote = line.find('"', 1);
  if (quote == std::string_view::npos || line.substr(0, quote).find('\\') == std::string_view::npos)
    return quote == std::string_view::npos ? quote : quote + 1;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (line[at] == '"')
      return at + 1;
    if (line[at] == '\\')
      ++at;
  }
  return std::string_view::npos;
}

[[nodiscard]] constexpr std::size_t long_text_length(std::string_view rest) {
  for (auto at = rest.find_first_of("\"\\", 3); at < rest.size(); at = rest.find_first_of("\"\\", at)) {
    if (rest.substr(at).starts_with(R"(""")"))
      return at + 3;
    at += rest[at] == '\\' ? 2u : 1u;
  }
  return std::string_view::npos;
}

// 0: no text.
[[nodiscard]] constexpr std::size_t text_length(std::string_view rest) {
  if (!rest.starts_with('"'))
    return 0;
  return rest.starts_with(R"(""")") ? long_text_length(rest) : line_text_length(rest);
}

struct unclosed_text {};

// The quotes of a text and what is between them. One that is never closed is an error at its opening quote.
struct text {
  using rule_t = text;
  using subs_t = p::empty_list;

  template <p::apply_mode A, p::rewind_mode, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    const auto length = text_length(rest_of(in));
    if (length == std::string_view::npos)
      Control<unclosed_text>::raise(in, st...);
    in.bump(length);
    return length != 0;
  }
};

} // namespace proviso::grammar

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, proviso::grammar::text> : analyze_any_traits<> {};

} // namespace tao::pegtl
