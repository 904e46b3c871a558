#include "optimizing/layout.hpp"

#include "optimizing/costing.hpp"
#include "optimizing/reach.hpp"
#include "optimizing/usage.hpp"

#include <algorithm>
#include <numeric>

namespace proviso::optimizing {
namespace {

bool is_covered(const offer& from, std::uint32_t month) {
  return std::ranges::any_of(from.stretches, [&](const stretch& each) {
    return month >= each.months.first && month - each.months.first < each.months.count;
  });
}

bool has_uncovered(const problem& of, const offer& from) {
  for (std::uint32_t month = 0; month < of.months; ++month)
    if (!is_covered(from, month))
      return true;
  return false;
}

void add_rows(const problem& of, std::uint32_t at, layout& all) {
  const auto& from = of.offers[at];
  const auto counts_users = from.users_per_unit != 0;
  for (std::uint32_t i = 0; i < from.windows.size(); ++i)
    all.rows.push_back({row_kind::window, at, i, true});
  for (std::uint32_t i = 0; i < from.stretches.size(); ++i)
    all.rows.push_back({row_kind::stretch, at, i, counts_users});
  all.rows.push_back({row_kind::uncovered, at, 0, counts_users && has_uncovered(of, from)});
}

count most_blocks(const window& judged, const std::vector<count>& logins) {
  if (!judged.beyond)
    return 0;
  count used = 0;
  for (auto month = judged.months.first; month < judged.months.first + judged.months.count; ++month)
    used += logins[month];
  return (used + judged.beyond->block - 1) / judged.beyond->block;
}

void add_decisions(const problem& of, std::uint32_t at, const std::vector<count>& reach,
                   const std::vector<count>& logins, layout& all) {
  const auto& from = of.offers[at];
  for (std::uint32_t i = 0; i < from.stretches.size(); ++i)
    all.decisions.push_back({splitting::quantity, at, i, reach[i]});
  for (std::uint32_t i = 0; i < from.packs.size(); ++i)
    all.decisions.push_back({splitting::pack, at, i, 1});
  for (std::uint32_t i = 0; i < from.windows.size(); ++i)
    all.decisions.push_back({splitting::overage, at, i, most_blocks(from.windows[i], logins)});
}

// Logins are base + steps of their greatest common divisor, so their fractions are few: the largest that is
// rounded down is what rounding can take.
count most_lost(const problem& of, count base, count divisor) {
  const auto step = std::gcd(divisor, of.denominator);
  const auto half = (of.denominator - 1) / 2;
  const auto rest = ((half - base) % step + step) % step;
  return std::max<count>(0, half - rest);
}

void add_losses(const problem& of, layout& all) {
  std::vector<std::vector<count>> divisors(of.loads.size(), std::vector<count>(of.months));
  all.open_choices.assign(of.loads.size(), 0);
  for (const auto& each : of.segments) {
    for (const auto& taken : of.menus[each.menu]) {
      if (taken.load == no_load || each.users == 0)
        continue;
      all.open_choices[taken.load] += of.menus[each.menu].size() > 1 ? 1 : 0;
      for (std::uint32_t month = 0; of.loads[taken.load].rounded && month < of.months; ++month) {
        const auto use = each.scale * of.profiles[std::size_t{each.profile} * of.months + month];
        divisors[taken.load][month] = std::gcd(divisors[taken.load][month], use);
      }
    }
  }
  for (std::size_t i = 0; i < of.loads.size(); ++i) {
    all.lost.emplace_back(of.months);
    for (std::uint32_t month = 0; of.loads[i].rounded && month < of.months; ++month) {
      const auto base = of.loads[i].base.empty() ? 0 : of.loads[i].base[month];
      all.lost[i][month] = most_lost(of, base, divisors[i][month]);
    }
  }
}

std::vector<coverage> coverage_of(const problem& of, const layout& by, const decision& bought) {
  const auto& from = of.offers[bought.offer];
  const auto first = by.first_row[bought.offer];
  std::vector<coverage> all;
  const auto windows = static_cast<std::uint32_t>(from.windows.size());
  for (std::uint32_t i = 0; i < windows; ++i) {
    count amount = 0;
    if (bought.what == splitting::quantity) {
      amount = shared_months(from.stretches[bought.part].months, from.windows[i].months);
    } else if (bought.what == splitting::pack) {
      const auto& each = from.packs[bought.part];
      amount = each.logins * shared_months({each.month, 1}, from.windows[i].months);
    } else {
      amount = i == bought.part && from.windows[i].beyond ? from.windows[i].beyond->block : 0;
    }
    if (amount != 0)
      all.push_back({first + i, amount});
  }
  if (bought.what == splitting::quantity && from.users_per_unit != 0)
    all.push_back({first + windows + bought.part, from.users_per_unit});
  return all;
}

std::vector<count> charges_of(const problem& of, const decision& bought) {
  const auto& from = of.offers[bought.offer];
  if (bought.what == splitting::quantity) {
    const auto& each = from.stretches[bought.part];
    return each.in_periods.empty() ? std::vector<count>{each.charges} : each.in_periods;
  }
  std::vector<count> all(empty_bill(of).size());
  if (bought.what == splitting::pack) {
    all[period_of(of, from.packs[bought.part].month)] = 1;
  } else {
    const auto& months = from.windows[bought.part].months;
    all[period_of(of, months.first + months.count - 1)] = 1;
  }
  return all;
}

} // namespace

layout layout_of(const problem& of) {
  layout all;
  all.first_choice = first_choices(of);
  const auto reach = reach_of(of);
  const auto logins = most_logins(of);
  for (std::uint32_t i = 0; i < of.offers.size(); ++i) {
    all.first_row.push_back(static_cast<std::uint32_t>(all.rows.size()));
    all.first_decision.push_back(static_cast<std::uint32_t>(all.decisions.size()));
    add_rows(of, i, all);
    add_decisions(of, i, reach[i], logins[i], all);
  }
  for (const auto& each : all.decisions) {
    all.covered.push_back(coverage_of(of, all, each));
    all.charged.push_back(charges_of(of, each));
  }
  add_losses(of, all);
  for (auto row = of.profiles.begin(); row != of.profiles.end(); row += of.months)
    all.most_use = std::max(all.most_use, std::accumulate(row, row + of.months, count{0}));
  return all;
}

count shared_months(const run& a, const run& b) {
  const auto first = std::max(a.first, b.first);
  const auto end = std::min(a.first + a.count, b.first + b.count);
  return end > first ? end - first : 0;
}

count fixed_users(const problem& of, const row& at) {
  const auto& from = of.offers[at.offer];
  std::optional<count> most;
  for (std::uint32_t month = 0; month < of.months && !from.users.empty(); ++month) {
    const auto inside = at.kind == row_kind::stretch
                            ? shared_months(from.stretches[at.part].months, {month, 1}) != 0
                            : !is_covered(from, month);
    if (inside && (!most || from.users[month] > *most))
      most = from.users[month];
  }
  return most.value_or(0);
}

} // namespace proviso::optimizing
