// Going through collections: lookups and aggregates. A record that may not be there, or may not meet its
// `where`, makes what depends on it unknown.
#include "checking/rules/evaluate.hpp"

#include <algorithm>

namespace proviso::checking {
namespace {

using base::rational;
using base::truth;

bool is_smaller(const value& a, const value& b) {
  if (const auto* first = std::get_if<base::day>(&a))
    return *first < std::get<base::day>(b);
  return std::get<rational>(a) < std::get<rational>(b);
}

} // namespace

// ---- lookups

const evaluator::lookup& evaluator::lookup_of(std::uint32_t loop, const record_list& all) {
  const auto [place, fresh] = lookups_.try_emplace(loop);
  if (!fresh)
    return place->second;
  const auto& of = rule_.loops[loop];
  auto& [by_key, open] = place->second;
  for (const auto& one : all) {
    bind(of.slot, one);
    const auto key = evaluate(of.inner_key);
    if (is_unknown(key))
      open.push_back(one);
    else
      by_key[key_of(key)].push_back(one);
  }
  for (auto& [key, records] : by_key)
    records.insert(records.begin(), open.begin(), open.end());
  return place->second;
}

evaluator::choice evaluator::candidates(std::uint32_t loop) {
  const auto& of = rule_.loops[loop];
  const auto& all = lists_.of(*of.over);
  if (!all)
    return {nullptr, all.why().missing};
  if (!of.looks_up())
    return {&*all, {}};
  const auto key = evaluate(of.outer_key);
  if (is_unknown(key))
    return {&*all, {}};
  const auto& index = lookup_of(loop, *all);
  const auto found = index.by_key.find(key_of(key));
  return {found != index.by_key.end() ? &found->second : &index.open, {}};
}

// ---- aggregates

value evaluator::aggregate(const node& n) {
  const auto& loop = rule_.loops[n.index];
  if (!loop.by_key_alone)
    return gathered(n);
  const auto key = loop.looks_up() ? evaluate(loop.outer_key) : value(absent{});
  if (is_unknown(key))
    return gathered(n);
  const auto [place, fresh] = gathered_.try_emplace({&n, key_of(key)});
  if (fresh)
    place->second = gathered(n);
  return place->second;
}

value evaluator::gathered(const node& n) {
  const auto all = candidates(n.index);
  if (all.records == nullptr)
    return unknown_because(all.missing);
  return n.what == operation::any || n.what == operation::all ? decide(n, *all.records) : fold(n, *all.records);
}

// sum, min, max and count: a term that may or may not count makes the whole unknown.
value evaluator::fold(const node& n, const record_list& all) {
  const auto& loop = rule_.loops[n.index];
  const bool extreme = n.what == operation::least || n.what == operation::most;
  value result = extreme ? value(absent{}) : value(rational());
  unknown why;
  for (const auto& one : all) {
    bind(loop.slot, one);
    if (holds(loop.where, why) == truth::no)
      continue;
    why.merge(doubt_of(one));
    if (n.what == operation::count) {
      result = std::get<rational>(result) + rational(1);
      continue;
    }
    auto term = evaluate(n.children[0]);
    if (is_unknown(term) || is_absent(term))
      why.merge(unknown_of(term, {}));
    else if (!extreme)
      result = std::get<rational>(result) + std::get<rational>(term);
    else if (is_absent(result) || is_smaller(term, result) == (n.what == operation::least))
      result = std::move(term);
  }
  return why.missing.empty() ? result : value(std::move(why));
}

// any and all: one record that surely decides is enough.
value evaluator::decide(const node& n, const record_list& all) {
  const auto& loop = rule_.loops[n.index];
  const auto deciding = n.what == operation::any ? truth::yes : truth::no;
  unknown why;
  for (const auto& one : all) {
    bind(loop.slot, one);
    unknown doubt = doubt_of(one);
    if (holds(loop.where, doubt) == truth::no)
      continue;
    if (holds(n.children[0], doubt) == !deciding)
      continue;
    if (doubt.missing.empty())
      return deciding == truth::yes;
    why.merge(doubt);
  }
  return why.missing.empty() ? value(deciding == truth::no) : value(std::move(why));
}

} // namespace proviso::checking
