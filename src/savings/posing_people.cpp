// Populations as the optimiser has them: users at home, and bands that may move.
#include "savings/posing.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace proviso::savings {

namespace {

bool has_accounts(const market& in, const offer& of) {
  return !of.is_pool() || std::ranges::all_of(of.stretches, [&](const stretch& one) {
    const auto now = of.sku->on(in.everything().months[one.first_month].days.first);
    const auto& stated = now.accounts ? now.accounts : of.sku->license->accounts;
    return stated && stated->value > 0;
  });
}

} // namespace

bool may_take(const market& in, const population& of, std::size_t home, std::size_t offer,
              const allowance& allowed) {
  const auto& to = in.offers()[offer];
  return offer != home && offer != of.own && !to.stretches.empty() && allowed.permits(of.at[offer]) &&
         has_accounts(in, to);
}

menu_of_offers posing::targets(const population& of, std::size_t home) {
  menu_of_offers result{{static_cast<std::uint32_t>(home), optimizing::no_load}};
  std::optional<model::counting> how;
  if (in_.offers()[home].is_pool())
    how = in_.offers()[home].sku->count.value;
  for (std::size_t i = 0; i < in_.offers().size(); ++i) {
    const auto& to = in_.offers()[i];
    if (!may_take(in_, of, home, i, allowed_))
      continue;
    if (to.is_pool() && how.value_or(to.sku->count.value) != to.sku->count.value) {
      leave_out(fmt::format("users of '{}' who are counted otherwise in '{}'", of.name(), to.sku->name));
      continue;
    }
    if (to.is_pool())
      how = to.sku->count.value;
    result.push_back({static_cast<std::uint32_t>(i), optimizing::no_load});
  }
  return result;
}

void posing::add_population(std::size_t p) {
  const auto& of = who_.all[p];
  const auto home = made_.homes[p];
  if (given_.moves != nullptr)
    return seat_moved(of, p, home);
  auto menu = targets(of, home);
  const bool moves = menu.size() > 1 && !of.bands.empty();
  const bool anywhere = made_.anywhere[p];
  if (anywhere)
    seat_anywhere(of, menu);
  else
    seat_home(of, home, moves);
  if (moves)
    add_segments(of, p, std::move(menu), anywhere);
  else if (in_.offers()[home].is_pool())
    add_load(of, home, anywhere ? rest::none : rest::home, false);
}

// Where fewer users are planned than the bands have, this counts fewer than nobody: a bound stays one, and what
// is bought is costed anew.
void posing::seat_home(const population& of, std::size_t home, bool moves) {
  const auto away = moves ? of.users_in_bands() : 0;
  add_users(home, [&](std::size_t m) { return of.at[home].full.users[m] - away; });
}

void posing::seat_anywhere(const population& of, const menu_of_offers& menu) {
  const auto away = of.users_in_bands();
  for (const auto& each : menu)
    add_users(each.offer,
              [&](std::size_t m) { return std::min<std::int64_t>(0, of.at[each.offer].full.users[m] - away); });
}

void posing::seat_moved(const population& of, std::size_t p, std::size_t home) {
  std::map<std::size_t, std::pair<std::int64_t, std::int64_t>> to; // users and their days
  std::int64_t days = 0;
  std::int64_t away = 0;
  for (const auto& move : *given_.moves)
    if (move.population == p) {
      const auto each = of.bands[move.band].login_days;
      away += move.users;
      days += move.users * weight(in_.offers()[home], each);
      to[move.to].first += move.users;
      to[move.to].second += move.users * weight(in_.offers()[move.to], each);
    }
  if (in_.offers()[home].is_pool())
    add_settled(home, [&](std::size_t m) {
      return of.at[home].full.logins[m] - rational(days) * of.at[home].full.factor[m];
    });
  add_users(home, [&](std::size_t m) { return std::max<std::int64_t>(0, of.at[home].full.users[m] - away); });
  for (const auto& each : to) {
    const auto at = each.first;
    const auto came = each.second;
    add_users(at, [&](std::size_t) { return came.first; });
    if (in_.offers()[at].is_pool())
      add_settled(at, [&](std::size_t m) { return rational(came.second) * of.at[at].full.factor[m]; });
  }
}

rational posing::rest_of(const population& of, std::size_t at, std::size_t month, bool moves) const {
  const auto& full = of.at[at].full;
  const auto days = moves ? days_in_bands(of, in_.offers()[at]) : 0;
  return full.logins[month] - rational(days) * full.factor[month];
}

std::uint32_t posing::add_load(const population& of, std::size_t at, rest who_stays, bool moves) {
  optimizing::load made{static_cast<std::uint32_t>(at), true, {}};
  for (std::size_t m = 0; who_stays != rest::none && m < months(); ++m) {
    const auto stay = rest_of(of, at, m, moves);
    made.base.push_back(logins(who_stays == rest::home ? stay : base::smaller(rational(), stay)));
  }
  made_.problem.loads.push_back(std::move(made));
  return static_cast<std::uint32_t>(made_.problem.loads.size() - 1);
}

void posing::add_segments(const population& of, std::size_t p, menu_of_offers menu, bool anywhere) {
  auto& to = made_.problem;
  const offer* pool = nullptr;
  const demand* counted = nullptr;
  for (std::size_t i = 0; i < menu.size(); ++i)
    if (const auto at = menu[i].offer; in_.offers()[at].is_pool()) {
      menu[i].load = add_load(of, at, anywhere ? rest::anywhere : i == 0 ? rest::home : rest::none, true);
      pool = &in_.offers()[at];
      counted = &of.at[at].full;
    }
  for (std::size_t m = 0; m < months(); ++m)
    to.profiles.push_back(counted == nullptr ? 0 : logins(counted->factor[m]));
  const auto profile = static_cast<std::uint32_t>(to.profiles.size() / months() - 1);
  to.menus.push_back(std::move(menu));
  for (std::size_t b = 0; b < of.bands.size(); ++b) {
    const auto scale = pool == nullptr ? 0 : weight(*pool, of.bands[b].login_days);
    to.segments.push_back({of.bands[b].users, static_cast<std::uint32_t>(to.menus.size() - 1), profile, scale});
    made_.segments.emplace_back(p, b);
  }
}

} // namespace proviso::savings
