#include "org/read_row.hpp"

#include "base/day.hpp"
#include "base/text.hpp"
#include "org/words.hpp"
#include "org/written_day.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace proviso::org {
namespace {

std::string text(const read_from& from, std::size_t column) {
  return from.columns.of(from.row, column).value_or("");
}

// ---- cells; each returns what is wrong with its own

std::string read_count(const read_from& from, std::size_t column, std::optional<std::int64_t>& into) {
  auto written = text(from, column);
  if (written.ends_with(".0")) // as some loaders write whole numbers
    written.resize(written.size() - 2);
  if (written.empty())
    return {};
  std::int64_t value = 0;
  const auto* const end = written.data() + written.size();
  const auto [stop, error] = std::from_chars(written.data(), end, value);
  if (error != std::errc() || stop != end || value < 0)
    return fmt::format("{} must be a whole number; this is '{}'", from.columns[column].name,
                       base::harmless(written));
  into = value;
  return {};
}

// The day that is written, by whatever clock: 2027-01-15, 2027-01-15T08:00:00Z, with an order of dates
// 15/01/2027.
std::string read_day(const read_from& from, std::size_t column, std::optional<base::day>& into) {
  const auto written = text(from, column);
  if (written.empty())
    return {};
  const auto found = read_written_day(written, from.dates);
  into = found.day;
  if (into)
    return {};
  const auto wrong = fmt::format("{} must be a day such as 2027-01-15; this is '{}'", from.columns[column].name,
                                 base::harmless(written));
  return found.ambiguous ? wrong + ", the day or the month first: say which with --date-format dmy or mdy"
                         : wrong;
}

std::string read_truth(const read_from& from, std::size_t column, base::truth& into) {
  const auto written = base::lower(text(from, column));
  if (written == "true" || written == "1")
    into = base::truth::yes;
  else if (written == "false" || written == "0")
    into = base::truth::no;
  else if (!written.empty())
    return fmt::format("{} must be true or false; this is '{}'", from.columns[column].name,
                       base::harmless(written));
  return {};
}

std::uint32_t profile_number(reading& all, const std::string& name) {
  if (name.empty())
    return none;
  const auto next = static_cast<std::uint32_t>(all.into.profiles.size());
  const auto [place, fresh] = all.profile_numbers.try_emplace(base::lower(name), next);
  if (fresh)
    all.into.profiles.push_back(name);
  return place->second;
}

// ---- users

bool says_the_same(const user& a, const user& b) {
  return a.license == b.license && a.profile == b.profile && a.internal == b.internal && a.active == b.active;
}

// A user name is one user's: logins by that name would go to whoever came first.
std::string check_name(reading& all, const user& fresh, const read_from& from) {
  if (fresh.name.empty())
    return {};
  const auto [place, is_new] = all.names.try_emplace(fresh.name, named{fresh.id, from.file, from.row.line});
  const auto& first = place->second;
  if (is_new || first.id == fresh.id)
    return {};
  return fmt::format("the name of this user stands in {}:{} {}", base::harmless(first.file), first.line,
                     first.id.empty()   ? "without an id"
                     : fresh.id.empty() ? "with an id"
                                        : "with another id");
}

std::string keep(reading& all, user fresh) {
  const auto& key = fresh.id.empty() ? fresh.name : fresh.id;
  const auto next = static_cast<std::uint32_t>(all.into.users.size());
  const auto [place, is_new] = all.users.try_emplace(key, next);
  if (!is_new)
    return says_the_same(all.into.users[place->second], fresh)
               ? ""
               : "this user stands in an earlier row with another license, profile, type or state";
  all.into.users.push_back(std::move(fresh));
  return {};
}

std::string read_user(reading& all, const read_from& from) {
  user fresh;
  const auto id = text(from, user_column::id);
  fresh.name = base::lower(text(from, user_column::name));
  if (id.empty() && fresh.name.empty())
    return "says neither id nor name of the user";
  if (!id.empty() && !is_id(id))
    return fmt::format("'{}' is no id: ids have 15 or 18 letters and digits", base::harmless(id));
  fresh.id = short_id(id);
  fresh.profile = profile_number(all, text(from, user_column::profile));
  fresh.license = all.numbers.number_of(text(from, user_column::license), text(from, user_column::key));
  fresh.internal = is_one_of_texts(all.words, "internal-user-types", text(from, user_column::type));
  if (fresh.profile != none && fresh.license != none)
    all.license_of_profile.try_emplace(base::lower(all.into.profiles[fresh.profile]), fresh.license);
  auto fault = read_truth(from, user_column::active, fresh.active);
  if (fault.empty())
    fault = check_name(all, fresh, from);
  return fault.empty() ? keep(all, std::move(fresh)) : fault;
}

// ---- dated assignments

// The rows of a file come one after another.
std::uint32_t file_number(std::vector<std::string>& files, const std::string& name) {
  if (files.empty() || files.back() != name)
    files.push_back(name);
  return static_cast<std::uint32_t>(files.size() - 1);
}

std::string read_assignment(reading& all, const read_from& from) {
  const auto who = text(from, assigned_column::user);
  if (who.empty())
    return "says no user";
  std::optional<base::day> first;
  std::optional<base::day> last;
  for (auto fault : {read_day(from, assigned_column::from, first), read_day(from, assigned_column::to, last)})
    if (!fault.empty())
      return fault;
  if (!first)
    return "says no first day";
  const base::period days{*first, last.value_or(base::day::max())};
  if (days.empty())
    return fmt::format("ends on {}, before it begins on {}", base::to_string(*last), base::to_string(*first));
  auto license = all.numbers.number_of(text(from, assigned_column::license));
  const auto profile = base::lower(text(from, assigned_column::profile));
  if (const auto found = all.license_of_profile.find(profile);
      license == none && found != all.license_of_profile.end())
    license = found->second;
  if (license == none && !profile.empty()) // a license that nobody knows, under the name of the profile
    license = all.numbers.number_of(fmt::format("of profile {}", text(from, assigned_column::profile)));
  if (license == none)
    return "says neither license nor profile";
  all.into.assignments[is_id(who) ? short_id(who) : base::lower(who)].push_back(
      {days, license, file_number(all.into.assigned_in, from.file), static_cast<std::uint32_t>(from.row.line)});
  return {};
}

// ---- what the org counts

// An export need not have it.
base::truth read_status(const model::catalogue& words, std::string_view status) {
  if (status.empty() || is_one_of_texts(words, "license-active", status))
    return base::truth::yes;
  return is_one_of_texts(words, "license-disabled", status) ? base::truth::no : base::truth::unknown;
}

std::string read_provisioned(reading& all, const read_from& from) {
  provisioned fresh;
  fresh.license = all.numbers.number_of(text(from, license_column::name), text(from, license_column::key));
  if (fresh.license == none)
    return "names no license";
  fresh.status = text(from, license_column::status);
  fresh.active = read_status(all.words, fresh.status);
  for (auto fault : {read_count(from, license_column::total, fresh.total),
                     read_count(from, license_column::used, fresh.used),
                     read_count(from, license_column::logins, fresh.logins),
                     read_count(from, license_column::logins_used, fresh.logins_used)})
    if (!fault.empty())
      return fault;
  fresh.file = from.file;
  fresh.line = from.row.line;
  all.into.provisioned.push_back(std::move(fresh));
  return {};
}

int months_of(const model::catalogue& words, std::string_view frequency) {
  constexpr std::pair<std::string_view, int> periods[] = {
      {"entitlement-monthly", 1}, {"entitlement-quarterly", 3}, {"entitlement-yearly", 12}};
  for (const auto& [group, months] : periods)
    if (is_one_of_texts(words, group, frequency))
      return months;
  return 0;
}

std::string read_metered(reading& all, const read_from& from) {
  metered fresh;
  fresh.label = text(from, entitlement_column::label);
  fresh.of = all.numbers.counted_as(fresh.label);
  fresh.setting = text(from, entitlement_column::setting);
  fresh.frequency = text(from, entitlement_column::frequency);
  fresh.months = months_of(all.words, fresh.frequency);
  fresh.file = from.file;
  fresh.line = from.row.line;
  for (auto fault : {read_count(from, entitlement_column::allowed, fresh.allowed),
                     read_count(from, entitlement_column::used, fresh.used),
                     read_day(from, entitlement_column::start, fresh.start)})
    if (!fault.empty())
      return fault;
  all.into.metered.push_back(std::move(fresh));
  return {};
}

// ---- permission sets

std::uint32_t assignee_number(reading& all, const std::string& who) {
  auto key = is_id(who) ? short_id(who) : base::lower(who);
  auto& known = all.into.permissions.assignees;
  const auto [place, fresh] = all.assignees.try_emplace(key, static_cast<std::uint32_t>(known.size()));
  if (fresh)
    known.push_back(std::move(key));
  return place->second;
}

// What a profile grants stands in its file: the set that the platform keeps for it is none of its own.
bool is_of_profile(const reading& all, base::truth owned, std::string_view set) {
  return owned == base::truth::yes ||
         std::ranges::any_of(texts(all.words, "profile-set-beginnings"),
                             [&](const std::string& start) { return set.starts_with(start); });
}

std::string read_permission(reading& all, const read_from& from) {
  using at = permission_column;
  const auto who = text(from, at::holder);
  const auto set = text(from, at::set);
  const auto group = text(from, at::group);
  const auto& name = group.empty() ? set : group;
  if (who.empty() || (name.empty() && text(from, at::set_id).empty() && text(from, at::group_id).empty()))
    return "says no permission set or nobody who holds it";
  auto owned = base::truth::unknown;
  auto active = base::truth::unknown;
  std::optional<base::day> until;
  for (auto fault : {read_truth(from, at::of_profile, owned), read_truth(from, at::active, active),
                     read_day(from, at::until, until)})
    if (!fault.empty())
      return fault;
  auto& into = all.into.permissions;
  into.without_groups = into.without_groups || !from.columns.has(at::group);
  if (active == base::truth::no || is_of_profile(all, owned, set))
    return {};
  if (name.empty()) {
    ++into.unnamed;
    return {};
  }
  auto& held = (group.empty() ? into.sets : into.groups)[base::lower(name)];
  if (held.name.empty())
    held.name = name;
  held.by.push_back({assignee_number(all, who), until.value_or(base::day::max())});
  return {};
}

} // namespace

std::string read_row(form is, reading& all, const read_from& from) {
  switch (is) {
  case form::users: return read_user(all, from);
  case form::assignments: return read_assignment(all, from);
  case form::licenses: return read_provisioned(all, from);
  case form::entitlements: return read_metered(all, from);
  case form::permission_sets: return read_permission(all, from);
  }
  return {};
}

} // namespace proviso::org
