#include "observing/route.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::observing {
namespace {

using to = route::to;

bool sells(const model::sku& sku, const org::license& license) {
  return sku.license == license.of && sku.sold.value == license.sold;
}

std::vector<std::uint32_t> sellers(const model::contract& contract, const org::license& license) {
  std::vector<std::uint32_t> result;
  for (std::uint32_t i = 0; i < contract.skus.size(); ++i)
    if (sells(contract.skus[i], license))
      result.push_back(i);
  return result;
}

std::uint32_t number_of(const model::contract& contract, std::string_view sku) {
  return static_cast<std::uint32_t>(contract.find_sku(sku) - contract.skus.data());
}

bool one_pool(const model::contract& contract) {
  return contract.skus.size() == 1 && contract.skus[0].sold.value == model::sale::logins;
}

} // namespace

bool is_called(const model::license& license, std::string_view text) {
  const auto named = [&](const auto& all) {
    return std::ranges::any_of(all, [&](const auto& n) { return base::same_but_case(n.text, text); });
  };
  return base::same_but_case(license.name, text) || named(license.names) || named(license.keys);
}

std::uint32_t first_seller(const model::contract& contract, std::uint32_t sku) {
  const auto& one = contract.skus[sku];
  const auto found = std::ranges::find_if(contract.skus, [&](const model::sku& other) {
    return other.license == one.license && other.sold.value == one.sold.value;
  });
  return static_cast<std::uint32_t>(found - contract.skus.begin());
}

std::string sellers_in_words(const model::contract& contract, std::uint32_t sku) {
  const auto& one = contract.skus[sku];
  std::vector<std::string> names;
  for (const auto& each : contract.skus)
    if (each.license == one.license && each.sold.value == one.sold.value)
      names.push_back(fmt::format("'{}'", each.name));
  return base::enumerate(names, "or");
}

router::router(const model::contract& contract, const usage::plan* plan, const org::directory& org,
               const user_lists& lists)
    : contract_(contract), plan_(plan), org_(org), lists_(lists) {
  for (std::uint32_t i = 0; plan == nullptr && i < contract.skus.size(); ++i)
    if (contract.skus[i].sold.value != model::sale::other)
      place_for(i, one_pool(contract) && !org.tells_licenses() ? "all" : contract.skus[i].name);
  if (plan == nullptr)
    return;
  for (std::uint32_t i = 0; i < plan->populations.size(); ++i) {
    const auto& population = plan->populations[i];
    places_.push_back({population.name.value, number_of(contract, population.sku.value), i});
    by_list_ = by_list_ || (population.match && !population.match->list.empty());
  }
}

route router::of(const org::user* user, std::uint32_t license) {
  if (user == nullptr || license == org::none)
    return {to::unknown, 0};
  if (by_list_)
    return find(*user, org_.licenses[license]);
  const auto [place, fresh] = known_.try_emplace({license, user->profile});
  if (fresh)
    place->second = find(*user, org_.licenses[license]);
  return place->second;
}

route router::of_present(const org::user& user) {
  return user.internal ? route{to::internal, 0} : of(&user, user.license);
}

route router::of_everyone() {
  return one_pool(contract_) ? route{to::place, place_for(0, "all")} : route{to::unknown, 0};
}

// A population says what is in it; the other users of a SKU are those of its only population that says nothing.
route router::find(const org::user& user, const org::license& license) {
  if (license.is != org::license::kind::external)
    return {license.is == org::license::kind::internal ? to::internal : to::unknown, 0};
  for (std::uint32_t i = 0; plan_ != nullptr && i < plan_->populations.size(); ++i)
    if (fits(plan_->populations[i], user, license))
      return {to::place, i};
  const auto skus = sellers(contract_, license);
  if (skus.empty())
    return {to::elsewhere, 0};
  for (const auto sku : skus)
    if (const auto at = place_for(sku, contract_.skus[sku].name); skus.size() == 1)
      return {to::place, at};
  return {to::undecided, skus.front()};
}

bool router::fits(const usage::population& population, const org::user& user,
                  const org::license& license) const {
  if (!population.match || !sells(contract_.skus[number_of(contract_, population.sku.value)], license))
    return false;
  const auto& match = *population.match;
  if (!match.license.empty() && !is_called(*license.of, match.license) &&
      !base::same_but_case(license.text, match.license))
    return false;
  if (!match.profile.empty() &&
      (user.profile == org::none || !base::same_but_case(org_.profiles[user.profile], match.profile)))
    return false;
  const auto list = lists_.find(match.list);
  return match.list.empty() ||
         (list != lists_.end() && (list->second.contains(user.id) || list->second.contains(user.name)));
}

std::uint32_t router::place_for(std::uint32_t sku, std::string_view name_if_new) {
  std::vector<std::uint32_t> open; // populations of the SKU that say nothing of their users
  for (std::uint32_t i = 0; i < places_.size(); ++i)
    if (places_[i].sku == sku && (!places_[i].planned || !plan_->populations[*places_[i].planned].match))
      open.push_back(i);
  const auto made = std::ranges::find_if(open, [&](std::uint32_t i) { return !places_[i].planned; });
  if (made != open.end() || open.size() == 1)
    return made != open.end() ? *made : open.front();
  auto name = std::string(name_if_new);
  while (std::ranges::find(places_, name, &place::name) != places_.end())
    name += " (others)";
  places_.push_back({std::move(name), sku, std::nullopt});
  return static_cast<std::uint32_t>(places_.size() - 1);
}

} // namespace proviso::observing
