// Lexemes to values: plain functions over what the grammar has matched. What is formed well and means nothing,
// such as the 30th of February, is a fault at its place and leaves the value at zero.
#pragma once

#include "syntax/faults.hpp"
#include "syntax/tree.hpp"

namespace proviso::syntax {

// A word of the source and where it stands.
struct lexeme {
  std::string_view text;
  span at;

  [[nodiscard]] lexeme part(std::size_t begin, std::size_t length = std::string_view::npos) const {
    const auto words = text.substr(begin, length);
    const auto from = at.begin + static_cast<std::uint32_t>(begin);
    return {words, {at.source, from, from + static_cast<std::uint32_t>(words.size())}};
  }
};

void read(const lexeme& from, word& to, faults& out);
void read(const lexeme& from, decimal& to, faults& out);
void read(const lexeme& from, percent& to, faults& out);
void read(const lexeme& from, amount& to, faults& out);
void read(const lexeme& from, date& to, faults& out);
void read(const lexeme& from, duration& to, faults& out);
void read(const lexeme& from, text& to, faults& out);
void read(const lexeme& from, reference& to, faults& out);
void read(const lexeme& from, unit& to, faults& out);

// The same into a member that may be absent, or that collects.
template <typename Value>
void read(const lexeme& from, std::optional<Value>& to, faults& out) {
  read(from, to.emplace(), out);
}
template <typename Value>
void read(const lexeme& from, std::vector<Value>& to, faults& out) {
  read(from, to.emplace_back(), out);
}

// A name that is declared here: kebab-case.
void read_name(const lexeme& from, word& to, faults& out);

// How the lines of a text in three quotes are laid out.
struct margin {
  std::string_view indent;    // of the closing quotes, removed from every line
  bool closes_on_own = false; // the closing quotes stand alone on their line, whose end is not of the text
};

[[nodiscard]] margin margin_of(std::string_view quoted);

// A stretch of a template between its quotes and holes; `first`: it follows the opening quotes.
[[nodiscard]] std::string read_piece(const lexeme& from, const margin& lines, bool first, faults& out);

} // namespace proviso::syntax
