#include "observing/over_time.hpp"

#include "metering/pricing.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace proviso::observing {
namespace {

using base::rational;
using model::sale;

struct offered {
  const model::sku* of = nullptr;
  rational price; // of a unit in the month
};

void take_cheaper(std::optional<offered>& best, const model::sku& sku, base::day first) {
  const auto price = metering::unit_price(sku, sku.on(first));
  if (price && (!best || *price < best->price))
    best = offered{&sku, *price};
}

std::optional<offered> cheapest(const model::contract& contract, const model::license& license, sale how,
                                int month) {
  std::optional<offered> result;
  for (const auto* all : {&contract.skus, &contract.quotes})
    for (const auto& sku : *all)
      if (sku.license == &license && sku.sold.value == how)
        take_cheaper(result, sku, contract.months[month].days.first);
  return result;
}

std::vector<int> whole_months(const model::contract& contract, const observation& seen) {
  std::vector<int> result;
  for (const auto& month : contract.months.months())
    if (seen.read() != nullptr && seen.covered.covers(month))
      result.push_back(month.number);
  return result;
}

// ---- users

void count_quiet(movement& into, const course& from, int months) {
  into.quiet_for.assign(static_cast<std::size_t>(months) + 1, 0);
  for (const auto& [quiet, users] : from.quiet)
    for (int n = 0; n <= quiet; ++n)
      into.quiet_for[static_cast<std::size_t>(n)] += users;
  into.users = into.quiet_for.front();
}

void count_drift(movement& into, const counted_habits& from, int months) {
  const auto edge = into.pair->break_even * rational(months / 2);
  for (const auto& [logins, users] : from.halves) {
    const bool earlier = rational(logins.first) > edge;
    const bool later = rational(logins.second) > edge;
    into.above += !earlier && later ? users : 0;
    into.below += earlier && !later ? users : 0;
  }
}

movement movement_of(const model::contract& contract, const observation& seen, std::size_t place,
                     const std::vector<int>& whole) {
  const auto& at = seen.who.places[place];
  const auto& from = seen.who.courses[place];
  const auto months = static_cast<int>(whole.size());
  movement result;
  result.population = at.name;
  count_quiet(result, from, months);
  result.pair = pair_for(contract, *contract.skus[at.sku].license, whole.back());
  const auto by = result.pair ? measure_for(seen.question, *result.pair->logins) : std::nullopt;
  if (!by)
    result.pair.reset(); // a quote that counts what nobody kept
  else if (const auto counted = from.counted.find(*by); counted != from.counted.end())
    count_drift(result, counted->second, months);
  return result;
}

// ---- the mix

using login_days = std::array<std::int64_t, day_counts>; // users by login days of a month

// At all places of the license: who changed from one to another inside the month is one user.
login_days days_on(const model::contract& contract, const observation& seen, const model::license& license,
                   std::size_t month) {
  login_days result{};
  const auto add = [&](const login_days& some) {
    std::ranges::transform(result, some, result.begin(), std::plus());
  };
  for (std::size_t place = 0; place < seen.who.places.size(); ++place)
    if (contract.skus[seen.who.places[place].sku].license == &license)
      add(seen.who.seen[place][month].users);
  if (const auto joined = seen.who.joined.find(&license); joined != seen.who.joined.end())
    add(joined->second[month]);
  return result;
}

// Users by login days at all places of the license. Who did not come costs nothing on logins, and is not known
// in every month.
void split(mix_month& into, const model::contract& contract, const observation& seen,
           const model::license& license, int month) {
  const auto most =
      into.pair.logins->count.value == model::counting::per_user_month ? std::size_t{1} : day_counts;
  const auto users = days_on(contract, seen, license, static_cast<std::size_t>(month - 1));
  for (std::size_t days = 1; days < day_counts; ++days) {
    const bool often = rational(static_cast<std::int64_t>(std::min(days, most))) > into.pair.break_even;
    (often ? into.as_members : into.on_logins) += users[days];
  }
}

// Whether login days, as they are known at all places of the license, tell what the SKU counts.
bool days_tell(const model::contract& contract, const observation& seen, const model::sku& logins) {
  if (logins.count.value == model::counting::every_login)
    return false;
  const auto& ways = seen.question.asked.ways;
  const auto by = measure_for(seen.question, logins);
  return by && std::ranges::all_of(seen.who.places, [&](const place& at) {
           const auto& way = ways[seen.question.ways[at.sku]];
           return contract.skus[at.sku].license != logins.license || way.same_types(ways[by->way]);
         });
}

rational member_share(const mix_month& of) {
  const auto users = of.on_logins + of.as_members;
  return users == 0 ? rational() : rational(of.as_members, users);
}

bool moved(const mix_month& from, const mix_month& to) {
  const auto change = member_share(to) - member_share(from);
  return (change.is_negative() ? -change : change) >= rational(worth_a_look, 100);
}

// At the average change from the first month to the last, from the month looked at last.
std::optional<base::day> next_look(const std::vector<mix_month>& months, std::size_t looked_at) {
  const auto steps = std::ssize(months) - 1;
  auto change = member_share(months.back()) - member_share(months.front());
  if (change.is_negative())
    change = -change;
  if (steps < 1 || change.is_zero())
    return std::nullopt;
  constexpr std::int64_t farthest = 120; // months: what moves slower does not move
  const auto needed = (rational(worth_a_look, 100) * rational(steps) / change).ceil().whole();
  if (!needed || *needed > farthest)
    return std::nullopt;
  const auto due = base::add_months(months[looked_at].days.first, static_cast<int>(*needed));
  return std::max(due, months.back().days.last + std::chrono::days(1));
}

mix_course mix_of(const model::contract& contract, const observation& seen, const model::license& license,
                  const std::vector<int>& whole) {
  mix_course result{&license, {}, std::nullopt};
  std::size_t looked_at = 0;
  for (const auto month : whole) {
    const auto pair = pair_for(contract, license, month);
    if (!pair || !days_tell(contract, seen, *pair->logins))
      continue;
    mix_month one{contract.months[month].days, *pair, 0, 0, false};
    split(one, contract, seen, license, month);
    result.months.push_back(one);
    auto& added = result.months.back();
    added.look_again = moved(result.months[looked_at], added);
    if (added.look_again)
      looked_at = result.months.size() - 1;
  }
  if (!result.months.empty())
    result.look_again_by = next_look(result.months, looked_at);
  return result;
}

} // namespace

std::optional<pair_of_skus> pair_for(const model::contract& contract, const model::license& license,
                                     int month) {
  const auto logins = cheapest(contract, license, sale::logins, month);
  const auto members = cheapest(contract, license, sale::members, month);
  if (!logins || !members || logins->price.is_zero())
    return std::nullopt;
  return pair_of_skus{logins->of, members->of, members->price / logins->price};
}

over_time course_of(const model::contract& contract, const observation& seen) {
  const auto whole = whole_months(contract, seen);
  over_time result;
  result.months = static_cast<int>(whole.size());
  if (result.months < fewest_months || !seen.org->tells_licenses())
    return result;
  for (std::size_t place = 0; seen.logins != nullptr && place < seen.who.places.size(); ++place)
    result.movements.push_back(movement_of(contract, seen, place, whole));
  std::set<const model::license*> told;
  for (const auto& sku : contract.skus)
    if (told.insert(sku.license).second)
      if (auto mix = mix_of(contract, seen, *sku.license, whole); mix.months.size() >= fewest_months)
        result.mixes.push_back(std::move(mix));
  return result;
}

} // namespace proviso::observing
