// A TOML document as plain data: what is written, where, and in the order written. Numbers stay as written, so
// that nothing passes through a binary float.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::usage {

struct toml_entry;

struct toml_value {
  enum class kind { text, number, truth, day, moment, list, table }; // a moment is a time, or a day with a time

  kind is = kind::table;
  std::string text;                // a text's content; of the others but lists and tables what is written
  std::vector<toml_value> items;   // of a list
  std::vector<toml_entry> entries; // of a table, each key once
  base::span at;                   // of a table with a header: the header

  [[nodiscard]] const toml_entry* find(std::string_view key) const;
};

struct toml_entry {
  std::string key;
  base::span key_at;
  toml_value value;

  [[nodiscard]] base::span at() const { return base::join(key_at, value.at); }
};

// Empty, with a diagnostic at the first fault, where the source is no TOML or too large or deep to be a plan.
[[nodiscard]] std::optional<toml_value> read_toml(const base::sources& from, std::uint32_t source,
                                                  base::diagnostics& faults);

} // namespace proviso::usage
