// The words of the language: blanks, keywords, names, literals. No sentences and no actions.
#pragma once

#include "grammar/words.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

namespace proviso::grammar {

namespace p = tao::pegtl;

template <typename Input>
[[nodiscard]] std::string_view rest_of(const Input& in) {
  return {in.current(), static_cast<std::size_t>(in.end() - in.current())};
}

// ---- what a match has to remember; the second state of every parse derives from it

struct open_block; // recovery.hpp

struct progress {
  const char* word_end = nullptr; // where the last word ended
  const char* gap_end = nullptr;  // where the gap behind it ended
  std::uint32_t indent = 0;       // blanks before the first word of the line
  bool first_on_line = true;      // whether the word at gap_end is the first of its line
  bool goes_on = false;           // whether the gap is one across which the clause must go on
  std::uint32_t parentheses = 0;  // how many are open; in them line ends are blanks
  std::uint32_t depth = 0;        // of the expression
  std::uint32_t parts = 0;        // of the expression
  const open_block* open = nullptr;
};

// The states of a parse: what is being filled, and the progress.
template <typename Node>
[[nodiscard]] progress& progress_of(Node&, progress& c) {
  return c;
}

// Counts as long as it lives, also when an error unwinds.
class counted {
public:
  explicit counted(std::uint32_t& counter) : counter_(counter) { ++counter_; }
  counted(const counted&) = delete;
  counted& operator=(const counted&) = delete;
  ~counted() { --counter_; }

private:
  std::uint32_t& counter_;
};

// ---- gaps

inline void begin_gap(progress& c, const char* at) {
  if (at == c.gap_end)
    return;
  c.word_end = at;
  c.first_on_line = false;
}

[[nodiscard]] inline const char* after_blanks(const char* at, const char* end) {
  while (at != end && is_blank(*at))
    ++at;
  return at;
}

[[nodiscard]] inline const char* line_end(const char* at, const char* end) {
  const auto* found = at == end ? nullptr : std::memchr(at, '\n', static_cast<std::size_t>(end - at));
  return found == nullptr ? end : static_cast<const char*>(found);
}

// Passes blanks, line ends and comments.
[[nodiscard]] inline const char* after_lines(progress& c, const char* at, const char* end) {
  for (;;) {
    const char* const begin = at;
    at = after_blanks(at, end);
    if (c.first_on_line)
      c.indent = static_cast<std::uint32_t>(at - begin);
    if (at != end && *at == '#')
      at = line_end(at, end);
    if (at == end || *at != '\n')
      return at;
    ++at;
    c.first_on_line = true;
  }
}

template <typename Input>
void pass_blanks(Input& in, progress& c) {
  begin_gap(c, in.current());
  in.bump(static_cast<std::size_t>(after_blanks(in.current(), in.end()) - in.current()));
  c.gap_end = in.current();
}

[[nodiscard]] inline bool begins_gap(char c) {
  return is_blank(c) || c == '\n' || c == '#';
}

template <typename Input>
void pass_lines(Input& in, progress& c) {
  if (in.empty() || (in.current() == c.gap_end && !begins_gap(in.peek_char())))
    return;
  begin_gap(c, in.current());
  in.bump(static_cast<std::size_t>(after_lines(c, in.current(), in.end()) - in.current()));
  c.gap_end = in.current();
}

// Between the words of a clause, which is one line unless a parenthesis is open.
struct gap {
  using rule_t = gap;
  using subs_t = p::empty_list;

  template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    auto& c = progress_of(st...);
    c.parentheses == 0 ? pass_blanks(in, c) : pass_lines(in, c);
    c.goes_on = false;
    return true;
  }
};

// Where a clause goes on, be it on the next line.
struct wide_gap {
  using rule_t = wide_gap;
  using subs_t = p::empty_list;

  template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    auto& c = progress_of(st...);
    pass_lines(in, c);
    c.goes_on = true;
    return true;
  }
};

// A rule and the gap behind it. Actions attach to Rule, never to token<Rule>, so that spans end with the word.
template <typename Rule>
struct token : p::seq<Rule, gap> {};

// A word behind which the clause goes on: a comma or an operator.
template <typename Rule>
struct joint : p::seq<Rule, wide_gap> {};

// From here on the sentence cannot be anything else: a failure is an error, at the place where Rule should
// begin.
template <typename Rule>
struct expect {
  using rule_t = expect;
  using subs_t = p::type_list<Rule, gap>;

  template <p::apply_mode A, p::rewind_mode, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    if (!Control<Rule>::template match<A, p::rewind_mode::required, Action, Control>(in, st...))
      Control<Rule>::raise(in, st...);
    return Control<gap>::template match<A, p::rewind_mode::dontcare, Action, Control>(in, st...);
  }
};

// ---- words

// A word as a template argument: kw<"term">.
template <std::size_t Size>
struct letters {
  char text[Size] = {};
  constexpr letters(const char (&from)[Size]) { std::copy_n(from, Size, text); } // NOLINT: a word is letters
  [[nodiscard]] constexpr std::string_view view() const { return {text, Size - 1}; }
};

template <letters Word>
struct kw {
  using rule_t = kw;
  using subs_t = p::empty_list;
  static constexpr std::string_view text = Word.view();

