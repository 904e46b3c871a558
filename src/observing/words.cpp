#include "observing/words.hpp"

#include "base/nearest.hpp"
#include "base/rational.hpp"
#include "base/text.hpp"
#include "observing/login_types.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace proviso::observing::words {
namespace {

std::string counted(std::uint64_t count, std::string_view one) {
  return fmt::format("{} {}{}", base::grouped(static_cast<std::int64_t>(count)), one, count == 1 ? "" : "s");
}

// Where logins are counted by the month, users are those of one month.
std::string_view of_a_month(const observation& of) {
  return of.counted != nullptr ? " in the busiest month" : "";
}

std::string by_license(const std::map<std::string, std::uint64_t>& all, std::string_view when) {
  constexpr std::size_t most = 5;
  std::vector<std::string> some;
  for (const auto& [license, users] : all)
    if (some.size() < most)
      some.push_back(fmt::format("'{}' ({}{})", base::harmless(license), counted(users, "user"), when));
  return fmt::format("{}{}", fmt::join(some, ", "), all.size() > most ? ", …" : "");
}

std::string by_name(const std::vector<logins::name_count>& all) {
  constexpr std::size_t most = 5;
  std::vector<std::string> some;
  for (const auto& one : all)
    if (some.size() < most)
      some.push_back(fmt::format("'{}' ({})", base::harmless(one.name), counted(one.rows, "row")));
  return fmt::format("{}{}", fmt::join(some, ", "), all.size() > most ? ", …" : "");
}

std::vector<std::string_view> names_of(const model::license& one) {
  std::vector<std::string_view> result{one.name};
  for (const auto* all : {&one.names, &one.keys})
    for (const auto& name : *all)
      result.emplace_back(name.text);
  return result;
}

std::string matches_nobody(const usage::population& of, std::string_view what, std::string_view name,
                           std::string_view where, const std::vector<std::string_view>& names) {
  const auto nearest = base::did_you_mean(name, names);
  return fmt::format("no user: population '{}' takes those of the {} '{}', and {} that name{}{}",
                     base::harmless(of.name.value), what, base::harmless(name), where,
                     nearest.empty() ? "" : "; ", nearest);
}

// Populations that match by what nothing is called.
std::vector<std::string> matched_by_nothing(const model::contract& contract, const observation& of,
                                            const org::directory& org) {
  std::vector<std::string> result;
  for (const auto& population : of.plan.populations) {
    const auto* sku = contract.find_sku(population.sku.value);
    if (!population.match || sku == nullptr)
      continue;
    const auto& license = population.match->license;
    const auto& profile = population.match->profile;
    const auto named = [&](const org::license& one) {
      return one.of == sku->license && base::same_but_case(one.text, license);
    };
    const auto profiled = [&](const std::string& one) { return base::same_but_case(one, profile); };
    if (!license.empty() && !is_called(*sku->license, license) && std::ranges::none_of(org.licenses, named))
      result.push_back(matches_nobody(population, "license", license,
                                      fmt::format("no license that {} sells has", sku->name),
                                      names_of(*sku->license)));
    if (!profile.empty() && !org.profiles.empty() && std::ranges::none_of(org.profiles, profiled))
      result.push_back(matches_nobody(population, "profile", profile, "no profile of the export of users has",
                                      {org.profiles.begin(), org.profiles.end()}));
  }
  return result;
}

// Users who logged in and whom one of several SKUs serves, in the month with most of them.
std::vector<std::string> on_no_sku(const model::contract& contract, const gathered& who) {
  std::vector<std::string> result;
  for (std::uint32_t sku = 0; sku < who.undecided.size(); ++sku) {
    std::int64_t most = 0;
    for (const auto& month : who.undecided[sku])
      most = std::max(most, month.came);
    if (most > 0)
      result.push_back(fmt::format("licenses that several SKUs sell alike: {} in the busiest month, on {}",
                                   counted(static_cast<std::uint64_t>(most), "user"),
                                   sellers_in_words(contract, sku)));
  }
  return result;
}

} // namespace

std::string not_covered(const coverage& covered) {
  return fmt::format(
      "all logins of a month: the data covers {}; give a longer export, or state its days with --covers",
      to_string(covered));
}

std::string unread_rows(std::uint64_t rows) {
  return fmt::format("what {} of login histories {}, which cannot be read and may be of this month: mend {}",
                     counted(rows, "row"), rows == 1 ? "says" : "say", rows == 1 ? "it" : "them");
}

std::string untold_rows(const coverage& covered, const model::month& month) {
  if (const auto rows = rows_in(covered.untold_statuses, month); rows > 0)
    return fmt::format(
        "whether {} of login histories succeeded: {} none of the known statuses, and no row of the "
        "file has one that means success; export it with the statuses of the API, as query tools do",
        counted(rows, "row"), rows == 1 ? "its status is" : "their statuses are");
  if (const auto rows = rows_in(covered.untold_types, month); rows > 0)
    return fmt::format(
        "whether {} {} of a type that counts apart: the event log gives {} code that nobody knows; "
        "give LoginHistory, which names the types",
        counted(rows, "login"), rows == 1 ? "is" : "are", rows == 1 ? "it a" : "them a");
  return {};
}

