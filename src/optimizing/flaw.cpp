#include "optimizing/problem.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::optimizing {
namespace {

__extension__ typedef __int128 wide; // NOLINT(modernize-use-using)

constexpr wide far = static_cast<wide>(1) << 62;
constexpr wide farthest = static_cast<wide>(1) << 100;
constexpr count most_denominator = count{1} << 40;
constexpr count most_months = 1200;

// The sum and product of numbers that are not negative, never beyond `farthest`.
wide plus(wide a, wide b) {
  return std::min(a + b, farthest);
}
wide times(wide a, wide b) {
  return a == 0 || b <= farthest / a ? a * b : farthest;
}

std::string flaw_of_run(const problem& of, const run& months) {
  if (months.count == 0 || months.first >= of.months || months.count > of.months - months.first) {
    return fmt::format("months {} to {} of {}", months.first, std::uint64_t{months.first} + months.count,
                       of.months);
  }
  return {};
}

std::string flaw_of_tiers(const std::vector<tier>& tiers) {
  for (std::size_t i = 0; i < tiers.size(); ++i)
    if (tiers[i].price < 0 || (i == 0 ? tiers[i].over != 0 : tiers[i].over <= tiers[i - 1].over))
      return fmt::format("tier {} is over {} at {}", i, tiers[i].over, tiers[i].price);
  return {};
}

std::string flaw_of_stretch(const problem& of, const stretch& bought) {
  if (auto wrong = flaw_of_run(of, bought.months); !wrong.empty())
    return wrong;
  if (bought.block < 1 || bought.minimum < 0 || bought.limit < bought.minimum || bought.charges < 0) {
    return fmt::format("block {}, minimum {}, limit {}, {} charges", bought.block, bought.minimum, bought.limit,
                       bought.charges);
  }
  if (bought.minimum != bought.limit && bought.minimum > bought.limit / bought.block * bought.block)
    return fmt::format("no multiple of {} from {} to {}", bought.block, bought.minimum, bought.limit);
  auto charged = bought.in_periods.empty() ? bought.charges : 0;
  for (const auto each : bought.in_periods)
    if (each < 0 || __builtin_add_overflow(charged, each, &charged))
      return fmt::format("{} charges in a period", each);
  if (bought.in_periods.size() != of.periods.size() || charged != bought.charges) {
    return fmt::format("{} charges in {} of {} periods, not {}", charged, bought.in_periods.size(),
                       of.periods.size(), bought.charges);
  }
  return flaw_of_tiers(bought.tiers);
}

std::string flaw_of_window(const problem& of, const window& judged) {
  if (auto wrong = flaw_of_run(of, judged.months); !wrong.empty())
    return wrong;
  if (judged.share < 0 || judged.shares < 1 || judged.grace < 0 ||
      (judged.beyond && (judged.beyond->price < 0 || judged.beyond->block < 1)))
    return fmt::format("grace {}/{} + {}", judged.share, judged.shares, judged.grace);
  return {};
}

// Runs of months, in which each month may stand once.
template <typename parts>
std::string flaw_of_overlap(const problem& of, const parts& all) {
  std::vector<bool> seen(of.months);
  for (const auto& each : all) {
    for (auto month = each.months.first; month < each.months.first + each.months.count; ++month) {
      if (seen[month])
        return fmt::format("month {} twice", month);
      seen[month] = true;
    }
  }
  return {};
}

std::string named(const char* what, std::size_t at, const std::string& wrong) {
  return wrong.empty() ? wrong : fmt::format("{} {}: {}", what, at, wrong);
}

template <typename parts, typename check>
std::string first_flaw(const char* what, const parts& all, const check& flaw_of) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (auto wrong = named(what, i, flaw_of(all[i])); !wrong.empty())
      return wrong;
  return {};
}

std::string flaw_of_offer(const problem& of, const offer& from) {
  auto wrong =
      first_flaw("stretch", from.stretches, [&](const auto& each) { return flaw_of_stretch(of, each); });
  if (wrong.empty())
    wrong = first_flaw("window", from.windows, [&](const auto& each) { return flaw_of_window(of, each); });
  if (wrong.empty())
    wrong = flaw_of_overlap(of, from.stretches);
  if (wrong.empty())
    wrong = flaw_of_overlap(of, from.windows);
  if (wrong.empty() && (from.users_per_unit < 0 || (!from.users.empty() && from.users.size() != of.months)))
    wrong = fmt::format("{} users a unit, {} months of users", from.users_per_unit, from.users.size());
  return !wrong.empty() ? wrong : first_flaw("pack", from.packs, [&](const pack& each) {
    const auto good = each.month < of.months && each.logins >= 0 && each.cost >= 0;
    return good ? std::string() : fmt::format("month {}, {} logins, {}", each.month, each.logins, each.cost);
  });
}

// Periods that do not follow each other from the first month to the last.
std::string flaw_of_periods(const problem& of) {
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < of.periods.size(); ++i) {
    const auto& [months, least] = of.periods[i];
    if (auto wrong = flaw_of_run(of, months); !wrong.empty())
      return named("period", i, wrong);
    if (months.first != next || least < 0)
      return fmt::format("period {}: at least {} from month {}, not from {}", i, least, months.first, next);
    next += months.count;
  }
  return of.periods.empty() || next == of.months ? std::string()
                                                 : fmt::format("periods of {} of {} months", next, of.months);
}

