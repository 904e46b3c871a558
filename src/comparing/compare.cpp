#include "comparing/compare.hpp"

#include "comparing/common_term.hpp"
#include "comparing/transplant.hpp"

#include <algorithm>

namespace proviso::comparing {
namespace {

using base::known;
using base::rational;

const clause* found_in(const std::vector<clause>& all, const clause& which) {
  const auto found = std::ranges::find_if(all, [&](const clause& one) { return one.same_place(which); });
  return found == all.end() ? nullptr : &*found;
}

// Clauses of one owner side by side, owners in the order they first appear.
void together(std::vector<difference>& all) {
  const auto first_of = [&](const difference& one) {
    return std::ranges::find_if(all,
                                [&](const difference& other) {
                                  return other.which.of == one.which.of && other.which.owner == one.which.owner;
                                }) -
           all.begin();
  };
  std::vector<std::pair<std::ptrdiff_t, difference>> ranked;
  for (const auto& one : all)
    ranked.emplace_back(first_of(one), one);
  std::ranges::stable_sort(ranked, {}, [](const auto& pair) { return pair.first; });
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = std::move(ranked[i].second);
}

std::vector<difference> differences(const std::vector<clause>& a, const std::vector<clause>& b) {
  std::vector<difference> result;
  const auto add = [&](const clause& which, const clause* one, const clause* other) {
    difference made{{which.of, which.owner, which.keyword, {}}, {}, {}, side::neither, {}, false, {}};
    if (one != nullptr)
      made.a = one->statements;
    if (other != nullptr)
      made.b = other->statements;
    if (made.a != made.b)
      result.push_back(std::move(made));
  };
  for (const auto& one : a)
    add(one, &one, found_in(b, one));
  for (const auto& other : b)
    if (found_in(a, other) == nullptr)
      add(other, nullptr, &other);
  together(result);
  return result;
}

// ---- worth

// Whether what was observed depends on it: under another version the same logins are other figures.
bool is_a_count(const clause& one) {
  return one.keyword.starts_with("count") || one.keyword == "time zone" || one.keyword == "months start" ||
         one.keyword == "term";
}

struct valuing {
  const comparison& of;

  // What the second draft's version saves where it stands in the first, and the other way round.
  [[nodiscard]] known<rational> saved(const draft& in, const draft& other, const clause& which,
                                      const known<rational>& cost) const {
    if (!cost)
      return cost;
    const auto changed = transplanted(*in.metered->contract, *other.metered->contract, which);
    if (!changed)
      return base::unknown{};
    const auto after = cost_of(*changed, in.plan);
    return after ? known<rational>(*cost - *after) : after;
  }

  void operator()(difference& one) const {
    if (of.a.plan != of.b.plan && is_a_count(one.which)) {
      one.better = side::neither;
      one.worth = base::unknown{"what it is worth: it changes the figures that are observed; see the costs"};
      return;
    }
    const auto in_a = saved(of.a, of.b, one.which, of.cost_a);
    const auto in_b = saved(of.b, of.a, one.which, of.cost_b);
    one.better = favoured(*of.a.metered->contract, *of.b.metered->contract, one.which);
    one.after_renewal = saved_after_renewal(*of.a.metered->contract, *of.b.metered->contract, one.which);
    if (!in_a || !in_b) {
      one.worth = in_a ? in_b.why() : in_a.why();
      return;
    }
    const auto by_b = base::larger(*in_a, -*in_b); // the second's version saves this where it saves most
    const auto by_a = base::larger(-*in_a, *in_b);
    one.depends = !by_a.is_negative() && !by_a.is_zero() && !by_b.is_negative() && !by_b.is_zero();
    if (one.depends) {
      one.better = side::neither;
      one.worth = base::larger(by_a, by_b);
      return;
    }
    if (!by_a.is_zero() || !by_b.is_zero())
      one.better = by_a > by_b ? side::a : side::b;
    one.worth = base::larger(by_a, by_b);
  }
};

// ---- over the days that both hold

known<measured_cost> measured(const comparison& of, const known<common_term>& both) {
  if (!both)
    return both.why();
  const auto a = of.same_term() ? of.cost_a : cost_of(both->a, of.a.plan);
  const auto b = of.same_term() ? of.cost_b : cost_of(both->b, of.b.plan);
  if (!a || !b)
    return a ? b.why() : a.why();
  return measured_cost{both->days, *a, *b};
}

known<flips> turns(const draft& a, const draft& b, const known<common_term>& both) {
  if (a.plan == nullptr)
    return base::unknown{"planned usage: give a plan with --plan"};
  if (a.plan != b.plan)
    return base::unknown{"usage in one measure: the two drafts count what was observed in different ways"};
  return both ? find_flips(both->a, both->b, *a.plan) : known<flips>(both.why());
}

} // namespace

comparison compare(draft a, draft b) {
  comparison result{std::move(a), std::move(b), {}, false, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  const auto& one = *result.a.metered;
  const auto& other = *result.b.metered;
  result.clauses =
      differences(clauses_of(*one.contract, *result.a.sources), clauses_of(*other.contract, *result.b.sources));
  result.costs = cost_lines(one, other);
  result.cost_a = cost_of(one);
  result.cost_b = cost_of(other);
  for (auto& each : result.clauses)
    valuing{result}(each);
  const auto both = in_common(one, other);
  result.measured = measured(result, both);
  result.renewals = renewal_lines(*one.contract, *other.contract);
  result.findings = paired(*result.a.findings, *result.b.findings);
  result.turns = turns(result.a, result.b, both);
  return result;
}

} // namespace proviso::comparing
