#include "checking/facts/grouping.hpp"

#include "metadata/effective.hpp"

#include <algorithm>

namespace proviso::checking {
namespace {

using metadata::holder;

int rank(const holder& set, const standings& known) {
  switch (known.of(set).is) {
  case standing::of::internal: return 0;
  case standing::of::licensed:
  case standing::of::guest: return 1;
  case standing::of::unknown:
  case standing::of::anybody: break;
  }
  return 2;
}

// The set whose license says whom the group is for; null where none has one.
const holder* deciding(const std::vector<const holder*>& sets, const standings& known) {
  const holder* best = nullptr;
  for (const auto* set : sets)
    if (set->license && (best == nullptr || rank(*set, known) < rank(*best, known)))
      best = set;
  return best;
}

bool gives_something(const holder& one) {
  return !one.grants.empty() || !one.sweeping.empty() || !one.classes.empty() || !one.flows.empty() ||
         !one.pages.empty() || one.all_flows;
}

} // namespace

std::vector<holder> group_holders(const metadata::org& found, const standings& known) {
  const metadata::holder_index all(found);
  std::vector<holder> result;
  for (const auto& group : found.groups) {
    const auto* licensed = deciding(metadata::sets_of(group, all), known);
    if (licensed == nullptr)
      continue;
    auto one = metadata::given_by(group, all, [](const holder& set) { return !set.license; });
    one.license = licensed->license;
    if (gives_something(one))
      result.push_back(std::move(one));
  }
  return result;
}

} // namespace proviso::checking
