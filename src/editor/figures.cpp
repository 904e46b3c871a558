#include "editor/figures.hpp"

#include "checking/facts/cheaper.hpp"
#include "metering/pricing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::editor {
namespace {

const metering::sku_assessment* assessed(const judged_contract& in, const model::sku& sku) {
  const auto found = std::ranges::find(in.figures.skus, &sku, &metering::sku_assessment::sku);
  return found == in.figures.skus.end() ? nullptr : &*found;
}

bool is_priced(const metering::sku_assessment& of) {
  return std::ranges::all_of(of.windows,
                             [](const metering::window& each) { return static_cast<bool>(each.overage); });
}

std::string over_the_term(const base::rational& cost, bool complete, const model::contract& of) {
  return fmt::format("{}{} over the term", complete ? "" : "at least ", money(cost, of));
}

// "2.63", and all decimals where the number is not that short.
std::string days(const base::rational& value) {
  const auto exact = value.exact_decimals();
  return exact && exact->size() <= 6 ? *exact : value.fixed(2);
}

} // namespace

std::string cost_of(const judged_contract& in) {
  return over_the_term(in.figures.totals.cost, in.figures.totals.complete, *in.contract);
}

std::string cost_of(const judged_contract& in, const model::sku& sku) {
  base::rational cost;
  for (const auto& charge : in.figures.charges)
    if (charge.sku == &sku)
      cost += charge.amount;
  const auto* figures = assessed(in, sku);
  return over_the_term(cost, figures != nullptr && is_priced(*figures), *in.contract);
}

std::optional<std::string> break_even_of(const checking::facts& in, const model::sku& sku) {
  if (sku.sold.value != model::sale::logins)
    return std::nullopt;
  const auto* member = checking::same_license(in, sku, model::sale::members, in.month());
  const auto login = metering::unit_price(sku, sku.on(in.days(in.month()).first));
  if (member == nullptr || !login || login->is_zero())
    return std::nullopt;
  const auto logins = member->unit_price / *login;
  if (sku.count.value == model::counting::per_user_month && logins >= base::rational(1))
    return std::nullopt; // nobody has more than one
  return fmt::format("{} is cheaper beyond {} {} a month", member->of->name, days(logins),
                     sku.count.value == model::counting::every_login ? "logins" : "login days");
}

const metering::month_usage* current_month(const judged_contract& in, const model::sku& sku) {
  const auto* figures = assessed(in, sku);
  const auto month = static_cast<std::size_t>(in.contract->months.nearest(in.today) - 1);
  return figures == nullptr || month >= figures->months.size() ? nullptr : &figures->months[month];
}

const model::sku* find_offer(const model::contract& in, std::string_view name) {
  for (const auto* list : {&in.skus, &in.quotes})
    if (const auto found = std::ranges::find(*list, name, &model::sku::name); found != list->end())
      return &*found;
  return nullptr;
}

} // namespace proviso::editor
