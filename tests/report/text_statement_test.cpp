// The last lines of the text report.
#include "report/formats.hpp"
#include "report/sample.hpp"

#include <gtest/gtest.h>

namespace {

using namespace proviso;
using namespace proviso::test;

TEST(text_statement, says_what_was_checked_and_what_it_costs) {
  sample in;
  in.first().checks = {{"a", checking::verdict::compliant}, {"b", checking::verdict::compliant}};
  EXPECT_EQ(report::to_text(in.report, false), R"(portal: Dealer portal
  contract      contracts/portal.proviso
  term          2027-01-15..2027-03-14, 2 months
  purchased     dealers: 1,000 logins a month, 20,000 accounts
                keys: 50 members
  plan          contracts/portal.plan.toml: Roll-out
  as of         2027-02-01
  findings      none; 2 of 2 rules hold
  cost          7,500.50 USD: commitment 7,000.50, overage 500.00
)");
}

TEST(text_statement, says_what_was_assumed_and_what_is_not_known) {
  sample in;
  in.contract.zone.reset();
  in.contract.skus[0].count_assumed = true;
  in.assessment.plan = nullptr;
  in.assessment.totals.complete = false;
  in.assessment.totals.overage = base::unknown{"no plan"};
  in.assessment.totals.missing = {"planned usage: give a plan with --plan"};
  in.first().plan_file.clear();
  in.first().checks = {{"a", checking::verdict::compliant}, {"b", checking::verdict::undetermined}};
  checking::finding open;
  open.rule = "b";
  open.verdict = checking::verdict::undetermined;
  open.message = "not known";
  open.missing = {"planned usage: give a plan with --plan", "a count"};
  in.add(open);
  const auto text = report::to_text(in.report, false);
  EXPECT_EQ(text.substr(text.find("portal:")), R"(portal: Dealer portal
  contract      contracts/portal.proviso
  term          2027-01-15..2027-03-14, 2 months
  purchased     dealers: 1,000 logins a month, 20,000 accounts
                keys: 50 members
  plan          none, so usage is undetermined; give one with --plan
  as of         2027-02-01
  assumed       days are those of UTC: no time zone is declared
                dealers counts one login per user per day: no count is declared
  findings      1 undetermined; 1 of 2 rules hold
  cost          at least 7,500.50 USD: commitment 7,000.50, overage unknown
  undetermined  planned usage: give a plan with --plan
                a count
)");
}

TEST(text_statement, shows_the_range_of_a_ramp) {
  sample in;
  in.assessment.skus[0].months[1].quantity = 2500;
  in.assessment.skus[0].months[1].accounts = base::unknown{"no ratio"};
  const auto text = report::to_text(in.report, false);
  EXPECT_NE(text.find("  purchased     dealers: 1,000 to 2,500 logins a month\n"), std::string::npos) << text;
}

TEST(text_statement, lists_savings_and_warns_not_to_add_them) {
  sample in;
  for (const bool per_month : {false, true}) {
    auto f = exceeded(in);
    f.rule = per_month ? "idle-members" : "quantity-unused";
    f.severity = checking::severity::warning;
    f.saves = amount("100");
    f.saves_per_month = per_month;
    in.add(f);
  }
  auto waived = in.first().findings.front();
  waived.waived = {on("2027-12-31"), "a", "b"};
  in.add(waived);
  const auto text = report::to_text(in.report, false);
  EXPECT_EQ(text.substr(text.find("  findings ")), R"(  findings      2 warnings, 1 waived; 0 of 0 rules hold
  cost          7,500.50 USD: commitment 7,000.50, overage 500.00
  savings       each alone; they overlap and do not add up
                100.00 USD: quantity-unused, dealers
                100.00 USD per month: idle-members, dealers
  recommended   not looked for: --savings adds the cheapest purchase for the same usage
)");
}

TEST(text_statement, says_why_no_purchase_is_recommended) {
  sample in;
  in.first().unsaved = "a price";
  const auto text = report::to_text(in.report, false);
  EXPECT_EQ(text.substr(text.find("  recommended ")), "  recommended   undetermined: a price\n");
}

TEST(text_statement, counts_all_contracts_where_there_are_several) {
  sample in;
  in.add(exceeded(in));
  in.report.contracts.push_back(in.report.contracts.front());
  const auto text = report::to_text(in.report, false);
  EXPECT_EQ(text.substr(text.rfind("\n\n")), "\n\n2 contracts: 2 errors\n");
}

} // namespace
