// A contract resolved: exact values, each with the clause that states it. Names are checked, groups expanded,
// units fixed; what the contract leaves out is absent here, never a default that looks like a statement.
#pragma once

#include "base/day.hpp"
#include "base/rational.hpp"
#include "base/span.hpp"
#include "model/calendar.hpp"
#include "model/catalogue.hpp"
#include "model/rights.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace proviso::model {

using base::rational;
using base::stated;

enum class counting { per_user_day, per_user_month, every_login };
enum class measure { monthly, quarterly, yearly, term };

[[nodiscard]] std::string_view to_string(sale how);
[[nodiscard]] std::string_view to_string(measure window);
[[nodiscard]] int months_of(measure window); // at the most; of the term `most_months`

// ---- prices

struct flat_price { // each unit at `amount`
  rational amount;
};
struct block_price { // each started block of `size` units at `amount`
  std::int64_t size = 1;
  rational amount;
};
struct price_slice {
  std::optional<std::int64_t> size; // none: all that is beyond
  rational amount;
};
struct sliced_price {
  bool volume = false; // the whole quantity at the price of the slice it ends in; else each slice at its own
  std::vector<price_slice> slices;
};
struct price {
  std::variant<flat_price, block_price, sliced_price> how;
  bool per_year = false; // else per month
};

// ---- terms of a SKU that may change over time

struct grace {                                    // excess that is not charged
  std::variant<rational, std::int64_t> tolerated; // a share of what is entitled, or logins
};
struct overage {
  bool blocked = false; // logins beyond entitled and grace are refused, measured monthly
  rational amount;      // for each `per` logins that are due
  std::int64_t per = 1;
  measure window = measure::monthly;
};
struct rollover {
  std::int64_t logins = 0; // at most, of what a month leaves
  int months = 0;          // usable in the next N months
};

struct sku_terms {
  std::optional<stated<std::int64_t>> quantity;
  std::optional<stated<model::price>> price;
  std::optional<stated<rational>> discount; // a share: 0.125
  std::optional<stated<std::int64_t>> accounts;
  std::optional<stated<model::grace>> grace;
  std::optional<stated<model::overage>> overage;
  std::optional<stated<model::rollover>> rollover;
  std::optional<stated<std::int64_t>> block;
  std::optional<stated<std::int64_t>> minimum;
};

struct step {                    // holds from a day on, until a later step states the same clause
  std::optional<base::day> from; // none: from the start
  sku_terms terms;               // only what it states
  base::span at;
};

// Calls `visit(member, keyword)` for each clause of the terms.
template <typename Visit>
void each_term(Visit visit) {
  visit(&sku_terms::quantity, "quantity");
  visit(&sku_terms::price, "price");
  visit(&sku_terms::discount, "discount");
  visit(&sku_terms::accounts, "accounts");
  visit(&sku_terms::grace, "grace");
  visit(&sku_terms::overage, "overage");
  visit(&sku_terms::rollover, "rollover");
  visit(&sku_terms::block, "block");
  visit(&sku_terms::minimum, "minimum");
}

struct pack {
  std::int64_t logins = 0;
  base::day on;
  rational amount;
  base::span at;
};

struct swap {
  std::int64_t logins = 0;
  std::int64_t members = 0;
  std::string sku;
  std::optional<std::int64_t> at_most; // members per year
  base::span at;
  base::span sku_at;
};

struct sku {
  std::string name;
  std::string title;
  bool quote = false; // priced, not bought
  const model::license* license = nullptr;
  base::span license_at;
  stated<sale> sold;
  std::string unit; // "login", "member", "partner account"
  stated<counting> count;
  bool count_assumed = true; // the contract does not say what consumes a login
  std::vector<stated<std::string>> count_only;
  std::vector<stated<std::string>> count_except;
  std::optional<base::rounding> rounding; // else the contract's
  base::span rounding_at;
  std::vector<step> steps; // by day, the first from the start
  std::vector<pack> packs;
  std::optional<stated<rational>> uplift;
  std::optional<stated<rational>> reduce;
  std::optional<swap> swapping;
  stated<std::string> co_termed;  // empty: not co-termed
  std::string document;           // the clause of the paper it cites
  base::span at;                  // its name
  std::vector<std::string> parts; // names of the SKUs it is the sum of (join.hpp); empty: it is one

