#include "checking/rules/evaluate.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::rational;
using base::truth;

constexpr std::string_view division_by_zero = "a quotient: it would be divided by zero";
constexpr std::string_view beyond_calendar = "a day: it lies beyond the years 1900 to 2999";

const rational* number_in(const value& v) {
  return std::get_if<rational>(&v);
}

// ---- days

constexpr std::int64_t most_days = 500'000;

value checked(base::day d) {
  const auto year = static_cast<int>(std::chrono::year_month_day(d).year());
  return year >= 1900 && year <= 2999 ? value(d) : unknown_because(std::string(beyond_calendar));
}

value moved(base::day from, const rational& by, shape unit, bool back) {
  const auto whole = base::whole_half_up(back ? -by : by);
  if (!whole || *whole > most_days || *whole < -most_days)
    return unknown_because(std::string(beyond_calendar));
  if (unit == shape::months)
    return checked(base::add_months(from, static_cast<int>(*whole)));
  return checked(from + std::chrono::days(*whole));
}

// ---- two sides

value combined(operation what, const rational& a, const rational& b) {
  switch (what) {
  case operation::add: return a + b;
  case operation::subtract: return a - b;
  case operation::multiply: return a * b;
  default: return b.is_zero() ? unknown_because(std::string(division_by_zero)) : value(a / b);
  }
}

bool in_order(operation what, std::strong_ordering order) {
  switch (what) {
  case operation::less: return order < 0;
  case operation::at_most: return order <= 0;
  case operation::greater: return order > 0;
  default: return order >= 0;
  }
}

std::strong_ordering ordered(const value& a, const value& b) {
  if (const auto* first = std::get_if<base::day>(&a))
    return *first <=> std::get<base::day>(b);
  return std::get<rational>(a) <=> std::get<rational>(b);
}

// API names are the same whatever their case.
bool same_names(const value& a, const value& b, domain from) {
  const auto& first = std::get<std::string>(a);
  const auto& second = std::get<std::string>(b);
  return from == domain::object ? base::same_but_case(first, second) : first == second;
}

std::string name_in(const value& v, const facts& over) {
  if (const auto* r = std::get_if<record>(&v))
    return schema_of(r->of).subject(over, *r);
  return std::get<std::string>(v);
}

} // namespace

const base::known<record_list>& listings::of(const collection& wanted) {
  const auto [place, fresh] = drawn_.try_emplace(&wanted);
  if (fresh)
    place->second = wanted.list(facts_);
  return place->second;
}

evaluator::evaluator(const rule& in, const facts& over, listings& lists, std::span<const value> parameters,
                     std::int64_t most_steps)
    : rule_(in), facts_(over), lists_(lists), parameters_(parameters), slots_(in.slots),
      most_steps_(most_steps) {}

value evaluator::evaluate(node_id id) {
  if (++steps_ > most_steps_)
    return unknown{};
  const auto& n = rule_[id];
  switch (n.what) {
  case operation::constant: return constant(n);
  case operation::parameter: return parameters_[n.index];
  case operation::variable: return slots_[n.index];
  case operation::contract: return record{record_kind::contract, facts_.month(), 0};
  case operation::today: return facts_.today();
  case operation::field: return field(n);
  case operation::period_start:
  case operation::period_end:
  case operation::period_days: return period_part(n);
  case operation::exists: return exists(n);
  case operation::not_: {
    auto part = evaluate(n.children[0]);
    const auto* decided = std::get_if<bool>(&part);
    return decided ? value(!*decided) : part;
  }
  case operation::and_:
  case operation::or_: return logical(n);
  case operation::equal:
  case operation::unequal:
  case operation::less:
  case operation::at_most:
  case operation::greater:
  case operation::at_least: return comparison(n);
  case operation::in_names:
  case operation::in_period: return membership(n);
  case operation::negate:
  case operation::add:
  case operation::subtract:
  case operation::multiply:
  case operation::divide:
  case operation::smaller:
  case operation::larger: return arithmetic(n);
  case operation::condition: return condition(n);
  case operation::round: return rounded(n);
  default: return aggregate(n);
  }
}

truth evaluator::holds(node_id condition, unknown& why) {
  if (condition == no_node)
    return truth::yes;
  auto result = evaluate(condition);
  if (auto* reasons = std::get_if<unknown>(&result)) {
    if (why.missing.empty())
      std::swap(why, *reasons);
    else
      why.merge(*reasons);
  }
  return to_truth(result);
}

unknown evaluator::doubt_of(record r) const {
  const auto& schema = schema_of(r.of);
  auto doubt = schema.doubt ? schema.doubt(facts_, r) : std::string{};
  return doubt.empty() ? unknown{} : unknown{{std::move(doubt)}};
}

