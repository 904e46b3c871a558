#include "checking/facts/custom_objects.hpp"

#include "checking/facts/forbidden.hpp"
#include "checking/facts/standing.hpp"

#include <algorithm>

namespace proviso::checking {
namespace {

using base::truth;

truth in_scope(const standing& is, const model::restriction& r, const model::contract& contract) {
  switch (is.is) {
  case standing::of::internal: return truth::no;
  case standing::of::anybody:
  case standing::of::unknown: return truth::unknown;
  case standing::of::guest:
  case standing::of::licensed: break;
  }
  return binds(r.subject, *is.license, contract);
}

} // namespace

std::set<metadata::object_id> counted_objects(const metadata::holder& one, const metadata::org& found,
                                              const model::object_limit& limit) {
  std::set<metadata::object_id> counted;
  const auto count = [&](metadata::object_id object) {
    const auto& name = found.objects[object];
    if (is_custom_object(name) && !(limit.except_managed && is_managed(name)))
      counted.insert(object);
  };
  for (const auto& grant : one.grants)
    count(grant.object);
  if (reaches_all(one))
    for (metadata::object_id object = 0; object < found.objects.size(); ++object)
      count(object);
  return counted;
}

bool reaches_all(const metadata::holder& one) {
  return std::ranges::any_of(one.sweeping, [](const auto& each) { return each.permission->object.empty(); });
}

truth exceeded(const model::restriction& r, const model::object_limit& limit, const model::contract& contract,
               const metadata::org& found) {
  const standings known(*contract.known);
  const auto more = [&](const auto& objects) { return static_cast<std::int64_t>(objects.size()) > limit.most; };
  std::set<metadata::object_id> together;
  bool all = false;
  for (const auto& one : found.holders) {
    if (one.is == metadata::holder_kind::muting_set)
      continue;
    const auto bound = in_scope(known.of(one), r, contract);
    if (bound == truth::no)
      continue;
    auto own = counted_objects(one, found, limit);
    if (bound == truth::yes && more(own))
      return truth::yes;
    together.merge(own);
    all = all || reaches_all(one);
  }
  return all || more(together) ? truth::unknown : truth::no;
}

} // namespace proviso::checking
