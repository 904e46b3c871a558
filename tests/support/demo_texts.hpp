// A small contract and a plan that several tests of savings start from.
#pragma once

#include "base/day.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>

namespace proviso::support {

// A contract of two SKUs at the most: `pool` of logins, with the clauses besides, and what else stands in it.
inline std::string demo_contract(std::string_view in_pool, std::string_view besides) {
  return std::string(R"(contract demo "Demo" {
  term 2027-01-01 to 2027-12-31
  currency USD
  sku pool "Pool" {
    license basic
    sold as logins
    quantity 1_000 per month
    block 100
    price 2.00 per login
    overage 2.50 per login, measured monthly
)")
      .append(in_pool)
      .append("  }\n")
      .append(besides)
      .append("}\n");
}

constexpr std::string_view seats = R"(  quote seats "Seats" {
    license basic
    sold as members
    price 5.00 per member per month
    minimum 10
  }
)";

// The first day of its term, which these tests take for today.
inline base::day demo_today() {
  return *base::parse_day("2027-01-01");
}

inline std::string demo_plan(std::string_view populations) {
  return fmt::format("[plan]\nname = \"Demo\"\ncontract = \"demo\"\n{}", populations);
}

// One population on the pool.
inline std::string demo_people(std::string_view users, std::string_view login_days) {
  return demo_plan(
      fmt::format("[[population]]\nname = \"people\"\nsku = \"pool\"\nusers = {}\nlogin_days = {{ {} }}\n",
                  users, login_days));
}

// 240 users of one login day a month and 60 of eight: 720 logins.
constexpr std::string_view heavy_and_light = R"([plan]
name = "Demo"
contract = "demo"
[[population]]
name = "people"
sku = "pool"
users = 300
login_days = { 1 = 0.8, 8 = 0.2 }
)";

} // namespace proviso::support
