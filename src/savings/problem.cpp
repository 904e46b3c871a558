#include "savings/problem.hpp"

#include "savings/posing.hpp"

namespace proviso::savings {

known<posed> pose(const market& in, const people& who, const given_parts& given, const allowance& allowed,
                  posing_as how) {
  try {
    return posing(in, who, given, allowed, how)();
  } catch (const refused& because) {
    return base::unknown{because.why};
  }
}

purchase translated(const posed& from, const market& in, const optimizing::purchase& found) {
  purchase result;
  result.quantities = found.quantities;
  result.homes = from.homes;
  result.moves = from.moves;
  for (std::size_t i = 0; i < in.offers().size(); ++i) {
    result.packs.push_back(found.packs[i]);
    result.packs[i].resize(in.offers()[i].sku->packs.size(), false);
    if (in.offers()[i].stretches.empty()) // nothing to decide: as the contract says
      result.packs[i].assign(in.offers()[i].sku->packs.size(), !in.offers()[i].quote);
  }
  std::size_t at = 0;
  for (std::size_t s = 0; s < from.segments.size(); ++s) {
    const auto& menu = from.problem.menus[from.problem.segments[s].menu];
    for (std::size_t c = 0; c < menu.size(); ++c, ++at)
      if (c > 0 && found.users[at] > 0)
        result.moves.push_back(
            {from.segments[s].first, from.segments[s].second, found.users[at], menu[c].offer});
  }
  return result;
}

} // namespace proviso::savings
