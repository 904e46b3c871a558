// What is wrong with a contract: each fault with its message, the words it underlines and its way out.
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso {
namespace {

// "message | underlined words | help" of each fault.
std::vector<std::string> faults_in(std::string_view contract) {
  const auto all = support::read_scenario(contract);
  std::vector<std::string> result;
  for (const auto& fault : all->faults)
    result.push_back(fmt::format("{} | {} | {}", fault.message, all->sources.text(fault.at), fault.help));
  return result;
}

std::vector<std::string> in_contract(std::string_view clauses) {
  return faults_in(fmt::format("contract demo \"Demo\" {{\n{}\n}}\n", clauses));
}

std::vector<std::string> beside_a_head(std::string_view clauses) {
  return in_contract(fmt::format("term 2027-01-01 to 2027-12-31\ncurrency USD\n{}", clauses));
}

std::vector<std::string> in_pool(std::string_view clauses) {
  return beside_a_head(fmt::format("sku pool \"Pool\" {{\nlicense basic; sold as logins\n{}\n}}", clauses));
}

std::vector<std::string> in_seats(std::string_view clauses) {
  return beside_a_head(fmt::format("sku seats \"Seats\" {{\nlicense basic; sold as members\n{}\n}}", clauses));
}

std::vector<std::string> in_restriction(std::string_view clauses) {
  return beside_a_head(fmt::format("restriction none \"None\" {{\n{}\n}}", clauses));
}

using faults = std::vector<std::string>;

TEST(faults, of_the_head) {
  EXPECT_EQ(in_contract("currency USD"),
            (faults{"the contract 'demo' has no term | demo | add 'term YYYY-MM-DD to YYYY-MM-DD'"}));
  EXPECT_EQ(in_contract("term 2027-01-01 to 2027-12-31"),
            (faults{"the contract 'demo' has no currency | demo | add 'currency USD' or another of ISO 4217"}));
  EXPECT_EQ(in_contract("term 2027-12-31 to 2027-01-01; currency USD"),
            (faults{"the term ends before it begins | 2027-01-01 | "}));
  EXPECT_EQ(in_contract("term 1900-01-01 to 2999-12-31; currency USD"),
            (faults{"this term is longer than 100 years | term 1900-01-01 to 2999-12-31 | "}));
  EXPECT_EQ(in_contract("term 2027-01-01 to 2027-12-31; currency EURO"),
            (faults{"there is no currency 'EURO' in ISO 4217 | EURO | did you mean 'EUR'?"}));
  EXPECT_EQ(beside_a_head("currency EUR"),
            (faults{"'currency' is stated twice | currency EUR | keep one of them"}));
  EXPECT_EQ(beside_a_head("months start on day 32"), (faults{"months start on a day from 1 to 31 | 32 | "}));
}

TEST(faults, of_what_a_sku_cannot_do_without) {
  EXPECT_EQ(beside_a_head("sku pool \"P\" { sold as logins; quantity 1 per month; price 1.00 per login }"),
            (faults{"the SKU 'pool' names no license | pool | add a 'license' clause"}));
  EXPECT_EQ(
      beside_a_head("sku pool \"P\" { license basic }"),
      (faults{
          "the SKU 'pool' does not say how it is sold | pool | add 'sold as logins' or 'sold as members'"}));
  EXPECT_EQ(in_pool("price 1.00 per login"), (faults{"the SKU 'pool' has no quantity | pool | add a 'quantity' "
                                                     "clause, or make it a 'quote' if it is only priced"}));
  EXPECT_EQ(in_pool("quantity 1 per month"),
            (faults{"the SKU 'pool' has no price | pool | add a 'price' clause"}));
  EXPECT_EQ(in_pool("quantity 1 per month; from 2027-03-01 { price 1.00 per login }"),
            (faults{"this quantity has no price yet | 1 per month | state a price from the same day on"}));
}

TEST(faults, of_names) {
  EXPECT_EQ(beside_a_head(
                "sku pool \"P\" { license basik; sold as logins; quantity 1 per month; price 1.00 per login }"),
            (faults{"there is no license named 'basik' | basik | did you mean 'basic'?"}));
  EXPECT_EQ(beside_a_head("quote pool \"A\" { license basic; sold as logins; price 1.00 per login }\n"
                          "quote pool \"B\" { license basic; sold as logins; price 1.00 per login }"),
            (faults{"there are two SKUs or quotes named 'pool' | pool | rename one of them"}));
  EXPECT_EQ(
      beside_a_head("quote basic \"A\" { license basic; sold as logins; price 1.00 per login }"),
      (faults{"'basic' is a license or a group of the catalogue | basic | give the SKU a name of its own"}));
  EXPECT_EQ(in_pool("quantity 1 per month; price 1.00 per login; co-termed with pol"),
            (faults{"the contract has no SKU named 'pol' | pol | did you mean 'pool'?"}));
  EXPECT_EQ(faults_in("contract demo \"A\" { term 2027-01-01 to 2027-12-31; currency USD }\n"
                      "contract demo \"B\" { term 2027-01-01 to 2027-12-31; currency USD }\n"),
            (faults{"there are two contracts named 'demo' | demo | rename one of them"}));
}

TEST(faults, of_units) {
  EXPECT_EQ(in_pool("quantity 1; price 1.00 per login"),
            (faults{"logins are bought by the month | 1 | add 'per month'"}));
  EXPECT_EQ(in_seats("quantity 1 per month; price 1.00 per member per month"),
            (faults{"members are not bought by the month | 1 per month | leave out 'per month'"}));
  EXPECT_EQ(in_pool("quantity 1 per month; price 1.00 per member"),
            (faults{"this SKU is sold as logins, this price is per member | member | write 'per login'"}));
  EXPECT_EQ(in_seats("quantity 1; price 1.00 per member"),
            (faults{"this price does not say how often a member is charged | price 1.00 per member | add 'per "
                    "month' or 'per year'"}));
  EXPECT_EQ(in_seats("quantity 1; price 1.00 per member per month; grace 10%"),
            (faults{"'grace' is for logins, this SKU is sold as members | grace 10% | "}));
  EXPECT_EQ(in_seats("quantity 1; price 1.00 per member per month; accounts 20 per member"),
            (faults{"members are not limited by accounts | accounts 20 per member | a member license is one "
                    "person's; leave it out"}));
  EXPECT_EQ(in_pool("quantity 2_000_000_000_000 per month; price 1.00 per login"),
            (faults{"the quantity is at most 1,000,000,000,000 | 2_000_000_000_000 | "}));
  EXPECT_EQ(in_pool("quantity 1 per month; price 1.00 EUR per login"),
            (faults{"this amount is in EUR, the contract is in USD | EUR | state every amount in the currency "
                    "of the contract"}));
}

TEST(faults, of_slices) {
  EXPECT_EQ(in_seats("quantity 1; price graduated per member per month { next 5 at 1.00; beyond at 2.00 }"),
            (faults{"the slices begin with 'first' | next 5 at 1.00 | write 'first'"}));
  EXPECT_EQ(
      in_seats(
          "quantity 1; price volume per member per month { first 5 at 1.00; beyond at 2.00; next 5 at 1.00 }"),
      (faults{"'beyond' is the last slice | beyond at 2.00 | move it to the end"}));
}

TEST(faults, of_days) {
  EXPECT_EQ(in_pool("quantity 1 per month; price 1.00 per login; from 2028-01-01 { quantity 2 per month }"),
            (faults{"this day is outside the term, 2027-01-01..2027-12-31 | 2028-01-01 | "}));
  EXPECT_EQ(in_pool("quantity 1 per month; price 1.00 per login; pack 5 on 2026-12-31 for 1.00"),
            (faults{"this day is outside the term, 2027-01-01..2027-12-31 | 2026-12-31 | "}));
  EXPECT_EQ(in_pool("quantity 1 per month; price 1.00 per login; from 2027-03-01 { quantity 2 per month }\n"
                    "from 2027-03-01 { grace 5 }"),
            (faults{"two steps begin on 2027-03-01 | 2027-03-01 | join them"}));
}

TEST(faults, of_clauses_that_need_each_other) {
  EXPECT_EQ(
      in_pool("quantity 1 per month; price 1.00 per login; rollover 5 for 1 month\n"
              "overage 1.00 per login, measured quarterly"),
      (faults{
          "rollover needs an overage clause that is measured monthly, or blocked | rollover 5 for 1 month | "
          "unused logins of a month carry over only where each month is judged"}));
  EXPECT_EQ(in_pool("quantity 1 per month; price 1.00 per login; discount 101%"),
            (faults{"a discount is at most 100% | 101% | "}));
}

TEST(faults, of_restrictions) {
  EXPECT_EQ(in_restriction("open ended"),
            (faults{"the restriction 'none' forbids nothing | none | add a 'prohibit' or 'limit' clause"}));
  EXPECT_EQ(in_restriction("prohibit read on Leads"),
            (faults{"there is no object named 'Leads' | Leads | did you mean 'Lead'?"}));
  EXPECT_EQ(
      in_restriction("for basics\nprohibit read on Lead"),
      (faults{
          "there is no SKU, license or group of licenses named 'basics' | basics | did you mean 'basic'?"}));
  EXPECT_EQ(in_restriction("prohibit read on Leads\nexcept read on Lead because \"why not\""),
            (faults{"there is no object named 'Leads' | Leads | did you mean 'Lead'?"}));
  EXPECT_EQ(
      in_restriction("prohibit read on Lead\nexcept read on Case because \"why not\""),
      (faults{
          "this exception meets no prohibition of its restriction | except read on Case because \"why not\" | "
          "it permits what is not forbidden: correct it or take it out"}));
  EXPECT_EQ(in_restriction("prohibit capability report"),
            (faults{"there is no capability named 'report' | report | did you mean 'reports'?"}));
  EXPECT_EQ(in_restriction("limit objects 10"),
            (faults{"'objects' cannot be limited | objects | what can be counted is 'custom-objects'"}));
}

TEST(faults, independent_ones_are_all_reported_at_once) {
  EXPECT_EQ(in_pool("quantity 1; price 1.00 per member; grace 10%\ndiscount 101%").size(), 3u);
}

} // namespace
} // namespace proviso
