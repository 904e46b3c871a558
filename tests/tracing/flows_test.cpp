// What elements of flows do, and which version of a flow runs.
#include "tracing/ways.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::tracing::testing {
namespace {

std::string system_flow(const std::string& content) {
  return as_system + content;
}

std::string action(const std::string& type, const std::string& name) {
  return fmt::format("<actionCalls><name>Do</name><actionName>{}</actionName><actionType>{}</actionType>"
                     "</actionCalls>",
                     name, type);
}

metadata::text_file quick(const std::string& name, const std::string& content) {
  return {fmt::format("quickActions/{}.quickAction-meta.xml", name),
          fmt::format("<QuickAction>{}</QuickAction>", content)};
}

TEST(flows, run_plugins) {
  const auto plugs =
      flow("F", "<apexPluginCalls><name>Old</name><apexClass>Plug</apexClass></apexPluginCalls>");
  EXPECT_EQ(ways({profile(to_flow("F")), plugs,
                  code("Plug", "global class Plug implements Process.Plugin { global Process.PluginResult "
                               "invoke(Process.PluginRequest r) { insert new Lead(); return null; }\n"
                               " void other() { insert new Case(); } }")}),
            "profile Dealer → flow F → class Plug | class Plug:1 insert Lead (system mode)\n");
  EXPECT_EQ(
      ways({profile(to_flow("F")), plugs}),
      "what the class 'Plug' does: no file holds it; retrieve it or, if it is of a managed package, ask its "
      "vendor\n");
}

TEST(flows, run_flows_from_screens) {
  EXPECT_EQ(
      ways({profile(to_flow("F")),
            flow("F", system_flow("<screens><name>Ask</name><actions><name>Go</name><actionName>G</actionName>"
                                  "<actionType>flow</actionType></actions></screens>")),
            flow("G", makes_lead)}),
      "profile Dealer → flow F → flow G | flow G: create Lead in Make (system mode)\n");
}

TEST(flows, read_related_records) {
  EXPECT_EQ(
      ways({profile(to_flow("F")),
            flow("F", system_flow("<recordLookups><name>Find</name><object>Account</object><relatedRecords>"
                                  "<relatedObject>Case</relatedObject><relatedRecords><relatedObject>Lead"
                                  "</relatedObject></relatedRecords></relatedRecords></recordLookups>"
                                  "<recordUpdates><name>Up</name><inputReference>Find</inputReference>"
                                  "</recordUpdates>"))}),
      "profile Dealer → flow F | flow F: read Account in Find (system mode)\n"
      "profile Dealer → flow F | flow F: read Case in Find (system mode)\n"
      "profile Dealer → flow F | flow F: read Lead in Find (system mode)\n"
      "profile Dealer → flow F | flow F: update Account in Up (system mode)\n");
}

TEST(flows, offer_picklists_without_reading_records) {
  EXPECT_EQ(ways({profile(to_flow("F")),
                  flow("F", system_flow("<dynamicChoiceSets><name>d</name><dataType>Picklist</dataType>"
                                        "<picklistField>Status</picklistField><picklistObject>Case"
                                        "</picklistObject></dynamicChoiceSets>"))}),
            "");
  EXPECT_EQ(ways({profile(to_flow("F")),
                  flow("F", system_flow("<dynamicChoiceSets><name>d</name><object>Case</object>"
                                        "</dynamicChoiceSets>"))}),
            "profile Dealer → flow F | flow F: read Case in d (system mode)\n");
}

TEST(flows, take_quick_actions) {
  EXPECT_EQ(
      ways({profile(to_flow("F")),
            flow("F", system_flow(action("quickAction", "Account.New_Case") + action("quickAction", "NewLead") +
                                  action("quickAction", "Case.LogACall") +
                                  action("quickAction", "Opportunity.Win"))),
            quick("Account.New_Case", "<targetObject>Case</targetObject><type>Create</type>"),
            quick("NewLead", "<targetObject>Lead</targetObject><type>Create</type>"),
            quick("Case.LogACall", "<type>LogACall</type>"), quick("Opportunity.Win", "<type>Update</type>")}),
      "profile Dealer → flow F | flow F: create Case in Account.New_Case (system mode)\n"
      "profile Dealer → flow F | flow F: create Lead in NewLead (system mode)\n"
      "profile Dealer → flow F | flow F: create Task in Case.LogACall (system mode)\n"
      "profile Dealer → flow F | flow F: update Opportunity in Opportunity.Win (system mode)\n");
}

TEST(flows, take_quick_actions_that_start_flows) {
  EXPECT_EQ(ways({profile(to_flow("F")), flow("F", action("quickAction", "Account.Ask")),
                  quick("Account.Ask", "<flowDefinition>G</flowDefinition><type>Flow</type>"),
                  flow("G", system_flow(makes_lead))}),
            "profile Dealer → flow F → flow G | flow G: create Lead in Make (system mode)\n");
}

TEST(flows, take_quick_actions_that_cannot_be_told) {
  EXPECT_EQ(
      ways({profile(to_flow("F")),
            flow("F", system_flow(action("quickAction", "Case.LogACall") + action("quickAction", "Show") +
                                  action("quickAction", "Empty"))),
            quick("Show", "<type>VisualforcePage</type>"), quick("Empty", "<type>Create</type>")}),
      "what the quick action 'Case.LogACall' does: no file holds it; retrieve it\n"
      "what the quick action 'Show' does: its type is 'VisualforcePage', which is not followed; look at what "
      "it opens\n"
      "what the quick action 'Empty' does: its file names no targetObject; retrieve it again\n");
  EXPECT_EQ(ways({profile(to_flow("F")), flow("F", action("quickAction", "Case.LogACall"))}), "");
}

// ---- versions

metadata::text_file version(const std::string& file, const std::string& status) {
  return {fmt::format("flows/{}.flow", file),
          fmt::format("<Flow><status>{}</status>{}{}</Flow>", status, as_system, makes_lead)};
}

metadata::text_file definition(const std::string& active) {
  return {
      "flowDefinitions/F.flowDefinition",
      fmt::format("<FlowDefinition><activeVersionNumber>{}</activeVersionNumber></FlowDefinition>", active)};
}

constexpr auto runs = "profile Dealer → flow F | flow F: create Lead in Make (system mode)\n";

TEST(versions, of_flows_that_do_not_run) {
  for (const auto* status : {"Draft", "InvalidDraft", "Obsolete"})
    EXPECT_EQ(ways({profile(to_flow("F")), version("F", status)}), "") << status;
  EXPECT_EQ(
      ways({profile(writes("Account")),
            {"flows/T.flow", "<Flow><start><object>Account</object><triggerType>RecordAfterSave</triggerType>"
                             "</start><status>Draft</status>" +
                                 makes_lead + "</Flow>"}}),
      "");
}

TEST(versions, of_a_status_that_is_not_known) {
  EXPECT_EQ(ways({profile(to_flow("F")), version("F", "Sleeping")}), std::string("!") + runs);
}

TEST(versions, that_a_definition_names) {
  EXPECT_EQ(
      ways({profile(to_flow("F")), version("F-2", "Active"), version("F-1", "Obsolete"), definition("2")}),
      runs);
  EXPECT_EQ(ways({profile(to_flow("F")), version("F", "Active"), definition("0")}), "");
  EXPECT_EQ(ways({profile(to_flow("F")), version("F", "Active"), definition("")}), runs);
  EXPECT_EQ(ways({profile(to_flow("F")), version("F", "Draft"), definition("3")}), std::string("!") + runs);
  EXPECT_EQ(ways({profile(to_flow("F")), version("F-1", "Obsolete"), definition("2")}), "");
}

TEST(versions, without_a_definition) {
  EXPECT_EQ(ways({profile(to_flow("F")), version("F-1", "Obsolete"), version("F-2", "Active")}), runs);
}

} // namespace
} // namespace proviso::tracing::testing
