#include "optimizing/relaxation.hpp"

#include "optimizing/costing.hpp"
#include "optimizing/standing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace proviso::optimizing {
namespace {

constexpr double never_binds = 1e30;
constexpr double many_units = 10'000;

double as_double(wide value) {
  return static_cast<double>(value);
}

// Below the line from a to c, or on it.
bool is_below(const priced& a, const priced& b, const priced& c) {
  return (b.cost - a.cost) * (c.quantity - a.quantity) < (c.cost - a.cost) * (b.quantity - a.quantity);
}

std::vector<priced> points_of(const problem& of, const stretch& bought, const interval& range) {
  std::vector<priced> points;
  const auto consider = [&](count from, count to) {
    if (const auto ends = for_sale(bought, {std::max(from, range.low), std::min(to, range.high)})) {
      for (const auto quantity : {ends->low, ends->high}) {
        const auto cost = static_cast<double>(stretch_cost(of, bought, quantity));
        if (points.empty() || static_cast<double>(quantity) > points.back().quantity)
          points.push_back({static_cast<double>(quantity), cost});
      }
    }
  };
  consider(0, 0);
  for (std::size_t i = 0; i < std::max<std::size_t>(1, bought.tiers.size()); ++i) {
    const auto over = bought.tiers.empty() ? 0 : bought.tiers[i].over;
    consider(over + 1, i + 1 < bought.tiers.size() ? bought.tiers[i + 1].over : unlimited);
  }
  return points;
}

std::vector<priced> points_of(const problem& of, const decision& bought, const interval& range) {
  const auto& from = of.offers[bought.offer];
  if (bought.what == splitting::quantity)
    return points_of(of, from.stretches[bought.part], range);
  const auto& judged = from.windows;
  const auto price = bought.what == splitting::pack ? from.packs[bought.part].cost
                     : judged[bought.part].beyond   ? judged[bought.part].beyond->price
                                                    : 0;
  std::vector<priced> points;
  for (const auto number : {range.low, range.high})
    if (points.empty() || number != range.low)
      points.push_back({static_cast<double>(number), static_cast<double>(price * number)});
  return points;
}

} // namespace

std::vector<priced> hull_of(const problem& of, const decision& bought, const interval& range) {
  std::vector<priced> hull;
  for (const auto& point : points_of(of, bought, range)) {
    while (hull.size() >= 2 && !is_below(hull[hull.size() - 2], hull.back(), point))
      hull.pop_back();
    hull.push_back(point);
  }
  return hull;
}

relaxation::relaxation(const problem& of, const layout& by, const std::vector<group>& groups)
    : of_(of), by_(by) {
  group_of_.resize(of.segments.size(), 0);
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    group_users_.push_back(0);
    for (const auto member : groups[i].members) {
      group_of_[member] = i;
      group_users_[i] += static_cast<double>(of.segments[member].users);
    }
  }
  add_families(groups);
  add_periods();
  slots_.resize(by.decisions.size());
  for (std::uint32_t i = 0; i < by.decisions.size(); ++i) {
    const auto& bought = by.decisions[i];
    std::vector<cover> covers;
    for (const auto& each : by.covered[i]) {
      const auto& at = by.rows[each.row];
      auto amount = static_cast<double>(each.amount);
      if (at.kind == row_kind::window && bought.what != splitting::overage) {
        const auto& judged = of.offers[at.offer].windows[at.part];
        amount *= 1.0 + static_cast<double>(judged.share) / static_cast<double>(judged.shares);
      }
      covers.push_back({each.row, amount});
    }
    floors_.push_back(lp_->add_purchase(0, covers));
    covers_.push_back(std::move(covers));
  }
}

void relaxation::add_families(const std::vector<group>& groups) {
  std::vector<family> families(of_.offers.size());
  for (std::uint32_t i = 0; i < by_.rows.size(); ++i) {
    const auto& at = by_.rows[i];
    if (at.binds) {
      (at.kind == row_kind::window ? families[at.offer].window_rows : families[at.offer].user_rows)
          .push_back(i);
    }
  }
  columns_.resize(groups.size());
  std::vector<std::vector<std::pair<std::uint32_t, bool>>> members(of_.offers.size());
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    for (const auto& taken : of_.menus[of_.segments[groups[i].members[0]].menu]) {
      columns_[i].push_back(static_cast<std::uint32_t>(members[taken.offer].size()));
      members[taken.offer].emplace_back(i, taken.load != no_load);
      families[taken.offer].segments.push_back(i);
    }
  }
  std::vector<std::vector<double>> uses(groups.size(), std::vector<double>(of_.months));
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    for (const auto member : groups[i].members) {
      const auto& each = of_.segments[member];
      const auto weight = static_cast<double>(each.users * each.scale) / group_users_[i];
      for (std::uint32_t month = 0; month < of_.months; ++month) {
        uses[i][month] += weight *
                          static_cast<double>(of_.profiles[std::size_t{each.profile} * of_.months + month]) /
                          static_cast<double>(of_.denominator);
      }
    }
  }
  std::uint32_t first = 0;
  std::vector<std::uint32_t> firsts;
  for (std::uint32_t f = 0; f < families.size(); ++f) {
    for (const auto at : families[f].window_rows) {
      const auto& months = of_.offers[f].windows[by_.rows[at].part].months;
      for (const auto& [i, counts] : members[f]) {
        double sum = 0;
        for (auto month = months.first; counts && month < months.first + months.count; ++month)
          sum += uses[i][month];
        families[f].use.push_back(sum);
      }
    }
    firsts.push_back(first);
    first += static_cast<std::uint32_t>(members[f].size());
  }
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    const auto& menu = of_.menus[of_.segments[groups[i].members[0]].menu];
    for (std::uint32_t k = 0; k < menu.size(); ++k)
      columns_[i][k] += firsts[menu[k].offer];
  }
  auto& periods = families.emplace_back(); // of nobody
  for (std::size_t i = 0; i < of_.periods.size(); ++i)
    periods.user_rows.push_back(static_cast<std::uint32_t>(by_.rows.size() + i));
  lp_ = std::make_unique<simplex>(group_users_, std::move(families),
                                  std::vector<double>(multipliers_of(of_, by_), never_binds));
}

