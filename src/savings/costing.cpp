#include "savings/costing.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace proviso::savings {
namespace {

using metering::month_usage;

struct moved { // of one population to one offer
  std::size_t to = 0;
  std::int64_t users = 0;
  std::int64_t days = 0;
};

// By offer; `home` counts with the weights of the population's home.
struct leaving {
  std::vector<moved> to;
  std::int64_t users = 0;
  std::int64_t days = 0;
};

leaving leaving_of(const market& in, const people& who, const purchase& bought, std::size_t population) {
  leaving result;
  const auto& home = in.offers()[bought.homes[population]];
  for (const auto& move : bought.moves) {
    if (move.population != population || move.users == 0)
      continue;
    const auto days = who.all[population].bands[move.band].login_days;
    auto found = std::ranges::find(result.to, move.to, &moved::to);
    if (found == result.to.end())
      found = result.to.insert(found, {move.to, 0, 0});
    found->users += move.users;
    found->days += move.users * weight(in.offers()[move.to], days);
    result.users += move.users;
    result.days += move.users * weight(home, days);
  }
  return result;
}

usage::population seated(const usage::population& of, const offer& at, std::string name) {
  usage::population result;
  result.name = {std::move(name), of.name.at};
  result.sku = {at.sku->name, of.sku.at};
  result.season = of.season;
  result.users_at = of.users_at;
  return result;
}

void seat(usage::population& in, const model::month& month, std::int64_t users, std::int64_t logins) {
  usage::observed_month seen;
  seen.first = month.days.first;
  seen.users.push_back({0, users});
  seen.logins = logins;
  seen.at = in.name.at;
  in.observed.push_back(std::move(seen));
}

void settle(usage::plan& to, const market& in, const people& who, const purchase& bought, std::size_t index) {
  const auto& of = who.all[index];
  const auto& planned = *of.metered->population;
  const auto away = leaving_of(in, who, bought, index);
  const auto& months = in.written().months.months();
  const auto& home = in.offers()[bought.homes[index]];
  const auto& full = of.at[bought.homes[index]].full;
  auto rest = seated(planned, home, planned.name.value);
  for (std::size_t m = 0; m < months.size(); ++m)
    seat(rest, months[m], std::max<std::int64_t>(0, full.users[m] - away.users),
         home.is_pool() ? logins_that_stay(full, m, away.days) : 0);
  to.populations.push_back(std::move(rest));
  for (const auto& group : away.to) {
    const auto& at = in.offers()[group.to];
    auto made = seated(planned, at, fmt::format("{} in {}", planned.name.value, at.sku->name));
    for (std::size_t m = 0; m < months.size(); ++m)
      seat(made, months[m], group.users,
           at.is_pool() ? logins_that_come(of.at[group.to].full, m, group.days) : 0);
    to.populations.push_back(std::move(made));
  }
}

std::string exceeded_in(const metering::sku_assessment& of, const month_usage& month) {
  const bool pool = of.sku->sold.value == model::sale::logins;
  const auto allowed = pool ? month.accounts : base::known<std::int64_t>(month.quantity);
  if (!month.users || *month.users == 0)
    return {};
  if (!allowed)
    return allowed.why().missing;
  return *month.users > *allowed
             ? fmt::format("{} users of '{}' in month {}, {} may be there", base::grouped(*month.users),
                           of.sku->name, month.month, base::grouped(*allowed))
             : "";
}

} // namespace

std::string exceeded_limit(const metering::assessment& all) {
  for (const auto& sku : all.skus) {
    if (sku.sku->sold.value == model::sale::other)
      continue;
    for (const auto& month : sku.months)
      if (auto why = exceeded_in(sku, month); !why.empty())
        return why;
    for (const auto& window : sku.windows)
      if (window.blocked && window.exceeded != base::truth::no)
        return fmt::format("'{}' refuses logins in {}", sku.sku->name, base::to_string(window.days));
  }
  return {};
}

known<std::shared_ptr<const costed>> metered(const market& in, const people& who, const purchase& bought) {
  auto made = std::make_shared<costed>();
  made->contract = in.buying(bought);
  made->plan.name = "moved";
  made->plan.contract.value = made->contract.name;
  for (std::size_t p = 0; p < who.all.size(); ++p)
    settle(made->plan, in, who, bought, p);
  base::diagnostics faults;
  made->figures = metering::assess(made->contract, &made->plan, faults);
  if (!faults.empty())
    return base::unknown{faults.front().message};
  return std::shared_ptr<const costed>(std::move(made));
}

known<std::shared_ptr<const costed>> cost_of(const market& in, const people& who, const purchase& bought) {
  auto made = metered(in, who, bought);
  if (!made)
    return made;
  const auto& figures = (*made)->figures;
  if (!figures.totals.complete)
    return base::unknown{base::enumerate(figures.totals.missing)};
  if (auto why = exceeded_limit(figures); !why.empty())
    return base::unknown{std::move(why)};
  return made;
}

} // namespace proviso::savings
