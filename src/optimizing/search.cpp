#include "optimizing/search.hpp"

#include "optimizing/grouping.hpp"
#include "optimizing/rounding.hpp"
#include "optimizing/splitting.hpp"
#include "optimizing/spreading.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <queue>

namespace proviso::optimizing {
namespace {

struct priced_rows {
  std::int64_t scale = 1;
  std::vector<std::int64_t> multipliers;
};

struct tree_node {
  std::optional<split> inner;
  std::uint32_t first = 0; // its children
  std::uint32_t second = 0;
  std::shared_ptr<const priced_rows> leaf;
};

struct open_part {
  money bound = 0;
  std::uint32_t node = 0;
  std::uint32_t depth = 0;
  part within;
  std::shared_ptr<const basis> start;
  std::shared_ptr<const priced_rows> rows; // of the parent
};

struct later {
  bool operator()(const open_part& a, const open_part& b) const {
    return a.bound != b.bound ? a.bound > b.bound : a.node < b.node;
  }
};

class branching {
public:
  branching(const problem& of, const effort& limits)
      : of_(of), limits_(limits), by_(layout_of(of)), groups_(groups_of(of)), relaxed_(of, by_, groups_),
        scale_(std::min(std::int64_t{1} << 28, most_scale / of.denominator)), beyond_(beyond_any(of, by_)) {}

  solution run() {
    if (groups_.size() < of_.segments.size())
      spread_.emplace(of_, by_);
    tree_.emplace_back();
    const auto rows =
        std::make_shared<priced_rows>(priced_rows{1, std::vector<std::int64_t>(multipliers_of(of_, by_))});
    open_part now{0, 0, 0, whole(of_, by_), std::make_shared<basis>(), rows};
    for (std::optional<open_part> next = now; next;) {
      if (is_over()) {
        open_.push(std::move(*next));
        break;
      }
      next = visit(*next);
      if (!next)
        next = pop();
    }
    return result();
  }

private:
  bool is_over() const { return work() > static_cast<std::uint64_t>(limits_.work); }

  std::uint64_t work() const { return relaxed_.work() + work_; }

  // The open part with the least bound; empty when none can improve on the best purchase, or time is up.
  std::optional<open_part> pop() {
    if (is_over() || open_.empty() || open_.top().bound >= good_enough())
      return std::nullopt;
    auto next = open_.top();
    open_.pop();
    return next;
  }

  money good_enough() const {
    if (best_.cost == no_purchase)
      return no_purchase;
    return best_.cost - static_cast<money>(static_cast<wide>(best_.cost) * limits_.gap_ppm / 1'000'000);
  }

  // Bounds the part; splits it unless that is enough. The child to go on with, where there is one.
  std::optional<open_part> visit(open_part& now) {
    ++visited_;
    relaxed_.narrow(now.within);
    relaxed_.go_to(*now.start);
    const auto most = best_.cost == no_purchase ? std::numeric_limits<double>::infinity()
                                                : static_cast<double>(best_.cost) * (1 + 1e-9) + 1;
    auto ended = relaxed_.solve(most);
    if (spread_ && visited_ == 1)
      spread_->learn(relaxed_.multipliers());
    take_bound(now, ended == ending::infeasible ? steep_rows() : rows_of(multipliers()));
    if (now.bound < good_enough() && ended == ending::cut_off) {
      ended = relaxed_.solve(std::numeric_limits<double>::infinity());
      take_bound(now, ended == ending::infeasible ? steep_rows() : rows_of(multipliers()));
    }
    if (now.bound < good_enough() && ended == ending::solved)
      improve(now.within);
    if (now.bound >= good_enough()) {
      close(now);
      return std::nullopt;
    }
    return divide(now, ended == ending::solved);
  }

  std::vector<double> multipliers() const {
    return spread_ ? spread_->spread(relaxed_.multipliers()) : relaxed_.multipliers();
  }

  void take_bound(open_part& now, std::shared_ptr<const priced_rows> rows) {
    auto own = bound(of_, by_, now.within, rows->multipliers, rows->scale);
    own = own >= beyond_ ? no_purchase : own;
    work_ += by_.first_choice.back() * of_.months * 2;
    if (own > now.bound) {
      now.bound = own;
      now.rows = std::move(rows);
    }
  }

  std::shared_ptr<const priced_rows> rows_of(const std::vector<double>& multipliers) const {
    priced_rows rows{scale_, {}};
    for (std::size_t i = 0; i < multipliers.size(); ++i) {
      const auto scaled = multipliers[i] * static_cast<double>(scale_);
      const auto most = i < by_.rows.size() ? most_multiplier : scale_;
      rows.multipliers.push_back(
          static_cast<std::int64_t>(std::llround(std::clamp(scaled, 0.0, static_cast<double>(most)))));
    }
    return std::make_shared<const priced_rows>(std::move(rows));
  }

