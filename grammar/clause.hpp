// What a clause is made of, and the clauses that any block may hold.
#pragma once

#include "grammar/block.hpp"

namespace proviso::grammar {

// A clause has come to its end: of the line, at ';' or at the brace that closes the block. Tail names what it
// could have gone on with, for the reader of an error.
template <letters Tail>
struct ends {
  using rule_t = ends;
  using subs_t = p::empty_list;

  template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class Control,
            typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    if (!in.empty() && std::string_view("\n#;}").find(in.peek_char()) == std::string_view::npos)
      Control<ends>::raise(in, st...);
    return true;
  }
};

// The first word decides: what follows it is expected.
template <typename Opening, typename... Parts>
struct sentence : p::seq<token<Opening>, Parts...> {
  using opening = Opening;
};

template <typename Opening, typename... Parts>
struct line : sentence<Opening, Parts..., ends<"">> {};

// clang-format off
// The name and the title of what a block declares; What says it to the reader: name_of<"sku">
template <letters What> struct name_of     : name {};
template <letters What> struct title_of    : text {};
template <letters What> struct titled      : p::seq<expect<name_of<What>>, expect<title_of<What>>> {};
// What an amendment names again has its title already.
template <letters What> struct named_again : p::seq<expect<name_of<What>>, p::opt<token<title_of<What>>>> {};

// clause "Order form §3"
struct cited_document : text {};
struct cited          : line<kw<"clause">, expect<cited_document>> {};

// note "for readers"
struct note_text      : text {};
struct note           : line<kw<"note">, expect<note_text>> {};

// source "…" as of 2027-01-15
struct source_text    : text {};
struct source_date    : date {};
struct source_body    : p::seq<expect<source_text>, optional_part<kw<"as">, expect<kw<"of">>, expect<source_date>>> {};
struct source         : sentence<kw<"source">, source_body, ends<"'as of'">> {};
struct source_tail    : sentence<kw<"source">, source_body> {};

// login, partner account: the words of a unit
struct pool_unit      : p::sor<kw<"logins">, kw<"login">, kw<"members">, kw<"member">> {};
struct unit           : p::sor<pool_unit, p::seq<name, p::opt<blanks, name>>> {};
// clang-format on

} // namespace proviso::grammar

namespace tao::pegtl {

template <typename Name, proviso::grammar::letters Tail>
struct analyze_traits<Name, proviso::grammar::ends<Tail>> : analyze_opt_traits<> {};

} // namespace tao::pegtl