// ---- parts

const value& evaluator::reach(node_id id, value& room) {
  const auto& n = rule_[id];
  if (n.what == operation::constant && n.currency.empty())
    return n.constant;
  if (n.what == operation::parameter)
    return parameters_[n.index];
  room = evaluate(id);
  return room;
}

value evaluator::constant(const node& n) const {
  if (n.currency.empty() || n.currency == facts_.contract().currency)
    return n.constant;
  return unknown_because(fmt::format("what an amount in {} is in {}: a rule and its contract need one currency",
                                     n.currency, facts_.contract().currency));
}

value evaluator::field(const node& n) {
  if (const auto& from = rule_[n.children[0]]; from.what == operation::variable)
    return n.read->get(facts_, slots_[from.index]);
  auto owner = evaluate(n.children[0]);
  const auto* of = std::get_if<record>(&owner);
  return of ? n.read->get(facts_, *of) : owner;
}

value evaluator::period_part(const node& n) {
  auto owner = evaluate(n.children[0]);
  const auto* period = std::get_if<base::period>(&owner);
  if (period == nullptr)
    return owner;
  if (n.what == operation::period_days)
    return number(period->days());
  return n.what == operation::period_start ? period->first : period->last;
}

value evaluator::exists(const node& n) {
  auto part = evaluate(n.children[0]);
  return is_unknown(part) ? part : value(!is_absent(part));
}

value evaluator::logical(const node& n) {
  const auto decides = n.what == operation::and_ ? truth::no : truth::yes;
  const auto left = evaluate(n.children[0]);
  if (to_truth(left) == decides)
    return left;
  auto right = evaluate(n.children[1]);
  if (to_truth(right) == decides || !is_unknown(left))
    return right;
  return unknown_of(left, right);
}

value evaluator::condition(const node& n) {
  auto test = evaluate(n.children[0]);
  switch (to_truth(test)) {
  case truth::yes: return evaluate(n.children[1]);
  case truth::no: return evaluate(n.children[2]);
  case truth::unknown: break;
  }
  return test;
}

value evaluator::comparison(const node& n) {
  value first;
  value second;
  const auto& left = reach(n.children[0], first);
  const auto& right = reach(n.children[1], second);
  if (is_unknown(first) && !is_unknown(right))
    return first; // and the reasons go along
  if (is_unknown(left) || is_unknown(right) || is_absent(left) || is_absent(right))
    return unknown_of(left, right);
  if (n.what != operation::equal && n.what != operation::unequal)
    return in_order(n.what, ordered(left, right));
  const auto& type = rule_[n.children[0]].is;
  const bool equal = n.by_name                ? name_in(left, facts_) == name_in(right, facts_)
                     : type.is == shape::name ? same_names(left, right, type.from)
                                              : same(left, right);
  return equal == (n.what == operation::equal);
}

value evaluator::membership(const node& n) {
  const auto left = evaluate(n.children[0]);
  const auto right = evaluate(n.children[1]);
  if (is_unknown(left) || is_unknown(right) || is_absent(left) || is_absent(right))
    return unknown_of(left, right);
  if (n.what == operation::in_period)
    return std::get<base::period>(right).holds(std::get<base::day>(left));
  const auto& names = std::get<name_list>(right);
  const auto from = rule_[n.children[1]].is.from;
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& one) { return same_names(left, one, from); });
}

value evaluator::arithmetic(const node& n) {
  const auto left = evaluate(n.children[0]);
  if (n.what == operation::negate)
    return number_in(left) ? value(-*number_in(left)) : left;
  const auto right = evaluate(n.children[1]);
  if (is_unknown(left) || is_unknown(right) || is_absent(left) || is_absent(right))
    return unknown_of(left, right);
  if (n.what == operation::smaller || n.what == operation::larger)
    return (ordered(left, right) < 0) == (n.what == operation::smaller) ? left : right;
  const auto* from = std::get_if<base::day>(&left);
  const auto* to = std::get_if<base::day>(&right);
  if (from && to)
    return number((*from - *to).count());
  if (from)
    return moved(*from, *number_in(right), rule_[n.children[1]].is.is, n.what == operation::subtract);
  if (to)
    return moved(*to, *number_in(left), rule_[n.children[0]].is.is, false);
  return combined(n.what, *number_in(left), *number_in(right));
}

value evaluator::rounded(const node& n) {
  auto part = evaluate(n.children[0]);
  const auto* exact = number_in(part);
  if (exact == nullptr)
    return part;
  const auto decimals = n.is.is == shape::money     ? facts_.contract().decimals
                        : n.is.is == shape::percent ? 2
                                                    : 0;
  return exact->rounded(decimals, base::rounding::half_up);
}

} // namespace proviso::checking
