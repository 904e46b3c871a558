#include "observing/people.hpp"

#include <unordered_map>

namespace proviso::observing {
namespace {

struct cells {
  std::size_t months = 0;
  std::size_t ways = 0;
  std::vector<std::uint32_t> masks;
  std::vector<std::uint32_t> counts;
  bool told = false; // with those by id
};
using by_user = std::unordered_map<const org::user*, cells>;

bool has_both_kinds(const logins::tally& all) {
  bool ids = false;
  bool names = false;
  all.each([&](const logins::user& one) { (one.id.empty() ? names : ids) = true; });
  return ids && names;
}

// Of users by name whose id is known.
by_user take_names(const logins::tally& all, const org::directory& org) {
  by_user result;
  all.each([&](const logins::user& one) {
    const auto* known = one.id.empty() ? org.find({}, one.name) : nullptr;
    if (known != nullptr && !known->id.empty())
      result[known] = {one.months,
                       one.ways,
                       {one.masks.begin(), one.masks.end()},
                       {one.counts.begin(), one.counts.end()},
                       false};
  });
  return result;
}

void add(cells& into, const logins::user& from) {
  for (std::size_t i = 0; i < from.masks.size(); ++i)
    into.masks[i] |= from.masks[i];
  for (std::size_t i = 0; i < from.counts.size(); ++i)
    into.counts[i] += from.counts[i];
}

} // namespace

void each_who_came(const logins::tally& all, const org::directory& org, const login_visit& visit) {
  auto named = has_both_kinds(all) ? take_names(all, org) : by_user();
  all.each([&](const logins::user& one) {
    const auto* known = org.find(one.id, one.name);
    const auto same = named.find(known);
    if (same == named.end())
      return visit(one, known);
    if (one.id.empty())
      return; // with its id, or at the end
    add(same->second, one);
    same->second.told = true;
    visit({one.id, one.name, one.months, one.ways, same->second.masks, same->second.counts}, known);
  });
  for (const auto& [known, of] : named)
    if (!of.told)
      visit({known->id, known->name, of.months, of.ways, of.masks, of.counts}, known);
}

strangers strangers_in(const logins::tally& all, const org::directory& org) {
  strangers result;
  all.each([&](const logins::user& one) {
    const auto* known = org.find(one.id, one.name);
    if (one.id.empty())
      result.by_name += known == nullptr || known->id.empty() ? 1 : 0;
    else
      result.by_id += known == nullptr || known->name.empty() ? 1 : 0;
  });
  return result;
}

} // namespace proviso::observing
