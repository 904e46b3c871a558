// Values of expressions, and what becomes of them where something is unknown or absent.
#include "checking/small.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::checking::testing {
namespace {

std::string missing(const finding& f) {
  return fmt::format("{}", fmt::join(f.missing, "; "));
}

// "violation", "undetermined: what is missing", or "compliant".
std::string verdict_of(const outcome& of) {
  if (of.findings.empty())
    return std::string(to_string(of.checks.front().verdict));
  const auto& first = of.findings.front();
  return first.verdict == verdict::violation ? "violation" : "undetermined: " + missing(first);
}

std::string decided(std::string_view condition) {
  return verdict_of(found_by("when " + std::string(condition)));
}

std::string without_plan(std::string_view clauses) {
  return verdict_of(found_in(small_contract(), "", rule_of(clauses)));
}

// ---- figures

TEST(evaluate, arithmetic_is_exact) {
  EXPECT_EQ(printed("1 / 3 * 3"), "1");
  EXPECT_EQ(printed("2 + 3 * 4 - 1"), "13");
  EXPECT_EQ(printed("-(2 - 5)"), "3");
  EXPECT_EQ(printed("1 + 5%"), "1.05");
  EXPECT_EQ(printed("2.00 USD * 1.005"), "2.01 USD");
  EXPECT_EQ(printed("min(3, 2) + max(3, 2)"), "5");
  EXPECT_EQ(printed("if 2 > 3 then 1 else 7"), "7");
}

TEST(evaluate, rounds_half_up_money_to_its_minor_unit) {
  EXPECT_EQ(printed("round(2.5)"), "3");
  EXPECT_EQ(printed("round(2.00 USD / 3) * 3"), "2.01 USD");
}

TEST(evaluate, days) {
  EXPECT_EQ(printed("contract.term.start + 1 months"), "2027-02-01");
  EXPECT_EQ(printed("contract.term.end - 1 days"), "2027-12-30");
  EXPECT_EQ(printed("contract.term.end - contract.term.start"), "364 days");
  EXPECT_EQ(printed("contract.term.days"), "365 days");
  EXPECT_EQ(printed("today"), "2027-01-01");
  EXPECT_EQ(printed("contract.term"), "2027-01-01..2027-12-31");
  EXPECT_EQ(printed("contract.term.start + 100000 days * 9"), "unknown");
  EXPECT_EQ(printed("contract.term.start + 100000 months"), "unknown");
}

TEST(evaluate, aggregates) {
  EXPECT_EQ(printed("count (w in windows)"), "12");
  EXPECT_EQ(printed("sum (w.over for w in windows)"), "200");
  EXPECT_EQ(printed("sum (w.over for w in windows where w.blocked)"), "0");
  EXPECT_EQ(printed("count (w in windows where w.logins > 1_000)"), "1");
  EXPECT_EQ(printed("any (w.exceeded for w in windows)"), "yes");
  EXPECT_EQ(printed("all (w.exceeded for w in windows)"), "no");
  EXPECT_EQ(message_of("when max (w.logins for w in windows) exists", "{max (w.logins for w in windows)}"),
            "1,200");
  EXPECT_EQ(message_of("when min (w.logins for w in windows) exists", "{min (w.logins for w in windows)}"),
            "800");
  EXPECT_EQ(message_of("when min (w.logins for w in windows where w.blocked) exists", "found"), "0 findings");
}

TEST(evaluate, aggregates_nest) {
  EXPECT_EQ(printed("count (s in skus where any (w.exceeded for w in windows where w.sku == s))"), "1");
  EXPECT_EQ(printed("sum (count (w in windows where w.sku == s) for s in skus)"), "12");
}

TEST(evaluate, names_and_lists) {
  EXPECT_EQ(message_of("for s in skus where s == pool", "{s} is sold as {s.sold_as}"),
            "pool is sold as logins");
  EXPECT_EQ(message_of("for a in accesses where read in a.operations", "{a.operations} {a.object}"),
            "create and read Lead");
  EXPECT_EQ(message_of("for a in accesses where delete in a.operations", "found"), "0 findings");
  EXPECT_EQ(message_of("for a in accesses where a.object == lead", "{a.population}"), "dealers");
  EXPECT_EQ(message_of("for p in populations where p == \"key dealers\"", "{p.needs}"), "none");
}

TEST(evaluate, a_sku_is_that_of_the_periods_first_day) {
  const auto ramp = found_in(
      R"(contract small "Small" {
    term 2027-01-01 to 2027-12-31
    currency USD
    sku pool "Logins" {
      license basic; sold as logins; quantity 1_000 per month; price 2.00 per login
      overage 2.50 per login, measured quarterly
      from 2027-04-01 { quantity 2_000 per month; price 1.90 per login }
    }
  })",
      "",
      rule_of("for w in windows where w.period.start < 2027-05-01", "{w.sku.quantity} at {w.sku.unit_price}"));
  ASSERT_EQ(ramp.findings.size(), 2u);
  EXPECT_EQ(ramp.findings[0].message, "1,000 at 2.00 USD");
  EXPECT_EQ(ramp.findings[1].message, "2,000 at 1.90 USD");
}

