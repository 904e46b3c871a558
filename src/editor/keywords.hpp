// What each clause of the language means, one sentence a keyword: the table behind hovers and completion.
#pragma once

#include <span>
#include <string_view>

namespace proviso::editor {

struct keyword {
  std::string_view blocks; // where it starts a clause: "sku step"; "file" is outside all blocks
  std::string_view word;
  std::string_view form; // with what follows; words in capitals are to be filled in
  std::string_view meaning;

  [[nodiscard]] bool starts_in(std::string_view block) const;
};

[[nodiscard]] std::span<const keyword> keywords();

// Null where no clause of the block starts with the word.
[[nodiscard]] const keyword* find_keyword(std::string_view block, std::string_view word);

} // namespace proviso::editor
