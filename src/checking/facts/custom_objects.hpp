// How many custom objects the holders of a license reach, held against a limit of the contract.
#pragma once

#include "metadata/org.hpp"
#include "model/contract.hpp"

#include <cstdint>
#include <set>

namespace proviso::checking {

inline constexpr std::string_view custom_objects = "custom-objects"; // what such a limit limits

// Those that one holder reaches and the limit counts, as far as files name them.
[[nodiscard]] std::set<metadata::object_id>
counted_objects(const metadata::holder& one, const metadata::org& found, const model::object_limit& limit);

// Whether a permission reaches whatever there is in the org.
[[nodiscard]] bool reaches_all(const metadata::holder& one);

// Yes where one holder alone reaches more; no where all that are or may be in the scope of the restriction
// together reach no more; else unknown: who has which of them, or how many there are, is not in the files.
[[nodiscard]] base::truth exceeded(const model::restriction& r, const model::object_limit& limit,
                                   const model::contract& contract, const metadata::org& found);

} // namespace proviso::checking
