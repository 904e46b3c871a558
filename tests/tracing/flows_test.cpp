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

// ---- orchestrations, and what is in the place of others

std::string stage(const std::string& name, const std::string& type) {
  return fmt::format("<orchestratedStages><name>S</name><stageSteps><name>B</name><actionName>{}</actionName>"
                     "<actionType>{}</actionType></stageSteps></orchestratedStages>",
                     name, type);
}

TEST(stages, run_their_steps) {
  const auto run = [](const std::string& type) {
    return ways({profile(to_flow("O")), flow("O", stage("G", type)), flow("G", makes_lead),
                 flow("H", system_flow(makes_lead))});
  };
  EXPECT_EQ(run("stepBackground"),
            "profile Dealer → flow O → flow G | flow G: create Lead in Make (system mode)\n");
  EXPECT_EQ(run("stepInteractive"), "");
  EXPECT_EQ(run("stepMuleSoft"), "what 'G' in <orchestratedStages> of flow O does: its type is 'stepMuleSoft', "
                                 "which is not followed; look at what it runs\n");
  EXPECT_EQ(ways({profile(to_flow("O")), flow("O", stage("H", "stepInteractive")),
                  flow("H", system_flow(makes_lead))}),
            "?profile Dealer → flow O → flow H | flow H: create Lead in Make (system mode)\n");
}

TEST(flows, run_in_the_place_of_others) {
  const auto mine = flow("Mine", "<overriddenFlow>acme__Std</overriddenFlow>" + system_flow(makes_lead));
  EXPECT_EQ(ways({profile(to_flow("acme__std")), mine}),
            "profile Dealer → flow Mine | flow Mine: create Lead in Make (system mode)\n");
}

TEST(flows, update_what_they_find_instead) {
  const auto create = [](const std::string& more) {
    return ways(
        {profile(to_flow("F")), flow("F", system_flow("<recordCreates><name>Make</name><object>Lead</object>" +
                                                      more + "</recordCreates>"))});
  };
  const auto does = [](const std::string& what) {
    return "profile Dealer → flow F | flow F: " + what + " Lead in Make (system mode)\n";
  };
  EXPECT_EQ(create("<operationOneMatchingRecord>None</operationOneMatchingRecord>"), does("create"));
  EXPECT_EQ(create("<operationOneMatchingRecord>UpdateAllRecords</operationOneMatchingRecord>"),
            does("create, update"));
  EXPECT_EQ(create("<operationMultMatchingRecords>UpdateLatestRecord</operationMultMatchingRecords>"),
            does("create, update"));
}

// ---- words that are not known

TEST(words, of_flows_that_are_not_known) {
  const auto unknown = [](const std::string& element, const std::string& word) {
    return fmt::format("<{}> of the flow 'F' is '{}', which is not known: retrieve it again\n", element, word);
  };
  for (const auto* mode : {"Foo", "systemmodewithoutsharing"})
    EXPECT_EQ(
        ways({profile(to_flow("F")), flow("F", fmt::format("<runInMode>{}</runInMode>{}", mode, makes_lead))}),
        unknown("runInMode", mode));
  const auto started = [](const std::string& type, const std::string& records) {
    return ways(
        {profile(writes("Account")),
         flow("F", fmt::format("<start><object>Account</object><recordTriggerType>{}</recordTriggerType>"
                               "<triggerType>{}</triggerType></start>{}",
                               records, type, makes_lead))});
  };
  const std::string perhaps =
      "?profile Dealer → create Account → flow F | flow F: create Lead in Make (system mode)\n";
  EXPECT_EQ(started("recordaftersave", "Create"), perhaps + unknown("triggerType", "recordaftersave"));
  EXPECT_EQ(started("RecordAfterSave", "Foo"), perhaps + unknown("recordTriggerType", "Foo"));
  EXPECT_EQ(started("RecordAfterSave", "Create"), perhaps.substr(1));
  EXPECT_EQ(started("RecordAfterSave", "Update"), "");
  EXPECT_EQ(started("Scheduled", ""), "");
  EXPECT_EQ(
      ways({profile(to_flow("F")), flow("F", "<start><triggerType>Foo</triggerType></start>" + makes_lead)}),
      "?profile Dealer → flow F | flow F: create Lead in Make (system mode)\n" + unknown("triggerType", "Foo"));
}

// ---- what references stand for

