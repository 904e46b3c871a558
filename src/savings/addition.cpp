#include "savings/addition.hpp"

#include "checking/facts/purchase.hpp"
#include "metering/pricing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::savings {
namespace {

using metering::month_usage;

std::int64_t missing_in(const metering::sku_assessment& of, const month_usage& month) {
  const auto users = month.users ? *month.users : 0;
  if (of.sku->sold.value == model::sale::members)
    return users - month.quantity;
  const auto& stated = month.terms->accounts ? month.terms->accounts : of.sku->license->accounts;
  const auto each = stated ? std::max<std::int64_t>(stated->value, 1) : 0;
  return each == 0 ? 0 : (users + each - 1) / each - month.quantity;
}

// In the months of the stretch, for users and for logins that would be refused.
std::int64_t missing_in(const metering::sku_assessment& of, const stretch& in) {
  std::int64_t most = 0;
  for (int month = in.first_month; month <= in.last_month; ++month)
    most = std::max(most, missing_in(of, of.in(month)));
  for (const auto& window : of.windows)
    if (window.blocked && window.needed && window.first_month >= in.first_month &&
        window.first_month <= in.last_month)
      most = std::max(most, *window.needed);
  return most;
}

// A larger quantity that costs less, as a volume price may have it.
std::int64_t cheapest_from(std::int64_t quantity, const model::sku_terms& terms) {
  const auto* price = terms.price ? std::get_if<model::sliced_price>(&terms.price->value.how) : nullptr;
  auto best = quantity;
  std::int64_t over = 0;
  for (std::size_t i = 0; price != nullptr && price->volume && i < price->slices.size(); ++i) {
    const auto larger = checking::purchasable(std::max(over + 1, quantity), terms);
    const auto asked = metering::monthly_price(terms, larger);
    const auto now = metering::monthly_price(terms, best);
    if (asked && (!now || *asked < *now))
      best = larger;
    over += price->slices[i].size.value_or(0);
  }
  return best;
}

void add_missing(const market& in, const metering::assessment& figures, purchase& to, std::vector<added>& all) {
  for (std::size_t i = 0; i < in.offers().size(); ++i)
    for (std::size_t s = 0; s < in.offers()[i].stretches.size(); ++s) {
      const auto& one = in.offers()[i].stretches[s];
      const auto missing = missing_in(figures.skus[i], one);
      if (missing <= 0)
        continue;
      const auto& terms = *figures.skus[i].in(one.first_month).terms;
      const auto raised = one.written + checking::raised_to_block(missing, terms);
      const auto bought =
          cheapest_from(one.written == 0 ? checking::purchasable(raised, terms) : raised, terms);
      to.quantities[i][s] = bought;
      all.push_back({i, s, bought - one.written});
    }
}

known<served> serve_at(const market& in, const people& who, const std::vector<std::size_t>& homes) {
  served result;
  auto bought = in.as_written();
  bought.homes = homes;
  const auto figures = metered(in, who, bought);
  if (!figures)
    return figures.why();
  add_missing(in, (*figures)->figures, bought, result.additions);
  auto exact = cost_of(in, who, bought);
  if (!exact)
    return exact.why();
  result.start = {std::move(bought), *exact, {}, {}, {}, {}};
  return result;
}

// The cheapest offer for a population whose own license lacks a need.
known<served> resettled(const market& in, const people& who, std::vector<std::size_t> homes, std::size_t p) {
  const auto& of = who.all[p];
  std::optional<served> best;
  for (std::size_t i = 0; i < of.at.size(); ++i) {
    if (i == of.own || of.at[i].kind == change::none)
      continue;
    homes[p] = i;
    if (auto tried = serve_at(in, who, homes); tried && (!best || tried->start.cost() < best->start.cost()))
      best = std::move(*tried);
  }
  if (!best)
    return base::unknown{
        fmt::format("no license of the contract offers {}, which '{}' needs", of.lacking, of.name())};
  best->resettled.push_back(p);
  return std::move(*best);
}

} // namespace

known<served> serve(const market& in, const people& who) {
  std::vector<std::size_t> homes;
  for (const auto& each : who.all)
    homes.push_back(each.own);
  std::vector<std::size_t> moved;
  known<served> result = base::unknown{};
  for (std::size_t p = 0; p < who.all.size(); ++p) {
    if (who.all[p].lacking.empty())
      continue;
    result = resettled(in, who, homes, p);
    if (!result)
      return result;
    homes = result->start.bought.homes;
    moved.push_back(p);
  }
  result = serve_at(in, who, homes);
  if (!result)
    return result;
  auto all = *result;
  all.resettled = std::move(moved);
  return all;
}

} // namespace proviso::savings
