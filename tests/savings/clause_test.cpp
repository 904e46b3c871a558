// The clause that is printed can be pasted: it parses, and the contract with it buys what was recommended.
#include "savings/clause.hpp"
#include "support/demo_texts.hpp"
#include "support/scenario.hpp"

#include <gtest/gtest.h>

namespace proviso {
namespace {

using support::sound_scenario;

std::string contract() {
  return support::demo_contract("    from 2027-07-01 { quantity 2_000 per month }\n", R"(  quote seats "Seats" {
    license basic
    sold as members
    price graduated per member per month { first 20 at 6.00; beyond at 5.00 }
    minimum 10
    discount 12.5%
  }
)");
}

constexpr auto plan = support::heavy_and_light;

constexpr std::string_view clause = R"(amendment "Recommended purchase" to demo effective 2027-01-01 {
  # 60 of people with 8 login days a month move to seats
  sku pool {
    quantity 200 per month
    from 2027-07-01 { quantity 200 per month }
  }
  sku seats-bought "Seats" {
    license basic
    sold as members
    quantity 60
    minimum 10
    price graduated per member per month { first 20 at 6.00; beyond at 5.00 }
    discount 12.5%
  }
}
)";

TEST(clause, parses_and_buys_what_it_says) {
  const auto in = sound_scenario(contract(), plan);
  const auto found = savings::find_savings(in->all, *base::parse_day("2027-01-01"));
  ASSERT_TRUE(found) << found.why().missing;
  EXPECT_EQ(savings::as_clause(*found), clause);
  const auto pasted = sound_scenario(contract() + savings::as_clause(*found), plan);
  const auto& skus = pasted->contracts.front().skus;
  ASSERT_EQ(skus.size(), 2u);
  EXPECT_EQ(pasted->sku("pool").in(12).quantity, 200);
  EXPECT_EQ(pasted->sku("seats-bought").in(1).quantity, 60);
  EXPECT_EQ(pasted->sku("seats-bought").in(1).commitment, base::rational(280)); // (20 × 6.00 + 40 × 5.00) × 7/8
}

} // namespace
} // namespace proviso
