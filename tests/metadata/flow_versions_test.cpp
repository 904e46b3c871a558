// Which version of a flow runs, and what of it is missing.
#include "metadata/flow_versions.hpp"

#include "metadata/reading.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::metadata::testing {
namespace {

// "F: doubt" of each flow that runs, then what is missing.
std::string running(std::vector<text_file> files) {
  const auto all = read(std::move(files));
  EXPECT_EQ(all.faults_text(), "");
  std::string text;
  for (const auto& one : all.found.flows)
    if (one.runs)
      text += fmt::format("{} {}: {}\n", one.name, one.version, one.doubt);
  for (const auto& gap : all.found.gaps)
    text += gap.missing + '\n';
  return text;
}

text_file flow(const std::string& file, const std::string& status) {
  return {fmt::format("flows/{}.flow", file), fmt::format("<Flow><status>{}</status></Flow>", status)};
}

text_file definition(const std::string& folder, const std::string& active) {
  return {
      folder + "flowDefinitions/F.flowDefinition",
      fmt::format("<FlowDefinition><activeVersionNumber>{}</activeVersionNumber></FlowDefinition>", active)};
}

TEST(flow_versions, stand_behind_the_name) {
  EXPECT_EQ(without_version("New_Lead-12").name, "New_Lead");
  EXPECT_EQ(without_version("New_Lead-12").version, 12);
  for (const auto* name : {"New_Lead", "-1", "F-", "F-x", "F-1x", "F-0", "F-99999999999"})
    EXPECT_EQ(without_version(name).name, name);
}

TEST(flow_versions, are_told_by_the_definition) {
  EXPECT_EQ(running({flow("F-1", "Active"), flow("F-2", "Draft"), definition("", "2")}), "F 2: \n");
  EXPECT_EQ(running({flow("F", "Active"), definition("", "0")}), "");
}

TEST(flow_versions, that_run_and_that_no_file_holds_are_missing) {
  const std::string missing =
      "what the flow 'F' does: version 2 of it runs, and no file holds that; retrieve it\n";
  EXPECT_EQ(running({flow("F-1", "Active"), definition("", "2")}), missing);
  EXPECT_EQ(running({definition("", "2")}), missing);
}

TEST(flow_versions, that_definitions_do_not_agree_on_are_a_doubt) {
  EXPECT_EQ(running({flow("F", "Active"), definition("a/", "0"), definition("b/", "2")}),
            "F 0: which version of the flow 'F' runs: its definitions name several; keep one of them\n");
}

TEST(flow_versions, with_a_status_against_the_definition_are_a_doubt) {
  EXPECT_EQ(
      running({flow("F", "Draft"), definition("", "2")}),
      "F 0: whether the flow 'F' runs: its definition says that version 2 does, the status of its file is "
      "Draft; retrieve both again\n");
}

TEST(flow_versions, are_numbers) {
  EXPECT_EQ(read({definition("", "two")}).faults_text(),
            "flowDefinitions/F.flowDefinition:1:17: <activeVersionNumber> is 'two', expected the number of a "
            "version, "
            "0 for none\n");
}

} // namespace
} // namespace proviso::metadata::testing
