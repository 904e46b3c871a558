// Where a cursor stands, by the words alone: in which blocks, in which clause, behind which words. It asks no
// grammar, so it knows in a text with faults too.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace proviso::editor {

struct place {
  std::vector<std::string_view> blocks; // from the outermost: "contract", "sku", "step"; "file" outside all
  std::vector<std::string_view> before; // the words and signs of the clause before the cursor's word
  std::uint32_t begin = 0;              // of the word the cursor stands in, or of the text
  std::uint32_t end = 0;
  bool in_text = false; // in quotes; begin and end are those of what is between them
  bool in_comment = false;

  [[nodiscard]] std::string_view block() const { return blocks.back(); }
};

[[nodiscard]] place find_place(std::string_view text, std::uint32_t offset);

} // namespace proviso::editor
