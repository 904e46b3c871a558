#include "metering/pool.hpp"

#include "metering/count.hpp"
#include "metering/population.hpp"

#include <algorithm>
#include <deque>

namespace proviso::metering {
namespace {

using base::truth;
using base::unknown;

bool is_sold(const month_usage& month) {
  return month.terms->quantity.has_value();
}

// ---- rollover

struct lot { // what a month left
  std::int64_t logins;
  int last_month; // in which it can be used
};

// Takes logins from the lots, oldest first; returns what they did not cover.
std::int64_t draw(std::deque<lot>& lots, std::int64_t logins) {
  for (auto& one : lots) {
    const auto taken = std::min(one.logins, logins);
    one.logins -= taken;
    logins -= taken;
  }
  return logins;
}

std::int64_t sum(const std::deque<lot>& lots) {
  std::int64_t result = 0;
  for (const auto& one : lots)
    result = capped_sum(result, one.logins);
  return result;
}

bool rolls_over(const std::vector<month_usage>& months) {
  return std::any_of(months.begin(), months.end(), [](const auto& m) { return m.terms->rollover.has_value(); });
}

// ---- one window

std::int64_t owed(std::int64_t logins, std::int64_t entitled, std::int64_t grace) {
  return std::max<std::int64_t>(0, std::max<std::int64_t>(0, logins - entitled) - grace);
}

struct span_of_months {
  const month_usage* first;
  int count;

  [[nodiscard]] const month_usage& operator[](int index) const { return first[index]; }
  [[nodiscard]] const model::sku_terms& terms() const { return *first->terms; }
};

known<std::int64_t> total(span_of_months months, known<std::int64_t> month_usage::*figure) {
  std::int64_t result = 0;
  for (int i = 0; i < months.count; ++i) {
    const auto& value = months[i].*figure;
    if (!value)
      return value;
    result = capped_sum(result, *value);
  }
  return result;
}

// Due under the months' terms if each month held `more` logins more.
bool settled(span_of_months months, std::int64_t logins, std::int64_t entitled, std::int64_t more) {
  const auto raised = capped_sum(entitled, std::min(more * months.count, beyond_range));
  return owed(logins, raised, tolerated(months.terms().grace, raised)) == 0;
}

// The least addition per month, in whole blocks: grace grows with it, so it is searched and not divided.
std::int64_t addition(span_of_months months, std::int64_t logins, std::int64_t entitled) {
  const auto block = months.terms().block ? months.terms().block->value : 1;
  std::int64_t low = 0;
  std::int64_t high = (logins / months.count) / block + 1;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (settled(months, logins, entitled, middle * block))
      high = middle;
    else
      low = middle + 1;
  }
  return low * block;
}

// Not all logins are known; those that are may exceed the window already.
void judge_part(window& w, span_of_months months) {
  std::int64_t least = 0;
  for (int i = 0; i < months.count; ++i)
    least = capped_sum(least, months[i].logins ? *months[i].logins : months[i].least_logins);
  const auto due = owed(least, *w.entitled, *w.grace);
  if (due == 0) {
    w.over = w.due = w.needed = w.logins.why();
    return;
  }
  w.overage = w.logins.why(); // the charge for all that will be due
  w.at_least = true;
  w.logins = least;
  w.over = least - *w.entitled;
  w.due = due;
  w.exceeded = truth::yes;
  w.needed = addition(months, least, *w.entitled);
}

void judge(window& w, span_of_months months) {
  w.logins = total(months, &month_usage::logins);
  w.entitled = total(months, &month_usage::entitled);
  if (!w.entitled) {
    w.grace = w.over = w.due = w.needed = w.entitled.why();
    return;
  }
  w.grace = tolerated(months.terms().grace, *w.entitled);
  if (!w.logins) {
    judge_part(w, months);
    return;
  }
  w.over = std::max<std::int64_t>(0, *w.logins - *w.entitled);
  w.due = owed(*w.logins, *w.entitled, *w.grace);
  w.exceeded = base::to_truth(*w.due > 0);
  w.needed = *w.due > 0 ? addition(months, *w.logins, *w.entitled) : 0;
}

void price(window& w, const model::overage& terms, int decimals, base::rounding rounding) {
  if (terms.blocked)
    w.overage = rational();
  else if (w.at_least)
    return;
  else if (!w.due)
    w.overage = w.due.why();
  else
    w.overage = (rational(*w.due, terms.per).ceil() * terms.amount).rounded(decimals, rounding);
}

bool any_month_exceeded(span_of_months months) {
  for (int i = 0; i < months.count; ++i) {
    window month;
    judge(month, {&months[i], 1});
    if (month.exceeded == truth::yes)
      return true;
  }
  return false;
}

void judge_part_both_ways(window& w, span_of_months months) {
  if (!any_month_exceeded(months))
    w.exceeded = truth::unknown;
}

// No overage clause: exceeded as a year and in one of its months is certain, in one reading only it depends on
// what the contract does not say.
void judge_both_ways(window& w, span_of_months months) {
  if (w.exceeded == truth::unknown) {
    w.overage = w.due.why();
    return;
  }
  if (w.at_least) { // the year is exceeded whatever follows, and so is one of its months, or it may yet be
    judge_part_both_ways(w, months);
    return;
  }
  auto by_month = truth::no;
  for (int i = 0; i < months.count; ++i) {
    window month;
    judge(month, {&months[i], 1});
    by_month = base::either(by_month, month.exceeded);
    w.needed = std::max(*w.needed, *month.needed);
  }
  const unknown undeclared{
      "the contract has no overage clause: state a price and whether excess is measured monthly, "
      "quarterly, yearly or over the term"};
  w.overage = by_month == truth::no && w.exceeded == truth::no ? known<rational>(rational()) : undeclared;
  if (by_month != w.exceeded)
    w.exceeded = truth::unknown;
}

// Nothing of the SKU is sold then, so nothing is agreed on what its logins cost.
void judge_unsold(window& w) {
  if (w.exceeded == truth::unknown)
    w.overage = w.due.why();
  else if (w.exceeded == truth::no)
    w.overage = rational();
  else
    w.overage =
        unknown{"what logins cost while their SKU is not sold: move its users, or date the SKU otherwise"};
}

// Months from this one on in which the SKU is sold as it is in this one, or is not: windows are counted anew
// from the month in which it begins, and none goes beyond its end.
int alike(const std::vector<month_usage>& months, int first_month) {
  const auto first = months.begin() + (first_month - 1);
  const auto other =
      std::find_if(first, months.end(), [&](const month_usage& m) { return is_sold(m) != is_sold(*first); });
  return static_cast<int>(other - first);
}

// Without an overage clause the months that are left of the contract year.
int length(const model::sku_terms& terms, int first_month, int months_left) {
  const int year = model::months_of(model::measure::yearly);
  const auto months =
      terms.overage ? model::months_of(terms.overage->value.window) : year - (first_month - 1) % year;
  return std::min(months, months_left);
}

} // namespace

