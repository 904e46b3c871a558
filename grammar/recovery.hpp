// Reading on after an error: at the next clause, so that one run tells every independent fault and each once.
//
// An error unwinds to the clause it stands in. That clause is read again from its start, word by word without
// grammar, up to where it ends; the next one is parsed as if nothing had happened. A clause that opens a block
// is caught earlier, at its brace, so that a fault in its first line does not hide those in its block.
#pragma once

#include "grammar/skipping.hpp"

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

} // namespace proviso::grammar
