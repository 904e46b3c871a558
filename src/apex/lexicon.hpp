// The words of Apex and of its queries: blanks, comments, texts, names.
#pragma once

#include "apex/vocabulary.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

namespace proviso::apex::grammar {

namespace p = tao::pegtl;

template <std::size_t Size>
struct letters {
  char text[Size]{};
  consteval letters(const char (&word)[Size]) { std::copy_n(word, Size, text); } // NOLINT: kw<"class">
  [[nodiscard]] constexpr std::string_view view() const { return {text, Size - 1}; }
};

constexpr bool goes_on(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

template <typename Input>
[[nodiscard]] std::string_view word_at(const Input& in) {
  const char* end = in.current();
  while (end != in.end() && goes_on(*end))
    ++end;
  return {in.current(), static_cast<std::size_t>(end - in.current())};
}

// A whole word, without case.
template <letters Word>
struct kw {
  using rule_t = kw;
  using subs_t = p::empty_list;

  template <typename Input>
  [[nodiscard]] static bool match(Input& in) {
    constexpr auto wanted = Word.view();
    const auto left = static_cast<std::size_t>(in.end() - in.current());
    if (left < wanted.size() || (*in.current() | 0x20) != (wanted[0] | 0x20) ||
        (left > wanted.size() && goes_on(in.current()[wanted.size()])) ||
        !base::same_but_case({in.current(), wanted.size()}, wanted))
      return false;
    in.bump_in_this_line(wanted.size());
    return true;
  }
};

struct reserved {
  using rule_t = reserved;
  using subs_t = p::empty_list;

  template <typename Input>
  [[nodiscard]] static bool match(Input& in) {
    const auto word = word_at(in);
    if (!is_reserved(word))
      return false;
    in.bump_in_this_line(word.size());
    return true;
  }

private:
  // Asked at nearly every word: most have another length or first letter.
  [[nodiscard]] static bool is_reserved(std::string_view word) {
    return !word.empty() && std::ranges::any_of(reserved_words, [&](std::string_view one) {
      return one.size() == word.size() && one[0] == (word[0] | 0x20) && base::same_but_case(one, word);
    });
  }
};

// What opens has to be closed: a text that ends before is told at the opening, and nothing after it is read.
template <typename Opening, typename Rest, typename Ends>
using closed = p::sor<p::seq<Opening, Rest>, p::seq<p::at<Opening>, p::must<Ends>>>;

// clang-format off
struct line_comment  : p::seq<p::two<'/'>, p::until<p::eolf>> {};
struct comment_ends  : p::failure {};
struct block_comment : closed<p::string<'/', '*'>, p::until<p::string<'*', '/'>>, comment_ends> {};
struct blank         : p::sor<p::plus<p::space>, line_comment, block_comment> {};
struct gap           : p::star<blank> {};
struct space         : p::plus<blank> {};
struct comma         : p::seq<gap, p::one<','>, gap> {};

// A text ends in its line, one of three quotes where three stand again.
struct character     : p::sor<p::seq<p::one<'\\'>, p::any>, p::not_one<'\'', '\n'>> {};
struct string_ends   : p::failure {};
struct long_opening  : p::seq<p::three<'\''>, p::star<p::blank>, p::eol> {};
struct long_string   : closed<long_opening, p::until<p::three<'\''>, p::sor<p::seq<p::one<'\\'>, p::any>, p::any>>, string_ends> {};
struct short_string  : closed<p::one<'\''>, p::seq<p::star<character>, p::one<'\''>>, string_ends> {};
struct string        : p::sor<long_string, short_string> {};

struct dotted        : p::list<p::identifier, p::seq<gap, p::one<'.'>, gap>> {};

// [SELECT … FROM …], with what is bound in brackets of its own
struct query_begin   : p::seq<p::one<'['>, gap, p::at<p::sor<kw<"SELECT">, kw<"FIND">>>> {};
template <int Depth> struct query_rest;
template <int Depth> struct bracketed : p::seq<p::one<'['>, query_rest<Depth - 1>> {};
template <> struct bracketed<0> : p::failure {};
template <int Depth> struct query_rest
  : p::seq<p::star<p::sor<blank, string, bracketed<Depth>, p::not_one<'[', ']'>>>, p::one<']'>> {};
struct query_ends    : p::failure {};
struct query         : closed<query_begin, query_rest<6>, query_ends> {};
// clang-format on

} // namespace proviso::apex::grammar

namespace tao::pegtl {

template <typename Name, proviso::apex::grammar::letters Word>
struct analyze_traits<Name, proviso::apex::grammar::kw<Word>> : analyze_any_traits<> {};

template <typename Name>
struct analyze_traits<Name, proviso::apex::grammar::reserved> : analyze_any_traits<> {};

} // namespace tao::pegtl
