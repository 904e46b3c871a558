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

// So many units fewer of a SKU of the contract, so many more of an offer.
struct move {
  std::uint32_t from = 0;
  int month = 1; // whose terms hold
  std::int64_t fewer = 0;
  const offer* to = nullptr; // null: they are given up
  std::int64_t more = 0;
};

// What a move saves in its month, blocks and minimums heeded; unknown where no price reaches so far.
[[nodiscard]] base::known<base::rational> saved(const facts& f, const move& by);

// Of a population to another license; unknown where its users or logins are.
[[nodiscard]] base::known<move> move_of_license(const facts& f, std::uint32_t population, int month,
                                                const offer& to);

// The cheapest offer of the SKU's license as members, or as logins; null where there is none.
[[nodiscard]] const offer* same_license(const facts& f, const model::sku& sku, model::sale how, int month);

// What one of the band makes in an ordinary month where the pool counts; unknown where the plan does not say
// how many logins a day has.
[[nodiscard]] base::known<base::rational> logins_at(const facts& f, const band_fact& band,
                                                    const model::sku& pool);

// Of a band of users from a pool to members, from members to a pool, or away.
[[nodiscard]] base::known<move> move_to_members(const facts& f, const band_fact& band, const offer& to);
[[nodiscard]] base::known<move> move_to_logins(const facts& f, const band_fact& band, const offer& to);
[[nodiscard]] move move_away(const facts& f, const band_fact& band);

} // namespace proviso::checking