// ---- what is unknown

TEST(unknown, and_and_or_decide_where_the_known_part_decides) {
  EXPECT_EQ(decided("1 / 0 > 1 and 1 > 2"), "compliant");
  EXPECT_EQ(decided("1 > 2 and 1 / 0 > 1"), "compliant");
  EXPECT_EQ(decided("1 / 0 > 1 or 2 > 1"), "violation");
  EXPECT_EQ(decided("1 / 0 > 1 or 1 > 2"), "undetermined: a quotient: it would be divided by zero");
  EXPECT_EQ(decided("not 1 / 0 > 1"), "undetermined: a quotient: it would be divided by zero");
  EXPECT_EQ(decided("if 1 / 0 > 1 then true else true"),
            "undetermined: a quotient: it would be divided by zero");
}

constexpr auto no_plan_missing = "undetermined: planned usage: give a plan with --plan";

TEST(unknown, any_and_all_decide_where_one_record_decides) {
  EXPECT_EQ(without_plan("when any (w.logins > 5 or w.entitled == 1_000 for w in windows)"), "violation");
  EXPECT_EQ(without_plan("when all (w.logins > 5 and w.entitled == 999 for w in windows)"), "compliant");
  EXPECT_EQ(without_plan("when any (w.logins > 5 for w in windows)"), no_plan_missing);
  EXPECT_EQ(without_plan("when any (w.entitled > 5 for w in windows where w.logins > 5)"), no_plan_missing);
  EXPECT_EQ(without_plan("when any (w.entitled > 5_000 for w in windows where w.logins > 5)"), "compliant");
}

TEST(unknown, a_sum_with_an_unknown_term_is_unknown) {
  EXPECT_EQ(without_plan("when sum (w.logins for w in windows) > 5"), no_plan_missing);
  EXPECT_EQ(without_plan("when count (w in windows where w.logins > 5) > 3"), no_plan_missing);
  EXPECT_EQ(without_plan("when max (w.logins for w in windows) exists"), no_plan_missing);
}

TEST(unknown, a_collection_that_was_not_given_is_unknown_not_empty) {
  EXPECT_EQ(without_plan("for p in populations"), no_plan_missing);
  EXPECT_EQ(without_plan("when count (p in populations) == 0"), no_plan_missing);
  EXPECT_EQ(decided("any (u.silent > 0 for u in users)"),
            "undetermined: observed users: name an export of them with --users");
  EXPECT_EQ(decided("count (e in entitlements) == 0"),
            "undetermined: what the org counts: name an export of UserLicense with --org");
}

TEST(unknown, a_condition_that_is_unknown_never_passes) {
  EXPECT_EQ(without_plan("for w in windows where w.logins > 5"), no_plan_missing);
  EXPECT_EQ(without_plan("for w in windows\n when w.logins > 5"), no_plan_missing);
  EXPECT_EQ(without_plan("for w in windows where w.logins > 5\n when w.entitled > 5_000"), "compliant");
  EXPECT_EQ(without_plan("for w in windows where w.entitled > 5_000\n when w.logins > 5"), "compliant");
}

TEST(unknown, records_that_lack_the_same_are_one_finding) {
  const auto found = found_in(small_contract(), "",
                              rule_of("for w in windows\n when w.exceeded\n at w.sku.quantity \"here\""));
  ASSERT_EQ(found.findings.size(), 1u);
  const auto& only = found.findings.front();
  EXPECT_EQ(only.message, "Test: undetermined for pool in 2027-01-01..2027-12-31");
  EXPECT_EQ(only.subject, "pool");
  EXPECT_EQ(only.missing, std::vector<std::string>{"planned usage: give a plan with --plan"});
  EXPECT_EQ(base::to_string(*only.days), "2027-01-01..2027-12-31");
  ASSERT_EQ(only.places.size(), 1u);
  EXPECT_EQ(only.places.front().text, "");
}