  [[nodiscard]] static bool stands(const char* at, const char* end) {
    const auto left = static_cast<std::size_t>(end - at);
    if (left < text.size() || std::memcmp(at, text.data(), text.size()) != 0)
      return false;
    return left == text.size() || !is_word(at[text.size()]);
  }

  template <typename Input>
  [[nodiscard]] static bool match(Input& in) {
    if (!stands(in.current(), in.end()))
      return false;
    in.bump(text.size());
    return true;
  }
};

// Portal-logins, Case, w_1: a letter, then letters, digits and '_', joined by single '-'.
[[nodiscard]] constexpr std::size_t word_length(std::string_view rest) {
  if (rest.empty() || !is_letter(rest[0]))
    return 0;
  std::size_t length = 1;
  for (; length < rest.size(); ++length) {
    const bool joins = rest[length] == '-' && length + 1 < rest.size() && is_snake(rest[length + 1]);
    if (!is_snake(rest[length]) && !joins)
      break;
  }
  return length;
}

[[nodiscard]] constexpr std::size_t name_length(std::string_view rest) {
  const auto length = word_length(rest);
  return is_reserved(rest.substr(0, length)) ? 0 : length;
}

// A field: behind its '.' every word is one.
[[nodiscard]] constexpr std::size_t field_length(std::string_view rest) {
  std::size_t length = 0;
  if (!rest.empty() && is_letter(rest[0]))
    while (length < rest.size() && is_snake(rest[length]))
      ++length;
  return length;
}

// A variable or parameter.
[[nodiscard]] constexpr std::size_t variable_length(std::string_view rest) {
  const auto length = field_length(rest);
  return is_reserved(rest.substr(0, length)) ? 0 : length;
}

// An API name, a pattern such as *__c, or the name of a group.
[[nodiscard]] constexpr std::size_t object_length(std::string_view rest) {
  std::size_t length = 0;
  if (!rest.empty() && (is_letter(rest[0]) || rest[0] == '*'))
    while (length < rest.size() && (is_word(rest[length]) || rest[length] == '*'))
      ++length;
  return is_reserved(rest.substr(0, length)) ? 0 : length;
}

// A lexeme as long as Length says; 0 is no match.
template <std::size_t (*Length)(std::string_view)>
struct measured {
  using rule_t = measured;
  using subs_t = p::empty_list;

  template <typename Input>
  [[nodiscard]] static bool match(Input& in) {
    const auto length = Length(rest_of(in));
    in.bump(length);
    return length != 0;
  }
};

struct name : measured<name_length> {};
struct variable : measured<variable_length> {};
struct object_name : measured<object_length> {};

// ---- literals

// clang-format off
struct comma         : p::one<','> {};
struct open_brace    : p::one<'{'> {};
struct close_brace   : p::one<'}'> {};

struct edge          : p::not_at<p::identifier_other> {};
struct blanks        : p::plus<p::blank> {};
struct grouped       : p::seq<p::digit, p::star<p::sor<p::digit, p::one<'_'>>>> {};
struct fraction      : p::seq<p::one<'.'>, p::plus<p::digit>> {};
struct whole         : p::seq<grouped, p::not_at<fraction>, edge> {};        // 20_000
struct number        : p::seq<grouped, p::opt<fraction>, edge> {};           // 2.00
struct percent       : p::seq<grouped, p::opt<fraction>, p::one<'%'>> {};    // 12.5%
struct currency_code : p::seq<p::rep<3, p::upper>, edge> {};
struct money         : p::seq<number, blanks, currency_code> {};             // 2.00 EUR
struct amount        : p::seq<number, p::opt<blanks, currency_code>> {};
struct date          : p::seq<p::rep<4, p::digit>, p::one<'-'>, p::rep<2, p::digit>, p::one<'-'>, p::rep<2, p::digit>, edge> {};
struct month_word    : p::sor<kw<"months">, kw<"month">> {};
struct duration_unit : p::sor<month_word, kw<"days">, kw<"day">, kw<"years">, kw<"year">> {};
struct duration      : p::seq<whole, blanks, duration_unit> {};              // 3 months

// A, B, C
template <typename Item> struct listing : p::seq<expect<Item>, p::star<joint<comma>, expect<Item>>> {};
// A part that a word announces: for SUBJECT
template <typename Word, typename... Parts> struct optional_part : p::opt<token<Word>, Parts...> {};
// clang-format on

} // namespace proviso::grammar

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, proviso::grammar::gap> : analyze_opt_traits<> {};

template <typename Name>
struct analyze_traits<Name, proviso::grammar::wide_gap> : analyze_opt_traits<> {};

template <typename Name, typename Rule>
struct analyze_traits<Name, proviso::grammar::expect<Rule>> : analyze_seq_traits<Rule, proviso::grammar::gap> {
};

template <typename Name, proviso::grammar::letters Word>
struct analyze_traits<Name, proviso::grammar::kw<Word>> : analyze_any_traits<> {};

template <typename Name, std::size_t (*Length)(std::string_view)>
struct analyze_traits<Name, proviso::grammar::measured<Length>> : analyze_any_traits<> {};

} // namespace tao::pegtl
