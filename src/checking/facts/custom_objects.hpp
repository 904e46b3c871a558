// How many custom objects the holders of a license reach, held against a limit of the contract.
#pragma once

#include "metadata/org.hpp"
#include "model/contract.hpp"

#include <cstdint>
#include <set>

namespace proviso::checking {

inline constexpr std::string_view custom_objects = "custom-objects"; // what such a limit limits

// Those that one holder grants and the limit counts.
[[nodiscard]] std::set<metadata::object_id>
counted_objects(const metadata::holder& one, const metadata::org& found, const model::object_limit& limit);

// Yes where one holder alone grants more; no where all that are or may be in the scope of the restriction
// together grant no more; else unknown: who has which of them is not in the files.
[[nodiscard]] base::truth exceeded(const model::restriction& r, const model::object_limit& limit,
                                   const model::contract& contract, const metadata::org& found);

} // namespace proviso::checking