std::int64_t tolerated(const std::optional<base::stated<model::grace>>& grace, std::int64_t entitled) {
  if (!grace)
    return 0;
  if (const auto* logins = std::get_if<std::int64_t>(&grace->value.tolerated))
    return *logins;
  const auto share = std::get<rational>(grace->value.tolerated);
  return std::min((share * rational(entitled)).floor().whole().value_or(beyond_range), beyond_range);
}

void entitle(std::vector<month_usage>& months) {
  const bool rolling = rolls_over(months);
  std::deque<lot> lots;
  known<std::int64_t> before = std::int64_t{0}; // unknown from the first month whose logins are
  for (auto& month : months) {
    const auto own = capped_sum(month.quantity, month.packs);
    if (!before) {
      month.entitled = before;
      continue;
    }
    if (!is_sold(month))
      lots.clear(); // what is left of a SKU ends with it
    std::erase_if(lots, [&](const lot& l) { return l.last_month < month.month || l.logins == 0; });
    month.entitled = capped_sum(own, sum(lots));
    if (!rolling)
      continue;
    if (!month.logins) {
      before = month.logins;
      continue;
    }
    const auto left = std::max<std::int64_t>(0, own - draw(lots, *month.logins));
    if (const auto& terms = month.terms->rollover)
      lots.push_back({std::min(left, terms->value.logins), month.month + terms->value.months});
  }
}

std::vector<window> windows_of(const std::vector<month_usage>& months, const model::calendar& calendar,
                               int decimals, base::rounding rounding) {
  std::vector<window> result;
  const auto all = static_cast<int>(months.size());
  for (int first = 1; first <= all;) {
    const auto& month = months[static_cast<std::size_t>(first - 1)];
    const auto& terms = *month.terms;
    const span_of_months held{&month, length(terms, first, alike(months, first))};
    window w;
    w.first_month = first;
    w.last_month = first + held.count - 1;
    w.days = calendar.days(w.first_month, w.last_month);
    w.grace_at = terms.grace ? terms.grace->at : base::span{};
    judge(w, held);
    if (!is_sold(month)) {
      judge_unsold(w);
    } else if (terms.overage) {
      w.measured = terms.overage->value.window;
      w.blocked = terms.overage->value.blocked;
      w.overage_at = terms.overage->at;
      price(w, terms.overage->value, decimals, rounding);
    } else {
      judge_both_ways(w, held);
    }
    first += held.count;
    result.push_back(std::move(w));
  }
  return result;
}

std::optional<base::day> first_day_locked_out(std::int64_t allowed, const model::month& month,
                                              const std::vector<const population_usage*>& users) {
  struct stream {
    const usage::population* of;
    rational a_weighted_day; // logins that a day of season 1 brings
  };
  std::vector<stream> streams;
  for (const auto* one : users) {
    const auto& logins = one->in(month.number).logins;
    const auto weight = season_days(*one->population, month.days);
    if (logins && !weight.is_zero())
      streams.push_back({one->population, rational(*logins) / weight});
  }
  rational running;
  for (auto d = month.days.first; d <= month.days.last; d += std::chrono::days(1)) {
    for (const auto& s : streams)
      running += s.a_weighted_day * season_days(*s.of, {d, d});
    if (running > rational(allowed))
      return d;
  }
  return std::nullopt;
}

} // namespace proviso::metering
