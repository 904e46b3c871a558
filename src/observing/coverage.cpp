#include "observing/coverage.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace proviso::observing {
namespace {

constexpr std::chrono::days a_day(1);
constexpr std::size_t most_named = 5; // gaps

// The days of files, those joined that touch or overlap.
std::vector<base::period> runs_of(std::vector<base::period> files) {
  std::ranges::sort(files, {}, &base::period::first);
  std::vector<base::period> result;
  for (const auto& each : files)
    if (result.empty() || each.first > result.back().last + a_day)
      result.push_back(each);
    else
      result.back().last = std::max(result.back().last, each.last);
  return result;
}

// Days behind all those that are covered already.
void add_days(coverage& into, const base::period& days) {
  if (days.empty())
    return;
  if (!into.whole) {
    into.whole = days;
    return;
  }
  into.gaps.push_back({into.whole->last + a_day, days.first - a_day});
  into.whole->last = days.last;
}

} // namespace

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
  return holds(month.days);
}

bool coverage::holds(const base::period& days) const {
  return whole && whole->holds(days.first) && whole->holds(days.last) &&
         std::ranges::none_of(gaps, [&](const auto& gap) { return !base::overlap(gap, days).empty(); });
}

bool coverage::touches(const model::month& month) const {
  return touched && !base::overlap(*touched, month.days).empty();
}

coverage coverage_of(const logins::figures& read, const std::optional<base::period>& stated, base::day today) {
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
  if (stated)
    return result;
  for (const auto& run : runs_of(read.spans))
    add_days(result, {run.first + a_day, std::min(run.last, today) - a_day});
  if (rows.last > today && result.whole)
    result.beyond = rows.last;
  return result;
}

std::string to_string(const coverage& of) {
  if (!of.whole)
    return "no whole day";
  std::vector<std::string> gaps;
  for (const auto& each : of.gaps)
    if (gaps.size() < most_named)
      gaps.push_back(base::to_string(each));
  const auto more = of.gaps.size() > gaps.size() ? ", …" : "";
  return base::to_string(*of.whole) +
         (gaps.empty() ? "" : fmt::format(" but for {}{}", fmt::join(gaps, ", "), more));
}

} // namespace proviso::observing
