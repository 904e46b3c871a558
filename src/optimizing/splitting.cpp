#include "optimizing/splitting.hpp"

#include "optimizing/costing.hpp"

#include <algorithm>
#include <cmath>

namespace proviso::optimizing {
namespace {

constexpr double nearly_whole = 1e-6;

struct scored {
  double score = 0;
  std::optional<split> at;
};

void take(scored& best, double score, const split& at) {
  if (score > best.score)
    best = {score, at};
}

double hull_cost(const std::vector<priced>& hull, double quantity) {
  for (std::size_t i = 1; i < hull.size(); ++i) {
    if (quantity <= hull[i].quantity || i + 1 == hull.size()) {
      const auto slope = (hull[i].cost - hull[i - 1].cost) / (hull[i].quantity - hull[i - 1].quantity);
      return hull[i - 1].cost + slope * (quantity - hull[i - 1].quantity);
    }
  }
  return hull.empty() ? 0 : hull[0].cost;
}

// The last quantity of the tier that holds this one, or of the tier before it where that is beyond the range.
std::optional<count> edge_of_tier(const stretch& bought, const interval& range, count quantity) {
  std::optional<count> edge;
  for (const auto& each : bought.tiers) {
    if (each.over >= range.low && each.over < range.high && each.over > 0) {
      edge = each.over;
      if (each.over >= quantity)
        return edge;
    }
  }
  return edge;
}

void score_quantity(const problem& of, const decision& each, const interval& range, double value,
                    scored& best) {
  const auto& bought = of.offers[each.offer].stretches[each.part];
  const auto ends = for_sale(bought, range);
  if (!ends || ends->low == ends->high)
    return;
  const split here{each.what, each.offer, each.part, 0};
  const auto at = [&](count quantity) {
    auto result = here;
    result.at = quantity;
    return result;
  };
  const auto least = for_sale(bought, {std::max<count>(1, range.low), range.high});
  const auto price =
      static_cast<double>(stretch_cost(of, bought, ends->high)) / static_cast<double>(ends->high);
  if (least && range.low == 0 && value > nearly_whole &&
      value < static_cast<double>(least->low) - nearly_whole) {
    take(best, std::min(value, static_cast<double>(least->low) - value) * price, at(0));
    if (least->low > bought.block)
      return;
  }
  const auto nearest = static_cast<count>(std::llround(value));
  const auto real = static_cast<double>(bought.charges * price_of(bought, nearest));
  const auto apart = real - hull_cost(hull_of(of, each, range), static_cast<double>(nearest));
  if (const auto edge = edge_of_tier(bought, range, nearest); edge && apart > 1e-9 * real)
    take(best, apart, at(*edge));
  const auto blocks = value / static_cast<double>(bought.block);
  const auto part = blocks - std::floor(blocks);
  if (part > nearly_whole && part < 1 - nearly_whole) {
    const auto down = static_cast<count>(std::floor(blocks)) * bought.block;
    if (down >= range.low && down < range.high)
      take(best, std::min(part, 1 - part) * static_cast<double>(bought.block) * price, at(down));
  }
}

void score_decision(const problem& of, const decision& each, const interval& range, double value,
                    scored& best) {
  if (each.what == splitting::quantity) {
    score_quantity(of, each, range, value, best);
    return;
  }
  const auto& from = of.offers[each.offer];
  const auto part = value - std::floor(value);
  if (range.low < range.high && part > nearly_whole && part < 1 - nearly_whole) {
    const auto price =
        each.what == splitting::pack ? from.packs[each.part].cost : from.windows[each.part].beyond->price;
    take(best, std::min(part, 1 - part) * static_cast<double>(price) + 1e-9,
         {each.what, each.offer, each.part, static_cast<count>(std::floor(value))});
  }
}

scored fraction_of_users(const problem& of, const std::vector<group>& groups, const relaxation& solved) {
  scored best;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    const auto segment = groups[i].members[0];
    const auto choices = of.menus[of.segments[segment].menu].size();
    for (std::uint32_t k = 0; groups[i].members.size() == 1 && k < choices; ++k) {
      const auto value = solved.users(i, k);
      const auto part = value - std::floor(value);
      if (part > nearly_whole && part < 1 - nearly_whole) {
        take(best, std::min(part, 1 - part),
             {splitting::users, segment, k, static_cast<count>(std::floor(value))});
      }
    }
  }
  return best;
}

// Below the value, so that it is an end of one child.
count beside(const interval& range, double value) {
  return std::clamp(static_cast<count>(std::llround(value)), range.low, range.high - 1);
}

std::optional<split> open_decision(const problem& of, const layout& by, const relaxation& solved,
                                   const part& within) {
  for (std::uint32_t i = 0; i < by.decisions.size(); ++i) {
    const auto& each = by.decisions[i];
    auto range = within.decisions[i];
    if (each.what == splitting::quantity)
      range = for_sale(of.offers[each.offer].stretches[each.part], range).value_or(interval{});
    if (range.low < range.high)
      return split{each.what, each.offer, each.part, beside(range, solved.decided(i))};
  }
  return std::nullopt;
}

std::optional<split> open_users(const problem& of, const std::vector<group>& groups, const relaxation& solved,
                                const part& within) {
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    const auto segment = groups[i].members[0];
    const auto choices = of.menus[of.segments[segment].menu].size();
    for (std::uint32_t k = 0; choices > 1 && groups[i].members.size() == 1 && k < choices; ++k) {
      interval range{0, of.segments[segment].users};
      for (const auto& each : within.choices)
        range = each.segment == segment && each.choice == k ? each.users : range;
      if (range.low < range.high)
        return split{splitting::users, segment, k, beside(range, solved.users(i, k))};
    }
  }
  return std::nullopt;
}

} // namespace

std::optional<split> choose_split(const problem& of, const layout& by, const std::vector<group>& groups,
                                  const relaxation& solved, const part& within) {
  scored best;
  for (std::uint32_t i = 0; i < by.decisions.size(); ++i)
    score_decision(of, by.decisions[i], within.decisions[i], solved.decided(i), best);
  if (!best.at)
    best = fraction_of_users(of, groups, solved);
  return best.at ? best.at : any_split(of, by, groups, solved, within);
}

std::optional<split> any_split(const problem& of, const layout& by, const std::vector<group>& groups,
                               const relaxation& solved, const part& within) {
  const auto decision = open_decision(of, by, solved, within);
  return decision ? decision : open_users(of, groups, solved, within);
}

} // namespace proviso::optimizing
