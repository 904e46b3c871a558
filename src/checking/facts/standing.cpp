#include "checking/facts/standing.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::truth;

bool lists(const model::catalogue& known, std::string_view group, std::string_view name) {
  const auto* found = known.find_group(group, model::group::kind::licenses);
  return found != nullptr && std::ranges::find(found->members, name) != found->members.end();
}

} // namespace

standings::standings(const model::catalogue& known) {
  for (const auto& [name, license] : known.licenses) {
    const standing is{
        lists(known, guest_licenses, name) ? standing::of::guest : standing::of::licensed, &license, {}};
    add(license.names, is);
    add(license.keys, is);
    by_name_.try_emplace(base::lower(license.title), is);
  }
  if (const auto* internal = known.find_group(internal_licenses, model::group::kind::texts))
    for (const auto& name : internal->members)
      by_name_.try_emplace(base::lower(name), standing{standing::of::internal, nullptr, {}});
}

void standings::add(const std::vector<model::license_name>& names, const standing& is) {
  for (const auto& name : names)
    by_name_.try_emplace(base::lower(name.text), is);
}

standing standings::of(const metadata::holder& one) const {
  if (!one.license && one.is == metadata::holder_kind::permission_set)
    return {standing::of::anybody, nullptr, {}};
  if (!one.license)
    return {standing::of::unknown, nullptr,
            "which license profiles have that state none: retrieve them whole, with <userLicense>"};
  const auto found = by_name_.find(base::lower(one.license->value));
  if (found != by_name_.end())
    return found->second;
  return {
      standing::of::unknown, nullptr,
      fmt::format("whom the license '{}' is for: the catalogue does not know it; declare it, or add it to the "
                  "texts '{}'",
                  base::harmless(one.license->value), internal_licenses)};
}

truth binds(const model::scope& subject, const model::license& license, const model::contract& contract) {
  const auto sells = [&](const model::sku& sku) { return sku.license == &license; };
  if (subject.everything)
    return base::to_truth(std::ranges::any_of(contract.skus, sells));
  const auto named = [&](const model::sku& sku) {
    return std::ranges::find(subject.skus, sku.name) != subject.skus.end();
  };
  const auto whole = subject.covers(license);
  if (whole == truth::yes || subject.skus.empty())
    return whole;
  bool some = false;
  bool others = false;
  for (const auto& sku : contract.skus)
    if (sells(sku))
      (named(sku) ? some : others) = true;
  if (!some)
    return whole;
  return others ? truth::unknown : truth::yes;
}

} // namespace proviso::checking
