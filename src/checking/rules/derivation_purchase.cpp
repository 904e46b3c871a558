// How charges come about, and what of a purchase is needed.
#include "checking/rules/derivation.hpp"

#include "base/text.hpp"
#include "checking/rules/wording.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::grouped;
using charged = metering::charge::kind;

std::string money(const facts& f, const base::rational& amount) {
  return figure(amount, shape::money, f.contract().decimals, f.contract());
}

std::string days(const facts& f, int first, int last) {
  return base::to_string(f.contract().months.days(first, last));
}

// ---- charges

derivation of_commitment(const facts& f, const facts::charge_line& line) {
  const auto sku = f.index_of(*line.sku);
  auto lines = of_charged_price(f, sku, line.month);
  const auto& price = f.terms(sku, line.month).price;
  if (price && price->value.per_year && !lines.empty())
    lines.push_back(fmt::format("  and so for each month of contract year {}, in one sum",
                                model::calendar::year_of(line.month)));
  return lines;
}

derivation of_window_charged(const facts& f, const facts::charge_line& line) {
  const auto sku = f.index_of(*line.sku);
  for (const auto& window : f.metered().skus[sku].windows)
    if (window.last_month == line.month)
      return of_overage(f, window, f.terms(sku, window.first_month));
  return {};
}

derivation of_true_up(const facts& f, const facts::charge_line& line) {
  const auto& all = f.contract().commitments;
  const auto by = std::ranges::find(all, line.at, &model::commitment::at);
  if (by == all.end() || !line.amount)
    return {};
  return {fmt::format(
      "{} committed − {} charged otherwise in {}", money(f, by->least), money(f, by->least - *line.amount),
      by->per_year ? fmt::format("contract year {}", model::calendar::year_of(line.month)) : "the term")};
}

// ---- quantities

std::string blocks_in_words(const model::sku_terms& terms) {
  return terms.block ? fmt::format(", in blocks of {}", grouped(terms.block->value)) : "";
}

std::string minimum_in_words(const model::sku_terms& terms, std::string_view how) {
  return terms.minimum ? fmt::format(", {} the minimum of {}", how, grouped(terms.minimum->value)) : "";
}

// ---- what is needed

std::int64_t users_in(const metering::month_usage& month) {
  return month.users ? *month.users : month.least_users;
}

derivation of_members_needed(const facts& f, const stretch& of, month_range in) {
  const auto& months = f.metered().skus[of.sku].months;
  const auto first = months.begin() + (in.first - 1);
  const auto most = std::ranges::max_element(first, months.begin() + in.last, {}, users_in);
  auto lines = of_users(f, of.sku, most->month);
  lines.insert(lines.begin(), "the month with the most users");
  return lines;
}

// ", ÷ 20 each: 5 logins"
std::string accounts_in_words(const model::sku& sku, const metering::month_usage& month) {
  const auto& each = month.terms->accounts ? month.terms->accounts : sku.license->accounts;
  if (!each || each->value <= 0)
    return {};
  const auto logins = base::rational(*month.users, each->value).ceil();
  return fmt::format(", {} a login: {} logins", grouped(each->value), logins.fixed(0, true));
}

// ", 300 more are missing in each, in blocks of 100"
std::string missing_in_words(const facts& f, const stretch& of, const metering::window& window) {
  if (!window.needed || *window.needed == 0)
    return {};
  return fmt::format(", {} more are missing in each{}", grouped(*window.needed),
                     blocks_in_words(f.terms(of.sku, window.first_month)));
}

derivation of_logins_needed(const facts& f, const stretch& of, month_range in) {
  derivation lines;
  for (const auto& window : f.metered().skus[of.sku].windows) {
    if (window.first_month > in.last || window.last_month < in.first || !window.logins || !window.entitled)
      continue;
    const auto months =
        std::min(window.last_month, of.last_month) - std::max(window.first_month, of.first_month) + 1;
    lines.push_back(fmt::format("{}: ({} entitled − {} used) ÷ {} months is spare in each{}",
                                days(f, window.first_month, window.last_month), grouped(*window.entitled),
                                grouped(*window.logins), months, missing_in_words(f, of, window)));
  }
  const auto& months = f.metered().skus[of.sku].months;
  for (int m = in.first; m <= in.last; ++m)
    if (const auto& month = months[static_cast<std::size_t>(m - 1)]; month.users && month.accounts)
      lines.push_back(fmt::format("{}: accounts for {} users{}", days(f, m, m), grouped(*month.users),
                                  accounts_in_words(f.sku(of.sku), month)));
  return lines;
}

