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
constexpr std::size_t most_found = 20;     // on either side: two drafts that round alike change places often

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

// The first flip from `same` towards `other`, which has another sign, by halves.
known<flip> narrowed(scaling& in, scaled_cost same, scaled_cost other) {
  while (std::abs(same.users - other.users) > 1) {
    const auto middle = in.at(same.users + (other.users - same.users) / 2);
    if (!middle)
      return middle.why();
    (sign(*middle) == sign(same) ? same : other) = *middle;
  }
  return flip{same, other};
}

// From the plan to the last count on one side of it.
class walk {
public:
  walk(scaling& in, const scaled_cost& plan, std::int64_t end)
      : in_(in), last_(plan), end_(end), direction_(end < plan.users ? -1 : 1), tried_(plan.users) {}

  // Why a cost on the way is not known; empty where all are.
  std::optional<base::unknown> run() {
    const auto start = last_.users;
    while (goes_on() && std::abs(last_.users - start) < most_tried) {
      if (auto why = step(1))
        return why;
      tried_ = last_.users;
    }
    while (goes_on())
      if (auto why = step(std::max<std::int64_t>(1, in_.planned() / steps)))
        return why;
    return std::nullopt;
  }

  [[nodiscard]] const std::vector<flip>& found() const { return found_; }
  [[nodiscard]] std::int64_t tried() const { return tried_; } // the last of the counts that were all tried
  [[nodiscard]] bool cut_short() const { return last_.users != end_; }

private:
  [[nodiscard]] bool goes_on() const { return last_.users != end_ && found_.size() < most_found; }

  std::optional<base::unknown> step(std::int64_t width) {
    const auto left = std::abs(end_ - last_.users);
    const auto next = in_.at(last_.users + direction_ * std::min(width, left));
    if (!next)
      return next.why();
    while (sign(last_) != sign(*next) && found_.size() < most_found) {
      const auto one = narrowed(in_, last_, *next);
      if (!one)
        return one.why();
      found_.push_back(*one);
      last_ = one->after;
    }
    if (sign(last_) == sign(*next))
      last_ = *next;
    return std::nullopt;
  }

  scaling& in_;
  scaled_cost last_;
  std::int64_t end_;
  int direction_;
  std::int64_t tried_;
  std::vector<flip> found_;
};

} // namespace

known<flips> find_flips(const model::contract& a, const model::contract& b, const usage::plan& plan) {
  scaling all(a, b, plan);
  if (all.planned() == 0)
    return base::unknown{"users: the plan has none"};
  const auto planned = all.at(all.planned());
  if (!planned)
    return planned.why();
  flips result{all.planned(), std::max(furthest * all.planned(), least_reach), {}, 0, 0, false};
  walk below(all, *planned, 0);
  walk above(all, *planned, result.most);
  for (auto* side : {&below, &above}) {
    if (auto why = side->run())
      return *why;
    result.found.insert(result.found.end(), side->found().begin(), side->found().end());
    result.cut_short = result.cut_short || side->cut_short();
  }
  result.tried_from = below.tried();
  result.tried_to = above.tried();
  return result;
}

} // namespace proviso::comparing
