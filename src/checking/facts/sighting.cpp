#include "checking/facts/sighting.hpp"

#include "checking/facts/cheaper.hpp"
#include "observing/observe.hpp"
#include "observing/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::rational;
using model::sale;
using observing::observation;
using known_users = base::known<std::int64_t>;

const base::unknown nobody_told_apart{
    "logins of single users, which a warehouse only counts: give login histories and users as files"};
const base::unknown no_month{"logins of a whole month: give longer login histories with --logins"};

// ---- people of a population

// Whether that many logins in so many months cost less the other way; equal is not less.
bool is_better(const sighting& of, std::int64_t logins, const rational& login, const rational& member) {
  const auto as_logins = rational(logins) * login;
  const auto as_member = rational(of.months) * member;
  return of.other->sold.value == sale::logins ? as_logins < as_member : as_logins > as_member;
}

std::optional<rational> unit_price(const facts& f, const model::sku& sku) {
  for (const auto& one : f.offers(f.month()))
    if (one.of == &sku)
      return one.unit_price;
  return std::nullopt;
}

// From the first half of the months to the second; at the tie the login wins.
std::int64_t crossed(const sighting& of, const observing::counted_habits& from, const rational& login,
                     const rational& member) {
  const auto half = rational(of.months / 2);
  const auto above = [&](std::int64_t logins) { return rational(logins) * login > half * member; };
  std::int64_t result = 0;
  for (const auto& [logins, users] : from.halves)
    result += above(logins.first) != above(logins.second) ? users : 0;
  return result;
}

// Nobody kept what the SKU or quote counts.
void tell_no_better(sighting& into, const model::sku& logins) {
  const base::unknown why{
      fmt::format("logins as '{}' counts them: no SKU of the contract counts so", logins.name)};
  into.better = into.crossed = why;
  into.better_saves = why;
}

// Of its license, sold the other way; null: none.
const offer* other_way(const facts& f, const model::sku& sku) {
  const bool pool = sku.sold.value == sale::logins;
  return same_license(f, sku, pool ? sale::members : sale::logins, f.month());
}

void tell_no_price(sighting& into, const model::sku& sku) {
  const base::unknown why{fmt::format("a price of '{}' for this month", sku.name)};
  into.better = into.crossed = why;
  into.better_saves = why;
}

constexpr int fewest_to_cross = 2; // months with two halves
const base::unknown too_few_to_cross{"logins of two whole months: give longer login histories with --logins"};

void find_better(const facts& f, const observation& seen, sighting& into, const observing::course& course) {
  const auto& sku = f.sku(into.sku);
  const bool pool = sku.sold.value == sale::logins;
  const auto* other = other_way(f, sku);
  const auto own = unit_price(f, sku);
  if (other == nullptr)
    return;
  if (!own)
    return tell_no_price(into, sku);
  const auto& logins = pool ? sku : *other->of;
  const auto by = observing::measure_for(seen.question, logins);
  if (!by)
    return tell_no_better(into, logins);
  const auto found = course.counted.find(*by);
  if (found == course.counted.end())
    return; // nobody holds it
  const auto& login = pool ? *own : other->unit_price;
  const auto& member = pool ? other->unit_price : *own;
  if (into.months >= fewest_to_cross)
    into.crossed = crossed(into, found->second, login, member);
  std::int64_t users = 0;
  std::int64_t units = 0;
  for (const auto& [total, count] : found->second.totals)
    if (is_better(into, total, login, member) && (pool || total > 0)) { // who never comes is told apart
      users += count;
      units += total * count;
    }
  into.better = users;
  const auto added = other->added_price(pool ? users : (units + into.months - 1) / into.months);
  if (added)
    into.better_saves =
        released_price(f.terms(into.sku, f.month()), pool ? units / into.months : users) - *added;
  else
    into.better_saves = base::unknown{fmt::format("a price of '{}' for so many", other->of->name)};
}

constexpr int quiet_months = 3;

known_users gone_quiet(const sighting& of, const observing::course& from) {
  if (of.months <= quiet_months)
    return base::unknown{"logins of four whole months: give longer login histories with --logins"};
  std::int64_t result = 0;
  for (const auto& [quiet, users] : from.quiet)
    result += quiet >= quiet_months && quiet < of.months ? users : 0;
  return result;
}

// Those whom dated assignments show; that there are none only the dates of everybody tell.
known_users switched(const facts& f, const observation& seen, std::uint32_t place) {
  if (!seen.org->has_assignments)
    return base::unknown{"since when users hold their license: date it with --assignments"};
  std::int64_t result = 0;
  for (const auto& [change, users] : seen.who.switches)
    if (change.from == place || change.to == place)
      result += users;
  std::int64_t undated = 0;
  for (int month = 1; month <= f.month(); ++month)
    undated = std::max(undated, seen.who.undated[static_cast<std::size_t>(month - 1)]);
  if (result == 0 && undated > 0)
    return base::unknown{observing::words::undated_holders(undated)};
  return result;
}

// Where they are, and what else sells their license.
sighting sighting_at(const facts& f, const observation& seen, std::uint32_t place) {
  sighting result;
  const auto& at = seen.who.places[place];
  result.population = at.name;
  result.sku = at.sku;
  if (const auto* other = other_way(f, f.sku(at.sku)))
    result.other = other->of;
  return result;
}

// There are people at a place, and no more is known of them.
sighting vague_sighting(const facts& f, const observation& seen, std::uint32_t place,
                        const base::unknown& why) {
  auto result = sighting_at(f, seen, place);
  result.months = seen.who.whole_months;
  result.users = result.silent = result.better = result.switched = why;
  result.quiet = result.crossed = why;
  result.better_saves = result.silent_saves = why;
  return result;
}

sighting sighting_of(const facts& f, const observation& seen, std::uint32_t place) {
  const auto& at = seen.who.places[place];
  if (seen.counted != nullptr)
    return vague_sighting(f, seen, place, nobody_told_apart);
  if (observing::undecided_today(f.contract(), seen.who, at.sku) > 0)
    return vague_sighting(f, seen, place, {observing::words::several_sellers(f.contract(), at.sku)});
  const auto& habits = seen.who.habits[place];
  auto result = sighting_at(f, seen, place);
  result.months = seen.logins == nullptr ? 0 : seen.who.whole_months;
  std::int64_t holders = 0;
  for (const auto& [days, users] : habits)
    holders += users;
  result.users = holders;
  result.switched = switched(f, seen, place);
  if (result.months == 0) {
    result.silent = result.better = result.quiet = result.crossed = no_month;
    result.better_saves = result.silent_saves = no_month;
    return result;
  }
  const auto silent = habits.find(0);
  result.silent = silent == habits.end() ? 0 : silent->second;
  result.silent_saves = released_price(f.terms(at.sku, f.month()), *result.silent);
  result.better = std::int64_t{0};
  result.crossed = result.months < fewest_to_cross ? known_users(too_few_to_cross) : known_users(0);
  result.quiet = gone_quiet(result, seen.who.courses[place]);
  result.better_saves = rational();
  find_better(f, seen, result, seen.who.courses[place]);
  return result;
}

} // namespace

bool shows_users(const observation& seen) {
  return seen.org->tells_licenses();
}

std::vector<sighting> sightings(const facts& f, const observation& seen) {
  std::vector<sighting> result;
  if (!shows_users(seen))
    return result;
  for (std::uint32_t place = 0; place < seen.who.places.size(); ++place)
    result.push_back(sighting_of(f, seen, place));
  return result;
}

} // namespace proviso::checking
