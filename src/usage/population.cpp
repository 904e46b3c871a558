#include "usage/population.hpp"

#include "usage/fields.hpp"
#include "usage/values.hpp"

namespace proviso::usage {
namespace {

using base::diagnostics;

// Decimals are bounded so that growth over a hundred years stays a number of bearable size.
bool is_growth(const rational& g) {
  return g > rational(-1) && g <= rational(10) && g == g.rounded(12, base::rounding::down);
}
bool is_logins(const rational& n) {
  return n >= rational(1) && n <= rational(1000);
}
bool is_spread(const rational& s) {
  return !s.is_negative() && s <= rational(100);
}

constexpr number_rule growth{"a number above -1 and at most 10, with at most 12 decimals", is_growth};
constexpr number_rule logins{"a number from 1 to 1,000", is_logins};
constexpr number_rule spread{"a number from 0 to 100", is_spread};

void read_name(population& into, const toml_entry& entry, diagnostics& faults) {
  if (auto name = read_text(entry.key, entry.value, faults))
    into.name = std::move(*name);
}

void read_sku(population& into, const toml_entry& entry, diagnostics& faults) {
  if (auto sku = read_text(entry.key, entry.value, faults))
    into.sku = std::move(*sku);
}

void read_growth(population& into, const toml_entry& entry, diagnostics& faults) {
  if (const auto read = read_number(entry.key, entry.value, growth, faults))
    into.monthly_growth = *read;
}

void read_logins_per_day(population& into, const toml_entry& entry, diagnostics& faults) {
  if (const auto read = read_number(entry.key, entry.value, logins, faults))
    into.logins_per_day = {*read, entry.value.at};
}

void read_spread(population& into, const toml_entry& entry, diagnostics& faults) {
  if (const auto read = read_number(entry.key, entry.value, spread, faults))
    into.spread = {*read, entry.value.at};
}

void read_needs(population& into, const toml_entry& entry, diagnostics& faults) {
  into.needs = read_texts(entry, faults);
}

constexpr field<population> fields[] = {
    {"name", read_name},
    {"sku", read_sku},
    {"users", read_users},
    {"monthly_growth", read_growth},
    {"login_days", read_login_days},
    {"observed", read_observed},
    {"observed_in_part", read_observed},
    {"logins_per_day", read_logins_per_day},
    {"season", read_season},
    {"spread", read_spread},
    {"needs", read_needs},
    {"access", read_access},
    {"match", read_match},
};

void report_missing(const stated_keys& keys, const toml_value& table, diagnostics& faults) {
  if (!keys.has("name"))
    faults.push_back({"this population has no name", table.at, "write name = \"…\"", {}});
  if (!keys.has("sku"))
    faults.push_back(
        {"this population names no sku", table.at, "write sku = \"…\", a SKU of the contract", {}});
  if (!keys.has("users") && !keys.has("observed") && !keys.has("observed_in_part"))
    faults.push_back({"this population has no users", table.at, "write users = 1_000, or observed months", {}});
}

} // namespace

population read_population(const toml_value& table, diagnostics& faults) {
  population result;
  result.season.fill(rational(1));
  const auto keys = read_fields(result, table, fields, "a population", faults);
  report_missing(keys, table, faults);
  return result;
}

} // namespace proviso::usage
