// The words of exports: columns and the values in their cells. They are data of the catalogue, as groups of
// texts; here stand only the names of the groups.
#pragma once

#include "model/catalogue.hpp"
#include "tables/columns.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::org {

// The members of a group of texts; none where the catalogue has no such group.
[[nodiscard]] std::span<const std::string> texts(const model::catalogue& in, std::string_view group);
[[nodiscard]] bool is_one_of_texts(const model::catalogue& in, std::string_view group, std::string_view text);

// For each group the column that any of its texts heads.
[[nodiscard]] std::vector<tables::column> columns_of(const model::catalogue& in,
                                                     std::span<const std::string_view> groups);

} // namespace proviso::org
