// How a figure comes about, in lines that a person can follow with a pocket calculator: the formulas of
// metering with their numbers in place. Nothing is computed anew here.
#pragma once

#include "checking/facts/cheaper.hpp"
#include "checking/facts/facts.hpp"

#include <string>
#include <vector>

namespace proviso::checking {

using derivation = std::vector<std::string>;

// Of a SKU in the months from first to last: each month, and each population in it.
[[nodiscard]] derivation of_logins(const facts& f, std::uint32_t sku, int first, int last);
[[nodiscard]] derivation of_users(const facts& f, std::uint32_t sku, int month);
[[nodiscard]] derivation of_entitled(const facts& f, std::uint32_t sku, int first, int last);
[[nodiscard]] derivation of_accounts(const facts& f, std::uint32_t sku, int month);
// The price of the quantity a month, slice by slice; and what of it a month is charged, which may be short.
[[nodiscard]] derivation of_price(const facts& f, std::uint32_t sku, int month);
[[nodiscard]] derivation of_charged_price(const facts& f, std::uint32_t sku, int month);
// The price of a quantity a month under those terms.
[[nodiscard]] derivation of_price(const facts& f, std::string_view sku, const model::sku_terms& terms,
                                  std::int64_t quantity);

// The price of a unit: that of the quantity, of a quote at its minimum, shared out.
[[nodiscard]] derivation of_unit_price(const facts& f, const model::sku& sku, const model::sku_terms& terms);

// Of a window.
[[nodiscard]] derivation of_grace(const facts& f, const metering::window& w, const model::sku_terms& terms);
[[nodiscard]] derivation of_over(const metering::window& w);
[[nodiscard]] derivation of_due(const metering::window& w);
[[nodiscard]] derivation of_overage(const facts& f, const metering::window& w, const model::sku_terms& terms);
// What all windows owe that owe something.
[[nodiscard]] derivation of_all_overage(const facts& f, const std::vector<metering::window>& windows);
// The day on which the running sum of logins exceeds what a blocked pool holds.
[[nodiscard]] derivation of_lock_out(const facts& f, std::uint32_t sku, const metering::window& w);
[[nodiscard]] derivation of_addition(const metering::window& w, const model::sku_terms& terms);

// A line of the invoice.
[[nodiscard]] derivation of_charge(const facts& f, const facts::charge_line& line);

// Of a stretch: what some of its months need of its quantity, what none needs, and what that costs.
[[nodiscard]] derivation of_need(const facts& f, const stretch& of, month_range in);
[[nodiscard]] derivation of_spare(const facts& f, const stretch& of);
[[nodiscard]] derivation of_spare_value(const facts& f, const stretch& of);

// The most that a SKU may cost a month after renewal.
[[nodiscard]] derivation of_renewal(const facts& f, std::uint32_t sku);

// What a move saves: what is bought less, and what more.
[[nodiscard]] derivation of_move(const facts& f, const move& by);

// "a − b", "a ÷ b" with figures, for what is no more than that.
[[nodiscard]] derivation difference(std::int64_t a, std::int64_t b);
[[nodiscard]] derivation quotient(const base::rational& a, const base::rational& b);

} // namespace proviso::checking
