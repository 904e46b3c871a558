#include "checking/sighting.hpp"

#include "checking/cheaper.hpp"
#include "observing/observe.hpp"

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

// Whether that many login days in so many months cost more the other way; equal is none.
bool is_better(const sighting& of, std::int64_t days, const rational& login, const rational& member) {
  const auto as_logins = rational(days) * login;
  const auto as_member = rational(of.months) * member;
  return of.other->sold.value == sale::logins ? as_logins <= as_member : as_logins > as_member;
}

std::optional<rational> unit_price(const facts& f, const model::sku& sku) {
  for (const auto& one : f.offers(f.month()))
    if (one.of == &sku)
      return one.unit_price;
  return std::nullopt;
}

// From the first half of the months to the second; at the tie the login wins.
std::int64_t crossed(const sighting& of, const observing::course& from, const rational& login,
                     const rational& member) {
  const auto half = rational(of.months / 2);
  const auto above = [&](std::int64_t days) { return rational(days) * login > half * member; };
  std::int64_t result = 0;
  for (const auto& [days, users] : from.halves)
    result += above(days.first) != above(days.second) ? users : 0;
  return result;
}

void find_better(const facts& f, sighting& into, const observing::habits& habits,
                 const observing::course& course) {
  const auto& sku = f.sku(into.sku);
  const bool pool = sku.sold.value == sale::logins;
  const auto* other = same_license(f, sku, pool ? sale::members : sale::logins, f.month());
  const auto own = unit_price(f, sku);
  if (other == nullptr || !own)
    return;
  into.other = other->of;
  into.crossed = crossed(into, course, pool ? *own : other->unit_price, pool ? other->unit_price : *own);
  std::int64_t users = 0;
  std::int64_t days = 0;
  for (const auto& [total, count] : habits)
    if (is_better(into, total, pool ? *own : other->unit_price, pool ? other->unit_price : *own) &&
        (pool || total > 0)) { // who never comes is told apart
      users += count;
      days += total * count;
    }
  into.better = users;
  const auto a_month = (days + into.months - 1) / into.months;
  const auto& terms = f.terms(into.sku, f.month());
  const auto added = other->added_price(pool ? users : a_month);
  if (added)
    into.better_saves = released_price(terms, pool ? days / into.months : users) - *added;
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

std::int64_t switched(const observation& seen, std::uint32_t place) {
  std::int64_t result = 0;
  for (const auto& [change, users] : seen.who.switches)
    if (change.from == place || change.to == place)
      result += users;
  return result;
}

// What counts tell of the people at a place: that there are some.
sighting counted_sighting(const observation& seen, std::uint32_t place) {
  sighting result;
  result.population = seen.who.places[place].name;
  result.sku = seen.who.places[place].sku;
  result.months = seen.who.whole_months;
  result.users = result.silent = result.better = result.switched = nobody_told_apart;
  result.quiet = result.crossed = nobody_told_apart;
  result.better_saves = result.silent_saves = nobody_told_apart;
  return result;
}

sighting sighting_of(const facts& f, const observation& seen, std::uint32_t place) {
  const auto& at = seen.who.places[place];
  const auto& habits = seen.who.habits[place];
  sighting result;
  result.population = at.name;
  result.sku = at.sku;
  result.months = seen.logins == nullptr ? 0 : seen.who.whole_months;
  std::int64_t holders = 0;
  for (const auto& [days, users] : habits)
    holders += users;
  result.users = holders;
  result.switched = switched(seen, place);
  if (result.months == 0) {
    result.silent = result.better = result.quiet = result.crossed = no_month;
    result.better_saves = result.silent_saves = no_month;
    return result;
  }
  const auto silent = habits.find(0);
  result.silent = silent == habits.end() ? 0 : silent->second;
  result.silent_saves = released_price(f.terms(at.sku, f.month()), *result.silent);
  result.better = result.crossed = std::int64_t{0};
  result.quiet = gone_quiet(result, seen.who.courses[place]);
  result.better_saves = rational();
  find_better(f, result, habits, seen.who.courses[place]);
  return result;
}

// ---- counts of the org

using known_count = base::known<std::int64_t>;

void add(std::vector<discrepancy>& into, const org::provisioned& row, std::uint32_t sku, std::string what,
         const std::optional<std::int64_t>& stated, known_count expected, std::string because) {
  if (stated) // null is not zero
    into.push_back(
        {std::move(what), sku, *stated, std::move(expected), std::move(because), row.file, row.line});
}

known_count provisioned(const facts& f, std::uint32_t sku) {
  const auto& month = f.metered().skus[sku].in(f.month());
  return f.sku(sku).sold.value == sale::logins ? month.accounts : known_count(month.quantity);
}

std::int64_t holders(const observation& seen, std::uint32_t sku) {
  std::int64_t result = 0;
  for (std::size_t place = 0; place < seen.who.places.size(); ++place)
    if (seen.who.places[place].sku == sku)
      for (const auto& [days, users] : seen.who.habits[place])
        result += users;
  return result;
}

// Logins of the month that holds today, where the data goes from its first day up to yesterday at least.
known_count counted(const facts& f, const observation& seen, std::uint32_t sku) {
  const auto& month = f.contract().months[f.month()];
  const bool current = month.days.holds(f.today());
  const auto yesterday = f.today() - std::chrono::days(1);
  if (!current || !seen.covered.whole || seen.covered.whole->first > month.days.first ||
      seen.covered.whole->last < yesterday)
    return base::unknown{
        "all logins of the current month: give login histories from its first day up to today"};
  std::int64_t result = 0;
  for (std::size_t place = 0; place < seen.who.places.size(); ++place)
    for (std::size_t days = 1; seen.who.places[place].sku == sku && days < observing::day_counts; ++days)
      result += static_cast<std::int64_t>(days) *
                seen.who.seen[place][static_cast<std::size_t>(month.number - 1)].users[days];
  return result;
}

// The only SKU that sells the license that way; where there are several the counts are of all of them.
std::optional<std::uint32_t> only_seller(const facts& f, const org::license& license) {
  std::optional<std::uint32_t> found;
  const auto& skus = f.contract().skus;
  for (std::uint32_t i = 0; i < skus.size(); ++i)
    if (skus[i].license == license.of && skus[i].sold.value == license.sold) {
      if (found)
        return std::nullopt;
      found = i;
    }
  return found;
}

} // namespace

