// How an engine's SQL differs from the others', read from `dialects/`, one file an engine. A line is a word and
// its value; lines that are indented go on with the value, and '#' starts a comment.
//
//     engines     what drivers call the engine, between commas
//     identifier  the quote of a name, and what stands for it in one; neither holds a backslash or control
//     character text        the same of a text second      the whole seconds since 1970 of a column {}, in UTC
//     person      the first 15 characters of a column {}, compared byte by byte
//     lower       a text {} in lower case
//     remainder   {} modulo the seconds of a day; {} is not negative
//     session     optional: what to run first
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::warehouse {

struct quoting {
  std::string quote;
  std::string inner; // in place of a quote within
};

struct dialect {
  std::string name; // of its file: "postgresql"
  std::vector<std::string> engines;
  quoting identifier;
  quoting text;
  std::string second;
  std::string person;
  std::string lower;
  std::string remainder;
  std::string session;
};

[[nodiscard]] const std::vector<dialect>& all_dialects();
[[nodiscard]] std::vector<std::string_view> dialect_names();

// Null where there is none.
[[nodiscard]] const dialect* find_dialect(std::string_view name);
[[nodiscard]] const dialect* dialect_of_engine(std::string_view engine); // without case

// Whether a text can stand in a statement of every dialect, whatever the engine's settings: UTF-8 without
// backslashes and control characters.
[[nodiscard]] bool quotable(std::string_view text);

// A text that is quotable, between quotes.
[[nodiscard]] std::string quoted(const quoting& how, std::string_view text);

// The pattern with the text for each {}.
[[nodiscard]] std::string filled(std::string_view pattern, std::string_view text);

} // namespace proviso::warehouse
