#include "comparing/cost.hpp"

#include "base/text.hpp"
#include "metering/assess.hpp"

#include <algorithm>

namespace proviso::comparing {
namespace {

using base::known;
using base::rational;

int year_of(int month) {
  return (month - 1) / 12 + 1;
}

std::string name_of(const model::sku* sku) {
  return sku == nullptr ? "" : sku->name;
}

void add_names(std::vector<std::string>& names, const metering::assessment& of) {
  const auto add = [&](const std::string& name) {
    if (std::ranges::find(names, name) == names.end())
      names.push_back(name);
  };
  for (const auto& sku : of.skus)
    add(sku.sku->name);
  for (const auto& charge : of.charges)
    add(name_of(charge.sku));
}

bool is_unpriced(const metering::assessment& of, const std::string& sku, int year) {
  for (const auto& each : of.skus)
    for (const auto& window : each.windows)
      if (each.sku->name == sku && !window.overage && year_of(window.last_month) == year)
        return true;
  return false;
}

bool is_sold(const metering::assessment& of, const std::string& sku, int year) {
  for (const auto& each : of.skus)
    for (const auto& month : each.months)
      if (each.sku->name == sku && month.quantity > 0 && year_of(month.month) == year)
        return true;
  return false;
}

entry charged(const metering::assessment& of, const std::string& sku, int year) {
  if (year > year_of(of.contract->months.size()))
    return {entry::kind::no_contract, {}};
  if (is_unpriced(of, sku, year))
    return {entry::kind::unknown, {}};
  rational sum;
  for (const auto& charge : of.charges)
    if (name_of(charge.sku) == sku && year_of(charge.month) == year)
      sum += charge.amount;
  const bool nothing = !sku.empty() && sum.is_zero() && !is_sold(of, sku, year);
  return {nothing ? entry::kind::not_sold : entry::kind::amount, sum};
}

// Empty where the term has no such year.
base::period days_of_year(const model::calendar& months, int year) {
  const int first = (year - 1) * 12 + 1;
  return first > months.size() ? base::period{base::day::max(), base::day::min()}
                               : months.days(first, months.last_month_of_year(year));
}

} // namespace

std::vector<cost_line> cost_lines(const metering::assessment& a, const metering::assessment& b) {
  std::vector<std::string> names;
  add_names(names, a);
  add_names(names, b);
  const auto years = year_of(std::max(a.contract->months.size(), b.contract->months.size()));
  std::vector<cost_line> lines;
  for (const auto& name : names)
    for (int year = 1; year <= years; ++year)
      lines.push_back({name, year, charged(a, name, year), charged(b, name, year),
                       days_of_year(a.contract->months, year) == days_of_year(b.contract->months, year)});
  return lines;
}

known<rational> cost_line::change() const {
  const bool known_in_both = a.is != entry::kind::unknown && b.is != entry::kind::unknown;
  return same_days && known_in_both ? known<rational>(b.amount - a.amount) : known<rational>();
}

known<rational> cost_of(const metering::assessment& of) {
  if (!of.totals.complete)
    return base::unknown{base::enumerate(of.totals.missing)};
  return of.totals.cost;
}

known<rational> cost_of(const model::contract& draft, const usage::plan* plan) {
  base::diagnostics faults;
  const auto metered = metering::assess(draft, plan, faults);
  if (!faults.empty())
    return base::unknown{faults.front().message};
  return cost_of(metered);
}

} // namespace proviso::comparing