// What the quantity before costs a month, and that after.
void add_prices(derivation& to, const facts& f, const model::sku& sku, const model::sku_terms& terms,
                std::int64_t before, std::int64_t after) {
  for (const auto quantity : {before, after})
    if (quantity > 0)
      for (const auto& line : of_price(
               f, fmt::format("{} {}s of {} cost", grouped(quantity), sku.unit, sku.name), terms, quantity))
        to.push_back("  " + line);
}

} // namespace

derivation of_charge(const facts& f, const facts::charge_line& line) {
  switch (line.what) {
  case charged::commitment: return of_commitment(f, line);
  case charged::pack: return {"as agreed for the pack"};
  case charged::overage: return of_window_charged(f, line);
  case charged::true_up: return of_true_up(f, line);
  }
  return {};
}

derivation of_need(const facts& f, const stretch& of, month_range in) {
  return f.sku(of.sku).sold.value == model::sale::members ? of_members_needed(f, of, in)
                                                          : of_logins_needed(f, of, in);
}

derivation of_spare(const facts& f, const stretch& of) {
  const auto need = least_needed(f.metered(), of, of.months());
  if (!need)
    return {};
  const auto& terms = f.terms(of.sku, of.first_month);
  derivation lines{fmt::format("{} purchased − {} needed, at least 0{}{}", grouped(of.quantity), grouped(*need),
                               blocks_in_words(terms), minimum_in_words(terms, "down to"))};
  std::ranges::move(of_need(f, of, of.months()), std::back_inserter(lines));
  return lines;
}

derivation of_move(const facts& f, const move& by) {
  const auto& terms = f.terms(by.from, by.month);
  const auto left = left_without(terms, by.fewer);
  derivation lines{fmt::format("{}: {} purchased − {} needed no more{}{}: {} are left; {} less a month",
                               f.sku(by.from).name, grouped(bought(terms)), grouped(by.fewer),
                               blocks_in_words(terms), minimum_in_words(terms, "down to"), grouped(left),
                               money(f, released_price(terms, by.fewer)))};
  add_prices(lines, f, f.sku(by.from), terms, bought(terms), left);
  if (by.to == nullptr)
    return lines;
  const auto& to = *by.to;
  if (const auto added = to.added_price(by.more)) {
    lines.push_back(fmt::format("{}: {} purchased + {}{}{}: {} are bought; {} more a month", to.of->name,
                                grouped(to.bought_now()), grouped(by.more), blocks_in_words(to.terms),
                                minimum_in_words(to.terms, "at least"), grouped(to.quantity_with(by.more)),
                                money(f, *added)));
    add_prices(lines, f, *to.of, to.terms, to.bought_now(), to.quantity_with(by.more));
  }
  return lines;
}

derivation of_renewal(const facts& f, std::uint32_t sku) {
  const auto& one = f.sku(sku);
  if (!one.uplift)
    return {};
  auto lines = of_price(f, sku, f.contract().months.size());
  if (!lines.empty())
    lines.push_back(
        fmt::format("  × (1 + {}) at renewal", figure(one.uplift->value, shape::percent, 2, f.contract())));
  return lines;
}

derivation of_spare_value(const facts& f, const stretch& of) {
  const auto value = spare_value(f.metered(), of);
  if (!value || value->is_zero())
    return {};
  const auto& cost = f.metered().totals.cost;
  return {fmt::format("{} in all − {} with {} of {}", money(f, cost), money(f, cost - *value),
                      grouped(of.quantity - *spare(f.metered(), of)), f.sku(of.sku).name)};
}

} // namespace proviso::checking