bool shows_users(const observation& seen) {
  return seen.org->tells_licenses();
}

bool shows_counts(const observation& seen) {
  return !seen.org->provisioned.empty();
}

std::vector<sighting> sightings(const facts& f, const observation& seen) {
  std::vector<sighting> result;
  if (!shows_users(seen))
    return result;
  for (std::uint32_t place = 0; place < seen.who.places.size(); ++place)
    result.push_back(seen.counted != nullptr ? counted_sighting(seen, place) : sighting_of(f, seen, place));
  return result;
}

std::vector<discrepancy> discrepancies(const facts& f, const observation& seen) {
  std::vector<discrepancy> result;
  for (const auto& row : seen.org->provisioned) {
    const auto sku = only_seller(f, seen.org->licenses[row.license]);
    if (!sku)
      continue;
    add(result, row, *sku, "licenses provisioned", row.total, provisioned(f, *sku), "the contract gives");
    if (shows_users(seen))
      add(result, row, *sku, "licenses used", row.used, holders(seen, *sku), "the export of users has");
    if (f.sku(*sku).sold.value == sale::logins) {
      const auto& month = f.metered().skus[*sku].in(f.month());
      add(result, row, *sku, "logins a month", row.logins, known_count(month.quantity), "the contract buys");
      if (seen.read() != nullptr)
        add(result, row, *sku, "logins used", row.logins_used, counted(f, seen, *sku),
            "the login histories give");
    }
  }
  return result;
}

} // namespace proviso::checking
