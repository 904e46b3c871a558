#include "checking/facts/cheaper.hpp"

#include "metering/population.hpp"
#include "metering/pricing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::known;
using base::rational;
using base::truth;
using metering::population_usage;
using model::sale;

// ---- whether a license would do

truth serves(const model::license& license, const usage::population& of) {
  auto result = truth::yes;
  for (const auto& need : of.needs)
    result = base::both(result, license.has(need.value));
  for (const auto& access : of.access)
    result = base::both(result, license.reaches(access.wanted, access.object));
  return result;
}

std::ptrdiff_t certain_breaches(const facts& f, const usage::population& of, const model::sku& sku) {
  const auto all = breaches(f.contract(), {population_usage{&of, &sku, {}}});
  return std::count_if(all.begin(), all.end(), [](const breach& b) { return b.doubt.empty(); });
}

bool forbids_no_more(const facts& f, const population_usage& of, const model::sku& other) {
  return certain_breaches(f, *of.population, other) <= certain_breaches(f, *of.population, *of.sku);
}

std::optional<rational> unit_price(const facts& f, const model::sku& sku, int month) {
  return metering::unit_price(sku, f.terms(f.index_of(sku), month));
}

base::unknown catalogue_silence(const usage::population& of, const model::license& license) {
  return {fmt::format("whether {} would do for '{}': the catalogue does not say all it needs; ask the vendor",
                      license.name, of.name.value)};
}

base::unknown no_needs(const usage::population& of) {
  return {fmt::format("what '{}' needs: state its needs and access in the plan", of.name.value)};
}

// ---- what moves

known<std::int64_t> units(const facts& f, std::uint32_t population, int month) {
  const auto& of = f.population(population);
  const auto& figures = of.in(month);
  return of.sku->sold.value == sale::logins ? figures.logins : figures.users;
}

// Licenses that nobody needs once so many users of the SKU are gone: where members are short, those who stay
// take some of them.
std::int64_t freed(const facts& f, const model::sku& sku, int month, std::int64_t leaving) {
  const auto& now = f.metered().skus[f.index_of(sku)].in(month);
  if (sku.sold.value != sale::members || !now.users)
    return leaving;
  return std::clamp<std::int64_t>(now.quantity - (*now.users - leaving), 0, leaving);
}

const model::sku& sku_of(const facts& f, const band_fact& band) {
  return *f.population(band.population).sku;
}

known<std::int64_t> all_logins(const facts& f, const band_fact& band, const model::sku& pool) {
  const auto each = logins_at(f, band, pool);
  if (!each)
    return each.why();
  if (const auto sum = base::whole_half_up(rational(band.users) * *each))
    return *sum;
  return base::unknown{"logins within range"};
}

} // namespace

known<const offer*> cheaper_license(const facts& f, std::uint32_t population, int month) {
  const auto& of = f.population(population);
  const auto& planned = *of.population;
  const auto own = unit_price(f, *of.sku, month);
  if (!own)
    return static_cast<const offer*>(nullptr);
  const auto comparable = [&](const offer& o) {
    return o.of->sold.value == of.sku->sold.value && o.of->license != of.sku->license && o.unit_price < *own &&
           forbids_no_more(f, of, *o.of);
  };
  const auto standing = [&](truth wanted) {
    return cheapest(f.offers(month),
                    [&](const offer& o) { return comparable(o) && serves(*o.of->license, planned) == wanted; });
  };
  const auto* sure = standing(truth::yes);
  if (sure && planned.needs.empty() && planned.access.empty())
    return no_needs(planned);
  if (const auto* doubtful = standing(truth::unknown); doubtful && !sure)
    return catalogue_silence(planned, *doubtful->of->license);
  return sure;
}

known<rational> saved(const facts& f, const move& by) {
  const auto released = released_price(f.terms(by.from, by.month), by.fewer);
  if (by.to == nullptr)
    return released;
  if (const auto added = by.to->added_price(by.more))
    return released - *added;
  return base::unknown{fmt::format("the price of {} more of '{}': it lies beyond the last slice",
                                   base::grouped(by.more), by.to->of->name)};
}

known<move> move_of_license(const facts& f, std::uint32_t population, int month, const offer& to) {
  const auto moved = units(f, population, month);
  if (!moved)
    return moved.why();
  const auto& sku = *f.population(population).sku;
  return move{f.index_of(sku), month, freed(f, sku, month, *moved), &to, *moved};
}

const offer* same_license(const facts& f, const model::sku& sku, sale how, int month) {
  return cheapest(f.offers(month),
                  [&](const offer& o) { return o.of->sold.value == how && o.of->license == sku.license; });
}

known<rational> logins_at(const facts& f, const band_fact& band, const model::sku& pool) {
  return metering::logins_of_days(*f.population(band.population).population, pool.count.value, band.login_days);
}

known<move> move_to_members(const facts& f, const band_fact& band, const offer& to) {
  const auto& from = sku_of(f, band);
  const auto logins = all_logins(f, band, from);
  if (!logins)
    return logins.why();
  return move{f.index_of(from), f.month(), *logins, &to, band.users};
}

known<move> move_to_logins(const facts& f, const band_fact& band, const offer& to) {
  const auto logins = all_logins(f, band, *to.of);
  if (!logins)
    return logins.why();
  auto result = move_away(f, band);
  result.to = &to;
  result.more = *logins;
  return result;
}

move move_away(const facts& f, const band_fact& band) {
  const auto& from = sku_of(f, band);
  return {f.index_of(from), f.month(), freed(f, from, f.month(), band.users), nullptr, 0};
}

} // namespace proviso::checking
