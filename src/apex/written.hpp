// How the sources of this layer run a grammar: actions that hand the matched text to a member of a reader, and
// what ends a parse. Included by sources only.
#pragma once

#include "apex/lexicon.hpp"

#include <string>
#include <string_view>

namespace proviso::apex {

// A comment, text or query without an end: a reader can only guess what follows.
struct unfinished {
  std::string_view what;
  const char* at = nullptr;
};

template <typename Rule>
inline constexpr std::string_view name_of = {};
template <>
inline constexpr std::string_view name_of<grammar::comment_ends> = "comment";
template <>
inline constexpr std::string_view name_of<grammar::string_ends> = "text";
template <>
inline constexpr std::string_view name_of<grammar::query_ends> = "query";

template <typename Rule>
struct control : tao::pegtl::normal<Rule> {
  template <typename Input, typename... States>
  [[noreturn]] static void raise(const Input& in, States&&...) {
    static_assert(!name_of<Rule>.empty(), "say what has no end");
    throw unfinished{name_of<Rule>, in.current()};
  }
};

template <typename Rule>
using p_nothing = tao::pegtl::nothing<Rule>;

template <auto Member>
struct to {
  template <typename Input, typename Reader>
  static void apply(const Input& in, Reader& reader) {
    (reader.*Member)(std::string_view(in.begin(), static_cast<std::size_t>(in.end() - in.begin())));
  }
};

template <typename Rule, template <typename...> class Action, typename Reader>
bool run(std::string_view text, Reader& reader) {
  tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy> in(text.data(), text.data() + text.size(), "");
  return tao::pegtl::parse<Rule, Action, control>(in, reader);
}

[[nodiscard]] inline std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('.') + 1);
}

// A name or type without the blanks and comments inside.
[[nodiscard]] inline std::string without_gaps(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto rest = text.substr(i);
    if (rest.starts_with("//"))
      i = text.find('\n', i);
    else if (rest.starts_with("/*"))
      i = text.find("*/", i + 2) + 1;
    else if (std::string_view(" \t\r\n\v\f").find(text[i]) == std::string_view::npos)
      result += text[i];
  }
  return result;
}

} // namespace proviso::apex
