#include "metering/assess.hpp"

#include "metering/count.hpp"
#include "metering/invoice.hpp"
#include "metering/pool.hpp"
#include "metering/population.hpp"
#include "metering/pricing.hpp"
#include "model/ended.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace proviso::metering {
namespace {

using model::sale;

const known<std::int64_t> no_plan = base::unknown{"planned usage: give a plan with --plan"};

struct assessing {
  const model::contract& contract;
  base::diagnostics& faults;

  void beyond(base::span at, std::string_view what) const {
    faults.push_back(
        {fmt::format("{} grow beyond range: at most {} can be counted", what, base::grouped(most_counted)),
         at,
         "check the numbers and the growth",
         {}});
  }
};

// ---- populations

void check_range(const assessing& in, const population_usage& usage) {
  for (const auto& month : usage.months)
    if ((month.users && *month.users > most_counted) || (month.logins && *month.logins > most_counted)) {
      in.beyond(usage.population->users_at.somewhere() ? usage.population->users_at : usage.population->name.at,
                fmt::format("the users or logins of '{}'", usage.population->name.value));
      return;
    }
}

void meter_plan(const assessing& in, assessment& all) {
  for (const auto& population : all.plan->populations)
    if (const auto* sku = in.contract.find_sku(population.sku.value)) {
      all.populations.push_back(meter_population(population, *sku, in.contract.months));
      check_range(in, all.populations.back());
    }
}

// ---- one SKU, month by month

known<std::int64_t> over_populations(const assessment& all, const model::sku& sku, int month,
                                     known<std::int64_t> population_month::*figure) {
  if (!all.plan)
    return no_plan;
  std::int64_t result = 0;
  for (const auto& population : all.populations) {
    if (population.sku != &sku)
      continue;
    const auto& value = population.in(month).*figure;
    if (!value)
      return value;
    result = capped_sum(result, *value);
  }
  return result;
}

// What is there at least: figures that are known, and the known part of the others.
std::int64_t least(const assessment& all, const model::sku& sku, int month,
                   known<std::int64_t> population_month::*figure, std::int64_t population_month::*part) {
  std::int64_t result = 0;
  for (const auto& population : all.populations)
    if (population.sku == &sku) {
      const auto& in = population.in(month);
      result = capped_sum(result, in.*figure ? *(in.*figure) : in.*part);
    }
  return result;
}

bool seen(const assessment& all, const model::sku& sku, int month) {
  bool any = false;
  for (const auto& population : all.populations)
    if (population.sku == &sku) {
      any = true;
      if (!population.in(month).observed)
        return false;
    }
  return any;
}

std::int64_t packs_in(const model::sku& sku, const model::month& month) {
  std::int64_t result = 0;
  for (const auto& pack : sku.packs)
    if (month.days.holds(pack.on))
      result = capped_sum(result, pack.logins);
  return result;
}

known<std::int64_t> accounts(const assessing& in, const model::sku& sku, const month_usage& month) {
  const auto& stated = month.terms->accounts ? month.terms->accounts : sku.license->accounts;
  if (!stated)
    return base::unknown{
        fmt::format("how many accounts '{}' allows: state 'accounts … per {}'", sku.name, sku.unit)};
  std::int64_t result = 0;
  if (__builtin_mul_overflow(stated->value, month.quantity, &result) || result > most_counted) {
    in.beyond(stated->at, fmt::format("the accounts of '{}'", sku.name));
    return base::unknown{};
  }
  return result;
}

// What holds from one change of the terms to the next.
struct stretch {
  base::shared<model::sku_terms> terms;
  std::optional<rational> price; // of a whole month; empty where the quantity lies beyond the last slice
};

stretch stretch_from(const model::sku& sku, base::day first) {
  auto in_force = sku.on(first);
  if (model::is_ended(sku, in_force))
    in_force = {};
  const base::shared<model::sku_terms> terms(std::move(in_force));
  return {terms, monthly_price(*terms, terms->quantity ? terms->quantity->value : 0)};
}

// By month.
std::vector<stretch> stretches_of(const model::sku& sku, const model::calendar& months) {
  std::vector<stretch> result;
  std::optional<base::day> last;
  const auto changes = [&](base::day day) {
    return !last || std::ranges::any_of(sku.steps, [&](const model::step& step) {
      return step.from && *last < *step.from && *step.from <= day;
    });
  };
  for (const auto& month : months.months()) {
    if (changes(month.days.first))
      result.push_back(stretch_from(sku, month.days.first));
    else
      result.push_back(result.back());
    last = month.days.first;
  }
  return result;
}

rational commitment(const assessing& in, const model::sku& sku, const stretch& held,
                    const model::month& calendar) {
  const auto& terms = *held.terms;
  if (!held.price) {
    in.faults.push_back({fmt::format("{} lie beyond the last slice of the price of '{}'",
                                     base::grouped(terms.quantity->value), sku.name),
                         terms.price->at,
                         "add 'beyond at …' or a larger last slice",
                         {{terms.quantity->at, "bought here"}}});
    return {};
  }
  if (in.contract.short_months_by_day && calendar.is_short())
    return *held.price * rational(calendar.days.days(), calendar.whole.days());
  return *held.price;
}

month_usage meter_month(const assessing& in, const assessment& all, const model::sku& sku,
                        const model::month& calendar, const stretch& held) {
  month_usage month;
  month.month = calendar.number;
  month.terms = held.terms;
  month.quantity = month.terms->quantity ? month.terms->quantity->value : 0;
  month.packs = packs_in(sku, calendar);
  month.users = over_populations(all, sku, calendar.number, &population_month::users);
  month.least_users =
      least(all, sku, calendar.number, &population_month::users, &population_month::least_users);
  month.observed = seen(all, sku, calendar.number);
  if (sku.sold.value == sale::logins) {
    month.logins = over_populations(all, sku, calendar.number, &population_month::logins);
    month.least_logins =
        least(all, sku, calendar.number, &population_month::logins, &population_month::least_logins);
    month.accounts = accounts(in, sku, month);
  }
  month.commitment = commitment(in, sku, held, calendar);
  return month;
}

// ---- windows

std::vector<const population_usage*> users_of(const assessment& all, const model::sku& sku) {
  std::vector<const population_usage*> result;
  for (const auto& population : all.populations)
    if (population.sku == &sku)
      result.push_back(&population);
  return result;
}

void find_lock_outs(const assessing& in, const assessment& all, sku_assessment& of) {
  for (auto& window : of.windows)
    if (window.blocked && window.exceeded == base::truth::yes)
      window.locked_out = first_day_locked_out(capped_sum(*window.entitled, *window.grace),
                                               in.contract.months[window.first_month], users_of(all, *of.sku));
}

sku_assessment meter_sku(const assessing& in, const assessment& all, const model::sku& sku) {
  sku_assessment result{&sku, {}, {}};
  result.months.reserve(in.contract.months.months().size());
  const auto faults = in.faults.size();
  const auto held = stretches_of(sku, in.contract.months);
  for (const auto& month : in.contract.months.months()) {
    result.months.push_back(meter_month(in, all, sku, month, held[result.months.size()]));
    if (in.faults.size() > faults)
      return result; // the same fault again in every month helps nobody
  }
  if (sku.sold.value != sale::logins)
    return result;
  entitle(result.months);
  result.windows = windows_of(result.months, in.contract.months, in.contract.decimals,
                              sku.rounding.value_or(in.contract.rounding));
  find_lock_outs(in, all, result);
  return result;
}

} // namespace

assessment assess(const model::contract& contract, const usage::plan* plan, base::diagnostics& faults) {
  const assessing in{contract, faults};
  const auto before = faults.size();
  assessment all;
  all.contract = &contract;
  all.plan = plan;
  if (plan)
    meter_plan(in, all);
  for (const auto& sku : contract.skus)
    all.skus.push_back(meter_sku(in, all, sku));
  if (faults.size() == before)
    write_invoice(all);
  return all;
}

} // namespace proviso::metering
