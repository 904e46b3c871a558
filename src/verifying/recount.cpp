#include "verifying/recount.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::verifying {
namespace {

using optimizing::count;
using optimizing::money;

std::string wrong_shape(const optimizing::problem& of, const optimizing::purchase& bought) {
  if (bought.quantities.size() != of.offers.size() || bought.packs.size() != of.offers.size())
    return fmt::format("the purchase has {} offers, not {}", bought.quantities.size(), of.offers.size());
  for (std::size_t i = 0; i < of.offers.size(); ++i) {
    if (bought.quantities[i].size() != of.offers[i].stretches.size()) {
      return fmt::format("offer {} has {} quantities, not {}", i, bought.quantities[i].size(),
                         of.offers[i].stretches.size());
    }
    if (bought.packs[i].size() != of.offers[i].packs.size())
      return fmt::format("offer {} has {} packs, not {}", i, bought.packs[i].size(), of.offers[i].packs.size());
  }
  return {};
}

// Users by offer and numerators by load and month.
struct usage {
  std::vector<count> users;
  std::vector<std::vector<count>> numerators;
};

std::string assign(const optimizing::problem& of, const std::vector<count>& users, usage& all) {
  all.users.resize(of.offers.size());
  for (const auto& each : of.loads)
    all.numerators.push_back(each.base.empty() ? std::vector<count>(of.months) : each.base);
  auto next = users.begin();
  for (std::size_t i = 0; i < of.segments.size(); ++i) {
    const auto& each = of.segments[i];
    wide sum = 0;
    for (const auto& taken : of.menus[each.menu]) {
      if (next == users.end() || *next < 0 || *next > each.users)
        return fmt::format("segment {} has no whole number of users for each choice", i);
      sum += *next;
      all.users[taken.offer] += *next;
      for (std::uint32_t month = 0; taken.load != optimizing::no_load && month < of.months; ++month) {
        all.numerators[taken.load][month] +=
            *next * each.scale * of.profiles[std::size_t{each.profile} * of.months + month];
      }
      ++next;
    }
    if (sum != each.users) {
      return fmt::format("segment {} has {} users, but {} choose", i, each.users,
                         static_cast<std::int64_t>(sum));
    }
  }
  return next == users.end() ? std::string() : "more choices than the segments have";
}

count quantity_at(const optimizing::offer& from, const std::vector<count>& quantities, std::uint32_t month) {
  for (std::size_t i = 0; i < quantities.size(); ++i)
    if (contains(from.stretches[i].months, month))
      return quantities[i];
  return 0;
}

// One offer of a purchase, with what it must serve.
struct counted_offer {
  const optimizing::problem& of;
  const optimizing::offer& from;
  const std::vector<count>& quantities;
  const std::vector<bool>& packs;
  count users;
  std::vector<count> logins;
};

void charge_all(const counted_offer& one, std::size_t stretch, std::vector<wide>& charged) {
  const auto& bought = one.from.stretches[stretch];
  const auto charge = one_charge(one.of, bought, one.quantities[stretch]);
  if (one.of.periods.empty())
    charged[0] += charge * bought.charges;
  for (std::size_t i = 0; i < one.of.periods.size(); ++i)
    charged[i] += charge * bought.in_periods[i];
}

std::string wrong_quantity(const counted_offer& one, std::vector<wide>& charged) {
  for (std::size_t i = 0; i < one.quantities.size(); ++i) {
    if (!may_buy(one.from.stretches[i], one.quantities[i]))
      return fmt::format("stretch {}: {} is not for sale", i, one.quantities[i]);
    charge_all(one, i, charged);
  }
  for (std::size_t i = 0; i < one.packs.size(); ++i) {
    if (one.from.packs[i].forced && !one.packs[i])
      return fmt::format("pack {} was left, but is bought already", i);
    charged[period_of(one.of, one.from.packs[i].month)] += one.packs[i] ? one.from.packs[i].cost : 0;
  }
  return {};
}

std::string wrong_room(const counted_offer& one) {
  for (std::uint32_t month = 0; one.from.users_per_unit != 0 && month < one.of.months; ++month) {
    const auto users = one.users + (one.from.users.empty() ? 0 : one.from.users[month]);
    const auto room = static_cast<wide>(one.from.users_per_unit) * quantity_at(one.from, one.quantities, month);
    if (users > room)
      return fmt::format("month {}: {} users, room for {}", month, users, static_cast<std::int64_t>(room));
  }
  return {};
}

std::string wrong_windows(const counted_offer& one, std::vector<wide>& charged) {
  for (std::size_t i = 0; i < one.from.windows.size(); ++i) {
    const auto& judged = one.from.windows[i];
    wide used = 0;
    wide entitled = 0;
    for (std::uint32_t month = 0; month < one.of.months; ++month) {
      used += contains(judged.months, month) ? one.logins[month] : 0;
      entitled += contains(judged.months, month) ? quantity_at(one.from, one.quantities, month) : 0;
    }
    for (std::size_t k = 0; k < one.packs.size(); ++k) {
      entitled +=
          one.packs[k] && contains(judged.months, one.from.packs[k].month) ? one.from.packs[k].logins : 0;
    }
    const auto due = used - entitled - entitled * judged.share / judged.shares - judged.grace;
    if (due > 0 && !judged.beyond)
      return fmt::format("window {}: {} logins more than it allows", i, static_cast<std::int64_t>(due));
    if (due > 0) {
      const auto blocks = (due + judged.beyond->block - 1) / judged.beyond->block;
      charged[period_of(one.of, judged.months.first + judged.months.count - 1)] +=
          half_up(one.of, blocks * judged.beyond->price);
    }
  }
  return {};
}

// With what is missing to the least of each period.
wide paid(const optimizing::problem& of, const std::vector<wide>& charged) {
  wide sum = of.periods.empty() ? charged[0] : 0;
  for (std::size_t i = 0; i < of.periods.size(); ++i)
    sum += std::max<wide>(charged[i], of.periods[i].least);
  return sum;
}

std::vector<count> logins_of(const optimizing::problem& of, const usage& all, std::size_t offer) {
  std::vector<count> logins(of.months);
  for (std::size_t i = 0; i < of.loads.size(); ++i)
    for (std::uint32_t month = 0; of.loads[i].offer == offer && month < of.months; ++month)
      logins[month] += whole_logins(of, of.loads[i], all.numerators[i][month]);
  return logins;
}

} // namespace

