// Amendments: what they change, what they leave, and what they cannot do.
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso {
namespace {

using support::read_scenario;
using support::sound_scenario;

constexpr auto contract = R"(
contract demo "Demo" {
  term 2027-01-15 to 2030-01-14
  currency USD
  sku pool "Pool" {
    license basic; sold as logins
    quantity 20_000 per month
    price 2.00 per login
    overage 2.50 per login, measured quarterly
    from 2028-06-15 { quantity 28_000 per month; price 1.80 per login }
  }
  restriction none "No sales" { prohibit create on sales }
}
)";

std::string amended(std::string_view clauses,
                    std::string_view head = "\"Amendment 1\" to demo effective 2028-02-15") {
  return fmt::format("{}amendment {} {{\n{}\n}}\n", contract, head, clauses);
}

std::vector<std::string> faults_in(const std::string& text) {
  const auto all = read_scenario(text);
  std::vector<std::string> result;
  for (const auto& fault : all->faults)
    result.push_back(fmt::format("{} | {} | {}", fault.message, all->sources.text(fault.at), fault.help));
  return result;
}

using faults = std::vector<std::string>;

std::int64_t quantity(const support::scenario& of, std::string_view sku, std::string_view on) {
  return of.contracts.front().find_sku(sku)->on(*base::parse_day(on)).quantity->value;
}

// V13
TEST(amend, a_clause_replaces_its_later_steps_and_the_others_stay) {
  const auto all = sound_scenario(amended("sku pool { quantity 30_000 per month }"));
  EXPECT_EQ(quantity(*all, "pool", "2028-02-14"), 20000);
  EXPECT_EQ(quantity(*all, "pool", "2028-02-15"), 30000);
  EXPECT_EQ(quantity(*all, "pool", "2029-12-15"), 30000);
  const auto price = all->contracts.front().skus.front().on(*base::parse_day("2028-06-15")).price->value;
  EXPECT_EQ(std::get<model::flat_price>(price.how).amount, base::rational(18, 10));
}

// V13
TEST(amend, a_pool_is_entitled_month_by_month) {
  const auto all = sound_scenario(
      "contract demo \"Demo\" {\n  term 2027-01-01 to 2027-03-31\n  currency USD\n"
      "  sku pool \"Pool\" { license basic; sold as logins; quantity 1_000 per month; price 1.00 per login\n"
      "    overage 1.00 per login, measured quarterly }\n}\n"
      "amendment \"One\" to demo effective 2027-02-01 { sku pool { quantity 2_000 per month } }\n",
      "[plan]\nname = \"P\"\ncontract = \"demo\"\n");
  EXPECT_EQ(*all->sku("pool").windows.front().entitled, 5000);
}

TEST(amend, the_later_one_wins_in_whatever_order_they_stand) {
  const auto all = sound_scenario(
      amended("sku pool { quantity 30_000 per month }", "\"Two\" to demo effective 2028-08-15") +
      "amendment \"One\" to demo effective 2028-02-15 { sku pool { quantity 25_000 per month } }\n");
  EXPECT_EQ(quantity(*all, "pool", "2028-06-15"), 25000);
  EXPECT_EQ(quantity(*all, "pool", "2028-08-15"), 30000);
}

TEST(amend, a_term_knows_which_amendment_it_came_from) {
  const auto all = sound_scenario(amended("sku pool { quantity 30_000 per month }"));
  const auto& made = all->contracts.front();
  const auto& pool = made.skus.front();
  ASSERT_NE(made.origin(pool.on(*base::parse_day("2028-02-15")).quantity->at), nullptr);
  EXPECT_EQ(made.origin(pool.on(*base::parse_day("2028-02-15")).quantity->at)->title, "Amendment 1");
  EXPECT_EQ(made.origin(pool.on(*base::parse_day("2028-02-14")).quantity->at), nullptr);
}

TEST(amend, a_new_sku_is_bought_from_its_day_and_an_ended_one_until_it) {
  const auto all = sound_scenario(amended("sku seats \"Seats\" { license plus; sold as members; quantity 10; "
                                          "price 5.00 per member per month }\nend sku pool"));
  const auto& seats = all->sku("seats").months;
  EXPECT_EQ(seats[12].quantity, 0);
  EXPECT_EQ(seats[13].quantity, 10); // the month that starts on 2028-02-15
  EXPECT_EQ(all->sku("pool").months[12].quantity, 20000);
  EXPECT_EQ(all->sku("pool").months[13].quantity, 0);
}

TEST(amend, a_restriction_reads_differently_from_its_day) {
  const auto all = sound_scenario(
      amended("restriction none { prohibit read on Order; except create on Case because \"agreed\" }\n"
              "restriction extra \"Extra\" { prohibit delete on Case }"));
  const auto& restrictions = all->contracts.front().restrictions;
  const auto term = all->contracts.front().months.term();
  ASSERT_EQ(restrictions.size(), 3u);
  EXPECT_EQ(to_string(restrictions[0].within(term)), "2027-01-15..2028-02-14");
  EXPECT_EQ(restrictions[0].prohibits.size(), 1u);
  EXPECT_EQ(to_string(restrictions[1].within(term)), "2028-02-15..2030-01-14");
  EXPECT_EQ(restrictions[1].prohibits.size(), 2u);
  EXPECT_EQ(restrictions[1].exceptions.size(), 1u);
  EXPECT_EQ(to_string(restrictions[2].within(term)), "2028-02-15..2030-01-14");
}

TEST(amend, an_ended_restriction_holds_until_the_day_before) {
  const auto all = sound_scenario(amended("end restriction none"));
  const auto& made = all->contracts.front();
  EXPECT_EQ(to_string(made.restrictions.front().within(made.months.term())), "2027-01-15..2028-02-14");
}

TEST(amend, the_term_may_be_extended_but_not_moved) {
  EXPECT_EQ(sound_scenario(amended("term 2027-01-15 to 2031-01-14"))->contracts.front().months.size(), 48);
  EXPECT_EQ(
      faults_in(amended("term 2027-02-15 to 2031-01-14")),
      (faults{
          "an amendment cannot move the first day of the term | 2027-02-15 | write 'term 2027-01-15 to …'"}));
}

TEST(amend, two_blocks_of_one_sku_are_refused_as_the_later_would_undo_the_first) {
  EXPECT_EQ(
      faults_in(amended("sku pool { quantity 30_000 per month }\nsku pool { quantity 25_000 per month }")),
      (faults{"this amendment has two blocks of the SKU 'pool' | pool | join them"}));
}

TEST(amend, two_that_change_one_clause_on_one_day_are_shown_both) {
  const auto all = read_scenario(
      amended("sku pool { quantity 30_000 per month }") +
      "amendment \"Two\" to demo effective 2028-02-15 { sku pool { quantity 25_000 per month } }\n");
  EXPECT_EQ(all->rendered_faults(),
            "error: two amendments change 'quantity' on 2028-02-15\n"
            "  --> test.proviso:17:68\n"
            "   |\n"
            "17 | amendment \"Two\" to demo effective 2028-02-15 { sku pool { quantity 25_000 per month } }\n"
            "   |                                                                    ^^^^^^^^^^^^^^^^\n"
            "  --> test.proviso:15:21\n"
            "   |\n"
            "15 | sku pool { quantity 30_000 per month }\n"
            "   |                     ^^^^^^^^^^^^^^^^ changed here too\n"
            "   = help: let one of them take effect later, or join them\n");
}

TEST(amend, what_was_sold_stays_what_it_is) {
  EXPECT_EQ(faults_in(amended("sku pool { license plus }")),
            (faults{"an amendment cannot change 'license' | license plus | end the SKU with 'end sku' and "
                    "state a new one"}));
  EXPECT_EQ(faults_in(amended("currency EUR")),
            (faults{"an amendment cannot change this clause | currency EUR | state it in a new contract"}));
}

TEST(amend, what_it_names_must_be_there) {
  EXPECT_EQ(faults_in(amended("sku pol { quantity 1 per month }")),
            (faults{"the contract has no SKU named 'pol' to amend | pol | did you mean 'pool'?"}));
  EXPECT_EQ(faults_in(amended("end restriction non")),
            (faults{"there is no restriction named 'non' in force | non | did you mean 'none'?"}));
  EXPECT_EQ(faults_in(amended("", "\"One\" to demos effective 2028-02-15")),
            (faults{"there is no contract named 'demos' to amend | demos | did you mean 'demo'?"}));
  EXPECT_EQ(faults_in(amended("", "\"One\" to demo effective 2030-02-15")),
            (faults{"this amendment takes effect outside the term, 2027-01-15..2030-01-14 | 2030-02-15 | "}));
}

} // namespace
} // namespace proviso
