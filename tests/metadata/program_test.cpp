// What is read of flows, code and pages, and of who may run them.
#include "metadata/reading.hpp"
#include "metadata/walk.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::metadata::testing {
namespace {

std::string names(const stated_names& all) {
  std::string text;
  for (const auto& one : all)
    text += one.value + ' ';
  return text;
}

TEST(programs, are_run_by_holders) {
  const auto all =
      read({{"profiles/P.profile",
             "<Profile><classAccesses><apexClass>A</apexClass><enabled>true</enabled></classAccesses>"
             "<classAccesses><apexClass>B</apexClass><enabled>false</enabled></classAccesses>"
             "<flowAccesses><enabled>true</enabled><flow>F</flow></flowAccesses>"
             "<pageAccesses><apexPage>V</apexPage><enabled>true</enabled></pageAccesses>"
             "<userPermissions><enabled>true</enabled><name>RunFlow</name></userPermissions></Profile>"}});
  const auto& holder = all.found.holders.at(0);
  EXPECT_EQ(names(holder.classes), "A ");
  EXPECT_EQ(names(holder.flows), "F ");
  EXPECT_EQ(names(holder.pages), "V ");
  EXPECT_TRUE(holder.all_flows.has_value());
}

TEST(programs, flows_in_both_formats) {
  constexpr auto content = R"(<Flow>
    <actionCalls><name>Go</name><actionName>A</actionName><actionType>apex</actionType></actionCalls>
    <recordCreates><name>Make</name><inputReference>one</inputReference></recordCreates>
    <recordCreates><name>Keep</name><doesUpsert>true</doesUpsert><object>Case</object></recordCreates>
    <start><filters><field>X</field></filters><object>Lead</object><recordTriggerType>Update</recordTriggerType>
      <triggerType>RecordAfterSave</triggerType></start>
    <subflows><name>Call</name><flowName>Other</flowName></subflows>
    <variables><name>one</name><dataType>SObject</dataType><objectType>Lead</objectType></variables>
    <processType>AutoLaunchedFlow</processType><runInMode>DefaultMode</runInMode><status>Active</status>
</Flow>)";
  const auto all = read({{"flows/A.flow-meta.xml", content}, {"src/flows/B.flow", content}});
  EXPECT_EQ(all.faults_text(), "");
  ASSERT_EQ(all.found.flows.size(), 2u);
  for (const auto& flow : all.found.flows) {
    EXPECT_EQ(flow.status + ' ' + flow.process_type + ' ' + flow.run_mode,
              "Active AutoLaunchedFlow DefaultMode");
    EXPECT_EQ(flow.trigger_object + ' ' + flow.trigger_records + ' ' + flow.trigger_type,
              "Lead Update RecordAfterSave");
    EXPECT_TRUE(flow.filtered);
    EXPECT_EQ(names(flow.subflows), "Other ");
    ASSERT_EQ(flow.steps.size(), 2u);
    EXPECT_EQ(flow.steps[0].reference, "one");
    EXPECT_EQ(to_string(flow.steps[1].does), "create, update");
    ASSERT_EQ(flow.actions.size(), 1u);
    EXPECT_EQ(flow.actions[0].type + ' ' + flow.actions[0].name, "apex A");
    ASSERT_EQ(flow.values.size(), 1u);
    EXPECT_EQ(flow.values[0].name + ' ' + flow.values[0].object, "one Lead");
  }
}

TEST(programs, classes_have_the_settings_beside_them) {
  const auto all =
      read({{"classes/A.cls", "class A { }"},
            {"classes/A.cls-meta.xml", "<ApexClass><apiVersion>67.0</apiVersion></ApexClass>"},
            {"triggers/T.trigger", "trigger T on Lead (before insert) { }"},
            {"triggers/T.trigger-meta.xml", "<ApexTrigger><status>Inactive</status></ApexTrigger>"},
            {"classes/B.cls", "class B { }"}});
  EXPECT_EQ(all.faults_text(), "");
  ASSERT_EQ(all.found.programs.size(), 3u);
  EXPECT_EQ(all.found.programs[0].settings->api_version, 67);
  EXPECT_FALSE(all.found.programs[1].settings->active);
  EXPECT_FALSE(all.found.programs[2].settings.has_value());
  ASSERT_EQ(all.found.gaps.size(), 1u);
  EXPECT_EQ(all.found.gaps[0].missing, "which version 'B' is of: the file beside it that ends in -meta.xml is "
                                       "not there, so its code is taken to "
                                       "run in system mode; retrieve it");
}

TEST(programs, pages_name_their_controllers) {
  const auto all = read({{"pages/P.page", "<!-- <apex:page controller='No'> -->\n<Apex:page Controller=\"A\" "
                                          "title='b > c' extensions=' B , C'>\n<apex:form"}});
  EXPECT_EQ(all.faults_text(), "");
  EXPECT_EQ(names(all.found.pages.at(0).controllers), "A B C ");
}

TEST(programs, that_are_wrong_are_told) {
  EXPECT_EQ(read({{"pages/P.page", "<apex:pag"}}).faults_text(),
            "pages/P.page:1:1: expected <apex:page> | the file's name says that it is a page: rename it, or "
            "retrieve it "
            "again\n");
  EXPECT_EQ(read({{"classes/A.cls", "class A {\n /* "}}).faults_text(),
            "classes/A.cls:2:2: the comment does not end | it seems to be cut off: retrieve it again\n");
  EXPECT_EQ(read({{"flows/F.flow", "<Flow><status>Active</status>"}}).faults_text(),
            "flows/F.flow:1:30: the file ends inside <Flow> | it seems to be cut off: retrieve it again\n");
  EXPECT_EQ(
      read({{"classes/A.cls-meta.xml", "<ApexClass><apiVersion>new</apiVersion></ApexClass>"}}).faults_text(),
      "classes/A.cls-meta.xml:1:12: the version is 'new', expected a number such as 67.0\n");
}

TEST(programs, are_found_in_their_folders_only) {
  EXPECT_FALSE(describe("tex/article.cls").has_value());
  EXPECT_FALSE(describe("lib/index.js.flow").has_value());
  EXPECT_FALSE(describe("classes/A.cls.bak").has_value());
  EXPECT_EQ(describe("main/classes/deep/A.cls")->is, file_kind::code);
  EXPECT_EQ(describe("main/classes/A.cls-meta.xml")->is, file_kind::code_settings);
  EXPECT_FALSE(describe("pages/P.page-meta.xml").has_value());
}

} // namespace
} // namespace proviso::metadata::testing
