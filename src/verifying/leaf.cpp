#include "verifying/leaf.hpp"

#include "verifying/least_of_offers.hpp"
#include "verifying/least_of_users.hpp"
#include "verifying/sums.hpp"

namespace proviso::verifying {

std::optional<wide> proven_by(const optimizing::problem& of, const scope& within, const priced_rows& rows) {
  const auto prices = by_offer(of, rows);
  const auto parts = parts_charged(of, rows);
  const auto users = least_of_users(of, within, prices);
  const auto offers = least_of_offers(of, within, prices, parts);
  if (!users || !offers)
    return std::nullopt;
  auto sum = *users + *offers;
  for (std::size_t i = 0; i < of.periods.size(); ++i)
    sum += (rows.scale - parts[i]) * of.periods[i].least * of.denominator;
  const auto unit = rows.scale * of.denominator;
  return possible_sum(of, within, sum <= 0 ? 0 : (sum - 1) / unit + 1);
}

} // namespace proviso::verifying
