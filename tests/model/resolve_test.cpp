// What a contract means once its names are resolved.
#include "support/scenario.hpp"

#include <gtest/gtest.h>

namespace proviso {
namespace {

using base::truth;
using support::sound_scenario;

constexpr auto rich = R"(
contract demo "Demo" {
  vendor "Salesforce"; customer "Acme"
  term 2027-01-15 to 2028-01-14
  currency EUR
  rounding half even
  time zone "Europe/Berlin"
  commit 1_000.00 EUR per year
  external only, not "acme.com", "acme.co.uk"
  sku pool "Pool" {
    license basic
    sold as logins
    quantity 1_000 per month
    price 2.00 per login
    grace 10%
    from 2027-07-15 { quantity 2_000 per month; grace 50 }
    from 2027-04-15 { price 1_800.00 EUR per block of 1_000 }
    swap 20 logins for 1 member of seats, at most 500 members per year
    co-termed with seats
    clause "line 1"
  }
  sku seats "Seats" { license plus; sold as members; quantity 10; price 60.00 per member per year }
  sku partners "Partners" { license plus; sold as partner accounts; quantity 3; price 100.00 per partner account per month }
  quote more "More" { license basic; sold as members; price 5.00 per member per month; minimum 100 }
  restriction none "No records" {
    for external, seats
    prohibit create, read on sales including related
    prohibit read on *__c
    prohibit capability reports
    limit custom-objects 10, except managed
    except read on Case for seats until 2027-06-30 because "migration"
    open ended
  }
  waive some-rule for "key dealers" until 2027-12-31 by "procurement" because "accepted"
  treat other-rule as warning
  set some-rule.share to 90%
}
)";

base::day on(std::string_view text) {
  return base::parse_day(text).value();
}

TEST(resolve, terms_on_a_day_are_the_latest_statement_of_each_clause) {
  const auto all = sound_scenario(rich);
  const auto& pool = *all->contracts.front().find_sku("pool");
  EXPECT_EQ(pool.on(on("2027-01-15")).quantity->value, 1000);
  EXPECT_EQ(pool.on(on("2027-07-14")).quantity->value, 1000);
  EXPECT_EQ(pool.on(on("2027-07-15")).quantity->value, 2000);
  EXPECT_TRUE(std::holds_alternative<model::flat_price>(pool.on(on("2027-04-14")).price->value.how));
  EXPECT_TRUE(std::holds_alternative<model::block_price>(pool.on(on("2027-04-15")).price->value.how));
  EXPECT_EQ(std::get<std::int64_t>(pool.on(on("2027-12-31")).grace->value.tolerated), 50);
}

TEST(resolve, keeps_the_words_that_state_a_value) {
  const auto all = sound_scenario(rich);
  const auto& pool = *all->contracts.front().find_sku("pool");
  EXPECT_EQ(all->sources.text(pool.on(on("2027-01-15")).quantity->at), "1_000 per month");
  EXPECT_EQ(all->sources.text(pool.at), "pool");
}

TEST(resolve, what_is_not_said_is_marked_as_assumed) {
  const auto all = sound_scenario(rich);
  const auto& pool = *all->contracts.front().find_sku("pool");
  EXPECT_TRUE(pool.count_assumed);
  EXPECT_EQ(pool.count.value, model::counting::per_user_day);
  EXPECT_EQ(all->contracts.front().zone->value, "Europe/Berlin");
}

TEST(resolve, a_quote_is_priced_and_not_bought) {
  const auto all = sound_scenario(rich);
  EXPECT_EQ(all->contracts.front().skus.size(), 3u);
  ASSERT_EQ(all->contracts.front().quotes.size(), 1u);
  EXPECT_TRUE(all->contracts.front().quotes.front().quote);
  EXPECT_EQ(all->contracts.front().find_sku("more"), nullptr);
}

TEST(resolve, groups_become_objects_and_related_ones_come_along) {
  const auto all = sound_scenario(rich);
  const auto& restriction = all->contracts.front().restrictions.front();
  ASSERT_EQ(restriction.prohibits.size(), 2u);
  EXPECT_TRUE(restriction.prohibits[0].names("Lead"));
  EXPECT_TRUE(restriction.prohibits[0].names("casecomment"));
  EXPECT_FALSE(restriction.prohibits[0].names("Order"));
  EXPECT_TRUE(restriction.prohibits[1].names("Order__c"));
  EXPECT_TRUE(restriction.open_ended);
  EXPECT_EQ(restriction.limits.front().most, 10);
  EXPECT_EQ(restriction.capabilities.front().value, "reports");
}

TEST(resolve, a_disputed_license_is_neither_in_nor_out_of_a_group) {
  const auto all = sound_scenario(rich);
  const auto& contract = all->contracts.front();
  const auto& scope = contract.restrictions.front().subject;
  EXPECT_EQ(scope.covers(*contract.find_sku("pool")), truth::yes);
  EXPECT_EQ(scope.covers(*contract.find_sku("seats")), truth::yes); // named itself
  EXPECT_EQ(scope.covers(*contract.find_sku("partners")), truth::unknown);
}

TEST(resolve, reads_what_the_contract_says_of_rules) {
  const auto all = sound_scenario(rich);
  const auto& contract = all->contracts.front();
  EXPECT_EQ(contract.waivers.front().subject, "key dealers");
  EXPECT_EQ(contract.treatments.front().severity, "warning");
  EXPECT_EQ(contract.settings.front().parameter.value, "share");
  EXPECT_EQ(std::get<model::share>(contract.settings.front().value.value).value, base::rational(9, 10));
}

} // namespace
} // namespace proviso
