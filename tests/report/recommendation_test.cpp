// What to buy instead, in the JSON report: every field that optimize and check may fill, held against the
// schema.
#include "report/formats.hpp"
#include "savings/flips.hpp"
#include "savings/levers.hpp"
#include "support/demo_texts.hpp"
#include "support/json_schema.hpp"
#include "support/scenario.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace proviso {
namespace {

constexpr auto schema_file = "src/report/report.schema.json";

std::string as_json(const support::scenario& in, const savings::advice* saved, std::string unsaved) {
  report::report all{"1.0", support::demo_today(), &in.sources, {}};
  auto& of = all.contracts.emplace_back();
  of.assessment = &in.all;
  of.file = "demo.proviso";
  of.plan_file = "demo.plan.toml";
  of.saved = saved;
  of.unsaved = std::move(unsaved);
  return report::to_json(all);
}

nlohmann::json recommended(const std::string& text) {
  return nlohmann::json::parse(text)["contracts"][0]["recommendation"];
}

TEST(recommendation, with_all_that_optimize_can_tell_is_what_the_schema_describes) {
  const auto in = support::sound_scenario(support::demo_contract("", support::seats), support::heavy_and_light);
  const auto found = savings::find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  auto full = *found;
  full.levers = savings::levers_of(full, *in->plan);
  full.turns = savings::turns_of(full, *in->plan);
  full.what_ifs = {{"grace 10%", base::rational(24'000), base::rational(9'000)},
                   {"overage blocked", base::rational(1), base::unknown{"a price"}}};
  full.what_ifs.front().bound = base::rational(8'000);
  full.what_ifs.front().doubt = "the search leaves out something";
  const auto text = as_json(*in, &full, "");
  EXPECT_EQ(support::schema_violations(text, schema_file), "");
  const auto said = recommended(text);
  EXPECT_EQ(said["proven"], true);
  EXPECT_EQ(said["note"], nullptr);
  EXPECT_EQ(said["steps"].size(), 5u);
  EXPECT_EQ(said["what_if"][0]["bound"]["amount"], "8000.00");
  EXPECT_EQ(said["what_if"][0]["note"], "the search leaves out something");
  EXPECT_EQ(said["what_if"][1]["cost"], nullptr);
  EXPECT_EQ(said["what_if"][1]["bound"], nullptr);
  EXPECT_EQ(said["what_if"][1]["note"], "a price");
  EXPECT_EQ(said["levers"].back()["worth"], nullptr);
  EXPECT_NE(said["levers"].back()["note"], nullptr);
  EXPECT_FALSE(said["levers"].empty());
  EXPECT_FALSE(said["turns"].empty());
  EXPECT_FALSE(said["curve"]["points"].empty());
}

TEST(recommendation, says_what_its_bound_leaves_out) {
  const auto in = support::sound_scenario(
      support::demo_contract("    swap 20 logins for 1 member of seats, at most 5 members per year\n",
                             support::seats),
      support::heavy_and_light);
  const auto found = savings::find_savings(in->all, support::demo_today());
  ASSERT_TRUE(found) << found.why().missing;
  auto full = *found;
  full.levers = savings::levers_of(full, *in->plan);
  const auto text = as_json(*in, &full, "");
  EXPECT_EQ(support::schema_violations(text, schema_file), "");
  EXPECT_EQ(recommended(text)["proven"], false);
  const auto grace = recommended(text)["levers"][1];
  EXPECT_EQ(grace["name"], "grace of 10%");
  EXPECT_NE(grace["most"], grace["worth"]);
  EXPECT_EQ(recommended(text)["note"],
            "the search leaves out the right to swap logins of 'pool' for members of 'seats'");
}

TEST(recommendation, is_null_where_it_is_not_known) {
  const auto in = support::sound_scenario(support::demo_contract("", support::seats), support::heavy_and_light);
  const auto text = as_json(*in, nullptr, "a plan");
  EXPECT_EQ(support::schema_violations(text, schema_file), "");
  EXPECT_EQ(recommended(text), nullptr);
}

} // namespace
} // namespace proviso
