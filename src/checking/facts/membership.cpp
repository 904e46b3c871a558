#include "checking/facts/membership.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace proviso::checking {
namespace {

bool lists(const model::group* texts, std::string_view name) {
  return texts != nullptr && std::ranges::any_of(texts->members, [&](const std::string& one) {
           return base::same_but_case(one, name);
         });
}

// Of the objects that stock profiles grant, those that some restriction forbids.
std::vector<std::string> forbidden_stock(const model::contract& contract) {
  std::vector<std::string> result;
  const auto* objects = contract.known->find_group(stock_profile_objects, model::group::kind::objects);
  if (objects == nullptr)
    return result;
  for (const auto& object : objects->members)
    for (const auto& r : contract.restrictions)
      if (std::ranges::any_of(r.prohibits, [&](const auto& rule) { return rule.names(object); })) {
        result.push_back(object);
        break;
      }
  return result;
}

class gathering {
public:
  gathering(const model::contract& contract, const metadata::org& found)
      : found_(found), standings_(*contract.known), all_(found),
        stock_(contract.known->find_group(stock_profiles, model::group::kind::texts)),
        forbidden_(forbidden_stock(contract)) {}

  std::vector<membership> gather() {
    for (const auto& site : found_.networks) {
      for (const auto& name : site.profiles)
        add(membership::kind::profile, site, name);
      for (const auto& name : site.sets)
        add(membership::kind::permission_set, site, name);
      if (site.self_registration)
        add(membership::kind::self_registration, site, *site.self_registration);
    }
    return std::move(result_);
  }

private:
  void add(membership::kind of, const metadata::network& site, const base::stated<std::string>& name) {
    if (!seen_.insert({&site, of, base::lower(name.value)}).second)
      return;
    membership one{of, &site, &name, {}, false, false, {}};
    const bool set = of == membership::kind::permission_set;
    one.holders =
        all_.find(set ? metadata::holder_kind::permission_set : metadata::holder_kind::profile, name.value);
    one.internal = std::ranges::any_of(
        one.holders, [&](const auto* h) { return standings_.of(*h).is == standing::of::internal; });
    one.stock = !set && lists(stock_, name.value);
    if (one.stock)
      one.forbidden = forbidden_;
    result_.push_back(std::move(one));
  }

  const metadata::org& found_;
  standings standings_;
  metadata::holder_index all_;
  const model::group* stock_;
  std::vector<std::string> forbidden_;
  std::set<std::tuple<const metadata::network*, membership::kind, std::string>> seen_;
  std::vector<membership> result_;
};

} // namespace

std::vector<membership> memberships(const model::contract& contract, const metadata::org& found) {
  return gathering(contract, found).gather();
}

} // namespace proviso::checking
