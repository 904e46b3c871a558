#include "comparing/favour_terms.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace proviso::comparing {
namespace {

using base::rational;

struct judgement {
  std::string_view keyword;
  bool more_is_better;
  ranking alone; // of the first where the other does not state it
};

constexpr std::array judgements{
    judgement{"discount", true, ranking::greater}, judgement{"accounts", true, ranking::greater},
    judgement{"block", false, ranking::less},      judgement{"minimum", false, ranking::less},
    judgement{"price", false, ranking::unordered}, judgement{"overage", false, ranking::unordered},
    judgement{"grace", true, ranking::greater},    judgement{"rollover", true, ranking::greater},
};

// ---- what is paid

struct blocks { // each started `size` units cost `amount`
  std::int64_t size = 1;
  rational amount;
};

// Whatever the quantity: `one` costs most, by the side of the other, where a block of the other ends.
bool never_dearer(const blocks& one, const blocks& other) {
  const auto started = (other.size - 1) / one.size + 1;
  return rational(started) * one.amount <= other.amount;
}

ranking by_blocks(const blocks& a, const blocks& b) {
  const bool first = never_dearer(a, b);
  const bool second = never_dearer(b, a);
  if (first && second)
    return ranking::equivalent;
  return first ? ranking::greater : second ? ranking::less : ranking::unordered;
}

std::optional<blocks> blocks_of(const model::price& price) {
  const rational months(price.per_year ? 12 : 1);
  if (const auto* flat = std::get_if<model::flat_price>(&price.how))
    return blocks{1, flat->amount / months};
  if (const auto* block = std::get_if<model::block_price>(&price.how))
    return blocks{block->size, block->amount / months};
  return std::nullopt;
}

// ---- two values of one term

ranking between(std::int64_t a, std::int64_t b, bool more) {
  return by_figure(a, b, more);
}
ranking between(const rational& a, const rational& b, bool more) {
  return by_figure(a, b, more);
}
ranking between(const model::price& a, const model::price& b, bool /*more*/) {
  const auto one = blocks_of(a);
  const auto other = blocks_of(b);
  return one && other ? by_blocks(*one, *other) : ranking::unordered;
}
// A share is not more than a number.
ranking between(const model::grace& a, const model::grace& b, bool more) {
  if (a.tolerated.index() != b.tolerated.index())
    return ranking::unordered;
  return std::visit(
      [&](const auto& one) { return by_figure(one, std::get<std::decay_t<decltype(one)>>(b.tolerated), more); },
      a.tolerated);
}
// Nor are two windows one more than the other.
ranking between(const model::overage& a, const model::overage& b, bool /*more*/) {
  if (a.window != b.window || a.blocked != b.blocked)
    return ranking::unordered;
  return a.blocked ? ranking::equivalent : by_blocks({a.per, a.amount}, {b.per, b.amount});
}
ranking between(const model::rollover& a, const model::rollover& b, bool more) {
  return in_both(by_figure(a.logins, b.logins, more), by_figure(a.months, b.months, more));
}

// What is the same as not stating it.
template <typename Value>
bool is_nothing(const Value& /*of*/) {
  return false;
}
bool is_nothing(const model::grace& of) {
  return std::visit([](const auto& tolerated) { return rational(tolerated).is_zero(); }, of.tolerated);
}

template <typename Value>
ranking on_a_day(const std::optional<base::stated<Value>>& a, const std::optional<base::stated<Value>>& b,
                 const judgement& by) {
  if (a && b)
    return between(a->value, b->value, by.more_is_better);
  const auto& stated = a ? a : b;
  if (!stated || is_nothing(stated->value))
    return ranking::equivalent;
  return a ? by.alone : opposite(by.alone);
}

// ---- the right to swap

// For members of other SKUs the two are not one right.
ranking by_swap(const std::optional<model::swap>& a, const std::optional<model::swap>& b) {
  if (!a || !b)
    return by_figure(a.has_value(), b.has_value(), true);
  if (a->sku != b->sku)
    return ranking::unordered;
  const auto most = [](const model::swap& of) {
    return of.at_most.value_or(std::numeric_limits<std::int64_t>::max());
  };
  const auto one = rational(a->logins) * rational(b->members); // for as many members of both
  const auto other = rational(b->logins) * rational(a->members);
  return in_both(by_figure(one, other, false), by_figure(most(*a), most(*b), true));
}

// ---- over time

// The start, then each day on which one of the two may change.
std::set<base::day> days_of_change(const model::sku& a, const model::sku& b) {
  std::set<base::day> days{base::day::min()};
  for (const auto* sku : {&a, &b})
    for (const auto& step : sku->steps)
      if (step.from)
        days.insert(*step.from);
  return days;
}

ranking by_term(const model::sku& a, const model::sku& b, const judgement& by) {
  auto result = ranking::equivalent;
  for (const auto day : days_of_change(a, b)) {
    const auto first = a.on(day);
    const auto second = b.on(day);
    model::each_term([&](auto term, std::string_view name) {
      if (name == by.keyword)
        result = in_both(result, on_a_day(first.*term, second.*term, by));
    });
  }
  return result;
}

} // namespace

ranking by_sku(const model::sku& a, const model::sku& b, std::string_view keyword) {
  if (keyword == "uplift") // without it there is no cap at all
    return on_a_day(a.uplift, b.uplift, {keyword, false, ranking::greater});
  if (keyword == "reduce")
    return on_a_day(a.reduce, b.reduce, {keyword, true, ranking::greater});
  if (keyword == "swap")
    return by_swap(a.swapping, b.swapping);
  const auto known = std::ranges::find(judgements, keyword, &judgement::keyword);
  return known == judgements.end() ? ranking::unordered : by_term(a, b, *known);
}

} // namespace proviso::comparing
