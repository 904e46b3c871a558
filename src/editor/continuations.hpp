// How clauses go on, as a table: behind which word stands what.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace proviso::editor {

struct continuation {
  std::string_view block;  // "": any
  std::string_view clause; // its first word
  std::string_view behind; // the word before the cursor
  std::string_view what;   // words to choose from, with '|' between; "$skus" are names
};

// What may stand behind the words of a clause; empty where nothing is known.
[[nodiscard]] std::vector<std::string_view> continuations(std::string_view block,
                                                          const std::vector<std::string_view>& before);

} // namespace proviso::editor