TEST(unknown, subjects_that_lack_the_same_are_named_together) {
  const auto found = found_in(small_contract(), "", rule_of("for u in usage\n when u.users > 5"));
  ASSERT_EQ(found.findings.size(), 1u);
  EXPECT_EQ(found.findings.front().message,
            "Test: undetermined for pool and members in 2027-01-01..2027-12-31");
  EXPECT_EQ(found.findings.front().subject, "");
}

TEST(unknown, a_doubtful_record_makes_no_violation) {
  const auto found = found_by("for b in bands where b.sku == members");
  ASSERT_EQ(found.findings.size(), 1u);
  EXPECT_EQ(verdict_of(found),
            "undetermined: population 'key dealers' has only a mean of login days: state login_days "
            "as shares of its users");
  EXPECT_EQ(verdict_of(found_by("for b in bands where b.sku == members and b.users > 5 and 1 > 2")),
            "compliant");
}

TEST(unknown, a_violation_outweighs_what_is_undetermined) {
  const auto found = found_by("for b in bands\n when b.users > 100");
  EXPECT_EQ(found.findings.size(), 3u);
  EXPECT_EQ(found.checks.front().verdict, verdict::violation);
}

TEST(unknown, an_amount_in_another_currency) {
  EXPECT_EQ(decided("contract.cost > 2.00 EUR"),
            "undetermined: what an amount in EUR is in USD: a rule and its contract need one currency");
}

TEST(unknown, what_a_violation_cannot_price_says_so) {
  const auto found = found_in(R"(contract small "Small" {
    term 2027-01-01 to 2027-12-31
    currency USD
    sku pool "Logins" { license basic; sold as logins; quantity 100 per month; price 2.00 per login }
  })",
                              small_plan.substr(0, small_plan.rfind("[[")),
                              rule_of("for w in windows\n when w.exceeded\n cost w.overage"));
  ASSERT_EQ(found.findings.size(), 1u);
  const auto& only = found.findings.front();
  EXPECT_EQ(only.verdict, verdict::violation);
  EXPECT_FALSE(only.cost);
  EXPECT_EQ(missing(only),
            "the contract has no overage clause: state a price and whether excess is measured monthly, "
            "quarterly, yearly or over the term");
}

// ---- absent

TEST(absent, exists_tells) {
  EXPECT_EQ(message_of("for s in skus where s.block exists", "{s} {s.block}"), "pool 100");
  EXPECT_EQ(message_of("for b in bands where b.member_price exists and b.login_days > 0",
                       "{b.member_sku} at {b.member_price}: {b.break_even}"),
            "members at 5.00 USD: 2.50");
}

// ---- bounded work

TEST(evaluate, a_rule_that_compares_too_much_is_a_fault) {
  world w;
  w.add("catalogue", "license basic \"Basic\" { accounts 20 per login }");
  w.add("contract", R"(contract long "Long" {
    term 2027-01-01 to 2125-12-31
    currency USD
    sku pool "Logins" { license basic; sold as logins; quantity 100 per month; price 2.00 per login }
  })");
  w.add("rules",
        rule_of("for a in usage\n for b in usage\n for c in usage\n when a.users + b.users + c.users == 1"));
  w.resolve();
  w.assess();
  ASSERT_EQ(w.rendered(), "");
  settings how;
  how.most_steps = 10'000;
  (void)w.check(how);
  EXPECT_EQ(w.faults(),
            "rule 'test' compares more records of 'long' than can be gone through | nest fewer 'for', or look "
            "records up with 'where x.field == y.field'\n");
}

TEST(evaluate, long_expressions_neither_overflow_nor_crawl) {
  std::string sum = "1";
  std::string conjunction = "contract.time_zone exists";
  for (int i = 1; i < 900; ++i)
    sum += " + 1";
  for (int i = 1; i < 400; ++i)
    conjunction += " or contract.vendor exists";
  EXPECT_EQ(printed(sum), "900");
  EXPECT_EQ(printed(conjunction), "no");
  std::string deep(60, '(');
  EXPECT_EQ(printed(deep + "7" + std::string(60, ')')), "7");
}

TEST(evaluate, lookups_find_what_scans_find) {
  const auto looked_up = found_by("for s in skus\n for w in windows where w.sku == s and w.logins > 1_000");
  EXPECT_EQ(summary(looked_up), "test pool 2027-01-01 violation\n");
  const auto joined = found_by("for a in accesses\n for n in needs where n.population == a.population");
  EXPECT_EQ(summary(joined), "test dealers 2027-01-01 violation\n");
}

} // namespace
} // namespace proviso::checking::testing
