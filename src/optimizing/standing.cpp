#include "optimizing/standing.hpp"

#include "optimizing/costing.hpp"

#include <algorithm>

namespace proviso::optimizing {
namespace {

// Users who must take the choice, where the limits leave no other number.
std::optional<count> settled_users(const problem& of, const part& within, std::uint32_t segment,
                                   std::uint32_t at) {
  const auto& each = of.segments[segment];
  if (each.users == 0 || of.menus[each.menu].size() == 1)
    return each.users;
  const auto limit = std::ranges::find_if(
      within.choices, [&](const limited_choice& one) { return one.segment == segment && one.choice == at; });
  return limit != within.choices.end() && limit->users.low == limit->users.high
             ? std::optional(limit->users.low)
             : std::nullopt;
}

bool is_settled(const problem& of, const layout& by, const part& within, std::uint32_t load) {
  const auto settled = std::ranges::count_if(within.choices, [&](const limited_choice& one) {
    const auto& each = of.segments[one.segment];
    const auto& menu = of.menus[each.menu];
    return each.users > 0 && menu.size() > 1 && menu[one.choice].load == load &&
           one.users.low == one.users.high;
  });
  return settled == by.open_choices[load];
}

count base_of(const load& of, std::uint32_t month) {
  return of.base.empty() ? 0 : of.base[month];
}

// By month, rounded logins less what the users bring, as numerators.
std::vector<count> settled_excess(const problem& of, const part& within, std::uint32_t at) {
  const auto& each = of.loads[at];
  std::vector<count> brought(of.months);
  for (std::uint32_t i = 0; i < of.segments.size(); ++i) {
    const auto& one = of.segments[i];
    const auto& menu = of.menus[one.menu];
    for (std::uint32_t k = 0; k < menu.size(); ++k) {
      const auto users = menu[k].load == at ? settled_users(of, within, i, k).value_or(0) : 0;
      for (std::uint32_t month = 0; users != 0 && month < of.months; ++month)
        brought[month] += users * one.scale * of.profiles[std::size_t{one.profile} * of.months + month];
    }
  }
  for (std::uint32_t month = 0; month < of.months; ++month) {
    brought[month] =
        rounded_logins(of, each, base_of(each, month) + brought[month]) * of.denominator - brought[month];
  }
  return brought;
}

// By month: logins of the load besides what users bring.
std::vector<count> excess(const problem& of, const layout& by, const part& within, std::uint32_t at) {
  if (is_settled(of, by, within, at))
    return settled_excess(of, within, at);
  std::vector<count> all(of.months);
  for (std::uint32_t month = 0; month < of.months; ++month)
    all[month] = base_of(of.loads[at], month) - by.lost[at][month];
  return all;
}

// By row of a window: what it is entitled to where all of that is settled.
std::vector<std::optional<count>> settled_entitled(const layout& by, const part& within) {
  std::vector<std::optional<count>> all(by.rows.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    if (by.rows[i].kind == row_kind::window)
      all[i] = 0;
  for (std::uint32_t i = 0; i < by.decisions.size(); ++i) {
    const auto& [low, high] = within.decisions[i];
    for (const auto& each : by.covered[i])
      if (auto& sum = all[each.row]; sum && by.decisions[i].what != splitting::overage)
        sum = low == high ? std::optional(*sum + each.amount * low) : std::nullopt;
  }
  return all;
}

} // namespace

standing standing_of(const problem& of, const layout& by, const part& within) {
  standing all{std::vector<wide>(by.rows.size()), settled_entitled(by, within)};
  std::vector<std::vector<wide>> logins(of.offers.size(), std::vector<wide>(of.months));
  for (std::uint32_t i = 0; i < of.loads.size(); ++i) {
    const auto beside = excess(of, by, within, i);
    for (std::uint32_t month = 0; month < of.months; ++month)
      logins[of.loads[i].offer][month] += beside[month];
  }
  for (std::uint32_t i = 0; i < by.rows.size(); ++i) {
    const auto& each = by.rows[i];
    if (each.kind != row_kind::window) {
      all.constants[i] = static_cast<wide>(of.denominator) * (each.binds ? fixed_users(of, each) : 0);
      continue;
    }
    const auto& judged = of.offers[each.offer].windows[each.part];
    for (auto month = judged.months.first; month < judged.months.first + judged.months.count; ++month)
      all.constants[i] += logins[each.offer][month];
    const auto free = all.entitled[i] ? grace_of(judged, *all.entitled[i]) : judged.grace;
    all.constants[i] -= static_cast<wide>(of.denominator) * free;
  }
  return all;
}

} // namespace proviso::optimizing
