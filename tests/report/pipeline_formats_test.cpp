// The formats for pipelines: their bytes, and that nothing of an input is more than text in them.
#include "report/formats.hpp"
#include "report/sample.hpp"
#include "support/json_schema.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace proviso;
using namespace proviso::test;
using json = nlohmann::json;

constexpr auto sarif_schema =
    "../shared/schemas/sarif-2.1.0.schema.json"; // the published one, where it is at hand

checking::finding hostile(const sample& in) {
  auto f = exceeded(in);
  f.message = "=HYPERLINK(\"x\") <b>\x1b[31m</b> | @team #1 `a` 100%,\n::error::x ]]> www.example.com";
  f.fix = "a,b:c";
  f.subject = "+1";
  f.days.reset();
  f.cost.reset();
  return f;
}

checking::finding undetermined(const sample& in) {
  auto f = hostile(in);
  f.verdict = checking::verdict::undetermined;
  f.message = "open";
  f.fix.clear();
  f.missing = {"a plan"};
  f.places.clear();
  return f;
}

checking::finding waived(const sample& in) {
  auto f = exceeded(in);
  f.waived = {on("2027-12-31"), "sales", "agreed"};
  return f;
}

struct reported : sample {
  reported() {
    add(exceeded(*this));
    add(hostile(*this));
    add(undetermined(*this));
    add(waived(*this));
    first().checks = {{"login-pool-exceeded", checking::verdict::violation},
                      {"restricted-access-granted", checking::verdict::undetermined, "--metadata"},
                      {"idle-members", checking::verdict::compliant}};
  }
};

TEST(concise, is_a_line_a_finding) {
  EXPECT_EQ(report::to_concise(reported().report),
            "contracts/portal.proviso:3:5: error[login-pool-exceeded]: dealers needs 2,400 logins in "
            "2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated\n"
            "contracts/portal.proviso:3:5: error[login-pool-exceeded]: =HYPERLINK(\"x\") <b>\\x1b[31m</b> | "
            "@team #1 `a` 100%, ::error::x ]]> www.example.com\n"
            "contracts/portal.proviso: undetermined[login-pool-exceeded]: open; missing: a plan\n"
            "contracts/portal.proviso:3:5: waived[login-pool-exceeded]: dealers needs 2,400 logins in "
            "2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated\n");
}

TEST(csv, has_no_formulas) {
  EXPECT_EQ(report::to_csv(reported().report),
            "contract,rule,standing,severity,kind,subject,start,end,cost,saves,currency,file,line,column,"
            "message,fix,fingerprint\n"
            "portal,login-pool-exceeded,error,error,breach,dealers,2027-01-15,2027-03-14,500.00,,USD,contracts/"
            "portal.proviso,3,5,\"dealers needs 2,400 logins in 2027-01-15..2027-03-14, 2,000 are entitled and "
            "200 tolerated\",buy 100 more per month from 2027-01-15,0123456789abcdef\n"
            "portal,login-pool-exceeded,error,error,breach,'+1,,,,,,contracts/"
            "portal.proviso,3,5,\"'=HYPERLINK(\"\"x\"\") <b>\\x1b[31m</b> | @team #1 `a` 100%, ::error::x ]]> "
            "www.example.com\",\"a,b:c\",0123456789abcdef\n"
            "portal,login-pool-exceeded,undetermined,error,breach,'+1,,,,,,contracts/portal.proviso,,,open; "
            "missing: a plan,,0123456789abcdef\n"
            "portal,login-pool-exceeded,waived,error,breach,dealers,2027-01-15,2027-03-14,500.00,,USD,"
            "contracts/portal.proviso,3,5,\"dealers needs 2,400 logins in 2027-01-15..2027-03-14, 2,000 are "
            "entitled and 200 tolerated\",buy 100 more per month from 2027-01-15,0123456789abcdef\n");
}

