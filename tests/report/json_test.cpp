// The JSON report: its bytes, and that its schema describes it.
#include "report/formats.hpp"
#include "report/sample.hpp"
#include "support/folder.hpp"
#include "support/json_schema.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace proviso;
using namespace proviso::test;
using namespace proviso::support;
using json = nlohmann::ordered_json;

constexpr auto schema_file = "src/report/report.schema.json";

json parsed(const sample& in) {
  return json::parse(report::to_json(in.report));
}

TEST(json_report, has_these_bytes) {
  sample in;
  in.first().checks = {{"login-pool-exceeded", checking::verdict::violation}};
  in.add(exceeded(in));
  EXPECT_EQ(report::to_json(in.report), read_file("tests/report/sample.json"));
}

TEST(json_report, is_what_its_schema_describes) {
  sample in;
  in.add(exceeded(in));
  auto open = exceeded(in);
  open.verdict = checking::verdict::undetermined;
  open.missing = {"a plan"};
  open.cost.reset();
  open.saves = amount("1");
  open.days.reset();
  open.places.clear();
  open.waived = {on("2027-12-31"), "a", "b"};
  in.add(open);
  in.first().checks = {{"a", checking::verdict::undetermined}};
  EXPECT_EQ(schema_violations(report::to_json(in.report), schema_file), "");
}

TEST(json_report, without_a_plan_is_what_its_schema_describes) {
  sample in;
  in.assessment.plan = nullptr;
  in.assessment.totals.complete = false;
  in.assessment.totals.overage = {};
  for (auto& sku : in.assessment.skus)
    for (auto& month : sku.months)
      month.users = month.logins = month.accounts = {};
  for (auto& window : in.assessment.skus[0].windows)
    window = {{}, false, 1,  2, window.days, {}, false, {}, {}, {}, {}, {}, base::truth::unknown,
              {}, {},    {}, {}};
  EXPECT_EQ(schema_violations(report::to_json(in.report), schema_file), "");
}

TEST(json_report, tells_what_the_baseline_holds_and_the_change_leaves_out) {
  test::sample in;
  in.first().known.push_back(test::exceeded(in));
  in.first().untouched = 3;
  in.report.has_baseline = in.report.of_change = true;
  const auto text = report::to_json(in.report);
  EXPECT_EQ(schema_violations(text, schema_file), "");
  EXPECT_NE(text.find("\"baseline\": \"unchanged\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"baselined\": 1,\n    \"left_out\": 3\n"), std::string::npos) << text;
}

TEST(json_report, is_refused_by_its_schema_when_a_key_is_missing_or_new) {
  sample in;
  auto lacking = parsed(in);
  lacking["contracts"][0].erase("currency");
  EXPECT_NE(schema_violations(lacking.dump(), schema_file), "");
  auto grown = parsed(in);
  grown["contracts"][0]["totals"]["new"] = 1;
  EXPECT_NE(schema_violations(grown.dump(), schema_file), "");
}

TEST(json_report, puts_null_where_nothing_is_known) {
  sample in;
  in.assessment.totals.overage = base::unknown{"no price"};
  in.assessment.skus[0].months[0].users = base::unknown{"no plan"};
  in.assessment.skus[0].windows[0].overage = base::unknown{"no price"};
  const auto contract = parsed(in)["contracts"][0];
  EXPECT_EQ(contract["totals"]["overage"], nullptr);
  EXPECT_EQ(contract["totals"]["packs"]["amount"], "0.00");
  EXPECT_EQ(contract["usage"][0]["users"], nullptr);
  EXPECT_EQ(contract["windows"][0]["overage"], nullptr);
}

TEST(json_report, charges_a_year_in_its_first_month) {
  sample in;
  const auto usage = parsed(in)["contracts"][0]["usage"];
  EXPECT_EQ(usage[2]["sku"], "keys");
  EXPECT_EQ(usage[2]["commitment"]["amount"], "3000.50");
  EXPECT_EQ(usage[3]["commitment"], nullptr);
}

TEST(json_report, writes_as_many_decimals_as_the_currency_has) {
  sample in;
  in.contract.currency = "JPY";
  in.contract.decimals = 0;
  EXPECT_EQ(parsed(in)["contracts"][0]["totals"]["overage"]["amount"], "500");
}

TEST(json_report, names_other_units_as_they_are_sold) {
  sample in;
  in.contract.skus[1].sold.value = model::sale::other;
  in.contract.skus[1].unit = "partner account";
  EXPECT_EQ(parsed(in)["contracts"][0]["usage"][2]["sold_as"], "partner accounts");
}

TEST(json_report, lets_only_ascii_out) {
  sample in;
  in.contract.title = "Portal\x1b[31m \xc2\x9b \xe2\x80\xae";
  const auto text = report::to_json(in.report);
  EXPECT_NE(text.find(R"("title": "Portal\u001b[31m \u009b \u202e")"), std::string::npos);
  EXPECT_EQ(std::ranges::count_if(text, [](char c) { return c < 0x20 && c != '\n'; }), 0);
}

TEST(json_report, carries_its_schema) {
  EXPECT_EQ(report::schema_of("report"), read_file(schema_file));
}

} // namespace
