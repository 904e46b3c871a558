#include "usage/population.hpp"
#include "usage/values.hpp"

#include "base/nearest.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::usage {
namespace {

using base::diagnostics;

constexpr number_rule share_rule{
    "a number from 0 to 1", [](const rational& share) { return !share.is_negative() && share <= rational(1); }};
constexpr number_rule mean_rule{
    "a number from 0 to 31", [](const rational& mean) { return !mean.is_negative() && mean <= rational(31); }};

void read_share(login_days& into, const toml_entry& entry, diagnostics& faults) {
  constexpr std::string_view mean[] = {"mean"};
  if (!base::nearest(entry.key, mean).empty()) {
    faults.push_back({fmt::format("login_days has no key '{}'", shown(entry.key)),
                      entry.key_at,
                      base::did_you_mean(entry.key, mean),
                      {}});
    return;
  }
  const auto days = key_login_days(entry, faults);
  const auto what = fmt::format("the share of {} login days", days.value_or(0));
  const auto share = days ? read_number(what, entry.value, share_rule, faults) : std::nullopt;
  if (share)
    into.shares.push_back({*days, *share, entry.at()});
}

void check_sum(const login_days& days, const toml_value& table, diagnostics& faults) {
  rational sum;
  for (const auto& each : days.shares)
    sum += each.share;
  const rational missing = rational(1) - sum;
  if (missing.is_zero())
    return;
  const auto amount = (missing.is_negative() ? -missing : missing).exact_decimals().value_or("");
  faults.push_back({fmt::format("these shares sum to {}, not to 1: {} is {}", sum.exact_decimals().value_or(""),
                                amount, missing.is_negative() ? "too much" : "missing"),
                    table.at,
                    {},
                    {}});
}

void read_mean(login_days& into, const toml_value& table, const toml_entry& entry, diagnostics& faults) {
  into.mean = read_number("the mean of login_days", entry.value, mean_rule, faults);
  if (table.entries.size() > 1)
    faults.push_back({"login_days has shares or a mean, not both", entry.key_at, {}, {}});
}

void read_shares(login_days& into, const toml_value& table, diagnostics& faults) {
  const auto before = faults.size();
  for (const auto& entry : table.entries)
    read_share(into, entry, faults);
  std::ranges::sort(into.shares, {}, &day_share::login_days);
  if (faults.size() == before)
    check_sum(into, table, faults);
}

} // namespace

void read_login_days(population& into, const toml_entry& entry, diagnostics& faults) {
  const auto& table = entry.value;
  if (table.is != toml_value::kind::table || table.entries.empty()) {
    report_expected(entry.key, "a table of login days to shares, or { mean = … }", table, faults);
    return;
  }
  auto& days = into.days.emplace();
  days.at = entry.key_at;
  if (const auto* const mean = table.find("mean"))
    read_mean(days, table, *mean, faults);
  else
    read_shares(days, table, faults);
}

} // namespace proviso::usage