// A flow that updates what is referred to.
std::string updates(const std::string& reference, const std::string& more) {
  return ways({profile(to_flow("F")),
               flow("F", system_flow(fmt::format("<recordUpdates><name>Up</name><inputReference>{}"
                                                 "</inputReference></recordUpdates>{}",
                                                 reference, more))),
               code("W", "public class W { public Lead rec; public Account lead; public Integer size; public W "
                         "next; public Inner in; public SObject any; public class Inner { public List<Case> "
                         "all; } }"),
               code("Inv", "public class Inv { public class R { @InvocableVariable public List<Lead> leads; } "
                           "@InvocableMethod public static List<R> go(List<Id> ids) { return null; } }"),
               code("Plain", "public class Plain { @InvocableMethod public static List<List<Case>> go() { "
                             "return null; } }"),
               code("Any", "public class Any { @InvocableMethod public static List<List<SObject>> go() { "
                           "return null; } }"),
               flow("G", "<variables><name>out</name><objectType>Lead</objectType></variables><variables>"
                         "<name>count</name><dataType>Number</dataType></variables>")});
}

std::string updated(const std::string& object) {
  return "profile Dealer → flow F | flow F: update " + object + " in Up (system mode)\n";
}

std::string untold(const std::string& reference) {
  return fmt::format("what flow F does to records in 'Up': it cannot be told what '{}' holds; name the object "
                     "of its variable\n",
                     reference);
}

std::string variable(const std::string& rest) {
  return "<variables><name>v</name>" + rest + "</variables>";
}

std::string mapped(const std::string& object) {
  return "<dataTypeMappings><typeName>T</typeName><typeValue>" + object + "</typeValue></dataTypeMappings>";
}

TEST(references, go_through_fields_of_classes) {
  const auto of_w = variable("<apexClass>W</apexClass><dataType>Apex</dataType>");
  EXPECT_EQ(updates("v.rec", of_w), updated("Lead"));
  EXPECT_EQ(updates("v.lead", of_w), updated("Account"));
  EXPECT_EQ(updates("v.next.rec", of_w), updated("Lead"));
  EXPECT_EQ(updates("v.in.all", of_w), updated("Case"));
  EXPECT_EQ(updates("v.any", of_w), untold("v.any"));
  EXPECT_EQ(updates("v.gone", of_w), untold("v.gone"));
  EXPECT_EQ(updates("v", of_w), untold("v"));
  EXPECT_EQ(updates("v.all", variable("<apexClass>W$Inner</apexClass>")), updated("Case"));
  EXPECT_EQ(updates("v.rec", variable("<apexClass>pkg__W</apexClass>")), untold("v.rec"));
}

TEST(references, to_what_elements_give) {
  const auto field = [](const std::string& more) {
    return "<screens><name>S</name><fields><name>Section</name><fields><name>Tbl</name>" + more +
           "</fields></fields></screens>";
  };
  EXPECT_EQ(updates("Tbl.selectedRows", field(mapped("Lead"))), updated("Lead"));
  EXPECT_EQ(updates("Tbl.selectedRows", field("")), untold("Tbl.selectedRows"));
  const auto subflow = "<subflows><name>S</name><flowName>G</flowName></subflows>";
  EXPECT_EQ(updates("S.out", subflow), updated("Lead"));
  EXPECT_EQ(updates("S.count", subflow), untold("S.count"));
  const auto act = [](const std::string& name, const std::string& more = {}) {
    return "<actionCalls><name>Act</name><actionName>" + name + "</actionName><actionType>apex</actionType>" +
           more + "</actionCalls>";
  };
  EXPECT_EQ(updates("Act.leads", act("Inv")), updated("Lead"));
  EXPECT_EQ(updates("Act.output", act("Plain")), updated("Case"));
  EXPECT_EQ(updates("Act", act("Plain")), updated("Case"));
  EXPECT_EQ(updates("Act.output", act("Any", mapped("Lead"))), updated("Lead"));
  EXPECT_EQ(updates("Act.output", act("Any")), untold("Act.output"));
}

TEST(references, to_parents_of_another_name) {
  EXPECT_EQ(updates("v.Parent", variable("<objectType>Case</objectType>")), updated("Case"));
  EXPECT_EQ(updates("v.Foo", variable("<objectType>Case</objectType>")), untold("v.Foo"));
}

TEST(references, to_what_is_not_declared) {
  EXPECT_EQ(updates("L.current", ""), untold("L.current"));
  EXPECT_EQ(updates("Lead.Lead", ""), untold("Lead.Lead"));
  EXPECT_EQ(updates("v.Account", variable("<objectType>Contact</objectType>")), updated("Account"));
  EXPECT_EQ(updates("m", "<transforms><name>m</name><objectType>Case</objectType></transforms>"),
            updated("Case"));
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
