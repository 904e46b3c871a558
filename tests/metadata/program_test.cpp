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
    ASSERT_EQ(flow.values.size(), 2u);
    EXPECT_EQ(flow.values[0].name + ' ' + flow.values[0].flow, "Call Other");
    EXPECT_EQ(flow.values[1].name + ' ' + flow.values[1].object, "one Lead");
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

// "web form: Ctrl.go at 1:17" for each call
std::string calls_of(std::vector<text_file> files) {
  const auto all = read(std::move(files));
  EXPECT_EQ(all.faults_text(), "");
  std::string text;
  for (const auto& one : all.found.components)
    for (const auto& call : one.calls)
      text += fmt::format("{} {}: {} {} at {}\n", one.is == component::kind::web ? "web" : "aura", one.name,
                          call.type, call.method, all.place(call.at));
  return text;
}

TEST(programs, components_import_methods) {
  constexpr auto module = R"(// import a from '@salesforce/apex/Comment.no';
/* import a from '@salesforce/apex/Comment.no'; */
import { LightningElement } from "lwc";
import make from '@salesforce/apex/Ctrl.make';
import { default as take }
  from "@salesforce/apexContinuation/acme.Ctrl.take";
import { refreshApex } from '@salesforce/apex';
const text = 'it\'s from' + "@salesforce/apex/Text.no" + `import a from '@salesforce/apex/Text.no'`;
const open = 'the line ends
export { default } from '@salesforce/apex/Late.on';
)";
  EXPECT_EQ(calls_of({{"lwc/form/form.js", module}}), "web form: Ctrl make at lwc/form/form.js:4:19\n"
                                                      "web form: acme.Ctrl take at lwc/form/form.js:6:9\n"
                                                      "web form: Late on at lwc/form/form.js:10:26\n");
  EXPECT_EQ(calls_of({{"main/lwc/form/inner/part.ts", "import a from '@salesforce/apex/Ctrl'"}}),
            "web form: Ctrl  at main/lwc/form/inner/part.ts:1:16\n");
}

TEST(programs, modules_that_end_early_are_read_as_far_as_they_go) {
  for (const std::string end : {"'", "`", "/*", "\\", "'\\", "from '"})
    EXPECT_EQ(calls_of({{"lwc/a/a.js", "import b from '@salesforce/apex/B.c'\n" + end}}),
              "web a: B c at lwc/a/a.js:1:16\n");
}

TEST(programs, aura_components_name_their_controller) {
  EXPECT_EQ(calls_of({{"aura/old/old.cmp", "<!-- <aura:component controller='No'> -->\n<aura:component "
                                           "implements='x' controller='acme.Ctrl'>"},
                      {"aura/app/app.app", "<aura:application controller=\"Ctrl\"/>"},
                      {"aura/new/new.cmp", "<aura:component/>"}}),
            "aura old: acme.Ctrl  at aura/old/old.cmp:2:44\n"
            "aura app: Ctrl  at aura/app/app.app:1:31\n");
}

TEST(programs, processes_say_what_starts_them) {
  const auto all = read({{"flows/P.flow", "<Flow><processType>Workflow</processType></Flow>"}});
  ASSERT_EQ(all.found.gaps.size(), 1u);
  EXPECT_EQ(all.found.gaps[0].missing,
            "which records start the process 'P': it states no ObjectType; retrieve it again");
}

TEST(programs, triggers_without_an_object_are_told) {
  const auto all =
      read({{"triggers/T.trigger", "(hidden)"},
            {"triggers/T.trigger-meta.xml", "<ApexTrigger/>"},
            {"triggers/U.trigger", "trigger U (before insert) { }"},
            {"triggers/U.trigger-meta.xml", "<ApexTrigger/>"},
            {"triggers/Off.trigger", "(hidden)"},
            {"triggers/Off.trigger-meta.xml", "<ApexTrigger><status>Inactive</status></ApexTrigger>"}});
  std::string text;
  for (const auto& gap : all.found.gaps)
    text += gap.missing + '\n';
  constexpr auto told =
      "which records start the trigger '{}' and what it does: its file has no 'trigger ... on' an "
      "object, as where a package hides its code; retrieve it again or ask its vendor\n";
  EXPECT_EQ(text, fmt::format(told, "T") + fmt::format(told, "U"));
}

