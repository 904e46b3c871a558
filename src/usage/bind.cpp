#include "usage/bind.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "usage/values.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace proviso::usage {
namespace {

using base::diagnostics;
using names = std::vector<std::string_view>;

names names_of(const std::vector<model::sku>& skus) {
  names result;
  for (const auto& each : skus)
    result.emplace_back(each.name);
  return result;
}

// "its SKUs: a, b and c", where that is not too much to read.
std::string listed(const names& known, std::string_view among) {
  if (known.empty() || known.size() > 12)
    return {};
  return fmt::format("{}: {}", among, base::enumerate(std::vector<std::string>(known.begin(), known.end())));
}

// Comparing names takes time; who has made so many mistakes reads no more of them.
constexpr std::size_t most_suggestions = 50;

std::string suggest(std::string_view found, const names& known, std::string_view among,
                    const diagnostics& so_far) {
  if (so_far.size() >= most_suggestions)
    return {};
  auto help = base::did_you_mean(found, known);
  return help.empty() ? listed(known, among) : help;
}

void check_sku(const population& p, const model::contract& to, diagnostics& faults) {
  const auto& name = p.sku.value;
  if (to.find_sku(name) != nullptr)
    return;
  const auto skus = names_of(to.skus);
  const bool quote = std::ranges::find(to.quotes, name, &model::sku::name) != to.quotes.end();
  if (quote)
    faults.push_back({fmt::format("'{}' is a quote of '{}': it is priced, not bought", name, to.name),
                      p.sku.at,
                      listed(skus, "its SKUs"),
                      {}});
  else
    faults.push_back({fmt::format("'{}' has no SKU '{}'", to.name, shown(name)),
                      p.sku.at,
                      suggest(name, skus, "its SKUs", faults),
                      {}});
}

void check_observed(const observed_month& observed, const model::calendar& months, diagnostics& faults) {
  const auto holding = months.holding(observed.first);
  if (!holding || months[*holding].days.first == observed.first)
    return;
  auto help = fmt::format("its first day is {}", base::to_string(months[*holding].days.first));
  if (*holding < months.size())
    help += fmt::format(", the next month's {}", base::to_string(months[*holding + 1].days.first));
  faults.push_back({fmt::format("{} is not the first day of a contract month, it lies in month {}",
                                base::to_string(observed.first), *holding),
                    observed.at,
                    std::move(help),
                    {}});
}

void check_need(const base::stated<std::string>& need, const model::catalogue& known, diagnostics& faults) {
  if (known.capabilities.contains(need.value))
    return;
  names all;
  for (const auto& [name, capability] : known.capabilities)
    all.emplace_back(name);
  faults.push_back({fmt::format("no capability is named '{}'", shown(need.value)),
                    need.at,
                    suggest(need.value, all, "capabilities", faults),
                    {}});
}

// A name that ends in a double underscore and letters is an object of the customer's own, which no catalogue
// lists.
bool is_custom(std::string_view object) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto lower = base::lower(object);
  const auto at = lower.rfind("__");
  return at != std::string::npos && at > 0 && at + 2 < lower.size() &&
         std::ranges::all_of(lower, [&](char c) { return letter(c) || c == '_' || (c >= '0' && c <= '9'); }) &&
         std::ranges::all_of(lower.substr(at + 2), letter);
}

void add_rules(std::set<std::string_view>& into, const std::vector<model::access_rule>& rules) {
  for (const auto& rule : rules)
    for (const auto& object : rule.objects)
      into.insert(object.text);
}

// Every object the catalogue names, alone, as a child, in a group or in what a license reaches.
names objects_of(const model::catalogue& known) {
  std::set<std::string_view> all;
  for (const auto& [key, object] : known.objects) {
    all.insert(object.name);
    all.insert(object.related.begin(), object.related.end());
  }
  for (const auto& [name, group] : known.groups)
    if (group.of == model::group::kind::objects)
      all.insert(group.members.begin(), group.members.end());
  for (const auto& [name, license] : known.licenses) {
    add_rules(all, license.allows);
    add_rules(all, license.denies);
  }
  std::erase_if(all, [](std::string_view name) { return name.find('*') != std::string_view::npos; });
  return {all.begin(), all.end()};
}

void check_access(const planned_access& access, const names& objects, diagnostics& faults) {
  const auto same = [&](std::string_view name) { return base::same_but_case(name, access.object); };
  if (is_custom(access.object) || std::ranges::any_of(objects, same))
    return;
  faults.push_back({fmt::format("no object is named '{}'", shown(access.object)),
                    access.at,
                    suggest(access.object, objects, "objects", faults),
                    {}});
}

} // namespace

void bind_plan(const plan& planned, const model::contract& to, const model::catalogue& known,
               diagnostics& faults) {
  if (planned.contract.value != to.name) {
    faults.push_back(
        {fmt::format("this plan is for '{}', not for '{}'", shown(planned.contract.value), to.name),
         planned.contract.at,
         {},
         {}});
    return;
  }
  const auto objects = objects_of(known);
  for (const auto& p : planned.populations) {
    check_sku(p, to, faults);
    for (const auto& observed : p.observed)
      check_observed(observed, to.months, faults);
    for (const auto& need : p.needs)
      check_need(need, known, faults);
    for (const auto& access : p.access)
      check_access(access, objects, faults);
  }
}

} // namespace proviso::usage
