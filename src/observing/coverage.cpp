#include "observing/coverage.hpp"

#include <algorithm>

namespace proviso::observing {

std::uint64_t rows_in(const std::vector<std::uint64_t>& months, const model::month& month) {
  const auto at = static_cast<std::size_t>(month.number - 1);
  return at < months.size() ? months[at] : 0;
}

bool coverage::covers(const model::month& month) const {
  return has_days_of(month) && unread_in(month) == 0 && is_told(month);
}

std::uint64_t coverage::unread_in(const model::month& month) const {
  return bad_undated + rows_in(bad_months, month);
}

bool coverage::is_told(const model::month& month) const {
  return rows_in(untold_statuses, month) + rows_in(untold_types, month) == 0;
}

bool coverage::has_days_of(const model::month& month) const {
  return whole && whole->holds(month.days.first) && whole->holds(month.days.last);
}

bool coverage::touches(const model::month& month) const {
  return touched && !base::overlap(*touched, month.days).empty();
}

coverage coverage_of(const logins::figures& read, const std::optional<base::period>& stated) {
  coverage result;
  result.stated = stated.has_value();
  result.whole = stated;
  result.touched = stated;
  result.bad_undated = read.bad_undated;
  result.bad_months = read.bad_months;
  result.untold_statuses = read.untold_statuses;
  result.untold_types = read.untold_types;
  if (!read.first || !read.last)
    return result;
  const base::period rows{read.first->day, read.last->day};
  result.touched =
      stated ? base::period{std::min(rows.first, stated->first), std::max(rows.last, stated->last)} : rows;
  const base::period between{rows.first + std::chrono::days(1), rows.last - std::chrono::days(1)};
  if (!stated && !between.empty())
    result.whole = between;
  return result;
}

} // namespace proviso::observing
