#include "optimizing/room.hpp"

#include "optimizing/costing.hpp"

#include <algorithm>

namespace proviso::optimizing {

login_room::login_room(const problem& of, const layout& by, const std::vector<count>& decided,
                       const std::vector<count>& users)
    : of_(of), room_(by.rows.size()), row_of_month_(of.offers.size() * of.months, no_row) {
  std::vector<count> paid(by.rows.size());
  for (std::uint32_t i = 0; i < by.decisions.size(); ++i)
    for (const auto& each : by.covered[i])
      (by.decisions[i].what == splitting::overage ? paid : room_)[each.row] += each.amount * decided[i];
  for (std::uint32_t i = 0; i < by.rows.size(); ++i) {
    const auto& at = by.rows[i];
    if (at.kind != row_kind::window)
      continue;
    const auto& judged = of.offers[at.offer].windows[at.part];
    room_[i] = (room_[i] + grace_of(judged, room_[i]) + paid[i]) * of.denominator;
    const auto begin = row_of_month_.begin() + std::ptrdiff_t{at.offer} * of.months + judged.months.first;
    std::fill_n(begin, judged.months.count, i);
  }
  for (const auto& each : of.loads)
    for (std::uint32_t month = 0; month < each.base.size(); ++month)
      take(each.offer, month, each.base[month]);
  for (std::uint32_t i = 0; i < of.segments.size(); ++i)
    for (std::uint32_t k = 0; k < of.menus[of.segments[i].menu].size(); ++k)
      add_users(i, k, users[by.first_choice[i] + k]);
}

void login_room::take(std::uint32_t offer, std::uint32_t month, count numerator) {
  if (const auto at = row_of(offer, month); at != no_row)
    room_[at] -= numerator;
}

void login_room::add_users(std::uint32_t segment, std::uint32_t at, count users) {
  const auto& each = of_.segments[segment];
  const auto& taken = of_.menus[each.menu][at];
  if (users == 0 || taken.load == no_load)
    return;
  const auto* profile = of_.profiles.data() + std::size_t{each.profile} * of_.months;
  for (std::uint32_t month = 0; month < of_.months; ++month)
    take(taken.offer, month, users * each.scale * profile[month]);
}

count login_room::space_for(std::uint32_t segment, std::uint32_t at) const {
  const auto& each = of_.segments[segment];
  const auto& taken = of_.menus[each.menu][at];
  auto most = each.users;
  if (taken.load == no_load)
    return most;
  const auto* profile = of_.profiles.data() + std::size_t{each.profile} * of_.months;
  count together = 0;
  for (std::uint32_t month = 0; most > 0 && month < of_.months; ++month) {
    const auto row = row_of(taken.offer, month);
    const auto same = month > 0 && row == row_of(taken.offer, month - 1);
    together = (same ? together : 0) + each.scale * profile[month];
    if (row != no_row && together > 0)
      most = std::min(most, std::max<count>(0, room_[row]) / together);
  }
  return most;
}

count login_room::to_leave(std::uint32_t segment, std::uint32_t at) const {
  const auto& each = of_.segments[segment];
  const auto offer = of_.menus[each.menu][at].offer;
  const auto* profile = of_.profiles.data() + std::size_t{each.profile} * of_.months;
  count most = 0;
  for (std::uint32_t month = 0; month < of_.months; ++month) {
    const auto row = row_of(offer, month);
    const auto use = each.scale * profile[month];
    if (row != no_row && use > 0 && room_[row] < 0)
      most = std::max(most, (-room_[row] + use - 1) / use);
  }
  return most;
}

bool login_room::is_broken(std::uint32_t offer) const {
  for (std::uint32_t month = 0; month < of_.months; ++month)
    if (const auto at = row_of(offer, month); at != no_row && room_[at] < 0)
      return true;
  return false;
}

} // namespace proviso::optimizing
