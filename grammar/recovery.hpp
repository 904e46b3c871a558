// Reading on after an error: at the next clause, so that one run tells every independent fault and each once.
//
// An error unwinds to the clause it stands in. That clause is read again from its start, word by word without
// grammar, up to where it ends; the next one is parsed as if nothing had happened. A clause that opens a block
// is caught earlier, at its brace, so that a fault in its first line does not hide those in its block.
#pragma once

#include "grammar/lexicon.hpp"

namespace proviso::grammar {

// What a reader is told: what was expected and, if the rule knows it, the way out.
struct wording {
  const char* expected = nullptr;
  const char* help = nullptr;
};

// Unwinds to the clause.
struct syntax_error {
  const char* at;
  const char* word_end; // where the word before it ends; `at` where the clause had to go on
  wording what;
};

// The error of something that is missing where matching stands.
template <typename Input>
[[nodiscard]] syntax_error missing(const Input& in, const progress& c, wording what) {
  const char* const at = in.current();
  const bool closes = !in.empty() && (*at == '}' || *at == ')');
  const bool behind_gap = at == c.gap_end && (!c.goes_on || closes);
  return {at, behind_gap ? c.word_end : at, what};
}

// Unwinds to the clause too: what is wrong with it is told already and skipped.
struct told_already {
  const char* at;
};

// ---- skipping, by loops: how deep braces nest is the attacker's choice

// A wrong clause, word by word.
class skipper {
public:
  skipper(const char* at, const char* end, std::span<const std::string_view> clauses)
      : at_(at), end_(end), clauses_(clauses) {}

  // Where the clause ends that is wrong at `fault`: before the line's end or the brace that closes its block,
  // behind ';' or its own block.
  [[nodiscard]] const char* end_of_clause(const char* fault) {
    while (at_ != end_) {
      const bool may_end = braces_ == 0 && at_ >= fault;
      const char passed = *at_;
      if (may_end && (passed == '}' || (passed == '\n' && !goes_on())))
        return at_;
      pass();
      if (may_end && passed == ';')
        return at_;
      if (braces_ == 0 && at_ > fault && passed == '}' && !has_tail())
        return at_;
    }
    return at_;
  }

  // The brace that opens the block of a clause, the first of its clauses, or the end of the line.
  [[nodiscard]] const char* opening_brace() {
    at_ = after_blanks(at_, end_);
    while (at_ != end_ && std::string_view("{}\n;").find(*at_) == std::string_view::npos &&
           !knows(word_at(at_)))
      pass();
    return at_;
  }

private:
  // A line goes on behind an operator or a comma, in a parenthesis, and where the next one starts with a word
  // that starts no clause; but never into the next clause.
  [[nodiscard]] bool goes_on() {
    progress unused;
    const char* const next = after_lines(unused, at_, end_);
    const auto word = word_at(next);
    if (knows(word) && word != "for")
      return false;
    const bool result = joined_ || parentheses_ > 0 || (is_reserved(word) && !knows(word));
    if (result)
      at_ = next - 1; // a run of empty lines is looked through once
    return result;
  }

  // Words behind a block that start no clause belong to it: objects … { … } source "…"
  [[nodiscard]] bool has_tail() const {
    const auto word = word_at(after_blanks(at_, end_));
    return !word.empty() && !knows(word);
  }

  [[nodiscard]] std::string_view word_at(const char* at) const {
    const std::string_view rest(at, static_cast<std::size_t>(end_ - at));
    return rest.substr(0, word_length(rest));
  }

  [[nodiscard]] bool knows(std::string_view word) const {
    return std::ranges::find(clauses_, word) != clauses_.end();
  }

  // One word, text, comment or sign.
  void pass() {
    if (*at_ == '#') {
      at_ = line_end(at_, end_);
    } else if (*at_ == '"') {
      pass_text();
    } else if (const auto word = word_at(at_); !word.empty()) {
      joined_ = joins(word);
      at_ += word.size();
    } else {
      pass_sign(*at_++);
    }
  }

  // A text that nothing closes ends with its line, one of several lines with the file.
  void pass_text() {
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    const auto length = text_length(rest);
    if (length != std::string_view::npos)
      at_ += length;
    else
      at_ = rest.starts_with(R"(""")") ? end_ : line_end(at_, end_);
    joined_ = false;
  }