TEST(programs, that_are_wrong_are_told) {
  EXPECT_EQ(read({{"pages/P.page", "<apex:pag"}}).faults_text(),
            "pages/P.page:1:1: expected <apex:page> | the file's name says that it is a page: rename it, or "
            "retrieve it "
            "again\n");
  EXPECT_EQ(
      read({{"aura/a/a.cmp", "<aura:componen"}}).faults_text(),
      "aura/a/a.cmp:1:1: expected <aura:component> or <aura:application> | the file's name says that it is a "
      "component: rename it, or retrieve it again\n");
  EXPECT_EQ(read({{"classes/A.cls", "class A {\n /* "}}).faults_text(),
            "classes/A.cls:2:2: the comment does not end | it seems to be cut off: retrieve it again\n");
  EXPECT_EQ(read({{"flows/F.flow", "<Flow><status>Active</status>"}}).faults_text(),
            "flows/F.flow:1:30: the file ends inside <Flow> | it seems to be cut off: retrieve it again\n");
  EXPECT_EQ(
      read({{"classes/A.cls-meta.xml", "<ApexClass><apiVersion>new</apiVersion></ApexClass>"}}).faults_text(),
      "classes/A.cls-meta.xml:1:12: the version is 'new', expected a number such as 67.0\n");
}

TEST(programs, are_found_by_their_suffix) {
  EXPECT_TRUE(describe("tex/article.cls")->accompanied);
  EXPECT_EQ(describe("contacts/A.cls-meta.xml")->is, file_kind::code_settings);
  EXPECT_EQ(describe("contacts/T.trigger")->is, file_kind::code);
  EXPECT_EQ(describe("contacts/F.flow-meta.xml")->is, file_kind::flow);
  EXPECT_FALSE(describe("contacts/F.flow").has_value());
  EXPECT_EQ(describe("flows/F.flow")->is, file_kind::flow);
  EXPECT_FALSE(describe("staticresources/site/T.trigger").has_value());
  EXPECT_FALSE(describe("lib/index.js.flow").has_value());
  EXPECT_FALSE(describe("classes/A.cls.bak").has_value());
  EXPECT_EQ(describe("main/classes/deep/A.cls")->is, file_kind::code);
  EXPECT_FALSE(describe("main/classes/deep/A.cls")->accompanied);
  EXPECT_EQ(describe("main/classes/A.cls-meta.xml")->is, file_kind::code_settings);
  EXPECT_FALSE(describe("pages/P.page-meta.xml").has_value());
  EXPECT_EQ(describe("main/lwc/form/form.js")->name, "form");
  EXPECT_EQ(describe("main/aura/old/old.cmp")->is, file_kind::aura_component);
  for (const auto* other :
       {"lwc/jest.config.js", "lwc/form/__tests__/form.test.js", "lwc/form/form.js-meta.xml",
        "staticresources/form.js", "applications/Sales.app", "aura/Sales.app"})
    EXPECT_FALSE(describe(other).has_value()) << other;
}

TEST(manifests, are_for_the_folder_around_them) {
  const auto folder = [](std::string path) {
    manifest one;
    one.name = std::move(path);
    return std::string(folder_of(one));
  };
  EXPECT_EQ(folder("package.xml"), "");
  EXPECT_EQ(folder("app/src/package.xml"), "app/src/");
  EXPECT_EQ(folder("app/manifest/package.xml"), "app/");
  EXPECT_EQ(folder("manifest/package.xml"), "");
}

TEST(manifests, are_read) {
  const auto all =
      read({{"app/package.xml", "<Package><types><members>A</members><members>*</members><name>Profile"
                                "</name></types><version>61.0</version></Package>"},
            {"app/profiles/A.profile", "<Profile/>"},
            {"other/package.xml", "<Package/>"}});
  EXPECT_EQ(all.faults_text(), "");
  ASSERT_EQ(all.found.manifests.size(), 2u);
  const auto& one = all.found.manifests[0];
  EXPECT_EQ(one.name + ' ' + one.types.at(0).type + ' ' + names(one.types[0].members),
            "app/package.xml Profile A * ");
  EXPECT_TRUE(one.has_profiles);
  EXPECT_FALSE(all.found.manifests[1].has_profiles);
  EXPECT_FALSE(describe("app/my-package.xml").has_value());
  EXPECT_EQ(read({{"package.xml", "<package><name>other</name></package>"}}).faults_text(), "");
  EXPECT_EQ(read({{"package.xml", "<Package><types>"}}).faults_text(),
            "package.xml:1:17: the file ends inside <types> | it seems to be cut off: retrieve it again\n");
}

} // namespace
} // namespace proviso::metadata::testing
