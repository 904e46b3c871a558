#include "checking/facts/change.hpp"

namespace proviso::checking {
namespace {

// An amendment may also state a pack, or a clause of the paper.
bool changes_a_term(const model::step& step) {
  bool result = false;
  model::each_term([&](auto term, std::string_view) { result = result || step.terms.*term; });
  return result;
}

struct collecting {
  const model::calendar& months;
  std::vector<change>& found;

  void add(change one) const {
    one.in_term = months.term().holds(one.date);
    one.by_month = one.of == change::kind::ramp || one.of == change::kind::users;
    if (!one.by_month && one.in_term)
      one.takes_effect = one.date;
    if (one.by_month) {
      const auto month = months.first_from(one.date);
      if (month)
        one.takes_effect = months[*month].days.first;
      else if (one.in_term)
        one.takes_effect = months.term().last + std::chrono::days(1);
    }
    found.push_back(one);
  }

  void add(const model::sku& sku) const {
    for (const auto& step : sku.steps)
      if (step.from && changes_a_term(step))
        add({change::kind::ramp, &sku, nullptr, *step.from, step.at, {}, {}, {}});
    for (const auto& pack : sku.packs)
      add({change::kind::pack, &sku, nullptr, pack.on, pack.at, {}, {}, {}});
  }

  void add(const metering::population_usage& usage) const {
    const auto& population = *usage.population;
    for (const auto& entry : population.users)
      if (entry.from)
        add({change::kind::users, usage.sku, &population, *entry.from, entry.at, {}, {}, {}});
    for (const auto& month : population.observed)
      add({change::kind::observed, usage.sku, &population, month.first, month.at, {}, {}, {}});
    for (const auto& access : population.access)
      for (const auto& limit : {access.from, access.until})
        if (limit)
          add({change::kind::access, usage.sku, &population, limit->value, limit->at, {}, {}, {}});
  }
};

} // namespace

std::vector<change> changes(const metering::assessment& all) {
  std::vector<change> found;
  const collecting into{all.contract->months, found};
  for (const auto& sku : all.contract->skus)
    into.add(sku);
  for (const auto& population : all.populations)
    into.add(population);
  return found;
}

} // namespace proviso::checking
