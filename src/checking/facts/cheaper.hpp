// Cheaper ways to serve the same people under the contract's SKUs and quotes: another license sold the same
// way, or the same license sold the other way. Savings are those of an ordinary month, in whole blocks and
// above minimums, of that one change alone.
#pragma once

#include "checking/facts/facts.hpp"

#include <optional>

namespace proviso::checking {

// The cheapest offer of another license, sold the same way, at a lower unit price, that offers all the
// population needs, reaches all it accesses and falls under no further prohibition; null where there is none.
// Unknown where only the catalogue's silence, or a plan that states no needs, stands between.
[[nodiscard]] base::known<const offer*> cheaper_license(const facts& f, std::uint32_t population, int month);

// What the move there saves in the month; unknown where users or logins are.
[[nodiscard]] base::known<base::rational> saving_of_license(const facts& f, std::uint32_t population, int month,
                                                            const offer& to);

// The cheapest offer of the SKU's license as members, or as logins; null where there is none.
[[nodiscard]] const offer* same_license(const facts& f, const model::sku& sku, model::sale how, int month);

// What one of the band makes in an ordinary month where the pool counts; unknown where the plan does not say
// how many logins a day has.
[[nodiscard]] base::known<base::rational> logins_at(const facts& f, const band_fact& band,
                                                    const model::sku& pool);

// A band of users moved from a pool to members, from members to a pool, or given up.
[[nodiscard]] base::known<base::rational> saving_as_members(const facts& f, const band_fact& band,
                                                            const offer& to);
[[nodiscard]] base::known<base::rational> saving_as_logins(const facts& f, const band_fact& band,
                                                           const offer& to);
[[nodiscard]] base::rational saving_without(const facts& f, const band_fact& band);

} // namespace proviso::checking
