#include "comparing/renewal.hpp"

#include "metering/pricing.hpp"
#include "metering/renewal.hpp"

#include <algorithm>

namespace proviso::comparing {
namespace {

using base::rational;

model::sku_terms last_terms(const model::contract& in, const model::sku& of) {
  return of.on(in.months[in.months.size()].days.first);
}

std::int64_t last_quantity(const model::sku_terms& terms) {
  return terms.quantity ? terms.quantity->value : 0;
}

entry renewed(const model::contract& in, const std::string& name) {
  const auto* sku = in.find_sku(name);
  if (sku == nullptr || last_quantity(last_terms(in, *sku)) == 0)
    return {entry::kind::not_sold, {}};
  if (!sku->uplift)
    return {entry::kind::no_cap, {}};
  const auto most = metering::renewal_at_most(in, *sku);
  return most ? entry{entry::kind::amount, *most} : entry{entry::kind::unknown, {}};
}

std::optional<rational> last_price(const model::contract& in, const model::sku& of) {
  const auto terms = last_terms(in, of);
  return terms.price ? metering::monthly_price(terms, last_quantity(terms)) : std::nullopt;
}

} // namespace

base::known<rational> renewal_line::change() const {
  const bool in_both = a.is == entry::kind::amount && b.is == entry::kind::amount;
  return in_both ? base::known<rational>(b.amount - a.amount) : base::known<rational>();
}

std::vector<renewal_line> renewal_lines(const model::contract& a, const model::contract& b) {
  std::vector<renewal_line> lines;
  for (const auto* draft : {&a, &b})
    for (const auto& sku : draft->skus)
      if (sku.uplift && std::ranges::find(lines, sku.name, &renewal_line::sku) == lines.end())
        lines.push_back({sku.name, renewed(a, sku.name), renewed(b, sku.name)});
  std::erase_if(lines, [](const renewal_line& line) {
    return line.a.is == entry::kind::not_sold && line.b.is == entry::kind::not_sold;
  });
  return lines;
}

std::optional<rational> saved_after_renewal(const model::contract& a, const model::contract& b,
                                            const clause& which) {
  const auto* one = sku_of(a, which);
  const auto* other = sku_of(b, which);
  if (which.keyword != "uplift" || which.of != owner_kind::sku || one == nullptr || other == nullptr ||
      !one->uplift || !other->uplift)
    return std::nullopt;
  const auto first = last_price(a, *one);
  const auto second = last_price(b, *other);
  if (!first || !second)
    return std::nullopt;
  const auto least = base::smaller(one->uplift->value, other->uplift->value);
  const auto most = base::larger(one->uplift->value, other->uplift->value);
  return base::larger(*first, *second) * (most - least);
}

} // namespace proviso::comparing
