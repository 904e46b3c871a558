#include "report/usage.hpp"

#include "report/spreadsheet.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>

namespace proviso::report {
namespace {

using observing::observation;

bool every_login(const model::sku& sku) {
  return sku.count.value == model::counting::every_login;
}

std::int64_t logins_of(const usage_month& month, const model::sku& sku) {
  std::int64_t result = 0;
  for (const auto& one : month.users)
    result += one.users * (sku.count.value == model::counting::per_user_month ? std::min(one.login_days, 1)
                                                                              : one.login_days);
  return result;
}

const usage::observed_month* find_month(const std::vector<usage::observed_month>& in, base::day first) {
  const auto found = std::ranges::find(in, first, &usage::observed_month::first);
  return found == in.end() ? nullptr : &*found;
}

// What was seen, else what the plan beside it has as observed.
const usage::observed_month* entry_of(const observation& seen, std::size_t place, base::day first) {
  const auto* found = find_month(seen.unplanned[place], first);
  const auto& planned = seen.who.places[place].planned;
  return found != nullptr || !planned ? found : find_month(seen.plan.populations[*planned].observed, first);
}

// The months of one place.
usage_population at_place(const model::contract& contract, const observation& seen, std::size_t place) {
  const auto& at = seen.who.places[place];
  const auto& sku = contract.skus[at.sku];
  usage_population result{at.name, sku.name, {}};
  for (const auto& month : contract.months.months()) {
    const auto& from = seen.who.seen[place][static_cast<std::size_t>(month.number - 1)];
    usage_month into{month.days, false, {}, 0, entry_of(seen, place, month.days.first)};
    if (!seen.covered.touches(month) && into.entry == nullptr)
      continue;
    into.whole = seen.covered.covers(month) && into.entry != nullptr && into.entry->doubt.empty();
    if (into.entry != nullptr)
      into.users = into.entry->users;
    else
      for (std::size_t days = 1; days < observing::day_counts; ++days)
        if (from.users[days] > 0)
          into.users.push_back({static_cast<int>(days), from.users[days]});
    into.logins = every_login(sku) ? from.logins : logins_of(into, sku);
    result.months.push_back(std::move(into));
  }
  return result;
}

// The one way in which the pools count, if there is one; else one login per user and day.
std::size_t common_way(const model::contract& contract, const observation& seen) {
  std::vector<std::size_t> ways;
  for (std::size_t i = 0; i < contract.skus.size(); ++i)
    if (contract.skus[i].sold.value == model::sale::logins)
      ways.push_back(seen.question.ways[i]);
  const bool one = !ways.empty() && std::ranges::count(ways, ways.front()) == std::ssize(ways);
  return one ? ways.front() : 0;
}

// Users by month and login days, as one way counts.
using day_table = std::vector<std::array<std::int64_t, observing::day_counts>>;

day_table all_users(const observation& seen, std::size_t way, std::size_t months) {
  day_table counts(months);
  if (seen.counted != nullptr)
    for (const auto& row : seen.counted->histogram)
      if (row.way == way)
        counts[row.month][static_cast<std::size_t>(row.login_days)] += row.users;
  if (seen.logins != nullptr)
    seen.logins->each([&](const logins::user& one) {
      for (std::size_t month = 0; month < one.months; ++month)
        ++counts[month][static_cast<std::size_t>(std::popcount(one.days(way, month)))];
    });
  return counts;
}

usage_population everyone(const model::contract& contract, const observation& seen) {
  usage_population result{"all", "", {}};
  const auto counts = all_users(seen, common_way(contract, seen), contract.months.months().size());
  for (const auto& month : contract.months.months()) {
    if (!seen.covered.touches(month))
      continue;
    auto& into =
        result.months.emplace_back(usage_month{month.days, seen.covered.covers(month), {}, 0, nullptr});
    for (std::size_t days = 1; days < observing::day_counts; ++days)
      if (const auto users = counts[static_cast<std::size_t>(month.number - 1)][days]; users > 0) {
        into.users.push_back({static_cast<int>(days), users});
        into.logins += users * static_cast<std::int64_t>(days);
      }
  }
  return result;
}

// ---- TOML

std::string toml_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text)
    if (c == '"' || c == '\\')
      result.append({'\\', c});
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      result += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    else
      result += c;
  return result + '"';
}

std::string in_toml(const usage::observed_month& month) {
  std::vector<std::string> parts;
  std::int64_t users = 0;
  for (const auto& one : month.users) {
    users += one.users;
    parts.push_back(fmt::format("{} = {}", one.login_days, one.users));
  }
  if (!month.login_days_known)
    parts = {fmt::format("users = {}", users)};
  if (month.logins)
    parts.push_back(fmt::format("logins = {}", *month.logins));
  return fmt::format("{{ {} }}", fmt::join(parts, ", "));
}

const usage::observed_month* entry_in(const usage_population& of, const model::month& month) {
  const auto found = std::ranges::find(of.months, month.days.first, [](const auto& m) { return m.days.first; });
  return found == of.months.end() ? nullptr : found->entry;
}

// A month that nothing is known of stands among those seen in part: left out it would be one without users.
std::string months_in_toml(const model::contract& contract, const usage_population& of, bool whole) {
  std::string lines;
  for (const auto& month : contract.months.months()) {
    const auto* entry = entry_in(of, month);
    if ((entry != nullptr && entry->doubt.empty()) == whole)
      lines += fmt::format("{} = {}\n", base::to_string(month.days.first),
                           entry != nullptr ? in_toml(*entry) : "{}");
  }
  return lines.empty() ? ""
                       : fmt::format("\n[population.{}]\n{}", whole ? "observed" : "observed_in_part", lines);
}

} // namespace

std::vector<usage_population> populations_of(const model::contract& contract, const observation& seen) {
  const bool known = seen.org->tells_licenses();
  const bool one_pool = contract.skus.size() == 1 && contract.skus[0].sold.value == model::sale::logins;
  std::vector<usage_population> result;
  if (!known && !one_pool)
    result.push_back(everyone(contract, seen));
  for (std::size_t place = 0; (known || one_pool) && place < seen.who.places.size(); ++place)
    result.push_back(at_place(contract, seen, place));
  return result;
}

std::string usage_as_csv(const std::vector<usage_population>& all) {
  std::string result = "population,month,login_days,users\n";
  for (const auto& population : all)
    for (const auto& month : population.months)
      for (const auto& one : month.users)
        if (one.login_days > 0 && one.users > 0)
          result += fmt::format("{},{},{},{}\n", spreadsheet_cell(population.name),
                                base::to_string(month.days.first), one.login_days, one.users);
  return result;
}

std::string usage_as_toml(const model::contract& contract, const observation& seen,
                          const std::vector<usage_population>& all) {
  std::string result = "# Observed usage, without a user's id or name.\n";
  if (seen.covered.whole)
    result += fmt::format("# The data covers {}.\n", to_string(seen.covered));
  result += fmt::format("\n[plan]\nname = \"Observed\"\ncontract = {}\n", toml_text(contract.name));
  for (const auto& population : all)
    if (!population.sku.empty())
      result +=
          fmt::format("\n[[population]]\nname = {}\nsku = {}\n{}{}", toml_text(population.name),
                      toml_text(contract.find_sku(population.sku)->first_name()),
                      months_in_toml(contract, population, true), months_in_toml(contract, population, false));
  return result;
}

} // namespace proviso::report
