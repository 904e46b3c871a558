// How findings read in the text report.
#include "report/formats.hpp"
#include "report/sample.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace {

using namespace proviso;
using namespace proviso::test;

// The report up to the statement.
std::string findings(const sample& in, bool colour = false) {
  const auto text = report::to_text(in.report, colour);
  const auto statement =
      colour ? text.rfind("\x1b[1", text.find("portal: Dealer")) : text.find("portal: Dealer portal\n");
  return text.substr(0, statement);
}

checking::finding monthly(const sample& in, int month, std::string_view logins,
                          std::optional<base::rational> cost) {
  auto result = exceeded(in);
  const auto first = base::add_months(on("2027-01-15"), month - 1);
  result.days = {first, base::add_months(first, 1) - std::chrono::days(1)};
  result.message = fmt::format("dealers needs {} logins in {}", logins, base::to_string(*result.days));
  result.fix = fmt::format("buy more from {}", base::to_string(first));
  result.cost = std::move(cost);
  result.places.clear();
  return result;
}

TEST(text_findings, show_clause_and_usage_then_cost_fix_and_why) {
  sample in;
  in.add(exceeded(in));
  EXPECT_EQ(
      findings(in),
      R"(error[login-pool-exceeded]: dealers needs 2,400 logins in 2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated
  --> contracts/portal.proviso:3:5
  |
3 |     quantity 1_000 per month
  |     ^^^^^^^^^^^^^^^^^^^^^^^^ purchased here
  --> contracts/portal.plan.toml:2:1
  |
2 | season = { november = 1.8 }
  | ^^^^^^ multiplied here
   = cost: 500.00 USD
   = fix: buy 100 more per month from 2027-01-15
   = why: What exceeds the pool is charged.

)");
}

TEST(text_findings, say_what_is_missing) {
  sample in;
  auto f = exceeded(in);
  f.verdict = checking::verdict::undetermined;
  f.missing = {"planned usage: give a plan with --plan", "a login count"};
  f.places.clear();
  f.cost.reset();
  f.fix.clear();
  in.add(f);
  EXPECT_EQ(
      findings(in),
      R"(undetermined[login-pool-exceeded]: dealers needs 2,400 logins in 2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated
   = missing: planned usage: give a plan with --plan
   = missing: a login count
   = why: What exceeds the pool is charged.

)");
}

TEST(text_findings, say_who_accepted_them_and_until_when) {
  sample in;
  auto f = monthly(in, 1, "1,200", std::nullopt);
  f.waived = {on("2027-12-31"), "procurement", "event season, accepted"};
  in.add(f);
  EXPECT_EQ(findings(in), R"(waived[login-pool-exceeded]: dealers needs 1,200 logins in 2027-01-15..2027-02-14
   = waived until 2027-12-31 by procurement: event season, accepted

)");
}

TEST(text_findings, show_savings_by_month_or_over_the_term) {
  sample in;
  auto f = monthly(in, 1, "1,200", std::nullopt);
  f.rule = "idle-members";
  f.severity = checking::severity::warning;
  f.fix.clear();
  f.saves = amount("1234.5");
  f.saves_per_month = true;
  in.add(f);
  EXPECT_EQ(findings(in), R"(warning[idle-members]: dealers needs 1,200 logins in 2027-01-15..2027-02-14
   = saves: 1,234.50 USD per month

)");
}

TEST(text_findings, of_one_wording_read_as_one_with_their_periods) {
  sample in;
  for (const int month : {1, 2, 3, 5, 7})
    in.add(monthly(in, month, "1,200", amount("10")));
  EXPECT_EQ(findings(in), R"(error[login-pool-exceeded]: dealers needs 1,200 logins in 2027-01-15..2027-02-14
   = cost: 10.00 USD; 50.00 USD in all 5 periods
   = fix: buy more from 2027-01-15
   = why: What exceeds the pool is charged.
   = also in 2027-02-15..2027-04-14 (2 periods), 2027-05-15..2027-06-14 and 2027-07-15..2027-08-14

)");
}

