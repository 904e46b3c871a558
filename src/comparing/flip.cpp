#include "comparing/flip.hpp"

#include "comparing/cost.hpp"

#include <algorithm>
#include <map>

namespace proviso::comparing {
namespace {

using base::known;
using base::rational;

constexpr int steps = 20;    // to the plan's own users
constexpr int furthest = 60; // in steps

class scaling {
public:
  scaling(const model::contract& a, const model::contract& b, const usage::plan& plan)
      : a_(a), b_(b), plan_(plan) {
    for (const auto& population : plan.populations) {
      for (const auto& entry : population.users)
        planned_ = std::max(planned_, entry.users);
      for (const auto& month : population.observed)
        for (const auto& band : month.users)
          planned_ = std::max(planned_, band.users);
    }
  }

  [[nodiscard]] std::int64_t planned() const { return planned_; }

  known<scaled_cost> at(std::int64_t users) {
    const auto [place, fresh] = seen_.try_emplace(users);
    if (fresh)
      place->second = metered(users);
    return place->second;
  }

private:
  [[nodiscard]] std::int64_t scaled(std::int64_t count, std::int64_t users) const {
    return base::whole_half_up(rational(count) * rational(users, planned_)).value_or(count);
  }

  [[nodiscard]] known<scaled_cost> metered(std::int64_t users) const {
    auto plan = plan_;
    for (auto& population : plan.populations) {
      for (auto& entry : population.users)
        entry.users = scaled(entry.users, users);
      for (auto& month : population.observed)
        for (auto& band : month.users)
          band.users = scaled(band.users, users);
    }
    const auto a = cost_of(a_, &plan);
    const auto b = cost_of(b_, &plan);
    if (!a || !b)
      return a ? b.why() : a.why();
    return scaled_cost{users, *a, *b};
  }

  const model::contract& a_;
  const model::contract& b_;
  const usage::plan& plan_;
  std::int64_t planned_ = 0;
  std::map<std::int64_t, known<scaled_cost>> seen_;
};

std::strong_ordering sign(const scaled_cost& of) {
  return of.a <=> of.b;
}

// `same` is on the plan's side of the flip, `other` beyond it.
known<flip> narrowed(scaling& in, scaled_cost same, scaled_cost other) {
  while (std::abs(same.users - other.users) > 1) {
    const auto middle = in.at(same.users + (other.users - same.users) / 2);
    if (!middle)
      return middle.why();
    (sign(*middle) == sign(same) ? same : other) = *middle;
  }
  return flip{same, other};
}

// The nearest flip in one direction; none where the same draft stays the cheaper.
known<std::vector<flip>> towards(scaling& in, const scaled_cost& plan, int direction) {
  auto last = plan;
  for (int step = steps + direction; step >= 0 && step <= furthest; step += direction) {
    const auto next = in.at(in.planned() * step / steps);
    if (!next)
      return next.why();
    if (sign(*next) != sign(plan)) {
      const auto found = narrowed(in, last, *next);
      return found ? known<std::vector<flip>>(std::vector{*found}) : known<std::vector<flip>>(found.why());
    }
    last = *next;
  }
  return std::vector<flip>{};
}

} // namespace

known<flips> find_flips(const model::contract& a, const model::contract& b, const usage::plan& plan) {
  scaling all(a, b, plan);
  if (all.planned() == 0)
    return base::unknown{"users: the plan has none"};
  const auto planned = all.at(all.planned());
  if (!planned)
    return planned.why();
  flips result{all.planned(), {}};
  for (const int direction : {-1, 1}) {
    const auto found = towards(all, *planned, direction);
    if (!found)
      return found.why();
    result.found.insert(result.found.end(), found->begin(), found->end());
  }
  return result;
}

} // namespace proviso::comparing