std::string unknown_license(std::int64_t users, const org::directory& org) {
  if (!org.tells_licenses())
    return "who holds which license: give an export of users with --users, or in a warehouse their table";
  if (org.elsewhere)
    return fmt::format(
        "the license of {} who logged in: give each one license in the table of users, and name it "
        "in the catalogue",
        counted(static_cast<std::uint64_t>(users), "user"));
  return fmt::format(
      "the license of {} who logged in: give an export that has them with --users, and name their license "
      "in the catalogue",
      counted(static_cast<std::uint64_t>(users), "user"));
}

std::string unknown_holders(std::int64_t users) {
  return fmt::format(
      "the license of {}: give an export that has it with --users, or dated with --assignments, and "
      "name it in the catalogue",
      counted(static_cast<std::uint64_t>(users), "user"));
}

std::string undated_holders(std::int64_t users) {
  return fmt::format("since when {} of the export of users held their license: date it with --assignments",
                     counted(static_cast<std::uint64_t>(users), "user"));
}

std::string undated_logins(std::int64_t users) {
  return fmt::format(
      "how many logins of {} fall on each side of a change of license inside the month: where every login "
      "counts, Proviso keeps them by the month and only their days one by one; change licenses on the first "
      "day "
      "of a month",
      counted(static_cast<std::uint64_t>(users), "user"));
}

std::string several_sellers(const model::contract& contract, std::uint32_t sku) {
  const auto& one = contract.skus[sku];
  return fmt::format(
      "which users are on {}: both sell '{}' as {}; say it in the plan with match, by profile or list",
      sellers_in_words(contract, sku), one.license->name, model::to_string(one.sold.value));
}

std::optional<base::unknown> more_logins(const model::contract& contract, const observation& of,
                                         std::uint32_t sku, int month) {
  if (const auto users = of.who.unknown[static_cast<std::size_t>(month - 1)].came; users > 0)
    return base::unknown{unknown_license(users, *of.org)};
  if (undecided_in(contract, of.who, sku, month).came > 0)
    return base::unknown{several_sellers(contract, sku)};
  if (const auto unread = of.covered.unread_in(contract.months[month]); unread > 0)
    return base::unknown{unread_rows(unread)};
  if (auto why = untold_rows(of.covered, contract.months[month]); !why.empty())
    return base::unknown{std::move(why)};
  return std::nullopt;
}

std::vector<std::string> assumed(const model::contract& contract, const observation& of,
                                 const org::directory& org) {
  std::vector<std::string> result;
  for (const auto& sku : contract.skus)
    if (!sku.parts.empty())
      result.push_back(fmt::format("{} sell one license under the same terms: they are judged as one",
                                   base::enumerate(sku.parts, "and")));
  if (of.read() != nullptr && !org.tells_licenses() && contract.skus.size() == 1)
    result.push_back(fmt::format("everyone who logged in holds a license of {}: no export of users says more",
                                 contract.skus.front().name));
  if (of.covered.beyond)
    result.push_back(fmt::format("the data has every login up to {}: its last row is of {}, after today",
                                 base::to_string(of.covered.whole->last), base::to_string(*of.covered.beyond)));
  if (of.who.assumed > 0)
    result.push_back(fmt::format("{} held today's license at every login: no dated assignment says more",
                                 counted(of.who.assumed, "user")));
  if (of.who.assumed_between > 0)
    result.push_back(fmt::format("{} held today's license on the days that their dated assignments leave open",
                                 counted(of.who.assumed_between, "user")));
  if (of.counted != nullptr && org.elsewhere)
    result.emplace_back(
        "users held today's license at every login, and who did not log in in a month held none: "
        "counts of a warehouse say no more");
  return result;
}

std::vector<std::string> left_out(const model::contract& contract, const observation& of,
                                  const org::directory& org) {
  auto result = matched_by_nothing(contract, of, org);
  if (of.read() == nullptr)
    return result;
  const auto& who = of.who;
  const auto& read = *of.read();
  const auto when = of_a_month(of);
  if (read.outside > 0)
    result.push_back(fmt::format("{} on days outside the term", counted(read.outside, "login")));
  if (!read.unknown_statuses.empty())
    result.push_back(fmt::format("rows of a status that is neither success nor a known reason to fail: {}",
                                 by_name(read.unknown_statuses)));
  if (read.elsewhere > 0)
    result.push_back(
        fmt::format("{} of event log files of another EVENT_TYPE than Login", counted(read.elsewhere, "row")));
  std::ranges::move(by_login_type(contract, of), std::back_inserter(result));
  if (who.internal + read.internal > 0)
    result.push_back(fmt::format(
        "internal users and guests: {} by their {}, {} by their type of login", counted(who.internal, "user"),
        org.elsewhere ? "license in the busiest month" : "export", counted(read.internal, "login")));
  if (!who.elsewhere.empty())
    result.push_back(
        fmt::format("licenses that this contract does not sell: {}", by_license(who.elsewhere, when)));
  if (!who.strangers.empty())
    result.push_back(
        fmt::format("licenses that the catalogue does not know: {}", by_license(who.strangers, when)));
  if (who.without_export > 0 && org.elsewhere)
    result.push_back(fmt::format("{}{} to whom the table of users gives no license, or two",
                                 counted(who.without_export, "user"), when));
  else if (who.without_export > 0)
    result.push_back(fmt::format("{} in no export of users", counted(who.without_export, "user")));
  std::ranges::move(on_no_sku(contract, who), std::back_inserter(result));
  return result;
}

} // namespace proviso::observing::words