void relaxation::add_periods() {
  for (std::uint32_t i = 0; i < of_.periods.size(); ++i) {
    const auto least = static_cast<double>(of_.periods[i].least);
    const auto unit = std::max(1.0, least / many_units);
    const auto column = lp_->add_purchase(unit, {{static_cast<std::uint32_t>(by_.rows.size()) + i, 1.0}});
    lp_->set_bounds(column, 0, least / unit);
    lacks_.push_back({unit, 0});
  }
}

void relaxation::set_periods() {
  for (std::uint32_t i = 0; i < lacks_.size(); ++i)
    lp_->set_right_side(static_cast<std::uint32_t>(by_.rows.size()) + i,
                        (lacks_[i].fixed - static_cast<double>(of_.periods[i].least)) / lacks_[i].unit);
}

// Of all charges of the decision.
double relaxation::share(std::uint32_t decision, std::size_t period) const {
  const auto& charged = by_.charged[decision];
  const auto all = std::accumulate(charged.begin(), charged.end(), count{0});
  return all == 0 ? 0 : static_cast<double>(charged[period]) / static_cast<double>(all);
}

std::vector<double> relaxation::multipliers() const {
  auto all = lp_->multipliers();
  for (std::size_t i = 0; i < lacks_.size(); ++i)
    all[by_.rows.size() + i] /= lacks_[i].unit;
  return all;
}

void relaxation::narrow(const part& within) {
  set_rows(within);
  fixed_cost_ = 0;
  for (auto& each : lacks_)
    each.fixed = 0;
  for (std::uint32_t i = 0; i < by_.decisions.size(); ++i)
    set_decision(i, within.decisions[i]);
  set_periods();
  for (const auto& [at, choice] : limited_)
    lp_->set_bounds(columns_[at][choice], 0, group_users_[at]);
  limited_.clear();
  for (const auto& each : within.choices) {
    const auto at = group_of_[each.segment];
    lp_->set_bounds(columns_[at][each.choice], static_cast<double>(each.users.low),
                    static_cast<double>(each.users.high));
    limited_.emplace_back(at, each.choice);
  }
}

void relaxation::set_rows(const part& within) {
  const auto standing = standing_of(of_, by_, within);
  for (std::uint32_t i = 0; i < by_.rows.size(); ++i) {
    if (!by_.rows[i].binds)
      continue;
    auto value = -as_double(standing.constants[i]) / static_cast<double>(of_.denominator);
    if (standing.entitled[i]) {
      const auto& judged = of_.offers[by_.rows[i].offer].windows[by_.rows[i].part];
      value -= static_cast<double>(*standing.entitled[i]) * static_cast<double>(judged.share) /
               static_cast<double>(judged.shares);
    }
    lp_->set_right_side(i, value);
  }
}

void relaxation::set_slot(std::uint32_t at, double slope, double width) {
  for (const auto& each : slots_[at]) {
    if (each.slope == slope) {
      lp_->set_bounds(each.column, 0, width);
      return;
    }
  }
  auto covers = covers_[at];
  for (std::uint32_t i = 0; i < lacks_.size(); ++i)
    if (const auto amount = slope * share(at, i) / lacks_[i].unit; amount != 0)
      covers.push_back({static_cast<std::uint32_t>(by_.rows.size()) + i, amount});
  slots_[at].push_back({slope, lp_->add_purchase(slope, covers)});
  lp_->set_bounds(slots_[at].back().column, 0, width);
}

void relaxation::set_decision(std::uint32_t at, const interval& range) {
  for (const auto& each : slots_[at])
    lp_->set_bounds(each.column, 0, 0);
  const auto hull = hull_of(of_, by_.decisions[at], range);
  if (hull.empty())
    return;
  lp_->set_bounds(floors_[at], hull[0].quantity, hull[0].quantity);
  fixed_cost_ += hull[0].cost;
  for (std::size_t i = 0; i < lacks_.size(); ++i)
    lacks_[i].fixed += hull[0].cost * share(at, i);
  for (std::size_t i = 1; i < hull.size(); ++i) {
    const auto width = hull[i].quantity - hull[i - 1].quantity;
    set_slot(at, (hull[i].cost - hull[i - 1].cost) / width, width);
  }
}

double relaxation::decided(std::uint32_t decision) const {
  auto sum = lp_->value(floors_[decision]);
  for (const auto& each : slots_[decision])
    sum += lp_->value(each.column);
  return sum;
}

double relaxation::users(std::uint32_t group, std::uint32_t choice) const {
  return lp_->value(columns_[group][choice]);
}

} // namespace proviso::optimizing
