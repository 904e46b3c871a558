#include "simulating/bill.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace proviso::simulating {
namespace {

using base::rational;
using kind = metering::charge::kind;

std::optional<money> in_minor_units(const rational& amount, int decimals) {
  const auto units = amount * rational(10).power(static_cast<std::uint32_t>(decimals));
  const auto whole = units.whole();
  return whole && *whole <= most_money ? whole : std::nullopt;
}

} // namespace

bill::bill(const metering::assessment& all, const std::vector<bool>& wanted, base::diagnostics& faults) {
  const auto& contract = *all.contract;
  fixed_.assign(static_cast<std::size_t>(contract.months.size()), 0);
  rational sum;
  const auto units = [&](const rational& amount, base::span at) {
    sum += amount;
    const auto result = in_minor_units(amount, contract.decimals);
    if (!result || !in_minor_units(sum, contract.decimals))
      faults.push_back({"what this contract charges is beyond what can be simulated", at, {}, {}});
    return result.value_or(0);
  };
  for (const auto& one : all.charges)
    if ((one.what == kind::commitment || one.what == kind::pack) &&
        wanted[static_cast<std::size_t>(one.sku - contract.skus.data())] && faults.empty())
      fixed_[static_cast<std::size_t>(one.month - 1)] += units(one.amount, one.at);
  if (std::ranges::find(wanted, false) != wanted.end())
    return;
  for (const bool yearly : {true, false})
    for (const auto& one : contract.commitments)
      if (one.per_year == yearly)
        commitments_.push_back({yearly ? 12 : contract.months.size(),
                                units(one.least.rounded(contract.decimals, contract.rounding), one.at)});
}

// A later commitment counts what an earlier one made up.
money bill::total(std::vector<money>& overage) const {
  for (std::size_t k = 0; k < fixed_.size(); ++k)
    overage[k] += fixed_[k];
  for (const auto& one : commitments_)
    for (std::size_t first = 0; first < overage.size(); first += static_cast<std::size_t>(one.length)) {
      const auto end = std::min(first + static_cast<std::size_t>(one.length), overage.size());
      money charged = 0;
      for (auto k = first; k < end; ++k)
        charged += overage[k];
      overage[end - 1] += std::max<money>(0, one.least - charged);
    }
  return std::accumulate(overage.begin(), overage.end(), money{0});
}

} // namespace proviso::simulating
