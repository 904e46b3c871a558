#include "savings/settlements.hpp"

#include "metering/pricing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::savings {
namespace {

// The rule of thumb that consultants quote: more login days than these make a member.
constexpr int most_login_days = 3;

// The offer of the population's license that is sold so and costs least a unit; none where there is none that
// serves.
std::optional<std::size_t> sold_so(const market& in, const people& who, const population& of, std::size_t home,
                                   bool pool) {
  std::optional<std::size_t> best;
  std::optional<rational> least;
  for (std::size_t i = 0; i < in.offers().size(); ++i) {
    const auto& to = in.offers()[i];
    if (to.is_pool() != pool || to.stretches.empty() || to.sku->license != in.offers()[home].sku->license ||
        of.at[i].kind == change::none)
      continue;
    const auto price = net_price(in, i, who.today);
    if (price && (!least || *price < *least)) {
      best = i;
      least = price;
    }
  }
  return best;
}

settlement all_sold_so(const market& in, const people& who, const std::vector<std::size_t>& settled,
                       bool pool) {
  settlement result{pool ? "all logins" : "all members", settled, {}, {}};
  std::vector<std::string> without;
  for (std::size_t p = 0; p < settled.size(); ++p)
    if (const auto to = sold_so(in, who, who.all[p], settled[p], pool))
      result.homes[p] = *to;
    else
      without.push_back(who.all[p].name());
  if (!without.empty())
    result.missing = fmt::format("a price of {} for '{}': add a quote", pool ? "logins" : "members",
                                 fmt::join(without, "', '"));
  return result;
}

settlement rule_of_thumb(const market& in, const people& who, const std::vector<std::size_t>& settled) {
  settlement result{fmt::format("members from {} login days on", most_login_days + 1), settled, {}, {}};
  for (std::size_t p = 0; p < settled.size(); ++p) {
    const auto& each = who.all[p];
    const bool pool = in.offers()[settled[p]].is_pool();
    const auto other = sold_so(in, who, each, settled[p], !pool);
    if (other && !each.no_bands.empty() && each.is_there(settled[p]) && result.missing.empty())
      result.missing = each.no_bands;
    for (std::size_t b = 0; other && b < each.bands.size(); ++b)
      if ((each.bands[b].login_days > most_login_days) == pool)
        result.moves.push_back({p, b, each.bands[b].users, *other});
  }
  return result;
}

} // namespace

std::vector<settlement> settlements_of(const market& in, const people& who,
                                       const std::vector<std::size_t>& settled) {
  return {all_sold_so(in, who, settled, true), all_sold_so(in, who, settled, false),
          rule_of_thumb(in, who, settled)};
}

bool is_allowed(const settlement& one, const people& who, const std::vector<std::size_t>& settled,
                const allowance& allowed) {
  for (std::size_t p = 0; p < settled.size(); ++p)
    if (one.homes[p] != settled[p] && !allowed.permits(who.all[p].at[one.homes[p]]))
      return false;
  return std::ranges::all_of(one.moves,
                             [&](const move& m) { return allowed.permits(who.all[m.population].at[m.to]); });
}

std::optional<rational> net_price(const market& in, std::size_t offer, base::day today) {
  auto sku = *in.offers()[offer].sku;
  sku.quote = in.offers()[offer].quote;
  const auto& months = in.everything().months;
  return metering::unit_price(sku, sku.on(months[months.nearest(today)].days.first));
}

} // namespace proviso::savings