  // What proves that nothing serves the rows, as large as may be.
  std::shared_ptr<const priced_rows> steep_rows() const {
    const auto ray = relaxed_.ray();
    const auto from = relaxed_.multipliers();
    const auto steepest = ray.empty() ? 0.0 : *std::ranges::max_element(ray);
    priced_rows rows{1, {}};
    for (std::size_t i = 0; i < from.size(); ++i) {
      const auto value =
          from[i] + (steepest > 0 ? ray[i] / steepest : 0) * static_cast<double>(most_multiplier / 2);
      const auto most = i < by_.rows.size() ? static_cast<double>(most_multiplier) : 1.0;
      rows.multipliers.push_back(std::llround(std::clamp(value, 0.0, most)));
    }
    return std::make_shared<const priced_rows>(std::move(rows));
  }

  void improve(const part& within) {
    work_ += by_.first_choice.back() * of_.months * 4;
    auto found = round_to_whole(of_, by_, groups_, relaxed_, within, multipliers());
    if (found && found->cost < best_.cost)
      best_ = std::move(*found);
  }

  void close(const open_part& now) {
    tree_[now.node].leaf = now.rows;
    least_leaf_ = std::min(least_leaf_, now.bound);
  }

  std::optional<open_part> divide(const open_part& now, bool solved) {
    const auto at = solved ? choose_split(of_, by_, groups_, relaxed_, now.within)
                           : any_split(of_, by_, groups_, relaxed_, now.within);
    if (!at) {
      close(now);
      return std::nullopt;
    }
    const auto start = std::make_shared<const basis>(relaxed_.here());
    tree_[now.node].inner = at;
    std::optional<open_part> next;
    const auto preferred = prefers_second(*at);
    for (const auto second : {false, true}) {
      const auto node = static_cast<std::uint32_t>(tree_.size());
      (second ? tree_[now.node].second : tree_[now.node].first) = node;
      tree_.emplace_back();
      auto within = child(of_, by_, now.within, *at, second);
      open_part one{now.bound, node, now.depth + 1, within.value_or(now.within), start, now.rows};
      if (!within)
        tree_[node].leaf = now.rows;
      else if (second == preferred)
        next = std::move(one);
      else
        open_.push(std::move(one));
    }
    return next;
  }

  // The child to look at first: up for what is bought, so that users are served.
  static bool prefers_second(const split& at) { return at.what != splitting::users; }

  solution result() {
    solution all;
    auto least = least_leaf_;
    while (!open_.empty()) {
      const auto& rest = open_.top();
      tree_[rest.node].leaf = rest.rows;
      least = std::min(least, rest.bound);
      open_.pop();
    }
    all.found.bought = best_.bought;
    all.found.cost = best_.cost;
    all.found.bound = std::min(least, best_.cost);
    write(0, all.found.why);
    all.status = best_.cost == no_purchase ? (least == no_purchase ? outcome::infeasible : outcome::unserved)
                 : all.found.bound >= good_enough() ? outcome::proven
                                                    : outcome::gap;
    return all;
  }

  void write(std::uint32_t root, proof& why) const {
    std::vector<std::uint32_t> left{root};
    while (!left.empty()) {
      const auto& each = tree_[left.back()];
      left.pop_back();
      if (each.inner) {
        why.nodes.push_back({each.inner, 1, {}});
        left.push_back(each.second);
        left.push_back(each.first);
      } else {
        why.nodes.push_back({std::nullopt, each.leaf->scale, each.leaf->multipliers});
      }
    }
  }

  const problem& of_;
  const effort limits_;
  const layout by_;
  const std::vector<group> groups_;
  relaxation relaxed_;
  const std::int64_t scale_;
  const money beyond_;              // what nothing worth buying costs
  std::optional<spreading> spread_; // where segments were merged
  std::vector<tree_node> tree_;
  std::priority_queue<open_part, std::vector<open_part>, later> open_;
  rounded best_;
  money least_leaf_ = no_purchase;
  std::uint64_t work_ = 0;
  std::uint32_t visited_ = 0;
};

} // namespace

solution search(const problem& of, const effort& limits) {
  return branching(of, limits).run();
}

solution solve(const problem& of, const effort& limits) {
  solution result;
  result.refusal = flaw(of);
  return result.refusal.empty() ? search(of, limits) : result;
}

} // namespace proviso::optimizing
