// Words of a foreign format that stand for operations, as rows of a table.
#pragma once

#include "model/rights.hpp"

#include <span>
#include <string_view>

namespace proviso::model {

struct operations_word {
  std::string_view word;
  operations does;
};

// Null where the table does not have the word.
[[nodiscard]] constexpr const operations_word* find_word(std::span<const operations_word> table,
                                                         std::string_view word) {
  for (const auto& row : table)
    if (row.word == word)
      return &row;
  return nullptr;
}

} // namespace proviso::model
