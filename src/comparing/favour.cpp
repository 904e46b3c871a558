#include "comparing/favour.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace proviso::comparing {
namespace {

using base::rational;

enum class wish { less, more, to_have, to_lack, unclear };

struct judgement {
  std::string_view keyword;
  wish buyer;
};

constexpr std::array judgements{
    judgement{"discount", wish::more},      judgement{"accounts", wish::more},
    judgement{"block", wish::less},         judgement{"minimum", wish::less},
    judgement{"uplift", wish::less},        judgement{"reduce", wish::more},
    judgement{"price", wish::less},         judgement{"overage", wish::less},
    judgement{"grace", wish::more},         judgement{"rollover", wish::more},
    judgement{"swap", wish::to_have},       judgement{"price hold", wish::more},
    judgement{"commit", wish::less},        judgement{"except", wish::to_have},
    judgement{"prohibit", wish::to_lack},   judgement{"limit", wish::to_lack},
    judgement{"open ended", wish::to_lack}, judgement{"prohibit capability", wish::to_lack},
};

struct measure { // of a clause: whether it is there, and how much it is where one figure says so
  bool there = false;
  std::optional<rational> figure;
};

std::optional<rational> figure_of(const rational& share) {
  return share;
}
std::optional<rational> figure_of(std::int64_t count) {
  return rational(count);
}
std::optional<rational> figure_of(const model::price& price) {
  const auto* flat = std::get_if<model::flat_price>(&price.how);
  return flat == nullptr ? std::nullopt
                         : std::optional(price.per_year ? flat->amount / rational(12) : flat->amount);
}
std::optional<rational> figure_of(const model::grace& grace) {
  return std::visit([](const auto& tolerated) { return rational(tolerated); }, grace.tolerated);
}
std::optional<rational> figure_of(const model::overage& overage) {
  return overage.blocked ? std::nullopt : std::optional(overage.amount / rational(overage.per));
}
std::optional<rational> figure_of(const model::rollover& rollover) {
  return rational(rollover.logins);
}

// The one statement of a term; none of the figure where it changes over time.
measure measure_of(const model::sku& sku, std::string_view keyword) {
  measure result;
  int statements = 0;
  model::each_term([&](auto term, std::string_view name) {
    for (const auto& step : sku.steps)
      if (name == keyword && step.terms.*term) {
        result = {true, figure_of((step.terms.*term)->value)};
        ++statements;
      }
  });
  if (statements > 1)
    result.figure.reset();
  return result;
}

measure measure_of(const model::contract& in, const clause& which) {
  const auto* sku = sku_of(in, which);
  if (sku == nullptr)
    return {};
  if (which.keyword == "uplift" && sku->uplift)
    return {true, sku->uplift->value};
  if (which.keyword == "reduce" && sku->reduce)
    return {true, sku->reduce->value};
  if (which.keyword == "swap")
    return {sku->swapping.has_value(), std::nullopt};
  return measure_of(*sku, which.keyword);
}

// Two windows of overage are not one more than the other, nor is a share of grace more than a number.
bool comparable(const model::contract& a, const model::contract& b, const clause& which) {
  const auto* one = sku_of(a, which);
  const auto* other = sku_of(b, which);
  if (one == nullptr || other == nullptr || one->steps.empty() || other->steps.empty())
    return true;
  const auto& first = one->steps.front().terms;
  const auto& second = other->steps.front().terms;
  if (which.keyword == "overage" && first.overage && second.overage)
    return first.overage->value.window == second.overage->value.window;
  if (which.keyword == "grace" && first.grace && second.grace)
    return first.grace->value.tolerated.index() == second.grace->value.tolerated.index();
  return true;
}

side by_count(std::size_t a, std::size_t b, bool more_is_better) {
  if (a == b)
    return side::neither;
  return (a > b) == more_is_better ? side::a : side::b;
}

side by_figures(const measure& a, const measure& b, wish buyer) {
  const bool more = buyer == wish::more || buyer == wish::to_have;
  if (a.figure && b.figure)
    return *a.figure == *b.figure ? side::neither : ((*a.figure > *b.figure) == more ? side::a : side::b);
  if (a.there == b.there || buyer == wish::unclear)
    return side::neither;
  return a.there == more ? side::a : side::b;
}

// "read Case": each operation on each object that a restriction forbids.
std::set<std::string> forbidden(const model::contract& in, const std::string& restriction) {
  std::set<std::string> all;
  for (const auto& each : in.restrictions)
    if (each.name == restriction)
      for (const auto& rule : each.prohibits)
        for (const auto& object : rule.objects)
          for (const auto one : model::each_operation)
            if (rule.allowed.holds(one))
              all.insert(std::string(to_string(one)) + ' ' + object.text);
  return all;
}

// The restriction that forbids part of what the other forbids is the better one.
side by_extent(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a == b)
    return side::neither;
  if (std::ranges::includes(a, b))
    return side::b;
  return std::ranges::includes(b, a) ? side::a : side::neither;
}

// As amended last: each version holds what those before it did.
const model::restriction* latest(const model::contract& in, const clause& which) {
  const model::restriction* last = nullptr;
  for (const auto& each : in.restrictions)
    last = each.name == which.owner ? &each : last;
  return last;
}

std::size_t statements_of(const model::contract& in, const clause& which) {
  const auto* last = latest(in, which);
  if (last == nullptr)
    return 0;
  return which.keyword == "except"                ? last->exceptions.size()
         : which.keyword == "prohibit capability" ? last->capabilities.size()
         : which.keyword == "limit"               ? last->limits.size()
         : which.keyword == "open ended"          ? (last->open_ended ? 1u : 0u)
                                                  : 0u;
}

// The only limit of each draft, where both are of one thing.
std::optional<std::pair<std::int64_t, std::int64_t>> limits(const model::contract& a, const model::contract& b,
                                                            const clause& which) {
  const auto limit_of = [&](const model::contract& in) {
    const auto* last = latest(in, which);
    return last != nullptr && last->limits.size() == 1 ? &last->limits.front() : nullptr;
  };
  const auto* one = limit_of(a);
  const auto* other = limit_of(b);
  if (one == nullptr || other == nullptr || one->what != other->what ||
      one->except_managed != other->except_managed)
    return std::nullopt;
  return std::pair(one->most, other->most);
}

// What one draft lacks: without 'uplift' there is no cap at all, and without 'overage' nobody knows what is
// paid.
wish without(std::string_view keyword, wish buyer) {
  return keyword == "uplift" ? wish::to_have : keyword == "overage" ? wish::unclear : buyer;
}

} // namespace

side favoured(const model::contract& a, const model::contract& b, const clause& which) {
  const auto known = std::ranges::find(judgements, which.keyword, &judgement::keyword);
  if (known == judgements.end() || !comparable(a, b, which))
    return side::neither;
  if (which.of == owner_kind::restriction && which.keyword == "prohibit")
    return by_extent(forbidden(a, which.owner), forbidden(b, which.owner));
  if (which.keyword == "limit")
    if (const auto most = limits(a, b, which))
      return most->first == most->second ? side::neither : most->first > most->second ? side::a : side::b;
  if (which.of == owner_kind::restriction)
    return by_count(statements_of(a, which), statements_of(b, which), known->buyer == wish::to_have);
  if (which.keyword == "price hold" && a.price_hold && b.price_hold)
    return a.price_hold->value > b.price_hold->value ? side::a : side::b;
  const auto one = measure_of(a, which);
  const auto other = measure_of(b, which);
  const bool both = one.there && other.there;
  return by_figures(one, other, both ? known->buyer : without(which.keyword, known->buyer));
}

} // namespace proviso::comparing