TEST(text_findings, of_other_figures_are_told_up_to_three_and_then_summed_up) {
  sample in;
  for (int month = 1; month <= 6; ++month)
    in.add(monthly(in, month, fmt::format("1,{}00", month), amount("10")));
  EXPECT_EQ(findings(in), R"(error[login-pool-exceeded]: dealers needs 1,100 logins in 2027-01-15..2027-02-14
   = cost: 10.00 USD; 60.00 USD in all 6 periods
   = fix: buy more from 2027-01-15
   = why: What exceeds the pool is charged.
   = also in 2027-02-15..2027-03-14: dealers needs 1,200 logins
     cost: 10.00 USD
   = also in 2027-03-15..2027-04-14: dealers needs 1,300 logins
     cost: 10.00 USD
   = also in 2027-04-15..2027-05-14: dealers needs 1,400 logins
     cost: 10.00 USD
   = also in 2 more periods until 2027-07-14, cost: 20.00 USD together

)");
}

TEST(text_findings, of_another_fix_are_told_with_it) {
  sample in;
  in.add(monthly(in, 1, "1,100", std::nullopt));
  auto worse = monthly(in, 2, "1,200", std::nullopt);
  worse.fix = "buy 3,000 more";
  in.add(worse);
  EXPECT_EQ(findings(in), R"(error[login-pool-exceeded]: dealers needs 1,100 logins in 2027-01-15..2027-02-14
   = fix: buy more from 2027-01-15
   = why: What exceeds the pool is charged.
   = also in 2027-02-15..2027-03-14: dealers needs 1,200 logins
     fix: buy 3,000 more

)");
}

TEST(text_findings, tell_the_reason_of_a_rule_once) {
  sample in;
  in.add(exceeded(in));
  auto other = exceeded(in);
  other.subject = "keys";
  in.add(other);
  const auto text = findings(in);
  const auto reason = text.find("= why");
  ASSERT_NE(reason, std::string::npos);
  EXPECT_EQ(text.find("= why", reason + 1), std::string::npos);
}

TEST(text_findings, that_lack_the_same_are_told_together) {
  sample in;
  for (const auto* rule : {"a", "b"}) {
    auto f = exceeded(in);
    f.rule = rule;
    f.verdict = checking::verdict::undetermined;
    f.message = std::string("More than ") + rule;
    f.missing = {"a plan"};
    in.add(f);
  }
  EXPECT_EQ(findings(in), R"(undetermined: 2 checks lack the same
   = missing: a plan
   = a: More than a
   = b: More than b

)");
}

TEST(text_findings, of_another_subject_or_place_stay_apart) {
  sample in;
  in.add(monthly(in, 1, "1,200", std::nullopt));
  auto other = monthly(in, 2, "1,200", std::nullopt);
  other.subject = "keys";
  in.add(other);
  auto elsewhere = monthly(in, 3, "1,200", std::nullopt);
  elsewhere.places = {{find(in.sources, 1, "quantity 50"), ""}};
  in.add(elsewhere);
  const auto text = findings(in);
  EXPECT_EQ(text.find("also in"), std::string::npos) << text;
}

TEST(text_findings, let_no_input_write_to_the_terminal_or_forge_a_line) {
  sample in;
  auto f = monthly(in, 1, "1,200", std::nullopt);
  f.message = "evil \x1b[31m\nerror[forged]: no";
  f.fix = "first\nsecond";
  in.add(f);
  EXPECT_EQ(findings(in), R"(error[login-pool-exceeded]: evil \x1b[31m
  error[forged]: no
   = fix: first
     second
   = why: What exceeds the pool is charged.

)");
}

TEST(text_findings, are_painted_only_when_asked) {
  sample in;
  in.add(monthly(in, 1, "1,200", std::nullopt));
  EXPECT_EQ(
      findings(in, true),
      "\x1b[1;31merror[login-pool-exceeded]\x1b[0m: \x1b[1mdealers needs 1,200 logins in "
      "2027-01-15..2027-02-14\x1b[0m\n   = fix: buy more from 2027-01-15\n   = why: What exceeds the pool is "
      "charged.\n\n");
  EXPECT_EQ(findings(in).find('\x1b'), std::string::npos);
}

} // namespace
