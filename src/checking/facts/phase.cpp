#include "checking/facts/phase.hpp"

#include <algorithm>

namespace proviso::checking {
namespace {

// Each clause where it was before.
bool unchanged(const model::sku_terms& before, const model::sku_terms& now) {
  bool same = true;
  model::each_term([&](auto term, std::string_view /*keyword*/) {
    const auto& one = before.*term;
    const auto& other = now.*term;
    same = same && one.has_value() == other.has_value() && (!one || one->at == other->at);
  });
  return same;
}

bool quotes_change(const model::contract& contract, const model::sku& sku, int month) {
  const auto on = [&](const model::sku& quote, int m) { return quote.on(contract.months[m].days.first); };
  return std::ranges::any_of(contract.quotes, [&](const model::sku& quote) {
    return quote.license == sku.license && quote.sold.value == sku.sold.value &&
           !unchanged(on(quote, month - 1), on(quote, month));
  });
}

} // namespace

std::vector<phase> phases(const metering::assessment& all) {
  std::vector<phase> result;
  for (std::size_t i = 0; i < all.skus.size(); ++i) {
    const model::sku_terms* before = nullptr; // of the month before, where it is sold
    for (const auto& month : all.skus[i].months) {
      if (month.quantity == 0) {
        before = nullptr;
        continue;
      }
      if (before == nullptr || !unchanged(*before, *month.terms) ||
          quotes_change(*all.contract, *all.skus[i].sku, month.month))
        result.push_back({static_cast<std::uint32_t>(i), month.month, month.month});
      result.back().last_month = month.month;
      before = &*month.terms;
    }
  }
  return result;
}

} // namespace proviso::checking
