#include "comparing/transplant.hpp"

#include <algorithm>

namespace proviso::comparing {
namespace {

model::sku_terms& terms_from(model::sku& of, const model::step& when) {
  const auto same = std::ranges::find(of.steps, when.from, &model::step::from);
  if (same != of.steps.end())
    return same->terms;
  const auto later = std::ranges::find_if(
      of.steps, [&](const model::step& s) { return s.from && when.from && *s.from > *when.from; });
  return of.steps.insert(later, {when.from, {}, when.at})->terms;
}

bool move_term(model::sku& into, const model::sku& from, std::string_view keyword) {
  bool moved = false;
  model::each_term([&](auto term, std::string_view name) {
    if (name != keyword)
      return;
    for (auto& step : into.steps)
      (step.terms.*term).reset();
    for (const auto& step : from.steps)
      if (step.terms.*term)
        terms_from(into, step).*term = step.terms.*term;
    moved = true;
  });
  return moved;
}

bool move_sku_clause(model::sku& into, const model::sku& from, std::string_view keyword) {
  if (keyword == "pack")
    into.packs = from.packs;
  else if (keyword == "count")
    into.count = from.count;
  else if (keyword == "rounding")
    into.rounding = from.rounding;
  else
    return move_term(into, from, keyword);
  return true;
}

bool move_contract_clause(model::contract& into, const model::contract& from, std::string_view keyword) {
  if (keyword == "commit")
    into.commitments = from.commitments;
  else if (keyword == "rounding")
    into.rounding = from.rounding;
  else if (keyword == "short months")
    into.short_months_by_day = from.short_months_by_day;
  else
    return false;
  return true;
}

} // namespace

std::optional<model::contract> transplanted(const model::contract& into, const model::contract& from,
                                            const clause& which) {
  auto changed = into;
  if (which.of == owner_kind::contract)
    return move_contract_clause(changed, from, which.keyword) ? std::optional(changed) : std::nullopt;
  const auto* other = sku_of(from, which);
  const auto to = std::ranges::find(changed.skus, which.owner, &model::sku::name);
  if (which.of != owner_kind::sku || to == changed.skus.end() || other == nullptr ||
      !move_sku_clause(*to, *other, which.keyword))
    return std::nullopt;
  return changed;
}

} // namespace proviso::comparing