TEST(github, keeps_commands_apart) {
  EXPECT_EQ(
      report::to_github(reported().report),
      "::error "
      "file=contracts/portal.proviso,line=3,endLine=3,col=5,endColumn=29,title=login-pool-exceeded::dealers "
      "needs 2,400 logins in 2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated%0Afix: buy 100 more "
      "per month from 2027-01-15\n"
      "::error "
      "file=contracts/"
      "portal.proviso,line=3,endLine=3,col=5,endColumn=29,title=login-pool-exceeded::=HYPERLINK(\"x\") "
      "<b>\\x1b[31m</b> | @team #1 `a` 100%25, ::error::x ]]> www.example.com%0Afix: a,b:c\n"
      "::notice file=contracts/portal.proviso,title=login-pool-exceeded::open; missing: a plan\n"
      "::notice "
      "file=contracts/portal.proviso,line=3,endLine=3,col=5,endColumn=29,title=login-pool-exceeded::dealers "
      "needs 2,400 logins in 2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated (waived until "
      "2027-12-31, by sales)\n");
}

TEST(markdown, shows_markup_as_text) {
  EXPECT_EQ(report::to_markdown(reported().report),
            "### portal: Dealer portal\n"
            "\n"
            "2 errors, 1 undetermined, 1 waived, as of 2027-02-01\n"
            "\n"
            "| | rule | where | what |\n"
            "|---|---|---|---|\n"
            "| error | login-pool-exceeded | contracts/portal.proviso:3 | dealers needs 2,400 logins in "
            "2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated<br>cost: 500.00 USD<br>fix: buy 100 "
            "more per month from 2027-01-15 |\n"
            "| error | login-pool-exceeded | contracts/portal.proviso:3 | \\=HYPERLINK(\"x\") "
            "\\<b\\>\\\\x1b\\[31m\\</b\\> \\| \\@&#8203;team \\#&#8203;1 \\`a\\` 100%, "
            "::error::x \\]\\]\\> www&#8203;.example.com<br>fix: a,b:c |\n"
            "| undetermined | login-pool-exceeded | contracts/portal.proviso | open; missing: a plan |\n"
            "| waived | login-pool-exceeded | contracts/portal.proviso:3 | dealers needs 2,400 logins in "
            "2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated<br>cost: 500.00 USD<br>fix: buy 100 "
            "more per month from 2027-01-15 |\n");
}

TEST(junit, fails_errors_and_skips_what_is_open) {
  EXPECT_EQ(report::to_junit(reported().report),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites name=\"proviso\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\">\n"
            "  <testsuite name=\"portal\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\">\n"
            "    <testcase classname=\"portal\" name=\"login-pool-exceeded\">\n"
            "      <failure type=\"error\" message=\"dealers needs 2,400 logins in 2027-01-15..2027-03-14, "
            "2,000 are entitled and 200 tolerated\">contracts/portal.proviso:3:5 purchased "
            "here&#10;contracts/portal.plan.toml:2:1 multiplied here&#10;fix: buy 100 more per month from "
            "2027-01-15&#10;</failure>\n"
            "      <failure type=\"error\" message=\"=HYPERLINK(&quot;x&quot;) &lt;b&gt;\\x1b[31m&lt;/b&gt; | "
            "@team #1 `a` 100%, ::error::x ]]&gt; www.example.com\">contracts/portal.proviso:3:5 purchased "
            "here&#10;contracts/portal.plan.toml:2:1 multiplied here&#10;fix: a,b:c&#10;</failure>\n"
            "      <system-out>undetermined: open; missing: a plan&#10;waived: dealers needs 2,400 logins in "
            "2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated&#10;</system-out>\n"
            "    </testcase>\n"
            "    <testcase classname=\"portal\" name=\"restricted-access-granted\">\n"
            "      <skipped message=\"needs --metadata\"/>\n"
            "    </testcase>\n"
            "    <testcase classname=\"portal\" name=\"idle-members\"/>\n"
            "  </testsuite>\n"
            "</testsuites>\n");
}

