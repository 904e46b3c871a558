#include "checking/facts/facts.hpp"

#include "checking/facts/cheaper.hpp"
#include "checking/facts/grouping.hpp"
#include "checking/facts/unasked.hpp"
#include "metadata/missing.hpp"
#include "metering/assess.hpp"
#include "observing/observe.hpp"

#include <algorithm>

namespace proviso::checking {
namespace {

using metering::assessment;

// Fills a list on first use.
template <typename List, typename Draw>
const List& drawn(std::optional<List>& list, Draw draw) {
  if (!list)
    list.emplace(draw());
  return *list;
}

template <typename Item>
std::uint32_t index_in(const std::vector<Item>& all, const Item& one) {
  return static_cast<std::uint32_t>(&one - all.data());
}

// Of months in which a SKU is not sold there is no pool to be judged.
std::vector<facts::window_of> draw_windows(const assessment& all) {
  std::vector<facts::window_of> list;
  for (std::size_t i = 0; i < all.skus.size(); ++i)
    for (const auto& window : all.skus[i].windows)
      if (all.skus[i].in(window.first_month).terms->quantity)
        list.push_back({static_cast<std::uint32_t>(i), &window});
  return list;
}

// A population whose bands are not known stands in with one doubtful band.
std::vector<band_fact> draw_bands(const assessment& all, base::day today) {
  std::vector<band_fact> list;
  for (std::size_t i = 0; i < all.populations.size(); ++i) {
    const auto population = static_cast<std::uint32_t>(i);
    const auto bands = metering::bands(all, all.populations[i], today);
    if (!bands)
      list.push_back({population, 0, 0, all.populations[i].population->name.at, bands.why().missing});
    else
      for (const auto& band : *bands)
        list.push_back({population, band.login_days, band.users, band.at, {}});
  }
  return list;
}

std::vector<need> draw_needs(const assessment& all) {
  std::vector<need> list;
  for (std::size_t i = 0; i < all.populations.size(); ++i)
    for (const auto& capability : all.populations[i].population->needs)
      list.push_back({static_cast<std::uint32_t>(i), &capability});
  return list;
}

std::vector<access> draw_accesses(const assessment& all) {
  std::vector<access> list;
  for (std::size_t i = 0; i < all.populations.size(); ++i)
    for (const auto& planned : all.populations[i].population->access)
      if (const auto days = access_days(planned, all.contract->months.term()); !days.empty())
        list.push_back({static_cast<std::uint32_t>(i), &planned, days});
  return list;
}

std::vector<facts::limit_of> draw_limits(const model::contract& contract) {
  std::vector<facts::limit_of> list;
  for (std::size_t i = 0; i < contract.restrictions.size(); ++i)
    for (const auto& limit : contract.restrictions[i].limits)
      list.push_back({static_cast<std::uint32_t>(i), &limit});
  return list;
}

std::vector<facts::charge_line> draw_charges(const assessment& all) {
  using kind = metering::charge::kind;
  std::vector<facts::charge_line> list;
  list.reserve(all.charges.size());
  for (const auto& charge : all.charges)
    list.push_back({charge.what, charge.sku, charge.month, charge.amount, charge.at});
  for (const auto& sku : all.skus)
    for (const auto& window : sku.windows)
      if (!window.overage)
        list.push_back({kind::overage, sku.sku, window.last_month, window.overage.why(), window.overage_at});
  if (!all.totals.true_up)
    list.push_back({kind::true_up, nullptr, all.contract->months.size(), all.totals.true_up.why(),
                    all.contract->commitments.front().at});
  return list;
}

// Each once: what amendments leave as it is stands in later versions of its restriction too.
std::vector<facts::exception_of> draw_exceptions(const model::contract& contract) {
  std::vector<facts::exception_of> list;
  const auto drawn_already = [&](const model::exception& one) {
    return std::ranges::any_of(list, [&](const auto& before) { return before.exception->at == one.at; });
  };
  for (std::size_t i = 0; i < contract.restrictions.size(); ++i)
    for (const auto& exception : contract.restrictions[i].exceptions)
      if (!drawn_already(exception))
        list.push_back({static_cast<std::uint32_t>(i), &exception});
  return list;
}

void add_licenses(std::vector<const model::license*>& list, const std::vector<model::sku>& skus) {
  for (const auto& sku : skus)
    if (std::find(list.begin(), list.end(), sku.license) == list.end())
      list.push_back(sku.license);
}

std::vector<const model::license*> draw_licenses(const model::contract& contract) {
  std::vector<const model::license*> list;
  add_licenses(list, contract.skus);
  add_licenses(list, contract.quotes);
  return list;
}

std::vector<std::uint32_t> draw_holders(const metadata::org& found) {
  std::vector<std::uint32_t> list;
  for (std::uint32_t i = 0; i < found.holders.size(); ++i)
    if (found.holders[i].is != metadata::holder_kind::muting_set)
      list.push_back(i);
  return list;
}

std::vector<facts::grant_of> draw_grants(const metadata::org& found,
                                         const std::vector<std::uint32_t>& holders) {
  std::vector<facts::grant_of> list;
  for (const auto holder : holders)
    for (std::uint32_t grant = 0; grant < found.holders[holder].grants.size(); ++grant)
      list.push_back({holder, grant});
  return list;
}

std::vector<metadata::gap> draw_gaps(const model::contract& contract, const metadata::org& found,
                                     const holdings& held) {
  auto list = found.gaps;
  std::ranges::move(metadata::missing_files(found), std::back_inserter(list));
  std::ranges::move(unasked_objects(contract, found), std::back_inserter(list));
  std::ranges::move(held.gaps(contract), std::back_inserter(list));
  return list;
}

} // namespace

facts::facts(const assessment& all, base::day today, const metadata::org* found,
             const observing::observation* seen)
    : all_(&all), found_(found), today_(today), seen_(seen), month_(all.contract->months.nearest(today)) {}

base::period facts::day_of_term() const {
  const auto term = contract().months.term();
  const auto day = std::clamp(today_, term.first, term.last);
  return {day, day};
}

// ---- SKUs

const model::sku& facts::sku(std::uint32_t index) const {
  const auto bought = contract().skus.size();
  return index < bought ? contract().skus[index] : contract().quotes[index - bought];
}

std::uint32_t facts::index_of(const model::sku& sku) const {
  if (!sku.quote)
    return index_in(contract().skus, sku);
  return static_cast<std::uint32_t>(contract().skus.size()) + index_in(contract().quotes, sku);
}

const model::sku_terms& facts::terms(std::uint32_t sku_index, int month) const {
  if (sku_index < all_->skus.size())
    return *all_->skus[sku_index].in(month).terms;
  const auto [place, fresh] = quote_terms_.try_emplace({sku_index, month});
  if (fresh)
    place->second = sku(sku_index).on(days(month).first);
  return place->second;
}

record facts::sku_record(const model::sku& sku, int month) const {
  return {record_kind::sku, month, index_of(sku)};
}

record facts::sku_record(std::uint32_t index) const {
  const auto& steps = sku(index).steps;
  const auto begins = steps.empty() ? std::nullopt : steps.front().from;
  const auto first = begins ? contract().months.first_from(*begins).value_or(contract().months.size()) : 1;
  return {record_kind::sku, std::max(month(), first), index};
}

// ---- other places

std::uint32_t facts::index_of(const metering::population_usage& population) const {
  return index_in(all_->populations, population);
}

const metering::population_usage& facts::population(std::uint32_t index) const {
  return all_->populations[index];
}

std::uint32_t facts::index_of(const model::restriction& restriction) const {
  return index_in(contract().restrictions, restriction);
}

std::uint32_t facts::index_of(const model::license& license) const {
  const auto& all = licenses();
  return static_cast<std::uint32_t>(std::find(all.begin(), all.end(), &license) - all.begin());
}

// ---- lists

const std::vector<facts::window_of>& facts::windows() const {
  return drawn(windows_, [&] { return draw_windows(*all_); });
}
const std::vector<band_fact>& facts::bands() const {
  return drawn(bands_, [&] { return draw_bands(*all_, today_); });
}
const std::vector<need>& facts::needs() const {
  return drawn(needs_, [&] { return draw_needs(*all_); });
}
const std::vector<access>& facts::accesses() const {
  return drawn(accesses_, [&] { return draw_accesses(*all_); });
}
const std::vector<breach>& facts::breaches() const {
  return drawn(breaches_, [&] { return checking::breaches(contract(), all_->populations); });
}
const std::vector<overrun>& facts::overruns() const {
  return drawn(overruns_, [&] { return checking::overruns(*all_); });
}
const std::vector<stretch>& facts::stretches() const {
  return drawn(stretches_, [&] { return checking::stretches(*all_); });
}
const std::vector<phase>& facts::phases() const {
  return drawn(phases_, [&] { return checking::phases(*all_); });
}
const std::vector<change>& facts::changes() const {
  return drawn(changes_, [&] { return checking::changes(*all_); });
}
const std::vector<facts::limit_of>& facts::limits() const {
  return drawn(limits_, [&] { return draw_limits(contract()); });
}
const std::vector<facts::charge_line>& facts::charges() const {
  return drawn(charges_, [&] { return draw_charges(*all_); });
}
const std::vector<facts::exception_of>& facts::exceptions() const {
  return drawn(exceptions_, [&] { return draw_exceptions(contract()); });
}
const std::vector<conflict>& facts::conflicts() const {
  return drawn(conflicts_, [&] { return checking::conflicts(contract()); });
}
const std::vector<const model::license*>& facts::licenses() const {
  return drawn(licenses_, [&] { return draw_licenses(contract()); });
}

// ---- what metadata says

const std::vector<std::uint32_t>& facts::holders() const {
  return drawn(holders_, [&] { return draw_holders(*found_); });
}
const std::vector<facts::grant_of>& facts::grants() const {
  return drawn(grants_, [&] { return draw_grants(*found_, holders()); });
}
const std::vector<exposure>& facts::exposures() const {
  return drawn(exposures_, [&] { return checking::exposures(contract(), *found_, groups(), today_, &held()); });
}
const std::vector<indirect>& facts::indirects() const {
  return drawn(indirects_, [&] { return checking::indirects(contract(), *found_, groups(), today_, &held()); });
}
const std::vector<membership>& facts::members() const {
  return drawn(members_, [&] { return checking::memberships(contract(), *found_); });
}
const std::vector<opening>& facts::openings() const {
  return drawn(openings_, [&] { return checking::openings(contract(), *found_, today_); });
}
const std::vector<metadata::holder>& facts::groups() const {
  return drawn(groups_, [&] { return group_holders(*found_, standings(*contract().known)); });
}
const std::vector<metadata::gap>& facts::gaps() const {
  return drawn(gaps_, [&] { return draw_gaps(contract(), *found_, held()); });
}
holdings& facts::held() const {
  if (!held_)
    held_.emplace(*found_, seen_ == nullptr ? nullptr : seen_->org, today_);
  return *held_;
}
standing facts::standing_of(const metadata::holder& one) const {
  return drawn(standings_, [&] { return standings(*contract().known); }).of(one);
}

// ---- what exports show

const std::vector<sighting>& facts::sightings() const {
  return drawn(sightings_,
               [&] { return seen_ == nullptr ? std::vector<sighting>() : checking::sightings(*this, *seen_); });
}
const std::vector<discrepancy>& facts::discrepancies() const {
  return drawn(discrepancies_, [&] {
    return seen_ == nullptr ? std::vector<discrepancy>() : checking::discrepancies(*this, *seen_);
  });
}

const std::vector<offer>& facts::offers(int month) const {
  const auto [place, fresh] = offers_.try_emplace(month);
  if (fresh)
    place->second = checking::offers(*all_, month);
  return place->second;
}

const base::known<const offer*>& facts::cheaper(std::uint32_t population, int month) const {
  const auto [place, fresh] = cheaper_.try_emplace({population, month});
  if (fresh)
    place->second = cheaper_license(*this, population, month);
  return place->second;
}

base::truth facts::waiver_used(std::uint32_t index) const {
  return index < waivers_used_.size() ? waivers_used_[index] : base::truth::no;
}

} // namespace proviso::checking
