// What holds for every price, pool and population, tried on random ones.
#include "metering/assess.hpp"
#include "metering/count.hpp"
#include "metering/pool.hpp"
#include "metering/pricing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace proviso::metering {
namespace {

using base::rational;
using base::stated;

model::price sliced(const std::vector<int>& sizes, const std::vector<int>& cents, bool volume) {
  model::sliced_price price{volume, {}};
  for (std::size_t i = 0; i < sizes.size(); ++i)
    price.slices.push_back({sizes[i], rational(cents[i], 100)});
  price.slices.push_back({std::nullopt, rational(cents[sizes.size()], 100)});
  return {price, false};
}

rational cost(const model::price& price, std::int64_t quantity) {
  return *monthly_price(price, quantity, rational());
}

std::vector<int> some(int count, int least, int most) {
  return *rc::gen::container<std::vector<int>>(static_cast<std::size_t>(count), rc::gen::inRange(least, most));
}

RC_GTEST_PROP(prices, a_graduated_one_never_falls_with_the_quantity, ()) {
  const auto price = sliced(some(3, 1, 100), some(4, 0, 1000), false);
  const auto quantity = *rc::gen::inRange<std::int64_t>(1, 500);
  RC_ASSERT(cost(price, quantity) >= cost(price, quantity - 1));
}

RC_GTEST_PROP(prices, both_kinds_agree_where_all_slices_cost_the_same, ()) {
  const auto sizes = some(3, 1, 100);
  const std::vector<int> flat(4, *rc::gen::inRange(0, 1000));
  const auto quantity = *rc::gen::inRange<std::int64_t>(0, 500);
  RC_ASSERT(cost(sliced(sizes, flat, false), quantity) == cost(sliced(sizes, flat, true), quantity));
  RC_ASSERT(cost(sliced(sizes, flat, true), quantity) == rational(quantity) * rational(flat[0], 100));
}

RC_GTEST_PROP(prices, with_falling_slices_volume_is_never_dearer_than_graduated, ()) {
  auto cents = some(4, 0, 1000);
  std::sort(cents.rbegin(), cents.rend());
  const auto sizes = some(3, 1, 100);
  const auto quantity = *rc::gen::inRange<std::int64_t>(0, 500);
  RC_ASSERT(cost(sliced(sizes, cents, true), quantity) <= cost(sliced(sizes, cents, false), quantity));
}

// ---- pools

struct pool {
  std::vector<month_usage> months;
  model::calendar calendar;
};

pool some_pool(const model::sku_terms& terms, int months) {
  const auto first = *base::parse_day("2027-01-01");
  pool result{{},
              model::calendar({first, base::add_months(first, months) - std::chrono::days(1)}, std::nullopt)};
  const auto logins = some(months, 0, 300);
  for (int k = 1; k <= months; ++k) {
    month_usage month;
    month.month = k;
    month.terms = terms;
    month.quantity = terms.quantity->value;
    month.logins = std::int64_t{logins[static_cast<std::size_t>(k - 1)]};
    result.months.push_back(month);
  }
  entitle(result.months);
  return result;
}

model::sku_terms some_terms(model::measure window) {
  model::sku_terms terms;
  terms.quantity = stated<std::int64_t>{*rc::gen::inRange(0, 200), {}};
  terms.block = stated<std::int64_t>{*rc::gen::inRange(1, 30), {}};
  terms.grace = stated<model::grace>{{rational(*rc::gen::inRange(0, 30), 100)}, {}};
  terms.overage = stated<model::overage>{
      {false, rational(*rc::gen::inRange(0, 500), 100), *rc::gen::inRange(1, 20), window}, {}};
  return terms;
}

std::vector<window> judged(const pool& of) {
  return windows_of(of.months, of.calendar, 2, base::rounding::half_up);
}

std::int64_t total_due(const pool& of) {
  std::int64_t sum = 0;
  for (const auto& window : judged(of))
    sum += *window.due;
  return sum;
}

RC_GTEST_PROP(pools, the_least_addition_settles_a_window_and_a_block_less_does_not, ()) {
  const auto terms = some_terms(model::measure::quarterly);
  const auto pool = some_pool(terms, 3);
  const auto window = judged(pool).front();
  const auto due_with = [&](std::int64_t more) {
    auto raised = pool;
    for (auto& month : raised.months)
      month.entitled = *month.entitled + more;
    return total_due(raised);
  };
  RC_ASSERT(*window.needed % terms.block->value == 0);
  RC_ASSERT(due_with(*window.needed) == 0);
  if (*window.needed > 0)
    RC_ASSERT(due_with(*window.needed - terms.block->value) > 0);
}

RC_GTEST_PROP(pools, a_longer_window_never_owes_more, ()) {
  auto terms = some_terms(model::measure::monthly);
  terms.grace.reset();
  auto monthly = some_pool(terms, 12);
  auto yearly = monthly;
  auto changed = terms;
  changed.overage->value.window = model::measure::yearly;
  for (auto& month : yearly.months)
    month.terms = changed;
  RC_ASSERT(total_due(yearly) <= total_due(monthly));
}

RC_GTEST_PROP(pools, windows_follow_each_other_and_cover_every_month, ()) {
  const auto measure = static_cast<model::measure>(*rc::gen::inRange(0, 4));
  const auto pool = some_pool(some_terms(measure), *rc::gen::inRange(1, 40));
  int next = 1;
  for (const auto& window : judged(pool)) {
    RC_ASSERT(window.first_month == next);
    RC_ASSERT(window.last_month >= window.first_month);
    next = window.last_month + 1;
  }
  RC_ASSERT(next == pool.calendar.size() + 1);
}

RC_GTEST_PROP(pools, rollover_gives_no_more_than_what_the_months_before_left, ()) {
  auto terms = some_terms(model::measure::monthly);
  terms.rollover = stated<model::rollover>{{*rc::gen::inRange(0, 50), *rc::gen::inRange(1, 4)}, {}};
  const auto pool = some_pool(terms, 12);
  std::int64_t left = 0;  // of all months before
  std::int64_t extra = 0; // drawn beyond the months' own
  for (const auto& month : pool.months) {
    RC_ASSERT(*month.entitled >= month.quantity);
    RC_ASSERT(*month.entitled - month.quantity <= left - extra);
    const auto drawn = std::min(*month.logins, *month.entitled - month.quantity);
    extra += drawn;
    left += std::min(std::max<std::int64_t>(0, month.quantity - (*month.logins - drawn)),
                     terms.rollover->value.logins);
  }
}

// ---- bands

RC_GTEST_PROP(bands, together_are_all_users_and_each_within_one_of_its_share, ()) {
  const auto cuts = some(3, 0, 101);
  auto points = cuts;
  points.insert(points.end(), {0, 100});
  std::sort(points.begin(), points.end());
  usage::population people;
  people.season.fill(rational(1));
  people.users = {{std::nullopt, *rc::gen::inRange(0, 5000), {}}};
  people.days = usage::login_days{};
  for (int i = 0; i < 4; ++i)
    people.days->shares.push_back(
        {i, rational(points[static_cast<std::size_t>(i + 1)] - points[static_cast<std::size_t>(i)], 100), {}});
  model::contract contract;
  const auto first = *base::parse_day("2027-01-01");
  contract.months = model::calendar({first, first + std::chrono::days(30)}, std::nullopt);
  assessment all;
  all.contract = &contract;
  const population_usage usage{&people, nullptr, {{people.users[0].users, std::int64_t{0}, false}}};
  std::int64_t sum = 0;
  const auto made = bands(all, usage, first);
  for (std::size_t i = 0; i < 4; ++i) {
    sum += (*made)[i].users;
    const auto gap =
        rational((*made)[i].users) - people.days->shares[i].share * rational(people.users[0].users);
    RC_ASSERT(gap < rational(1) && gap > rational(-1));
  }
  RC_ASSERT(sum == people.users[0].users);
}

} // namespace
} // namespace proviso::metering