  void pass_sign(char sign) {
    if (is_blank(sign) || sign == '\n')
      return;
    count(sign, '{', '}', braces_);
    count(sign, '(', ')', parentheses_);
    joined_ = std::string_view(",+-*/=<>").find(sign) != std::string_view::npos;
  }

  static void count(char sign, char opening, char closing, std::size_t& open) {
    if (sign == opening)
      ++open;
    else if (sign == closing && open > 0)
      --open;
  }

  [[nodiscard]] static bool joins(std::string_view word) {
    static constexpr std::string_view operators[] = {"and", "or", "not", "in", "if", "then", "else", "where"};
    return std::ranges::find(operators, word) != std::end(operators);
  }

  const char* at_;
  const char* end_;
  std::span<const std::string_view> clauses_;
  std::size_t braces_ = 0;
  std::size_t parentheses_ = 0;
  bool joined_ = false; // the last word is an operator or a comma
};

// ---- blocks

// A block that is being read; known to what stands in it.
struct open_block {
  const open_block* outer;
  std::span<const std::string_view> clauses; // their first words
  std::uint32_t indent;                      // of the line that opens it
  const char* opening;

  [[nodiscard]] bool holds(std::string_view word) const {
    return std::ranges::find(clauses, word) != clauses.end();
  }
};

class entered {
public:
  entered(progress& c, const open_block& block) : c_(c) { c.open = &block; }
  entered(const entered&) = delete;
  entered& operator=(const entered&) = delete;
  ~entered() { c_.open = c_.open->outer; }

private:
  progress& c_;
};

template <typename Input>
[[nodiscard]] std::string_view word_of(const Input& in) {
  const auto rest = rest_of(in);
  return rest.substr(0, word_length(rest));
}

template <typename Input>
[[nodiscard]] bool begins_with(const Input& in, std::span<const std::string_view> words) {
  return std::ranges::find(words, word_of(in)) != words.end();
}

// Whether the next word belongs to a block around the open one, and is indented as if it stood there: then the
// open one lacks its brace.
template <typename Input>
[[nodiscard]] bool lacks_brace(const Input& in, const progress& c) {
  if (!c.first_on_line || c.indent > c.open->indent)
    return false;
  const auto word = word_of(in);
  if (c.open->holds(word))
    return false;
  for (const auto* inner = c.open; inner->outer != nullptr; inner = inner->outer)
    if (c.indent <= inner->indent && inner->outer->holds(word))
      return true;
  return false;
}

template <typename Input>
void move_to(Input& in, const char* to) {
  in.bump(static_cast<std::size_t>(to - in.current()));
}

// Between clauses: line ends, comments and ';'.
template <typename Input>
void pass_separators(Input& in, progress& c) {
  for (pass_lines(in, c); !in.empty() && in.peek_char() == ';'; pass_lines(in, c))
    in.bump();
}

// Matches Clause, or tells why not and passes over it. `Block` words what is expected of its clauses.
template <typename Block, typename Clause, p::apply_mode A, template <typename...> class Action,
          template <typename...> class Control, typename Input, typename... States>
bool clause_or_error(Input& in, States&... st) {
  auto& c = progress_of(st...);
  const char* const begin = in.current();
  const char* resume = begin;
  bool matched = false;
  try {
    const auto mark = in.template mark<p::rewind_mode::required>();
    matched = Control<Clause>::template match<A, p::rewind_mode::dontcare, Action, Control>(in, st...);
    if (matched) {
      resume = in.current();
    } else {
      Control<Block>::unknown_clause(in, st...);
      const bool doubled =
          *begin == '{' && c.word_end > in.begin() && c.word_end != begin && c.word_end[-1] == '{';
      resume = doubled ? begin + 1 : skipper(begin, in.end(), c.open->clauses).end_of_clause(begin);
    }
  } catch (const syntax_error& error) {
    Control<Block>::recover(error, st...);
    resume = skipper(begin, in.end(), c.open->clauses).end_of_clause(error.word_end);
  } catch (const told_already& error) {
    resume = error.at;
  }
  move_to(in, resume);
  return matched;
}

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
