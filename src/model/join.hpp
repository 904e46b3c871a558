// SKUs that sell one license the same way: of who is seen using it nobody can tell which of them they are on.
#pragma once

#include "model/contract.hpp"

#include <string_view>
#include <vector>

namespace proviso::model {

// Whether both sell the same on the same terms in every month, whatever the quantities, so that who buys more
// of the one need not buy the other: what is a quote once it has been bought. The first has every pack of the
// second.
[[nodiscard]] bool sells_for(const contract& in, const sku& a, const sku& b);

// The contract with such SKUs as one where their terms agree on every day on which both are bought: its
// quantity is the sum of theirs, its packs are theirs, and it goes by all their names. SKUs named in `apart`
// stay what they are, and so do those of which a sum would be another matter: priced by slices or blocks, with
// a tolerance in logins, with rollover or a swap, or bound by a restriction that leaves the other free.
[[nodiscard]] contract joined(contract of, const std::vector<std::string_view>& apart);

} // namespace proviso::model
