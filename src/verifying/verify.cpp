#include "verifying/verify.hpp"

#include "verifying/leaf.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::verifying {
namespace {

using optimizing::certificate;
using optimizing::count;
using optimizing::money;
using optimizing::problem;
using optimizing::splitting;

constexpr auto no_purchase = std::numeric_limits<money>::max();
constexpr std::size_t most_depth = 10'000;

bool is_empty(const optimizing::purchase& bought) {
  return bought.users.empty() && bought.quantities.empty() && bought.packs.empty();
}

std::string wrong_cost(const problem& of, const certificate& claimed) {
  if (claimed.cost == no_purchase && is_empty(claimed.bought))
    return {};
  const auto again = recount(of, claimed.bought);
  if (!again.wrong.empty())
    return again.wrong;
  return again.cost == claimed.cost ? std::string()
                                    : fmt::format("the purchase costs {}, not {}", again.cost, claimed.cost);
}

range* in(std::vector<std::vector<range>>& all, const optimizing::split& at) {
  return at.whole < all.size() && at.part < all[at.whole].size() ? &all[at.whole][at.part] : nullptr;
}

range* users_in(const problem& of, scope& within, const optimizing::split& at) {
  if (at.whole >= of.segments.size() || at.part >= of.menus[of.segments[at.whole].menu].size())
    return nullptr;
  const auto found = std::ranges::find_if(
      within.choices, [&](const auto& each) { return each.segment == at.whole && each.choice == at.part; });
  if (found != within.choices.end())
    return &found->taken;
  within.choices.push_back({at.whole, at.part, {0, of.segments[at.whole].users}});
  return &within.choices.back().taken;
}

// What a split names; null where the problem has nothing of that name.
range* named(const problem& of, scope& within, const optimizing::split& at) {
  switch (at.what) {
  case splitting::quantity: return in(within.quantities, at);
  case splitting::pack: return in(within.packs, at);
  case splitting::overage: return in(within.overage, at);
  case splitting::users: return users_in(of, within, at);
  }
  return nullptr;
}

class walk {
public:
  walk(const problem& of, const certificate& claimed)
      : of_(of), claimed_(claimed), rows_(rows_of(of)), all_(everything(of)), beyond_(beyond_any(of, all_)) {}

  std::string wrong() {
    std::vector<scope> left{all_};
    const auto& nodes = claimed_.why.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (left.empty())
        return fmt::format("node {} belongs to no split", i);
      const auto now = std::move(left.back());
      left.pop_back();
      auto wrong = nodes[i].inner ? divide(*nodes[i].inner, now, left) : wrong_leaf(nodes[i], now);
      wrong = wrong.empty() && left.size() > most_depth ? "the tree is too deep" : wrong;
      if (!wrong.empty())
        return fmt::format("node {}: {}", i, wrong);
    }
    return left.empty() ? std::string() : fmt::format("{} parts of the tree are missing", left.size());
  }

private:
  std::string divide(const optimizing::split& at, const scope& now, std::vector<scope>& left) const {
    if (at.at < 0 || at.at == optimizing::unlimited)
      return fmt::format("a split at {}", at.at);
    auto first = now;
    auto second = now;
    auto* below = named(of_, first, at);
    auto* above = named(of_, second, at);
    if (below == nullptr || above == nullptr)
      return fmt::format("a split of part {} of {}, which is not there", at.part, at.whole);
    below->high = std::min(below->high, at.at);
    above->low = std::max(above->low, at.at + 1);
    left.push_back(std::move(second));
    left.push_back(std::move(first));
    return {};
  }

  // Empty where a scope can hold nothing: a range that ends before it begins.
  static bool is_void(const scope& now) {
    const auto none = [](const std::vector<std::vector<range>>& all) {
      return std::ranges::any_of(all, [](const auto& some) {
        return std::ranges::any_of(some, [](const range& one) { return one.low > one.high; });
      });
    };
    return none(now.quantities) || none(now.packs) || none(now.overage) ||
           std::ranges::any_of(now.choices, [](const auto& one) { return one.taken.low > one.taken.high; });
  }

  std::string wrong_leaf(const optimizing::proof_node& leaf, const scope& now) const {
    if (leaf.multipliers.size() != rows_)
      return fmt::format("{} multipliers for {} rows", leaf.multipliers.size(), rows_);
    if (leaf.scale < 1 || leaf.scale > optimizing::most_scale / of_.denominator)
      return fmt::format("scale {}", leaf.scale);
    const auto bad = std::ranges::find_if(
        leaf.multipliers, [](auto each) { return each < 0 || each > optimizing::most_multiplier; });
    if (bad != leaf.multipliers.end())
      return fmt::format("multiplier {}", *bad);
    if (!are_parts(of_, {leaf.scale, leaf.multipliers}))
      return fmt::format("more than all charges of a period, at scale {}", leaf.scale);
    if (is_void(now))
      return {};
    const auto proven = proven_by(of_, now, {leaf.scale, leaf.multipliers});
    if (!proven || *proven >= claimed_.bound || *proven >= beyond_)
      return {};
    return fmt::format("proves a bound of {}, not {}", static_cast<std::int64_t>(*proven), claimed_.bound);
  }

  const problem& of_;
  const certificate& claimed_;
  const std::size_t rows_;
  const scope all_;
  const wide beyond_;
};

} // namespace

verdict verify(const problem& of, const certificate& claimed) {
  auto wrong = optimizing::flaw(of);
  wrong = wrong.empty() ? wrong_cost(of, claimed) : wrong;
  if (wrong.empty() && claimed.bound > claimed.cost)
    wrong = fmt::format("the bound {} is above the cost {}", claimed.bound, claimed.cost);
  return {wrong.empty() ? walk(of, claimed).wrong() : wrong};
}

} // namespace proviso::verifying
