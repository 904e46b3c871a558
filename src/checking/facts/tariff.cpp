#include "checking/facts/tariff.hpp"

#include "base/text.hpp"
#include "metering/pool.hpp"
#include "metering/pricing.hpp"

#include <algorithm>
#include <cctype>

namespace proviso::checking {
namespace {

using base::known;
using base::rational;

const model::sliced_price* slices(const model::sku_terms& terms) {
  return terms.price ? std::get_if<model::sliced_price>(&terms.price->value.how) : nullptr;
}

// ---- titles

struct mention {
  const model::license* of = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool in_word(const std::string& title, std::size_t at) {
  return at < title.size() && (std::isalnum(static_cast<unsigned char>(title[at])) != 0);
}

// The size where it is not there.
std::size_t find_but_case(std::string_view lower_text, std::string_view wanted) {
  const auto lower = [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); };
  const auto same = [&](char a, char b) { return a == lower(b); };
  const auto first = lower(wanted.front());
  for (auto at = lower_text.find(first); at < lower_text.size(); at = lower_text.find(first, at + 1))
    if (std::ranges::equal(lower_text.substr(at, wanted.size()), wanted, same))
      return at;
  return lower_text.size();
}

// The name as words of their own, "s" at the end aside. One word alone, such as "Partner", names no license.
std::optional<mention> mentioned(const std::string& title, const model::license& license,
                                 const std::string& name) {
  if (name.find(' ') == std::string::npos)
    return std::nullopt;
  const auto at = find_but_case(title, name);
  if (at == title.size() || (at > 0 && in_word(title, at - 1)))
    return std::nullopt;
  auto end = at + name.size();
  end += end < title.size() && title[end] == 's' ? 1u : 0u;
  return in_word(title, end) ? std::nullopt : std::optional(mention{&license, at, end});
}

std::vector<mention> mentions(const std::string& title, const model::catalogue& known) {
  std::vector<mention> all;
  for (const auto& [name, license] : known.licenses)
    for (const auto& written : license.names)
      if (const auto found = mentioned(title, license, written.text))
        all.push_back(*found);
  std::ranges::stable_sort(all, std::greater{}, [](const mention& m) { return m.end - m.begin; });
  return all;
}

bool overlap(const mention& a, const mention& b) {
  return a.begin < b.end && b.begin < a.end;
}

// ---- overage

known<rational> sum_of_overage(const std::vector<metering::window>& windows) {
  rational sum;
  for (const auto& window : windows) {
    if (!window.overage)
      return window.overage.why();
    sum += *window.overage;
  }
  return sum;
}

} // namespace

std::optional<std::int64_t> priced_up_to(const model::sku_terms& terms) {
  const auto* price = slices(terms);
  if (price == nullptr)
    return std::nullopt;
  std::int64_t end = 0;
  for (const auto& slice : price->slices) {
    if (!slice.size)
      return std::nullopt;
    end += *slice.size;
  }
  return end;
}

std::optional<larger_order> larger_and_cheaper(const model::sku_terms& terms) {
  const auto* price = slices(terms);
  const auto now = metering::monthly_price(terms, bought(terms));
  if (price == nullptr || !price->volume || !now)
    return std::nullopt;
  std::optional<larger_order> best;
  std::int64_t first = 1; // unit of the slice
  for (const auto& slice : price->slices) {
    const auto quantity = purchasable(first, terms);
    const auto asked = quantity > bought(terms) ? metering::monthly_price(terms, quantity) : std::nullopt;
    if (asked && *asked < (best ? best->price : *now))
      best = {quantity, *asked};
    first += slice.size.value_or(0);
  }
  return best;
}

std::optional<rival> cheaper_quote(const facts& f, std::uint32_t sku, int month) {
  const auto& own = f.sku(sku);
  const auto& terms = f.terms(sku, month);
  const auto now = metering::monthly_price(terms, bought(terms));
  if (own.quote || !terms.price || !now || bought(terms) == 0)
    return std::nullopt;
  std::optional<rival> best;
  for (const auto& offer : f.offers(month)) {
    if (!offer.of->quote || offer.of->license != own.license || offer.of->sold.value != own.sold.value)
      continue;
    const auto quantity = purchasable(bought(terms), offer.terms);
    const auto asked = metering::monthly_price(offer.terms, quantity);
    if (asked && *asked < (best ? best->price : *now))
      best = {&offer, quantity, *asked};
  }
  return best;
}

const model::license* named_in_title(const model::sku& sku, const model::catalogue& known) {
  const auto all = mentions(base::lower(sku.title), known);
  if (all.empty())
    return nullptr;
  const auto other = [&](const mention& m) { return m.of != all[0].of && !overlap(m, all[0]); };
  return std::ranges::any_of(all, other) ? nullptr : all[0].of;
}

known<rational> overage_cost(const metering::assessment& all, std::uint32_t sku) {
  return sum_of_overage(all.skus[sku].windows);
}

bool is_charged_monthly(const metering::month_usage& month) {
  const auto& overage = month.terms->overage;
  return overage && !overage->value.blocked && overage->value.window == model::measure::monthly;
}

// Usage stays what it is, so only the windows are cut anew; rollover goes with monthly ones alone.
std::vector<metering::window> quarterly_windows(const metering::assessment& all, std::uint32_t sku) {
  const auto& contract = *all.contract;
  auto months = all.skus[sku].months;
  for (auto& month : months)
    if (is_charged_monthly(month)) {
      auto changed = *month.terms;
      changed.overage->value.window = model::measure::quarterly;
      changed.rollover.reset();
      month.terms = std::move(changed);
    }
  metering::entitle(months);
  return metering::windows_of(months, contract.months, contract.decimals,
                              contract.skus[sku].rounding.value_or(contract.rounding));
}

known<rational> quarterly_overage(const metering::assessment& all, std::uint32_t sku) {
  return sum_of_overage(quarterly_windows(all, sku));
}

} // namespace proviso::checking
