// Passing over a wrong clause without grammar, by loops: how deep braces nest is the attacker's choice.
#pragma once

#include "grammar/text.hpp"

namespace proviso::grammar {

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
    joined_ = joins({&sign, 1});
  }

  static void count(char sign, char opening, char closing, std::size_t& open) {
    if (sign == opening)
      ++open;
    else if (sign == closing && open > 0)
      --open;
  }

  const char* at_;
  const char* end_;
  std::span<const std::string_view> clauses_;
  std::size_t braces_ = 0;
  std::size_t parentheses_ = 0;
  bool joined_ = false; // the last word is an operator or a comma
};

} // namespace proviso::grammar
