// What may stand where the cursor is: clauses of the block, words of the clause, names.
#pragma once

#include "editor/names.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace proviso::editor {

struct suggestion {
  enum class kind {
    keyword = 14,
    word = 12,
    sku = 20,
    license = 7,
    capability = 10,
    object = 22,
    group = 9,
    rule = 3,
    pack = 17,
    field = 5,
    value = 6
  };
  kind is = kind::keyword; // by the numbers the protocol has for an icon
  std::string name;
  std::string detail;

  friend bool operator==(const suggestion&, const suggestion&) = default;
};

struct suggestions {
  base::span at; // the word they stand for
  std::vector<suggestion> all;
};

[[nodiscard]] suggestions suggest(const analysis& in, const settings& by, std::uint32_t offset);

} // namespace proviso::editor
