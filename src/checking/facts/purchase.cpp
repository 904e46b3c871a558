#include "checking/facts/purchase.hpp"

#include "metering/pricing.hpp"

#include <algorithm>

namespace proviso::checking {
namespace {

using base::rational;

void add(std::vector<offer>& all, const model::sku& sku, model::sku_terms terms) {
  const auto index = static_cast<std::uint32_t>(all.size());
  const auto price = metering::unit_price(sku, terms);
  all.push_back({index, &sku, std::move(terms), price.value_or(rational())});
  if (!price)
    all.back().of = nullptr;
}

} // namespace

std::int64_t bought(const model::sku_terms& terms) {
  return terms.quantity ? terms.quantity->value : 0;
}

std::int64_t raised_to_block(std::int64_t quantity, const model::sku_terms& terms) {
  const auto block = terms.block ? std::max<std::int64_t>(terms.block->value, 1) : 1;
  const auto rest = quantity % block;
  return rest == 0 ? quantity : quantity - rest + block;
}

std::int64_t purchasable(std::int64_t quantity, const model::sku_terms& terms) {
  const auto least = terms.minimum ? terms.minimum->value : 0;
  return raised_to_block(std::max(quantity, least), terms);
}

std::int64_t left_without(const model::sku_terms& terms, std::int64_t fewer) {
  const auto now = bought(terms);
  return std::min(now, purchasable(std::max<std::int64_t>(0, now - fewer), terms));
}

std::int64_t offer::bought_now() const {
  return of->quote ? 0 : bought(terms);
}

std::int64_t offer::quantity_with(std::int64_t more) const {
  return purchasable(bought_now() + more, terms);
}

std::optional<rational> offer::added_price(std::int64_t more) const {
  const auto before = metering::monthly_price(terms, bought_now());
  const auto after = metering::monthly_price(terms, quantity_with(more));
  return before && after ? std::optional(*after - *before) : std::nullopt;
}

rational released_price(const model::sku_terms& terms, std::int64_t fewer) {
  const auto before = metering::monthly_price(terms, bought(terms));
  const auto after = metering::monthly_price(terms, left_without(terms, fewer));
  return before && after ? *before - *after : rational();
}

std::vector<offer> offers(const metering::assessment& all, int month) {
  std::vector<offer> result;
  const auto first_day = all.contract->months[month].days.first;
  for (const auto& one : all.skus)
    add(result, *one.sku, *one.in(month).terms);
  for (const auto& quote : all.contract->quotes)
    add(result, quote, quote.on(first_day));
  std::erase_if(result, [](const offer& one) { return one.of == nullptr; });
  return result;
}

} // namespace proviso::checking