TEST(gitlab, lists_what_is_waived_for_information) {
  const auto issues = json::parse(report::to_gitlab(reported().report));
  ASSERT_EQ(issues.size(), 4u);
  EXPECT_EQ(issues[0].dump(), "{\"check_name\":\"login-pool-exceeded\",\"description\":\"dealers needs 2,400 "
                              "logins in 2027-01-15..2027-03-14, 2,000 are entitled and 200 "
                              "tolerated\",\"fingerprint\":\"0123456789abcdef\",\"location\":{\"lines\":{"
                              "\"begin\":3},\"path\":\"contracts/portal.proviso\"},\"severity\":\"critical\"}");
  EXPECT_EQ(issues[1]["severity"], "critical");
  EXPECT_EQ(issues[2]["severity"], "info");
  EXPECT_EQ(issues[2]["location"]["lines"]["begin"], 1);
  EXPECT_EQ(issues[3]["severity"], "info");
  EXPECT_EQ(issues[3]["description"],
            "dealers needs 2,400 logins in 2027-01-15..2027-03-14, 2,000 are entitled "
            "and 200 tolerated (waived until 2027-12-31, by sales)");
}

TEST(sarif, suppresses_what_is_waived_and_keeps_what_is_open) {
  const auto log = json::parse(report::to_sarif(reported().report));
  const auto& run = log["runs"][0];
  ASSERT_EQ(run["results"].size(), 4u);
  EXPECT_EQ(run["results"][0]["level"], "error");
  EXPECT_EQ(run["results"][0]["partialFingerprints"]["proviso/v1"], reported().first().findings[0].fingerprint);
  EXPECT_EQ(run["results"][2]["kind"], "open");
  EXPECT_EQ(run["results"][2]["level"], "none");
  EXPECT_FALSE(run["results"][2].contains("locations"));
  EXPECT_EQ(run["results"][3]["suppressions"].dump(),
            "[{\"justification\":\"agreed (accepted by sales until "
            "2027-12-31)\",\"kind\":\"inSource\",\"status\":\"accepted\"}]");
  EXPECT_EQ(
      run["results"][0]["locations"].dump(),
      "[{\"message\":{\"text\":\"purchased "
      "here\"},\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"contracts/"
      "portal.proviso\"},\"region\":{\"endColumn\":29,\"endLine\":3,\"startColumn\":5,\"startLine\":3}}}]");
  EXPECT_EQ(run["tool"]["driver"]["rules"].size(), 3u);
}

TEST(sarif, tells_what_the_baseline_holds) {
  reported in;
  in.first().known.push_back(exceeded(in));
  EXPECT_FALSE(json::parse(report::to_sarif(in.report))["runs"][0]["results"][0].contains("baselineState"));
  in.report.has_baseline = true;
  const auto log = json::parse(report::to_sarif(in.report));
  const auto& results = log["runs"][0]["results"];
  ASSERT_EQ(results.size(), 5u);
  EXPECT_EQ(results[0]["baselineState"], "new");
  EXPECT_EQ(results[4]["baselineState"], "unchanged");
  EXPECT_EQ(results[0]["suppressions"].dump(), "[]");
  EXPECT_EQ(
      results[4]["suppressions"].dump(),
      "[{\"justification\":\"it stands in the baseline\",\"kind\":\"external\",\"status\":\"accepted\"}]");
  if (std::filesystem::exists(sarif_schema))
    EXPECT_EQ(support::schema_violations(report::to_sarif(in.report), sarif_schema), "");
}

TEST(sarif, says_nothing_of_suppressions_where_there_are_none) {
  reported in;
  std::erase_if(in.first().findings, [](const checking::finding& f) { return f.waived.has_value(); });
  const auto log = json::parse(report::to_sarif(in.report));
  for (const auto& result : log["runs"][0]["results"])
    EXPECT_FALSE(result.contains("suppressions"));
}

TEST(sarif, is_what_the_published_schema_describes) {
  if (!std::filesystem::exists(sarif_schema))
    GTEST_SKIP() << "the published schema is not at hand";
  EXPECT_EQ(support::schema_violations(report::to_sarif(reported().report), sarif_schema), "");
  EXPECT_EQ(support::schema_violations(report::to_sarif(sample().report), sarif_schema), "");
  EXPECT_NE(support::schema_violations("{\"version\": \"2.1.0\"}", sarif_schema), "");
}

} // namespace
