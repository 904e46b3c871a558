// Baselines as files: what is written is what the schema says and reads back; what is none is told.
#include "cli/pipeline/baseline_file.hpp"
#include "support/json_schema.hpp"

#include <gtest/gtest.h>

namespace {

using namespace proviso;

cli::baseline sample() {
  cli::baseline result;
  auto& shop = result.contracts["shop"];
  shop.cost = {base::rational(5, 2), "USD", true, 2};
  shop.findings[{"login-pool-exceeded", "logins"}] = {"0123456789abcdef", "fedcba9876543210"};
  shop.findings[{"restriction-undeclared", ""}] = {"00000000000000aa"};
  return result;
}

std::string fault_of(const std::string& text) {
  base::diagnostics faults;
  const auto read = cli::read_baseline(text, "base.json", {}, faults);
  return read || faults.size() != 1 ? "none" : faults[0].message;
}

std::string replaced(const std::string& what, const std::string& by) {
  auto text = cli::to_json(sample());
  return text.replace(text.find(what), what.size(), by);
}

TEST(baseline, is_what_its_schema_says) {
  EXPECT_EQ(support::schema_violations(cli::to_json(sample()), "src/report/baseline.schema.json"), "");
  EXPECT_NE(support::schema_violations(replaced("\"count\"", "\"cont\""), "src/report/baseline.schema.json"),
            "");
}

TEST(baseline, reads_back_as_it_was_written) {
  base::diagnostics faults;
  const auto read = cli::read_baseline(cli::to_json(sample()), "base.json", {}, faults);
  ASSERT_TRUE(read);
  EXPECT_EQ(cli::to_json(*read), cli::to_json(sample()));
  EXPECT_EQ(cli::size_of(*read), 3u);
}

TEST(baseline, says_what_is_wrong_where) {
  EXPECT_EQ(fault_of("{\n{"), "'base.json' is no baseline: it is no JSON from line 2 on");
  EXPECT_EQ(fault_of("[]"), "'base.json' is no baseline: schema must be a text");
  EXPECT_EQ(fault_of(replaced("baseline/1", "baseline/2")),
            "'base.json' is no baseline: schema must be \"proviso/baseline/1\"");
  EXPECT_EQ(fault_of(replaced("\"2.50\"", "2.50")),
            "'base.json' is no baseline: contracts[0].cost.amount must be a text");
  EXPECT_EQ(fault_of(replaced("\"count\": 2", "\"count\": 3")),
            "'base.json' is no baseline: contracts[0].findings[0].count must be 2, as many as there are "
            "fingerprints");
  EXPECT_EQ(fault_of(replaced("fedcba9876543210", "0123456789abcdef")),
            "'base.json' is no baseline: contracts[0].findings[0].fingerprints must be texts, each once");
  EXPECT_EQ(fault_of(std::string(100'000, '[')), "'base.json' is no baseline: it must be nested less");
}

} // namespace
