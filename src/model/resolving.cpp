#include "model/resolving.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace proviso::model {
namespace {

operations::bit bit_of(syntax::operation one) {
  switch (one) {
  case syntax::operation::create: return operations::create;
  case syntax::operation::read: return operations::read;
  case syntax::operation::update: return operations::update;
  case syntax::operation::remove: return operations::remove;
  }
  return operations::read;
}

// Custom and other suffixed names (Order_Line__c, Setting__mdt) are the org's own: no catalogue lists them.
bool of_the_org(std::string_view name) {
  return name.find("__") != std::string_view::npos;
}

void add(std::vector<object_pattern>& to, std::string_view name, base::span at) {
  const auto same = [&](const object_pattern& o) { return base::same_but_case(o.text, name); };
  if (std::none_of(to.begin(), to.end(), same))
    to.push_back({std::string(name), at});
}

std::string object_help(const catalogue& known, std::string_view name) {
  std::vector<std::string_view> candidates;
  for (const auto& [key, object] : known.objects)
    candidates.emplace_back(object.name);
  for (const auto& [key, group] : known.groups)
    if (group.of == group::kind::objects)
      candidates.emplace_back(key);
  auto help = base::did_you_mean(name, candidates);
  return help.empty() ? "objects are named as in the API, custom ones end in __c; another standard object is "
                        "declared by 'object NAME { }' in a file that the contract uses"
                      : help;
}

void add_object(const resolving& to, const syntax::word& name, bool related,
                std::vector<object_pattern>& result) {
  const auto* object = to.known.find_object(name.text);
  const bool pattern = name.text.find('*') != std::string_view::npos;
  if (!object && !pattern && !of_the_org(name.text))
    to.unknown(name.at, fmt::format("there is no object named '{}'", name.text),
               object_help(to.known, name.text));
  add(result, object ? std::string_view(object->name) : name.text, name.at);
  if (related && object)
    for (const auto& child : object->related)
      add(result, child, name.at);
}

} // namespace

rational exact(const syntax::decimal& d) {
  return rational::decimal(d.units, d.scale);
}

rational share_of(const syntax::percent& p) {
  return exact(p.value) / rational(100);
}

std::int64_t whole(const resolving& to, const syntax::decimal& d, std::string_view what, std::int64_t least) {
  const auto value = exact(d).whole();
  if (value && *value >= least && *value <= most_units)
    return *value;
  if (!value)
    to.wrong(d.at, fmt::format("{} is a whole number", what));
  else if (*value < least)
    to.wrong(d.at, fmt::format("{} is at least {}", what, least));
  else
    to.wrong(d.at, fmt::format("{} is at most {}", what, base::grouped(most_units)));
  return least;
}

operations operations_of(const std::vector<syntax::stated_operation>& all) {
  operations result;
  for (const auto& one : all)
    result |= bit_of(one.value);
  return result;
}

std::vector<object_pattern> objects_of(const resolving& to, const std::vector<syntax::word>& names,
                                       bool related) {
  std::vector<object_pattern> result;
  for (const auto& name : names)
    if (const auto* group = to.known.find_group(name.text, group::kind::objects))
      for (const auto& member : group->members)
        add_object(to, {member, name.at}, related, result);
    else
      add_object(to, name, related, result);
  return result;
}

const license* license_of(const resolving& to, const syntax::word& name) {
  const auto* found = to.known.find_license(name.text);
  if (found)
    return found;
  if (to.known.licenses.empty())
    to.unknown(name.at, fmt::format("there is no license named '{}': no catalogue is in use", name.text),
               "add 'use \"salesforce/experience-cloud\"' at the top of the file");
  else
    to.unknown(name.at, fmt::format("there is no license named '{}'", name.text),
               base::did_you_mean(name.text, keys(to.known.licenses)));
  return nullptr;
}

bool check_capability(const resolving& to, const syntax::word& name) {
  if (to.known.capabilities.contains(name.text))
    return true;
  to.unknown(name.at, fmt::format("there is no capability named '{}'", name.text),
             base::did_you_mean(name.text, keys(to.known.capabilities)));
  return false;
}

rational money_of(const resolving& to, const syntax::amount& a, const contract_head& head) {
  if (!a.currency.text.empty() && !head.currency.empty() && a.currency.text != head.currency)
    to.wrong(a.currency.at,
             fmt::format("this amount is in {}, the contract is in {}", a.currency.text, head.currency),
             "state every amount in the currency of the contract");
  return exact(a.value);
}

} // namespace proviso::model
