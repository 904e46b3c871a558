// What the records say, through rules that print them.
#include "checking/small.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::checking::testing {
namespace {

std::string messages(const outcome& of) {
  std::string text;
  for (const auto& f : of.findings)
    text +=
        f.verdict == verdict::violation ? f.message + "\n" : fmt::format("? {}\n", fmt::join(f.missing, "; "));
  return text;
}

// A year from 2027-01-01 with these SKUs.
std::string year(std::string_view clauses) {
  return fmt::format("contract small \"Small\" {{\n term 2027-01-01 to 2027-12-31\n currency USD\n {}\n}}\n",
                     clauses);
}

std::string plan_of(std::string_view populations) {
  return fmt::format("[plan]\nname = \"Roll-out\"\ncontract = \"small\"\n{}", populations);
}

// One population on the SKU `s`.
std::string people(std::string_view keys) {
  return plan_of(fmt::format("[[population]]\nname = \"dealers\"\nsku = \"s\"\n{}\n", keys));
}

constexpr std::string_view members =
    "sku s \"S\" { license basic; sold as members; quantity 100; price 5.00 per member per month }";
constexpr std::string_view logins =
    "sku s \"S\" { license basic; sold as logins; quantity 100 per month; block 10; price 2.00 per "
    "login; overage 2.50 per login, measured monthly }";

// ---- overruns

constexpr std::string_view overrun_rule = "for x in overruns";
constexpr std::string_view overrun_words =
    "{x.limit}: {x.users} of {x.allowed}, {x.months} months from {x.period.start}, worst "
    "{x.worst.start}, buy {x.short}";

std::string overruns(std::string_view sku, std::string_view keys) {
  return messages(found_in(year(sku), people(keys), rule_of(overrun_rule, overrun_words)));
}

TEST(overruns, months_in_a_row_are_one) {
  EXPECT_EQ(
      overruns(
          members,
          "users = { 2027-01-01 = 90, 2027-03-01 = 120, 2027-05-01 = 130, 2027-06-01 = 90, 2027-12-01 = 101 }"),
      "members: 130 of 100, 3 months from 2027-03-01, worst 2027-05-01, buy 30\n"
      "members: 101 of 100, 1 months from 2027-12-01, worst 2027-12-01, buy 1\n");
  EXPECT_EQ(overruns(members, "users = 100"), "");
}

TEST(overruns, accounts_are_bought_as_logins_in_blocks) {
  EXPECT_EQ(overruns(logins, "users = 2_001\nlogin_days = { mean = 0 }"),
            "accounts: 2,001 of 2,000, 12 months from 2027-01-01, worst 2027-01-01, buy 10\n");
}

TEST(overruns, a_limit_that_is_not_known_is_a_doubt) {
  EXPECT_EQ(messages(found_in(year(members), "", rule_of(overrun_rule, overrun_words))),
            "? planned usage: give a plan with --plan\n");
  EXPECT_EQ(
      messages(found_in(
          "license bare \"Bare\" { }" +
              year("sku s \"S\" { license bare; sold as logins; quantity 10 per month; price 2.00 per login }"),
          people("users = 5\nlogin_days = { mean = 1 }"), rule_of(overrun_rule, overrun_words))),
      "? how many accounts 's' allows: state 'accounts … per login'\n");
}

// ---- phases

std::string phases(std::string_view sku) {
  return messages(found_in(
      year(sku), "", rule_of("for p in phases", "{p.quantity} at {p.sku.unit_price} from {p.period.start}")));
}

TEST(phases, go_from_change_to_change_while_the_sku_is_sold) {
  EXPECT_EQ(phases("sku s \"S\" { license basic; sold as members; price 5.00 per member per month; from "
                   "2027-03-01 { quantity 100 }; from 2027-04-01 { price 6.00 per member per month }; from "
                   "2027-07-01 { quantity 200 } }"),
            "100 at 5.00 USD from 2027-03-01\n"
            "100 at 6.00 USD from 2027-04-01\n"
            "200 at 6.00 USD from 2027-07-01\n");
}

TEST(phases, what_is_said_at_one_clause_is_one_finding) {
  constexpr std::string_view sku =
      "sku s \"S\" { license basic; sold as members; quantity 100; price 5.00 per member per month; from "
      "2027-04-01 { price 6.00 per member per month }; from 2027-07-01 { quantity 200 } }";
  const auto found = found_in(year(sku), "", rule_of("for p in phases\n  at p.quantity", "{p.quantity}"));
  ASSERT_EQ(found.findings.size(), 2u);
  EXPECT_EQ(base::to_string(found.findings[0].days.value()), "2027-01-01..2027-06-30");
  EXPECT_EQ(base::to_string(found.findings[1].days.value()), "2027-07-01..2027-12-31");
}

TEST(phases, what_is_said_in_the_same_words_but_for_the_days_is_one_finding) {
  constexpr std::string_view sku =
      "sku s \"S\" { license basic; sold as members; quantity 100; price 5.00 per member per month; from "
      "2027-04-01 { minimum 10 }; from 2027-07-01 { price 6.00 per member per month } }";
  EXPECT_EQ(messages(found_in(
                year(sku), "",
                rule_of("for p in phases\n  saves p.sku.price per month", "{p.sku.price} in {p.period}"))),
            "500.00 USD in 2027-01-01..2027-06-30\n"
            "600.00 USD in 2027-07-01..2027-12-31\n");
}

TEST(phases, need_what_their_own_months_need) {
  constexpr std::string_view sku =
      "sku s \"S\" { license basic; sold as members; quantity 100; price 5.00 per member per month; from "
      "2027-07-01 { minimum 10 } }";
  EXPECT_EQ(messages(found_in(year(sku), people("users = { 2027-01-01 = 80, 2027-07-01 = 150 }"),
                              rule_of("for p in phases", "{p.need} from {p.period.start}"))),
            "80 from 2027-01-01\n"
            "150 from 2027-07-01\n");
}

TEST(phases, end_where_a_quote_of_their_license_changes) {
  constexpr std::string_view skus =
      "sku s \"S\" { license basic; sold as members; quantity 100; price 5.00 per member per month }\n"
      "quote q \"Q\" { license basic; sold as members; price 6.00 per member per month; from 2027-07-01 { "
      "price "
      "4.00 per member per month } }";
  EXPECT_EQ(messages(found_in(year(skus), "",
                              rule_of("for p in phases where p.sku.cheaper_quote exists",
                                      "{p.sku.quote_price} from {p.period.start}"))),
            "400.00 USD from 2027-07-01\n");
}

// ---- stretches

constexpr std::string_view stretch_rule = "for s in stretches";
constexpr std::string_view stretch_words =
    "{s.quantity} from {s.period.start}: spare {s.spare} worth {s.spare_value}";

std::string stretches(std::string_view sku, std::string_view plan) {
  return messages(found_in(year(sku), plan, rule_of(stretch_rule, stretch_words)));
}

TEST(stretches, go_from_ramp_to_ramp) {
  EXPECT_EQ(
      stretches(
          "sku s \"S\" { license basic; sold as members; quantity 100; price 5.00 per member per month; from "
          "2027-04-01 { price 6.00 per member per month }; from 2027-07-01 { quantity 200 } }",
          people("users = { 2027-01-01 = 80, 2027-10-01 = 150 }")),
      "100 from 2027-01-01: spare 20 worth 660.00 USD\n"
      "200 from 2027-07-01: spare 50 worth 1,800.00 USD\n");
}

TEST(stretches, spare_heeds_block_and_minimum) {
  const auto sku = [](std::string_view terms) {
    return fmt::format(
        "sku s \"S\" {{ license basic; sold as members; quantity 100; price 5.00 per member per month; {} }}",
        terms);
  };
  EXPECT_EQ(stretches(sku("block 25"), people("users = 60")),
            "100 from 2027-01-01: spare 25 worth 1,500.00 USD\n");
  EXPECT_EQ(stretches(sku("minimum 90"), people("users = 60")),
            "100 from 2027-01-01: spare 10 worth 600.00 USD\n");
  EXPECT_EQ(stretches(sku("minimum 100"), people("users = 60")),
            "100 from 2027-01-01: spare 0 worth 0.00 USD\n");
}

TEST(stretches, a_pool_spares_what_no_window_needs) {
  const auto sku = [](std::string_view measured) {
    return fmt::format(
        "sku s \"S\" {{ license basic; sold as logins; quantity 100 per month; price 2.00 per login; grace 50; "
        "overage 2.50 per login, measured {} }}",
        measured);
  };
  const auto busy_july = people("users = 60\nlogin_days = { mean = 1 }\nseason = { july = 1.5 }");
  EXPECT_EQ(stretches(sku("monthly"), busy_july), "100 from 2027-01-01: spare 10 worth 240.00 USD\n");
  EXPECT_EQ(stretches(sku("quarterly"), busy_july), "100 from 2027-01-01: spare 30 worth 720.00 USD\n");
}

TEST(stretches, accounts_of_users_are_not_spared) {
  EXPECT_EQ(stretches(logins, people("users = 1_900\nlogin_days = { mean = 0 }")),
            "100 from 2027-01-01: spare 0 worth 0.00 USD\n");
  EXPECT_EQ(stretches(logins, people("users = 1_701\nlogin_days = { mean = 0 }")),
            "100 from 2027-01-01: spare 10 worth 240.00 USD\n");
}

TEST(stretches, what_a_commitment_takes_back_is_not_saved) {
  EXPECT_EQ(stretches(fmt::format("commit 6_000.00 over the term\n {}", members), people("users = 60")),
            "100 from 2027-01-01: spare 40 worth 0.00 USD\n");
}

TEST(stretches, without_a_plan_nobody_can_tell) {
  EXPECT_EQ(messages(found_in(year(members), "", rule_of("for s in stretches\n when s.spare > 0"))),
            "? planned usage: give a plan with --plan\n");
}

// ---- windows

TEST(windows, the_season_is_that_of_the_first_population_with_one) {
  world w;
  w.add("catalogue", "license basic \"Basic\" { accounts 20 per login }");
  w.add("contract", year(logins));
  w.add("rules", rule_of("for w in windows where w.season != 1\n at w.season", "{w.season}"));
  w.resolve();
  w.plan("plan", plan_of("[[population]]\nname = \"a\"\nsku = \"s\"\nusers = 1\nlogin_days = { mean = 1 }\n"
                         "[[population]]\nname = \"b\"\nsku = \"s\"\nusers = 2\nlogin_days = { mean = 1 "
                         "}\nseason = { may = 3 }\n"));
  w.assess();
  const auto found = w.check();
  ASSERT_EQ(w.rendered(), "");
  ASSERT_EQ(found.findings.size(), 1u);
  EXPECT_EQ(found.findings.front().message, "3");
  EXPECT_EQ(base::to_string(found.findings.front().days->first), "2027-05-01");
  EXPECT_EQ(w.text_at(found.findings.front().places.front().at), "season");
  EXPECT_GT(found.findings.front().places.front().at.begin, w.sources[4].text().rfind("[[population]]"));
}

TEST(windows, a_pool_of_nothing_without_logins_is_not_used) {
  const auto found = found_in(
      year("sku s \"S\" { license basic; sold as logins; quantity 100 per month; price 2.00 per login; "
           "overage 2.50 per login, measured monthly; from 2027-02-01 { quantity 0 per month } }"),
      people("users = { 2027-01-01 = 50, 2027-02-01 = 0 }\nlogin_days = { mean = 1 }"),
      rule_of("for w in windows where w.months == 1 and w.period.start < 2027-03-01", "{w.used}"));
  EXPECT_EQ(messages(found), "50%\n0%\n");
}

// ---- changes

TEST(changes, take_effect_with_a_month_or_by_the_day) {
  const auto found =
      found_in(year("sku s \"S\" { license basic; sold as members; quantity 100; price 5.00 per member per "
                    "month; from 2027-04-10 { quantity 200 } }"),
               people("users = { 2027-01-01 = 50, 2027-12-10 = 70, 2028-02-01 = 5 }\naccess = [ { object = "
                      "\"Lead\", operations = [\"read\"], "
                      "until = 2027-06-15 } ]"),
               rule_of("for c in changes", "{c.entry} {c.holder} {c.date} {c.in_term} {c.inside_month}"));
  EXPECT_EQ(messages(found), "users dealers 2027-01-01 yes no\n"
                             "ramp s 2027-04-10 yes yes\n"
                             "access dealers 2027-06-15 yes no\n"
                             "users dealers 2027-12-10 yes yes\n"
                             "users dealers 2028-02-01 no no\n");
}

// ---- bands and cheaper ways

constexpr std::string_view pool_and_quote = "sku s \"S\" { license basic; sold as logins; quantity 1_000 per "
                                            "month; block 100; price 2.00 per login; overage 2.50 per login, "
                                            "measured monthly }\n quote m \"M\" { license basic; sold as "
                                            "members; price 5.00 per member per month; minimum 30 }";

TEST(bands, moving_them_to_members_heeds_blocks_and_minimum) {
  EXPECT_EQ(messages(found_in(
                year(pool_and_quote), people("users = 100\nlogin_days = { 2 = 0.8, 10 = 0.2 }"),
                rule_of("for b in bands where b.member_price exists",
                        "{b.users} x {b.login_days}: {b.member_sku} {b.break_even} {b.member_saving}"))),
            "20 x 10: m 2.50 250.00 USD\n"   // 200 logins at 2.00 less 30 members at 5.00
            "80 x 2: m 2.50 -200.00 USD\n"); // one block of 100 less 80 members
}

TEST(bands, moving_members_to_logins_heeds_the_same) {
  EXPECT_EQ(messages(found_in(
                year("sku s \"S\" { license basic; sold as members; quantity 100; minimum 60; price 5.00 per "
                     "member per month }\n"
                     "quote l \"L\" { license basic; sold as logins; block 100; price 2.00 per login }"),
                people("users = 100\nlogin_days = { 0 = 0.5, 1 = 0.5 }"),
                rule_of("for b in bands where b.login_price exists and b.release_saving exists",
                        "{b.login_days}: {b.login_sku} {b.login_price} {b.login_saving} {b.release_saving}"))),
            "0: l 2.00 USD 200.00 USD 200.00 USD\n" // 40 members may be given up
            "1: l 2.00 USD 0.00 USD 200.00 USD\n"); // and a block of 100 logins is bought
}

TEST(bands, where_members_are_short_free_no_licenses) {
  const auto idle = [](std::string_view users) {
    return messages(found_in(year(members),
                             people(fmt::format("{}\nlogin_days = {{ 0 = 0.1, 1 = 0.9 }}", users)),
                             rule_of("for b in bands where b.login_days == 0 and b.release_saving exists",
                                     "{b.users} free {b.release_saving}")));
  };
  EXPECT_EQ(idle("users = 100"), "10 free 50.00 USD\n");
  EXPECT_EQ(idle("users = 105"), "11 free 30.00 USD\n"); // the other 94 need as many
  EXPECT_EQ(idle("users = 200"), "20 free 0.00 USD\n");
}

constexpr std::string_view two_licenses =
    "sku s \"S\" { license plus; sold as members; quantity 100; price 15.00 per member per month }\n"
    "quote plain \"Plain\" { license basic; sold as members; price 5.00 per member per month }";

std::string cheaper(std::string_view keys, std::string_view more = {}) {
  return messages(found_in(year(fmt::format("{}\n{}", two_licenses, more)), people(keys),
                           rule_of("for p in populations where p.cheaper_sku exists",
                                   "{p.cheaper_sku} {p.cheaper_price} {p.cheaper_saving}")));
}

TEST(cheaper, a_license_that_serves_as_well) {
  EXPECT_EQ(cheaper("users = 40\nneeds = [\"knowledge\"]"), "plain 5.00 USD 400.00 USD\n");
  EXPECT_EQ(cheaper("users = 40\nneeds = [\"reports\"]"), "");
  EXPECT_EQ(cheaper("users = 40\naccess = [ { object = \"Lead\", operations = [\"read\"] } ]"),
            "plain 5.00 USD 400.00 USD\n");
  EXPECT_EQ(cheaper("users = 40\naccess = [ { object = \"Case\", operations = [\"delete\"] } ]"), "");
}

TEST(cheaper, what_is_not_stated_is_not_known) {
  EXPECT_EQ(cheaper("users = 40"), "? what 'dealers' needs: state its needs and access in the plan\n");
  EXPECT_EQ(
      cheaper("users = 40\nneeds = [\"roles\"]"),
      "? whether basic would do for 'dealers': the catalogue does not say all it needs; ask the vendor\n");
}

TEST(cheaper, a_license_under_a_prohibition_does_not_do) {
  EXPECT_EQ(cheaper("users = 40\naccess = [ { object = \"Lead\", operations = [\"read\"] } ]",
                    "restriction r \"R\" { for basic; prohibit read on Lead }"),
            "");
}

// ---- needs and accesses

TEST(offered, is_three_valued) {
  EXPECT_EQ(
      messages(found_in(year(members), people("users = 1\nneeds = [\"knowledge\", \"reports\", \"roles\"]"),
                        rule_of("for n in needs\n when not n.offered", "{n.license} lacks {n.capability}"))),
      "basic lacks reports\n? whether basic offers roles: the catalogue does not say; ask the vendor\n");
  EXPECT_EQ(
      messages(found_in(
          year(members),
          people(
              "users = 1\naccess = [ { object = \"Case\", operations = [\"delete\"] }, { object = \"Order\", "
              "operations = [\"read\"] } ]"),
          rule_of("for a in accesses\n when not a.offered", "{a.license} cannot {a.operations} {a.object}"))),
      "basic cannot delete Case\n? whether basic may read Order: the catalogue does not say; ask the vendor\n");
}

// ---- the schema

TEST(months, are_found_by_what_lies_in_them) {
  EXPECT_EQ(messages(found_in(year(members), people("users = 90"),
                              rule_of("for m in months where m.number <= 2",
                                      "{m.number}: {count (u in usage where u.month == m)} SKU, "
                                      "{count (c in charges where c.month == m)} charge"))),
            "1: 1 SKU, 1 charge\n2: 1 SKU, 1 charge\n");
  EXPECT_EQ(messages(found_in(year(members), people("users = 90"),
                              rule_of("for m in months where m.number > 10; for u in usage; when u.month == m",
                                      "{m.number} is {u.month.number}"))),
            "11 is 11\n12 is 12\n");
}

TEST(skus, that_come_later_are_looked_at_when_they_begin) {
  constexpr std::string_view later = R"(amendment "Pool" to small effective 2027-03-15 {
  sku pool "Pool" { license basic; sold as logins; quantity 100 per month; price 2.00 per login; grace 10 }
})";
  EXPECT_EQ(messages(found_in(year(members) + std::string(later), people("users = 90"),
                              rule_of("for s in skus", "{s.name} {s.quantity}"))),
            "pool 100\ns 100\n");
}

TEST(schema, every_field_is_documented_and_named_once) {
  for (const auto* kind : record_kinds()) {
    EXPECT_FALSE(kind->documentation.empty());
    EXPECT_EQ(&schema_of(kind->of), kind);
    for (const auto& one : kind->fields) {
      EXPECT_FALSE(one.documentation.empty()) << one.name;
      EXPECT_EQ(kind->find(one.name), &one) << one.name;
      EXPECT_TRUE(one.with.empty() || kind->find(one.with)) << one.name;
    }
  }
}

TEST(schema, says_what_may_be_absent) {
  const auto text = schema_text();
  EXPECT_NE(text.find("  member_price      money: of a pool: the cheapest monthly member price of the same "
                      "license, among SKUs and "
                      "quotes; may be absent\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("  break_even        number: "), std::string::npos);
  EXPECT_NE(text.find("exact; absent without member_price\n"), std::string::npos);
}

} // namespace
} // namespace proviso::checking::testing
