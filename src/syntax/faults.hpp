// The faults of one text, and how they are told: where exactly, and with which way out.
#pragma once

#include "base/diagnostic.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace proviso::syntax {

// Thrown where a text has so many faults that reading on helps nobody.
struct too_many_faults {};

// Where words are known as the first of a clause: "contract", {"vendor", "term", …}.
struct clause_home {
  std::string_view noun;
  std::span<const std::string_view> clauses;
};

// A word that starts no clause of the block it stands in.
struct stray_clause {
  std::string_view wanted; // "a clause of a sku"
  std::string_view noun;   // of the block
  std::string_view usual;  // what the block mostly holds
  std::span<const std::string_view> clauses;
  std::string_view closed_to; // why a clause from elsewhere cannot stand here; empty: the usual words
  std::span<const clause_home> elsewhere; // the other blocks
};

class faults {
public:
  static constexpr std::size_t most_kept = 200;
  static constexpr std::size_t most_read = 10'000;

  faults(std::string_view text, std::uint32_t source) : text_(text), source_(source) {}

  [[nodiscard]] base::span between(const char* begin, const char* end) const;

  void add(base::diagnostic fault);
  void add(std::string message, base::span at, std::string help = {}) {
    add({std::move(message), at, std::move(help), {}});
  }

  // `what` was expected at `at`. What is missing at the end of a line is told there, behind its last word.
  void expected(const char* at, const char* word_end, std::string_view what, std::string_view help);
  void unknown(const char* at, const stray_clause& where);
  // The block that `opening` opens lacks its brace behind `word_end`.
  void unclosed(const char* word_end, const char* opening, std::string_view noun);

  // In the order of the text.
  [[nodiscard]] base::diagnostics take();

private:
  [[nodiscard]] const char* end() const { return text_.data() + text_.size(); }
  [[nodiscard]] std::string_view found_at(const char* at) const;
  [[nodiscard]] bool ends_line(const char* at, const char* word_end) const;
  [[nodiscard]] std::string way_out(const char* at, std::string_view found, std::string_view what,
                                    std::string_view help) const;
  [[nodiscard]] std::string way_out(const char* at, std::string_view found, const stray_clause& where) const;
  [[nodiscard]] bool wants_telling();

  std::string_view text_;
  std::uint32_t source_;
  base::diagnostics kept_;
  std::size_t count_ = 0;
  const char* unclosed_at_ = nullptr;
};

} // namespace proviso::syntax
