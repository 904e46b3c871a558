#include "optimizing/moving.hpp"

#include <algorithm>
#include <tuple>

namespace proviso::optimizing {
namespace {

constexpr std::size_t most_moves = 20'000;

// By offer and month: what a login costs, in money ÷ denominator.
std::vector<double> prices_by_month(const problem& of, const login_room& room,
                                    const std::vector<double>& multipliers) {
  std::vector<double> all;
  all.reserve(of.offers.size() * of.months);
  for (std::uint32_t offer = 0; offer < of.offers.size(); ++offer)
    for (std::uint32_t month = 0; month < of.months; ++month) {
      const auto row = room.row_of(offer, month);
      all.push_back(row == login_room::no_row ? 0 : multipliers[row] / static_cast<double>(of.denominator));
    }
  return all;
}

std::vector<double> prices_per_user(const problem& of, const layout& by,
                                    const std::vector<double>& multipliers) {
  std::vector<double> all(of.offers.size());
  for (std::uint32_t i = 0; i < by.rows.size(); ++i)
    if (by.rows[i].kind != row_kind::window && by.rows[i].binds)
      all[by.rows[i].offer] += multipliers[i];
  return all;
}

} // namespace

moving::moving(const problem& of, const layout& by, login_room& room, const std::vector<double>& multipliers,
               std::vector<count>& users)
    : of_(of), by_(by), room_(room), users_(users) {
  price_choices(multipliers);
}

void moving::price_choices(const std::vector<double>& multipliers) {
  const auto by_month = prices_by_month(of_, room_, multipliers);
  const auto per_user = prices_per_user(of_, by_, multipliers);
  prices_.reserve(by_.first_choice.back());
  for (const auto& each : of_.segments)
    for (const auto& taken : of_.menus[each.menu]) {
      const auto* prices = by_month.data() + std::size_t{taken.offer} * of_.months;
      const auto* profile = of_.profiles.data() + std::size_t{each.profile} * of_.months;
      double sum = 0;
      for (std::uint32_t month = 0; taken.load != no_load && month < of_.months; ++month)
        sum += prices[month] * static_cast<double>(profile[month]);
      prices_.push_back(sum * static_cast<double>(each.scale) + per_user[taken.offer]);
    }
}

const choice& moving::choice_of(std::uint32_t segment, std::uint32_t at) const {
  return of_.menus[of_.segments[segment].menu][at];
}

bool moving::is_pool(std::uint32_t segment, std::uint32_t at) const {
  return choice_of(segment, at).load != no_load;
}

count& moving::users_of(std::uint32_t segment, std::uint32_t at) const {
  return users_[by_.first_choice[segment] + at];
}

template <typename accept>
std::vector<moving::move> moving::moves(const accept& wanted) const {
  std::vector<move> all;
  for (std::uint32_t i = 0; i < of_.segments.size(); ++i) {
    const auto first = by_.first_choice[i];
    const auto choices = static_cast<std::uint32_t>(by_.first_choice[i + 1] - first);
    for (std::uint32_t k = 0; k < choices; ++k)
      for (std::uint32_t j = 0; users_[first + k] > 0 && j < choices; ++j)
        if (j != k && wanted(i, k, j))
          all.push_back({prices_[first + j] - prices_[first + k], i, k, j});
  }
  const auto before = [](const move& a, const move& b) {
    return std::tuple(a.price, a.segment, a.from, a.to) < std::tuple(b.price, b.segment, b.from, b.to);
  };
  if (all.size() > most_moves) {
    std::ranges::nth_element(all, all.begin() + most_moves, before);
    all.resize(most_moves);
  }
  std::ranges::sort(all, before);
  return all;
}

void moving::make(const move& made, count users) {
  if (users == 0)
    return;
  users_of(made.segment, made.from) -= users;
  users_of(made.segment, made.to) += users;
  room_.add_users(made.segment, made.from, -users);
  room_.add_users(made.segment, made.to, users);
}

void moving::relieve() {
  std::vector<bool> broken;
  for (std::uint32_t i = 0; i < of_.offers.size(); ++i)
    broken.push_back(room_.is_broken(i));
  if (std::ranges::find(broken, true) == broken.end())
    return;
  const auto leaves_a_broken_pool = [&](auto segment, auto from, auto) {
    return is_pool(segment, from) && broken[choice_of(segment, from).offer];
  };
  for (const auto& each : moves(leaves_a_broken_pool)) {
    const auto leave = std::min(room_.to_leave(each.segment, each.from), users_of(each.segment, each.from));
    make(each, std::min(leave, room_.space_for(each.segment, each.to)));
  }
}

void moving::fill() {
  const auto joins_a_pool = [&](auto segment, auto from, auto to) {
    return !is_pool(segment, from) && is_pool(segment, to);
  };
  for (const auto& each : moves(joins_a_pool))
    make(each, std::min(users_of(each.segment, each.from), room_.space_for(each.segment, each.to)));
}

} // namespace proviso::optimizing