wide half_up(const optimizing::problem& of, wide exact) {
  const auto over = exact % of.minor;
  return exact - over + (2 * over >= of.minor ? of.minor : 0);
}

wide unrounded(const optimizing::stretch& bought, count quantity) {
  wide sum = 0;
  for (std::size_t i = 0; i < bought.tiers.size() && bought.tiers[i].over < quantity; ++i) {
    const auto own = quantity - bought.tiers[i].over;
    const auto before = i == 0 ? 0 : bought.tiers[i - 1].price;
    sum = bought.kind == optimizing::tiering::volume
              ? static_cast<wide>(quantity) * bought.tiers[i].price
              : sum + static_cast<wide>(own) * (bought.tiers[i].price - before);
  }
  return sum;
}

wide one_charge(const optimizing::problem& of, const optimizing::stretch& bought, count quantity) {
  return half_up(of, unrounded(bought, quantity));
}

std::size_t period_of(const optimizing::problem& of, std::uint32_t month) {
  const auto found =
      std::ranges::find_if(of.periods, [&](const auto& each) { return contains(each.months, month); });
  return found == of.periods.end() ? 0 : static_cast<std::size_t>(found - of.periods.begin());
}

count whole_logins(const optimizing::problem& of, const optimizing::load& counted, count numerator) {
  if (numerator <= 0)
    return 0;
  const auto over = numerator % of.denominator;
  const auto up = counted.rounded ? 2 * over >= of.denominator : over > 0;
  return numerator / of.denominator + (up ? 1 : 0);
}

bool may_buy(const optimizing::stretch& offered, count quantity) {
  if (offered.optional && quantity == 0)
    return true;
  const auto in_blocks = offered.minimum == offered.limit || quantity % offered.block == 0;
  return in_blocks && offered.minimum <= quantity && quantity <= offered.limit;
}

recounted recount(const optimizing::problem& of, const optimizing::purchase& bought) {
  recounted result{0, wrong_shape(of, bought)};
  usage all;
  if (result.wrong.empty())
    result.wrong = assign(of, bought.users, all);
  std::vector<wide> charged(std::max<std::size_t>(1, of.periods.size()));
  for (std::size_t i = 0; result.wrong.empty() && i < of.offers.size(); ++i) {
    const counted_offer one{of,           of.offers[i],         bought.quantities[i], bought.packs[i],
                            all.users[i], logins_of(of, all, i)};
    auto wrong = wrong_quantity(one, charged);
    wrong = wrong.empty() ? wrong_room(one) : wrong;
    wrong = wrong.empty() ? wrong_windows(one, charged) : wrong;
    result.wrong = wrong.empty() ? wrong : fmt::format("offer {}: {}", i, wrong);
  }
  result.cost = static_cast<money>(std::max<wide>(paid(of, charged), of.least_cost));
  return result;
}

} // namespace proviso::verifying
