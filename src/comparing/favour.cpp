#include "comparing/favour.hpp"

#include "comparing/extent.hpp"
#include "comparing/favour_terms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace proviso::comparing {
namespace {

// ---- the contract

// What is to be spent, by the year and over the term; where several are stated, the greatest binds.
std::pair<base::rational, base::rational> committed(const model::contract& in) {
  std::pair<base::rational, base::rational> result;
  for (const auto& one : in.commitments) {
    auto& least = one.per_year ? result.first : result.second;
    least = base::larger(least, one.least);
  }
  return result;
}

ranking by_contract(const model::contract& a, const model::contract& b, std::string_view keyword) {
  if (keyword == "commit") {
    const auto one = committed(a);
    const auto other = committed(b);
    return in_both(by_figure(one.first, other.first, false), by_figure(one.second, other.second, false));
  }
  if (keyword != "price hold")
    return ranking::unordered;
  if (a.price_hold && b.price_hold)
    return by_figure(a.price_hold->value, b.price_hold->value, true);
  return by_figure(a.price_hold.has_value(), b.price_hold.has_value(), true);
}

// ---- restrictions

// As amended last: each version holds what those before it did.
const model::restriction* latest(const model::contract& in, const std::string& name) {
  const model::restriction* last = nullptr;
  for (const auto& each : in.restrictions)
    last = each.name == name ? &each : last;
  return last;
}

std::set<std::string> capabilities(const model::restriction* in) {
  std::set<std::string> all;
  if (in != nullptr)
    for (const auto& one : in->capabilities)
      all.insert(one.value);
  return all;
}

ranking by_capabilities(const std::set<std::string>& a, const std::set<std::string>& b) {
  const bool first = std::ranges::includes(b, a);
  const bool second = std::ranges::includes(a, b);
  if (first && second)
    return ranking::equivalent;
  return first ? ranking::greater : second ? ranking::less : ranking::unordered;
}

// By what is counted, and whether managed ones are; the least binds.
std::map<std::pair<std::string, bool>, std::int64_t> limits(const model::restriction* in) {
  std::map<std::pair<std::string, bool>, std::int64_t> all;
  if (in != nullptr)
    for (const auto& one : in->limits) {
      const auto [place, fresh] = all.try_emplace({one.what, one.except_managed}, one.most);
      if (!fresh)
        place->second = std::min(place->second, one.most);
    }
  return all;
}

ranking by_limits(const model::restriction* a, const model::restriction* b) {
  const auto first = limits(a);
  const auto second = limits(b);
  auto result = ranking::equivalent;
  for (const auto& [what, most] : first) {
    const auto other = second.find(what);
    result = in_both(result, other == second.end() ? ranking::less : by_figure(most, other->second, true));
  }
  for (const auto& [what, most] : second)
    if (!first.contains(what))
      result = in_both(result, ranking::greater);
  return result;
}

bool is_open_ended(const model::restriction* of) {
  return of != nullptr && of->open_ended;
}

ranking by_restriction(const model::contract& a, const model::contract& b, const clause& which) {
  const auto* one = latest(a, which.owner);
  const auto* other = latest(b, which.owner);
  if (which.keyword == "prohibit")
    return opposite(by_prohibited(a, b, which.owner));
  if (which.keyword == "except") // of a restriction that one draft lacks, none is needed there
    return one != nullptr && other != nullptr ? by_excepted(a, b, which.owner) : ranking::unordered;
  if (which.keyword == "prohibit capability")
    return by_capabilities(capabilities(one), capabilities(other));
  if (which.keyword == "limit")
    return by_limits(one, other);
  if (which.keyword == "open ended")
    return by_figure(is_open_ended(one), is_open_ended(other), false);
  return ranking::unordered;
}

ranking ranked(const model::contract& a, const model::contract& b, const clause& which) {
  if (which.of == owner_kind::contract)
    return by_contract(a, b, which.keyword);
  if (which.of == owner_kind::restriction)
    return by_restriction(a, b, which);
  const auto* one = sku_of(a, which);
  const auto* other = sku_of(b, which);
  return one != nullptr && other != nullptr ? by_sku(*one, *other, which.keyword) : ranking::unordered;
}

} // namespace

side favoured(const model::contract& a, const model::contract& b, const clause& which) {
  const auto result = ranked(a, b, which);
  return result == ranking::greater ? side::a : result == ranking::less ? side::b : side::neither;
}

} // namespace proviso::comparing
