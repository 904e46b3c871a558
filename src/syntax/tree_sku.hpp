// SKUs and quotes as written.
#pragma once

#include "syntax/tree_words.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace proviso::syntax {

enum class rounding_mode { half_up, half_even, up, down };

struct rounding {
  rounding_mode mode = rounding_mode::half_up;
  span at;
};

// A unit as written without a leading "per": "login", "logins", "member", "partner account".
struct unit {
  std::string words; // lower case, single blanks, singular: "login", "partner account"
  span at;
};

struct license_of { // license customer-community
  word license;
  span at;
};

struct sold_as {
  unit sold;
  span at;
};

struct count_unit { // count one login per user per day | month; count every login
  enum class kind { per_user_day, per_user_month, every_login } value = kind::per_user_day;
  span at;
};

struct count_types { // count only "A", "B"; count except "C"
  bool only = false;
  std::vector<text> types;
  span at;
};

struct quantity {
  decimal value;
  bool per_month = false;
  span at;
  span whole; // "20_000 per month": what a finding underlines
};

struct block {
  decimal size;
  span at;
};

struct minimum {
  decimal value;
  span at;
};

struct slice { // first 500 at 15.00; next 1_500 at 13.50; beyond at 12.00
  enum class kind { first, next, beyond } position = kind::first;
  std::optional<decimal> size; // none for beyond
  amount price;
  span at;
};

struct price {
  enum class shape { flat, graduated, volume } how = shape::flat;
  std::optional<amount> value;      // flat
  std::optional<unit> per;          // "login", "member", …; none with `per block of`
  std::optional<decimal> per_block; // per block of 1_000
  enum class rhythm { unsaid, month, year } every = rhythm::unsaid;
  std::vector<slice> slices; // graduated, volume
  span at;
};

struct discount {
  percent value;
  span at;
};

struct accounts { // accounts 20 per login
  decimal value;
  unit per;
  span at;
};

struct grace { // grace 10% | grace 500
  std::variant<percent, decimal> value;
  span at;
};

struct overage {
  bool blocked = false;
  std::optional<amount> value;
  std::optional<unit> per;
  std::optional<decimal> per_block;
  enum class window { monthly, quarterly, yearly, over_the_term } measured = window::monthly;
  span at;
};

struct rollover {
  decimal logins;
  duration validity; // in months
  span at;
};

struct pack { // pack 15_000 on 2027-11-15 for 22_500.00
  decimal logins;
  date on;
  amount price;
  span at;
};

struct uplift { // uplift at most 7% per renewal
  percent at_most;
  span at;
};

struct swap { // swap 20 logins for 1 member of key-dealers, at most 500 members per year
  decimal logins;
  decimal members;
  word sku;
  std::optional<decimal> at_most;
  span at;
};

struct reduce { // reduce at most 10% per year
  percent at_most;
  span at;
};

struct co_termed {
  word with;
  span at;
};

struct step; // from DATE { … }

using sku_clause = std::variant<license_of, sold_as, count_unit, count_types, quantity, block, minimum, price,
                                discount, accounts, grace, overage, rollover, pack, uplift, swap, reduce,
                                co_termed, rounding, step, cited, note>;

struct step {
  date from;
  std::vector<sku_clause> clauses;
  span at;
};

struct sku {
  bool quote = false;
  word name;
  std::optional<text> title; // may be left out in an amendment only
  std::vector<sku_clause> clauses;
  span at;
};

} // namespace proviso::syntax
