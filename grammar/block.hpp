// Blocks of clauses, the lines that open them, and a text as a list of declarations: each reads on after an
// error in what it holds.
#pragma once

#include "grammar/recovery.hpp"

namespace proviso::grammar {

// The clauses of a block up to its closing brace; the opening one is read.
template <typename Self, typename... Clauses>
struct block {
  using rule_t = block;
  using subs_t = p::type_list<Clauses..., close_brace>;
  static constexpr std::string_view keywords[] = {Clauses::opening::text...};

  template <p::apply_mode A, p::rewind_mode, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    auto& c = progress_of(st...);
    const bool braced = in.current()[-1] == '{';
    const open_block here{c.open, keywords, c.indent, in.current() - (braced ? 1 : 0)};
    const entered guard(c, here);
    bool closed_early = false; // a block in this one is: its clauses and its brace are left here
    for (pass_separators(in, c); !in.empty() && !lacks_brace(in, c); pass_separators(in, c)) {
      if (in.peek_char() != '}') {
        const auto word = word_of(in);
        const bool read = clause_or_error<Self, p::sor<Clauses...>, A, Action, Control>(in, st...);
        closed_early = closed_early || (!read && !here.holds(word) && Control<Self>::is_clause(word));
        continue;
      }
      in.bump();
      if (!closed_early || !c.first_on_line || c.indent <= here.indent) {
        pass_blanks(in, c);
        return true;
      }
      closed_early = false;
    }
    Control<Self>::unclosed(in, st...);
    return true;
  }
};

// A first line and the block it opens. A fault in the line is told and the block is read for its own.
template <typename Head, typename Block>
struct headed {
  using rule_t = headed;
  using subs_t = p::type_list<Head, wide_gap, open_brace, Block>;

  template <p::apply_mode A, p::rewind_mode, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    auto& c = progress_of(st...);
    const auto indent = c.indent;
    const bool sound = head<A, Action, Control>(in, st...);
    pass_lines(in, c);
    if (!in.empty() && in.peek_char() == '{')
      in.bump();
    else if (!begins_with(in, Block::keywords) || (c.first_on_line && c.indent <= indent))
      throw told_already{in.current()};
    c.indent = indent;
    const bool read = Control<Block>::template match<A, p::rewind_mode::dontcare, Action, Control>(in, st...);
    if (!sound)
      throw told_already{in.current()};
    return read;
  }

private:
  // Reads the line up to the brace, which may stand on the next one. Where it has a fault, that is told and the
  // rest of the line passed over.
  template <p::apply_mode A, template <typename...> class Action, template <typename...> class Control,
            typename Input, typename... States>
  [[nodiscard]] static bool head(Input& in, States&... st) {
    auto& c = progress_of(st...);
    const char* resume = in.current();
    try {
      const auto mark = in.template mark<p::rewind_mode::required>();
      if (Control<Head>::template match<A, p::rewind_mode::dontcare, Action, Control>(in, st...))
        resume = in.current();
      const char* const brace = after_lines_of(c, resume, in.end());
      if (brace == in.end() || *brace != '{')
        throw syntax_error{brace, c.word_end, Control<open_brace>::what};
    } catch (const syntax_error& error) {
      Control<Block>::recover(error, st...);
      move_to(in, skipper(std::max(resume, error.word_end), in.end(), Block::keywords).opening_brace());
      return false;
    }
    move_to(in, resume);
    return true;
  }

  [[nodiscard]] static const char* after_lines_of(progress c, const char* at, const char* end) {
    return after_lines(c, at, end);
  }
};

// All of a text: declarations up to its end. It cannot fail.
template <typename Self, typename... Declarations>
struct declarations {
  using rule_t = declarations;
  using subs_t = p::type_list<Declarations...>;
  static constexpr std::string_view keywords[] = {Declarations::opening::text...};

  template <p::apply_mode A, p::rewind_mode, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    auto& c = progress_of(st...);
    const open_block here{nullptr, keywords, 0, in.current()};
    c.open = &here;
    for (pass_separators(in, c); !in.empty(); pass_separators(in, c))
      if (!clause_or_error<Self, p::sor<Declarations...>, A, Action, Control>(in, st...))
        pass_rest<Control>(in, c);
    c.open = nullptr;
    return true;
  }

private:
  // What follows a declaration that failed is most likely part of it: up to the next one, or to a word at the
  // start of a line that no block knows.
  template <template <typename...> class Control, typename Input>
  static void pass_rest(Input& in, progress& c) {
    for (pass_separators(in, c); !in.empty() && !begins_with(in, keywords); pass_separators(in, c)) {
      const auto word = word_of(in);
      if (!word.empty() && c.indent == 0 && !Control<Self>::is_clause(word))
        return;
      if (in.peek_char() == '}')
        in.bump();
      else
        move_to(in, skipper(in.current(), in.end(), {}).end_of_clause(in.current()));
    }
  }
};

} // namespace proviso::grammar

namespace tao::pegtl {

template <typename Name, typename Self, typename... Clauses>
struct analyze_traits<Name, proviso::grammar::block<Self, Clauses...>>
    : analyze_traits<Name, typename seq<star<sor<Clauses...>>, proviso::grammar::close_brace>::rule_t> {};

template <typename Name, typename Head, typename Block>
struct analyze_traits<Name, proviso::grammar::headed<Head, Block>>
    : analyze_traits<Name, typename seq<Head, proviso::grammar::open_brace, Block>::rule_t> {};

template <typename Name, typename Self, typename... Declarations>
struct analyze_traits<Name, proviso::grammar::declarations<Self, Declarations...>>
    : analyze_traits<Name, typename star<sor<Declarations...>>::rule_t> {};

} // namespace tao::pegtl
