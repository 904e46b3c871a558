// What a contract, a configuration and flags say about rules: treat, set and waive.
#include "checking/small.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::checking::testing {
namespace {

constexpr std::string_view rules = R"(
rule big "Big" { severity warning; param least = 1_000; param share = 90%; param from_day = 2027-01-01; for w in windows
  when w.entitled >= least and w.period.start >= from_day; report "{w.sku}" }
rule expired "Expired" { severity warning; for v in waivers; when v.expired; report "{v.rule}" }
rule unused "Unused" { severity warning; for v in waivers where not v.expired; when not v.used; report "{v.rule}" }
)";

world run_of(std::string_view clauses) {
  world w;
  w.add("catalogue", "license basic \"Basic\" { accounts 20 per login }");
  w.add("contract", fmt::format(R"(contract small "Small" {{
    term 2027-01-01 to 2027-03-31
    currency USD
    sku pool "Logins" {{ license basic; sold as logins; quantity 1_000 per month; price 2.00 per login
      overage 2.50 per login, measured monthly }}
    {}
  }})",
                                clauses));
  w.add("rules", std::string(rules));
  w.resolve();
  w.assess();
  return w;
}

std::string found(std::string_view clauses, std::string_view today = "2027-01-01") {
  auto w = run_of(clauses);
  const auto result = w.check(base::parse_day(today).value());
  EXPECT_EQ(w.rendered(), "");
  std::string text;
  for (const auto& f : result.findings)
    text += fmt::format("{} {} {}{}\n", to_string(f.severity), f.rule,
                        f.days ? base::to_string(f.days->first) : "", f.waived ? " waived" : "");
  return text;
}

std::string faults(std::string_view clauses) {
  auto w = run_of(clauses);
  (void)w.check();
  return w.faults();
}

constexpr auto three_months = "warning big 2027-01-01\nwarning big 2027-02-01\nwarning big 2027-03-01\n";

// ---- treat

TEST(treat, changes_the_severity) {
  EXPECT_EQ(found(""), three_months);
  EXPECT_EQ(found("treat big as error"), "error big 2027-01-01\nerror big 2027-02-01\nerror big 2027-03-01\n");
}

TEST(treat, off_leaves_the_rule_out) {
  auto w = run_of("treat big as off");
  const auto result = w.check();
  EXPECT_EQ(summary(result), "");
  ASSERT_EQ(result.checks.size(), 2u);
  EXPECT_EQ(result.checks.front().rule, "expired");
}

severity severity_with(std::string_view clauses, std::vector<severity_override> configured,
                       std::vector<severity_override> flags) {
  auto w = run_of(clauses);
  settings how;
  how.configured = std::move(configured);
  how.flags = std::move(flags);
  const auto result = w.check(how);
  return result.findings.empty() ? severity::off : result.findings.front().severity;
}

TEST(treat, beats_the_configuration_and_flags_beat_both) {
  const std::vector<severity_override> off{{"big", severity::off}};
  const std::vector<severity_override> info{{"big", severity::info}};
  EXPECT_EQ(severity_with("", info, {}), severity::info);
  EXPECT_EQ(severity_with("treat big as error", info, {}), severity::error);
  EXPECT_EQ(severity_with("treat big as error", {}, info), severity::info);
  EXPECT_EQ(severity_with("treat big as off", off, info), severity::info);
  EXPECT_EQ(severity_with("", info, off), severity::off);
}

// ---- set

TEST(set, gives_a_parameter_its_value) {
  EXPECT_EQ(found("set big.least to 1_001"), "");
  EXPECT_EQ(found("set big.from_day to 2027-03-01"), "warning big 2027-03-01\n");
}

TEST(set, is_typed_against_the_rule) {
  EXPECT_EQ(faults("set big.least to 90%"),
            "'big.least' is a number, not a percent | the rule states 'least = 1000'\n");
  EXPECT_EQ(faults("set big.share to 0.9"),
            "'big.share' is a percent, not a number | the rule states 'share = 90%'\n");
  EXPECT_EQ(faults("set big.from_day to 3 months"),
            "'big.from_day' is a date, not months | the rule states 'from_day = 2027-01-01'\n");
}

TEST(names, unknown_ones_have_a_nearest) {
  EXPECT_EQ(faults("set bigg.least to 3"), "there is no rule 'bigg' | did you mean 'big'?\n");
  EXPECT_EQ(faults("set big.leest to 3"), "rule 'big' has no parameter 'leest' | did you mean 'least'?\n");
  EXPECT_EQ(faults("set unused.least to 3"), "rule 'unused' has no parameter 'least' | it has none\n");
  EXPECT_EQ(faults("treat bug as error"), "there is no rule 'bug' | did you mean 'big'?\n");
  EXPECT_EQ(faults("waive something-else until 2027-02-01 by \"x\" because \"y\""),
            "there is no rule 'something-else' | 'proviso rules' lists them\n");
}

// ---- waive

TEST(waive, accepts_findings_that_start_until_its_last_day) {
  EXPECT_EQ(found("waive big until 2027-02-01 by \"x\" because \"y\""),
            "warning big 2027-01-01 waived\nwarning big 2027-02-01 waived\nwarning big 2027-03-01\n");
  EXPECT_EQ(found("waive big for pool until 2027-02-01 by \"x\" because \"y\"", "2027-02-01"),
            "warning big 2027-01-01 waived\nwarning big 2027-02-01 waived\nwarning big 2027-03-01\n");
}

TEST(waive, ends_with_its_last_day) {
  EXPECT_EQ(found("waive big until 2027-02-01 by \"x\" because \"y\"", "2027-02-02"),
            std::string(three_months) + "warning expired 2027-02-01\n");
}

TEST(waive, is_for_its_subject) {
  EXPECT_EQ(found("waive big for other until 2027-02-01 by \"x\" because \"y\""),
            std::string(three_months) + "warning unused 2027-02-01\n");
}

TEST(waive, says_who_and_why) {
  auto w = run_of("waive big until 2027-02-01 by \"legal\" because \"in negotiation\"");
  const auto result = w.check();
  ASSERT_TRUE(result.findings.front().waived);
  EXPECT_EQ(result.findings.front().waived->owner, "legal");
  EXPECT_EQ(result.findings.front().waived->because, "in negotiation");
  EXPECT_EQ(base::to_string(result.findings.front().waived->until), "2027-02-01");
}

TEST(waive, may_be_ignored_without_becoming_unused) {
  auto w = run_of("waive big until 2027-02-01 by \"x\" because \"y\"");
  settings how;
  how.today = base::parse_day("2027-01-01").value();
  how.use_waivers = false;
  for (const auto& f : w.check(how).findings) {
    EXPECT_EQ(f.rule, "big");
    EXPECT_FALSE(f.waived);
  }
}

TEST(waive, a_rule_about_waivers_may_be_waived) {
  EXPECT_EQ(found("waive unused until 2027-12-31 by \"x\" because \"y\"; waive big for other until 2027-02-01 "
                  "by \"x\" because "
                  "\"y\""),
            std::string(three_months) + "warning unused 2027-02-01 waived\n");
}

} // namespace
} // namespace proviso::checking::testing