  [[nodiscard]] bool is_called(std::string_view other) const; // or one of its parts is
  [[nodiscard]] const std::string& first_name() const { return parts.empty() ? name : parts.front(); }
  // What is in force on a day: the latest statement of each clause.
  [[nodiscard]] sku_terms on(base::day d) const;
};

// ---- restrictions

// Licenses and SKUs a clause speaks of. Beside a group `external` of the catalogue, the group
// `disputed-external` lists the licenses of which sources disagree whether they belong to it.
struct scope {
  bool everything = true; // no `for`: every SKU's license
  std::vector<const model::license*> licenses;
  std::vector<const model::license*> disputed;
  std::vector<std::string> skus;
  base::span at;

  [[nodiscard]] base::truth covers(const model::license& license) const;
  [[nodiscard]] base::truth covers(const struct sku& sku) const;
};

struct exception {
  access_rule permits;
  std::optional<scope> subject;
  std::optional<base::day> from;
  std::optional<base::day> until;
  std::string because;
  base::span at;
};

struct object_limit { // limit custom-objects 10, except managed
  std::string what;
  std::int64_t most = 0;
  bool except_managed = false;
  base::span at;
};

struct restriction { // an amended one is another of the same name, from the day the amendment takes effect
  std::string name;
  std::string title;
  std::optional<base::day> from;  // none: from the start of the term
  std::optional<base::day> until; // none: to its end
  base::span until_at;            // what ended it
  scope subject;
  std::vector<access_rule> prohibits;            // groups and related objects expanded
  std::vector<stated<std::string>> capabilities; // forbidden
  std::vector<object_limit> limits;
  std::vector<exception> exceptions;
  std::optional<base::span> open_ended;
  std::string document;
  base::span at;

  // The days of the term on which it holds.
  [[nodiscard]] base::period within(base::period term) const;
};

// ---- what the contract says about rules

struct waiver {
  stated<std::string> rule;
  std::optional<std::string> subject;
  std::optional<base::day> from; // an amendment's
  base::day until;
  std::string owner;
  std::string because;
  base::span at;
};

struct treatment {
  stated<std::string> rule;
  std::string severity;          // error, warning, info, off
  std::optional<base::day> from; // an amendment's, which beats those before it from then on
  base::span at;
};

// A parameter's value as written; its type is checked against the rule's. A text holds a name too.
struct share { // 90%
  rational value;
};
struct cash { // 2.00 EUR; no currency: the contract's
  rational value;
  std::string currency;
};
struct duration { // 3 months, 90 days
  std::int64_t count = 0;
  bool in_days = false;
};
using setting_value = std::variant<rational, share, cash, base::day, duration, std::string>;

struct setting {
  stated<std::string> rule;
  stated<std::string> parameter;
  stated<setting_value> value;
  std::optional<base::day> from; // likewise
  base::span at;
};

struct commitment {
  rational least;
  bool per_year = false;
  base::span at;
};

struct amendment { // applied already; tells where a clause comes from
  std::string title;
  base::day effective;
  base::span at; // all of it
};

struct contract {
  const catalogue* known = nullptr; // the catalogue it is written in the words of
  std::string name;
  std::string title;
  std::string vendor;
  std::string customer;
  calendar months;
  base::span term_at;
  base::span months_at; // on which day they start; nowhere: as the term does
  bool short_months_by_day = false;
  base::span short_months_at;
  std::string currency;
  int decimals = 2;                        // of the currency's minor unit
  std::optional<stated<std::string>> zone; // none: UTC, assumed
  base::rounding rounding = base::rounding::half_up;
  base::span rounding_at;
  std::vector<sku> skus;
  std::vector<sku> quotes;
  std::vector<commitment> commitments;
  std::optional<stated<base::day>> price_hold;
  std::optional<stated<std::vector<std::string>>> employees; // domains that are not external
  std::vector<restriction> restrictions;
  std::vector<waiver> waivers;
  std::vector<treatment> treatments;
  std::vector<setting> settings;
  std::vector<amendment> amendments; // by the day they take effect
  std::string document;
  base::span at; // its name

  [[nodiscard]] const sku* find_sku(std::string_view name) const; // not quotes
  // The amendment a clause stands in; null for one of the contract itself.
  [[nodiscard]] const amendment* origin(base::span clause) const;
};

} // namespace proviso::model
