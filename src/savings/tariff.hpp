// Prices of a stretch as tiers of whole numbers: what a unit costs in one charge, and how many charges there
// are.
#pragma once

#include "base/known.hpp"
#include "base/rational.hpp"
#include "model/contract.hpp"
#include "savings/market.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace proviso::savings {

struct unit_tier {
  std::int64_t over = 0;
  base::rational price; // of a unit in one charge, in minor units
};

struct stretch_tariff {
  std::vector<unit_tier> tiers;
  bool volume = false;
  std::optional<std::int64_t> end; // the last unit that is priced
  std::int64_t step = 1;           // only multiples of it are priced exactly
  std::int64_t charges = 1;
  std::vector<std::int64_t> in_years; // of these, by contract year
  std::int64_t rough = 0;             // lines of the invoice that are rounded otherwise than these charges
};

// Where years are told apart, no charge is of several.
[[nodiscard]] stretch_tariff tariff_of(const model::contract& contract, const model::sku& sku,
                                       const stretch& in, bool by_year);

// All of its amounts.
void scale(model::price& price, const base::rational& by);
[[nodiscard]] bool costs_nothing(model::price price);

// The least number that all of the values are whole multiples of one of; empty beyond 10^6.
class common_denominator {
public:
  void meet(const base::rational& value);
  [[nodiscard]] std::optional<std::int64_t> value(std::int64_t most) const;
  // value × denominator; empty where it does not fit.
  [[nodiscard]] static std::optional<std::int64_t> scaled(const base::rational& value, std::int64_t by);

private:
  std::int64_t least_ = 1;
  bool fits_ = true;
};

} // namespace proviso::savings
