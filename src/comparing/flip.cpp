#include "comparing/flip.hpp"

#include "comparing/cost.hpp"

#include <algorithm>
#include <map>

namespace proviso::comparing {
namespace {

using base::known;
using base::rational;

constexpr int steps = 20;   // to the plan's own users
constexpr int furthest = 3; // times those
constexpr std::int64_t least_reach = 1'000;
constexpr std::int64_t most_tried = 1'000; // one by one, on either side of the plan

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

// One side of the plan.
struct side_of_plan {
  std::optional<flip> found;
  std::int64_t tried = 0; // the last of the counts from the plan on that were all tried
};

known<side_of_plan> one_by_one(scaling& in, const scaled_cost& plan, std::int64_t end) {
  const int direction = end < plan.users ? -1 : 1;
  auto last = plan;
  while (last.users != end && std::abs(last.users - plan.users) < most_tried) {
    const auto next = in.at(last.users + direction);
    if (!next)
      return next.why();
    if (sign(*next) != sign(plan))
      return side_of_plan{flip{last, *next}, next->users};
    last = *next;
  }
  return side_of_plan{{}, last.users};
}

// By twentieths of the plan, from where the counts were tried one by one.
known<side_of_plan> by_steps(scaling& in, const scaled_cost& plan, std::int64_t tried, std::int64_t end) {
  const int direction = end < plan.users ? -1 : 1;
  const auto step = direction * std::max<std::int64_t>(1, in.planned() / steps);
  auto last = in.at(tried);
  while (last && last->users != end) {
    const auto users = direction < 0 ? std::max(end, last->users + step) : std::min(end, last->users + step);
    const auto next = in.at(users);
    if (!next)
      return next.why();
    if (sign(*next) != sign(plan)) {
      const auto found = narrowed(in, *last, *next);
      return found ? known<side_of_plan>(side_of_plan{*found, tried}) : found.why();
    }
    last = next;
  }
  return last ? known<side_of_plan>(side_of_plan{{}, tried}) : last.why();
}

known<side_of_plan> towards(scaling& in, const scaled_cost& plan, std::int64_t end) {
  const auto near = one_by_one(in, plan, end);
  return !near || near->found || near->tried == end ? near : by_steps(in, plan, near->tried, end);
}

} // namespace

known<flips> find_flips(const model::contract& a, const model::contract& b, const usage::plan& plan) {
  scaling all(a, b, plan);
  if (all.planned() == 0)
    return base::unknown{"users: the plan has none"};
  const auto planned = all.at(all.planned());
  if (!planned)
    return planned.why();
  flips result{all.planned(), std::max(furthest * all.planned(), least_reach), {}, 0, 0};
  const auto below = towards(all, *planned, 0);
  const auto above = towards(all, *planned, result.most);
  if (!below || !above)
    return below ? above.why() : below.why();
  for (const auto& one : {below->found, above->found})
    if (one)
      result.found.push_back(*one);
  result.tried_from = below->tried;
  result.tried_to = above->tried;
  return result;
}

} // namespace proviso::comparing
