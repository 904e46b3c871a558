// Every name of a file: what it may be the name of and where it stands.
#pragma once

#include "syntax/tree.hpp"
#include "usage/plan.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::editor {

enum class thing : std::uint8_t {
  contract,
  sku, // or quote
  restriction,
  license,
  license_group,
  capability,
  object,
  object_group,
  text_group,
  rule,
  parameter,
  variable // of a rule's `for`
};

// What a word may name where it stands: one thing, or several of which the declarations decide.
using things = std::vector<thing>;

struct mention {
  std::string_view name;
  base::span at;
  things may_be;
  std::string scope; // the contract of a SKU or restriction, the rule of a parameter or variable; else empty
  bool declares = false;
  std::string_view title; // of a declaration
};

// In the order of the text. Views point into the tree's source and into the tree.
[[nodiscard]] std::vector<mention> mentions_of(const syntax::file& file);
[[nodiscard]] std::vector<mention> mentions_of(const usage::plan& plan);

} // namespace proviso::editor
