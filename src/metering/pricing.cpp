#include "metering/pricing.hpp"

#include <algorithm>

namespace proviso::metering {
namespace {

using base::rational;
using model::block_price;
using model::flat_price;
using model::price_slice;
using model::sliced_price;

// Each slice at its own price; a slice holds its last unit.
std::optional<rational> graduated(const std::vector<price_slice>& slices, std::int64_t quantity) {
  rational sum;
  for (const auto& slice : slices) {
    const auto inside = slice.size ? std::min(*slice.size, quantity) : quantity;
    sum += rational(inside) * slice.amount;
    quantity -= inside;
    if (quantity == 0)
      return sum;
  }
  return std::nullopt;
}

// The whole quantity at the price of the slice it ends in.
std::optional<rational> volume(const std::vector<price_slice>& slices, std::int64_t quantity) {
  auto rest = quantity;
  for (const auto& slice : slices) {
    if (!slice.size || rest <= *slice.size)
      return rational(quantity) * slice.amount;
    rest -= *slice.size;
  }
  return std::nullopt;
}

struct list_price {
  std::int64_t quantity;

  std::optional<rational> operator()(const flat_price& p) const { return rational(quantity) * p.amount; }
  std::optional<rational> operator()(const block_price& p) const {
    return rational(quantity, p.size).ceil() * p.amount;
  }
  std::optional<rational> operator()(const sliced_price& p) const {
    return p.volume ? volume(p.slices, quantity) : graduated(p.slices, quantity);
  }
};

} // namespace

std::optional<rational> monthly_price(const model::price& price, std::int64_t quantity,
                                      const rational& discount) {
  auto amount = std::visit(list_price{quantity}, price.how);
  if (!amount)
    return std::nullopt;
  *amount *= rational(1) - discount;
  return price.per_year ? *amount / rational(12) : *amount;
}

std::optional<rational> monthly_price(const model::sku_terms& terms, std::int64_t quantity) {
  if (!terms.price || quantity == 0)
    return rational();
  return monthly_price(terms.price->value, quantity, terms.discount ? terms.discount->value : rational());
}

std::optional<rational> unit_price(const model::sku& sku, const model::sku_terms& terms) {
  if (!terms.price)
    return std::nullopt;
  const auto& stated = sku.quote ? terms.minimum : terms.quantity;
  const auto quantity = std::max<std::int64_t>(stated ? stated->value : 1, 1);
  const auto amount = monthly_price(terms, quantity);
  return amount ? std::optional(*amount / rational(quantity)) : std::nullopt;
}

} // namespace proviso::metering
