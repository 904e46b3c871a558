#include "comparing/extent.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace proviso::comparing {
namespace {

using names = std::set<std::string>;

struct reach { // of one clause, in one operation on one object
  model::object_pattern object;
  std::optional<names> whom; // none: everyone
  base::period days;
};

using extent = std::map<model::operations::bit, std::vector<reach>>;

// ---- of one draft

// As amended: each version holds from its own day to that before the next.
base::period days_of(const model::restriction& version) {
  return {version.from.value_or(base::day::min()), version.until.value_or(base::day::max())};
}

names names_of(const model::scope& subject) {
  names all(subject.skus.begin(), subject.skus.end());
  for (const auto* license : subject.licenses)
    all.insert("license " + license->name);
  for (const auto* license : subject.disputed)
    all.insert("perhaps license " + license->name);
  return all;
}

void add(extent& to, const model::access_rule& rule, const std::optional<names>& whom, base::period days) {
  for (const auto operation : model::each_operation)
    if (rule.allowed.holds(operation))
      for (const auto& object : rule.objects)
        to[operation].push_back({object, whom, days});
}

extent prohibited(const model::contract& in, std::string_view restriction) {
  extent all;
  for (const auto& version : in.restrictions)
    if (version.name == restriction)
      for (const auto& rule : version.prohibits)
        add(all, rule, std::nullopt, days_of(version));
  return all;
}

extent excepted(const model::contract& in, std::string_view restriction) {
  extent all;
  for (const auto& version : in.restrictions)
    if (version.name == restriction)
      for (const auto& one : version.exceptions) {
        const base::period own{one.from.value_or(base::day::min()), one.until.value_or(base::day::max())};
        const auto whom = one.subject ? std::optional(names_of(*one.subject)) : std::nullopt;
        add(all, one.permits, whom, base::overlap(own, days_of(version)));
      }
  return all;
}

// ---- one within the other

bool reaches(const reach& wide, const reach& narrow) {
  return (!wide.whom || (narrow.whom && std::ranges::includes(*wide.whom, *narrow.whom))) &&
         (base::same_but_case(wide.object.text, narrow.object.text) || wide.object.matches(narrow.object.text));
}

bool cover(std::vector<base::period> parts, base::period whole) {
  std::ranges::sort(parts, {}, &base::period::first);
  for (const auto& part : parts) {
    if (part.first > whole.first)
      break;
    if (part.last >= whole.last)
      return true;
    whole.first = std::max(whole.first, part.last + std::chrono::days(1));
  }
  return whole.empty();
}

bool is_within(const reach& narrow, const std::vector<reach>& wide) {
  std::vector<base::period> days;
  for (const auto& one : wide)
    if (reaches(one, narrow))
      days.push_back(one.days);
  return cover(std::move(days), narrow.days);
}

bool is_within(const extent& narrow, const extent& wide) {
  return std::ranges::all_of(narrow, [&](const auto& each) {
    const auto there = wide.find(each.first);
    const auto& others = there == wide.end() ? std::vector<reach>{} : there->second;
    return std::ranges::all_of(each.second, [&](const reach& one) { return is_within(one, others); });
  });
}

ranking by_extent(const extent& a, const extent& b) {
  const bool first = is_within(a, b);
  const bool second = is_within(b, a);
  if (first && second)
    return ranking::equivalent;
  return first ? ranking::less : second ? ranking::greater : ranking::unordered;
}

} // namespace

ranking by_prohibited(const model::contract& a, const model::contract& b, std::string_view restriction) {
  return by_extent(prohibited(a, restriction), prohibited(b, restriction));
}

ranking by_excepted(const model::contract& a, const model::contract& b, std::string_view restriction) {
  return by_extent(excepted(a, restriction), excepted(b, restriction));
}

} // namespace proviso::comparing