std::string flaw_of_shape(const problem& of) {
  if (of.months == 0 || of.months > most_months || of.denominator < 1 || of.denominator > most_denominator ||
      of.minor < 1 || of.least_cost < 0 || of.profiles.size() % of.months != 0) {
    return fmt::format("{} months, denominator {}, minor {}, {} figures of profiles", of.months, of.denominator,
                       of.minor, of.profiles.size());
  }
  const auto negative = std::ranges::find_if(of.profiles, [](count each) { return each < 0; });
  return negative == of.profiles.end() ? std::string() : fmt::format("a profile holds {}", *negative);
}

std::string flaw_of_choice(const problem& of, const choice& taken) {
  if (taken.offer >= of.offers.size() || (taken.load != no_load && taken.load >= of.loads.size())) {
    return fmt::format("offer {} of {}, load {} of {}", taken.offer, of.offers.size(), taken.load,
                       of.loads.size());
  }
  if (taken.load != no_load && of.loads[taken.load].offer != taken.offer) {
    return fmt::format("offer {}, but load {} is of offer {}", taken.offer, taken.load,
                       of.loads[taken.load].offer);
  }
  return {};
}

std::string flaw_of_segment(const problem& of, const segment& each) {
  if (each.menu >= of.menus.size() || (std::size_t{each.profile} + 1) * of.months > of.profiles.size() ||
      each.users < 0 || each.scale < 0) {
    return fmt::format("{} users, menu {} of {}, profile {} of {}, scale {}", each.users, each.menu,
                       of.menus.size(), each.profile, of.profiles.size() / of.months, each.scale);
  }
  return {};
}

std::string flaw_of_load(const problem& of, const load& each) {
  const auto good = each.offer < of.offers.size() && (each.base.empty() || each.base.size() == of.months);
  return good ? std::string()
              : fmt::format("offer {} of {}, {} months", each.offer, of.offers.size(), each.base.size());
}

// All that users can bring, as users and as numerators of logins in all months.
struct extent {
  wide users = 0;
  wide use = 0;
};

wide magnitude(count value) {
  return value < 0 ? -static_cast<wide>(value) : static_cast<wide>(value);
}

extent extent_of(const problem& of) {
  std::vector<wide> sums(of.profiles.size() / of.months);
  for (std::size_t i = 0; i < of.profiles.size(); ++i)
    sums[i / of.months] = plus(sums[i / of.months], of.profiles[i]);
  extent all;
  for (const auto& each : of.segments) {
    all.users = plus(all.users, each.users);
    all.use = plus(all.use, times(times(each.users, each.scale), sums[each.profile]));
  }
  for (const auto& each : of.loads) {
    for (const auto base : each.base)
      all.use = plus(all.use, magnitude(base));
    all.use = plus(all.use, times(of.months, of.denominator));
  }
  for (const auto& each : of.offers)
    for (const auto users : each.users)
      all.users = plus(all.users, magnitude(users));
  return all;
}

// The most that one offer can cost: every quantity is at most what serves all, twice over for blocks.
wide dearest(const problem& of, const offer& from, const extent& all) {
  const auto all_logins = all.use / of.denominator + 1;
  wide sum = 0;
  wide logins = 0;
  for (const auto& each : from.packs) {
    sum = plus(sum, each.cost);
    logins = plus(logins, each.logins);
  }
  for (const auto& bought : from.stretches) {
    wide most = plus(plus(all.users, all_logins), plus(bought.block, bought.minimum));
    wide price = 0;
    for (const auto& each : bought.tiers) {
      most = plus(most, each.over + 1);
      price = std::max<wide>(price, each.price);
    }
    most = times(2, most);
    logins = plus(logins, times(most, of.months));
    sum = plus(sum, times(plus(times(most, price), of.minor), bought.charges));
  }
  for (const auto& judged : from.windows) {
    sum = plus(sum, times(times(logins, plus(judged.share, 1)), of.denominator) >> 8);
    sum = plus(sum, judged.grace);
    sum = judged.beyond
              ? plus(sum, plus(times(plus(all_logins, judged.beyond->block), judged.beyond->price), of.minor))
              : sum;
  }
  return plus(sum, plus(times(2, logins), times(from.users_per_unit, logins)));
}

std::string flaw_of_size(const problem& of) {
  const auto all = extent_of(of);
  auto sum = plus(times(4, all.use), plus(times(all.users, of.denominator), of.least_cost));
  for (const auto& each : of.periods)
    sum = plus(sum, each.least);
  for (const auto& each : of.offers)
    sum = plus(sum, dearest(of, each, all));
  return sum < far ? std::string() : "its figures leave 62 bits";
}

} // namespace

std::string flaw(const problem& of) {
  auto wrong = flaw_of_shape(of);
  if (wrong.empty())
    wrong = flaw_of_periods(of);
  if (wrong.empty())
    wrong = first_flaw("offer", of.offers, [&](const auto& each) { return flaw_of_offer(of, each); });
  if (wrong.empty())
    wrong = first_flaw("load", of.loads, [&](const auto& each) { return flaw_of_load(of, each); });
  for (std::size_t i = 0; wrong.empty() && i < of.menus.size(); ++i) {
    wrong = named("menu", i,
                  first_flaw("choice", of.menus[i], [&](const auto& e) { return flaw_of_choice(of, e); }));
  }
  if (wrong.empty())
    wrong = first_flaw("segment", of.segments, [&](const auto& each) { return flaw_of_segment(of, each); });
  return wrong.empty() ? flaw_of_size(of) : wrong;
}

} // namespace proviso::optimizing
