// Where to split a part of the tree, from what its relaxation says.
#pragma once

#include "optimizing/relaxation.hpp"

namespace proviso::optimizing {

// The decision whose price or whose fraction the relaxation gets most wrong, then users who are no whole
// number, then anything still open; empty where nothing is.
[[nodiscard]] std::optional<split> choose_split(const problem& of, const layout& by,
                                                const std::vector<group>& groups, const relaxation& solved,
                                                const part& within);

// Anything still open.
[[nodiscard]] std::optional<split> any_split(const problem& of, const layout& by,
                                             const std::vector<group>& groups, const relaxation& solved,
                                             const part& within);

} // namespace proviso::optimizing
