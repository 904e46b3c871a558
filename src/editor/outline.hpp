// What a text declares, as a tree.
#pragma once

#include "editor/analysis.hpp"

#include <string>
#include <vector>

namespace proviso::editor {

struct outline_item {
  enum class kind {
    contract = 2,
    license = 5,
    sku = 8,
    quote = 20,
    restriction = 11,
    group = 18,
    object = 19,
    rule = 12,
    test = 6
  };
  kind is = kind::contract; // by the numbers the protocol has for an icon
  std::string name;
  std::string detail;
  base::span at;      // all of it
  base::span name_at; // within it
  std::vector<outline_item> children;
};

[[nodiscard]] std::vector<outline_item> outline_of(const syntax::file& file);

} // namespace proviso::editor
