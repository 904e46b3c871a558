// The ways from a holder to what is done to records.
#include "tracing/ways.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::tracing::testing {
namespace {

TEST(ways, through_classes) {
  EXPECT_EQ(ways({profile(to_class("Ctrl")),
                  code("Ctrl", "class Ctrl { @AuraEnabled static void go() { Service.make(); } }"),
                  code("Service", "class Service {\n static void make() { insert new Lead(); }\n"
                                  " static void other() { insert new Case(); } }")}),
            "profile Dealer → class Ctrl → class Service | class Service:2 insert Lead (system mode)\n");
}

TEST(ways, through_instances_bases_and_interfaces) {
  EXPECT_EQ(
      ways({profile(to_class("Ctrl")),
            code("Ctrl", "class Ctrl { Shape s; @AuraEnabled static void go() { s.draw(); new Job(); } }"),
            code("Shape", "interface Shape { void draw(); }"),
            code("Round", "class Round extends Base implements Shape { void draw() { make(); } }"),
            code("Base", "virtual class Base { void make() { insert new Lead(); } }"),
            code("Job", "class Job implements Queueable { void execute(Object c) { update new Case(); } }")}),
      "profile Dealer → class Ctrl → class Job | class Job:1 update Case (system mode)\n"
      "?profile Dealer → class Ctrl → class Round → class Base | class Base:1 insert Lead (system mode)\n");
}

TEST(ways, through_chained_calls_are_possible) {
  EXPECT_EQ(
      ways({profile(to_class("Ctrl")),
            code("Ctrl", "class Ctrl { @AuraEnabled static void go() { Service.get().make(); } }"),
            code("Service", "class Service { static Service get() { } void make() { insert new Lead(); } }")}),
      "?profile Dealer → class Ctrl → class Service | class Service:1 insert Lead (system mode)\n");
}

TEST(ways, through_pages) {
  EXPECT_EQ(
      ways({profile(access("pageAccesses", "apexPage", "p")),
            {"pages/P.page", "<!-- <apex:page --><apex:page controller=\"Ctrl\" extensions=\"Ext, Gone\">"},
            code("Ctrl", "class Ctrl { public void save() { upsert new Lead(); } }"),
            code("Ext", "class Ext { public Ext() { List<Case> all = [SELECT Id FROM Case]; } }")}),
      "what the class 'Gone' does: no file holds it; retrieve it or, if it is of a managed package, ask its "
      "vendor\n"
      "profile Dealer → page P → class Ctrl | class Ctrl:1 upsert Lead (system mode)\n"
      "profile Dealer → page P → class Ext | class Ext:1 query Case (system mode)\n");
}

TEST(ways, through_triggers) {
  EXPECT_EQ(
      ways({profile(writes("Account") + to_class("Ctrl")),
            {"triggers/A.trigger", "trigger A on Account (before insert) { insert new Contact(); }"},
            {"triggers/C.trigger", "trigger C on Contact (after insert) { update Trigger.new; }"},
            {"triggers/D.trigger", "trigger D on Account (before delete) { insert new Lead(); }"},
            code("Ctrl", "class Ctrl { }")}),
      "profile Dealer → create Account → trigger A | trigger A:1 insert Contact (system mode)\n"
      "profile Dealer → create Account → trigger A → trigger C | trigger C:1 update Contact (system mode)\n");
}

TEST(ways, through_triggers_on_objects_by_their_namespace_and_on_change_events) {
  const auto started = [](const std::string& object, const std::string& written) {
    return ways({profile(writes(written)),
                 {"triggers/T.trigger", "trigger T on " + object + " (after insert) { insert new Lead(); }"}});
  };
  const auto by = [](const std::string& object) {
    return "profile Dealer → create " + object + " → trigger T | trigger T:1 insert Lead (system mode)\n";
  };
  EXPECT_EQ(started("Schema.Contact", "Contact"), by("Contact"));
  EXPECT_EQ(started("ContactChangeEvent", "Contact"), by("Contact"));
  EXPECT_EQ(started("Acme__ChangeEvent", "Acme__c"), by("Acme__c"));
  EXPECT_EQ(started("ContactChangeEvent", "Account"), "");
}

TEST(ways, through_flows) {
  EXPECT_EQ(
      ways(
          {profile(to_flow("A")), flow("A", as_system + "<subflows><flowName>B</flowName></subflows>"),
           flow("B", makes_lead + "<actionCalls><actionName>Ctrl</actionName><actionType>apex</actionType>"
                                  "</actionCalls>"),
           code("Ctrl", "class Ctrl { @InvocableMethod static void go() { delete [SELECT Id FROM Case]; } }")}),
      "profile Dealer → flow A → flow B | flow B: create Lead in Make (system mode)\n"
      "profile Dealer → flow A → flow B → class Ctrl | class Ctrl:1 query Case (system mode)\n"
      "profile Dealer → flow A → flow B → class Ctrl | class Ctrl:1 delete Case (system mode)\n");
}

TEST(ways, through_flows_that_obey_their_user_do_nothing) {
  EXPECT_EQ(ways({profile(to_flow("A")), flow("A", makes_lead)}), "");
}

TEST(ways, from_code_to_flows) {
  EXPECT_EQ(
      ways({profile(to_class("Ctrl")),
            code("Ctrl",
                 "class Ctrl { @AuraEnabled static void go() { new Flow.Interview.A(values).start(); } }"),
            flow("A", makes_lead)}),
      "profile Dealer → class Ctrl → flow A | flow A: create Lead in Make (system mode)\n");
}

TEST(ways, references_of_flows_are_resolved) {
  EXPECT_EQ(
      ways({profile(to_flow("A")),
            flow("A", as_system +
                          "<recordLookups><name>Find</name><object>Case</object></recordLookups>"
                          "<loops><name>Each</name><collectionReference>Find</collectionReference></loops>"
                          "<recordUpdates><name>Up</name><inputReference>Each</inputReference></recordUpdates>"
                          "<recordDeletes><name>Off</name><inputReference>gone</inputReference></recordDeletes>"
                          "<variables><name>self</name></variables>")}),
      "profile Dealer → flow A | flow A: read Case in Find (system mode)\n"
      "profile Dealer → flow A | flow A: update Case in Up (system mode)\n"
      "what flow A does to records in 'Off': it cannot be told what 'gone' holds; name the object of its "
      "variable\n");
}

TEST(ways, references_of_flows_in_a_circle_hold_nothing) {
  EXPECT_EQ(
      ways({profile(to_flow("A")),
            flow("A",
                 as_system +
                     "<loops><name>Ping</name><collectionReference>Pong</collectionReference></loops>"
                     "<loops><name>Pong</name><collectionReference>Ping</collectionReference></loops>"
                     "<recordDeletes><name>Off</name><inputReference>Ping</inputReference></recordDeletes>")}),
      "what flow A does to records in 'Off': it cannot be told what 'Ping' holds; name the object of its "
      "variable\n");
}

TEST(ways, that_cannot_be_read) {
  EXPECT_EQ(
      ways({profile(to_class("Ctrl") + to_class("acme__Helper")),
            code("Ctrl",
                 "class Ctrl { @AuraEnabled static void go(SObject one) {\n insert one; acme.Other.go(); "
                 "Database.query(text()); Type.forName('X'); String.valueOf(1); } }")}),
      "what the class 'acme.Other' does: no file holds it; retrieve it or, if it is of a managed package, ask "
      "its "
      "vendor\n"
      "what class Ctrl does by 'Type.forName': what it starts is named at run time, say what it may be\n"
      "what 'insert' at class Ctrl:2 writes: the type of the records is not declared here; declare its type, "
      "or "
      "name the object in place\n"
      "what 'Database.query' at class Ctrl:2 reads: its text is put together at run time; declare its type, or "
      "name the object in place\n"
      "what the class 'acme__Helper' does: no file holds it; retrieve it or, if it is of a managed package, "
      "ask "
      "its vendor\n");
}

TEST(ways, through_components_name_them) {
  const auto controller = code("Ctrl", "class Ctrl { @AuraEnabled static void go() { insert new Lead(); }\n"
                                       " @AuraEnabled static void stay() { insert new Case(); } }");
  EXPECT_EQ(
      ways({profile(to_class("Ctrl")),
            controller,
            {"lwc/form/form.js", "import go from '@salesforce/apex/Ctrl.go'"},
            {"lwc/late/late.js", "import go from '@salesforce/apex/Ctrl.go'"}}),
      "profile Dealer → class Ctrl | class Ctrl:2 insert Case (system mode)\n"
      "profile Dealer → Lightning web component form → class Ctrl | class Ctrl:1 insert Lead (system mode)\n");
  EXPECT_EQ(ways({profile(to_class("Ctrl")),
                  controller,
                  {"aura/old/old.cmp", "<aura:component controller='ctrl' access='global'>"}}),
            "profile Dealer → Aura component old → class Ctrl | class Ctrl:1 insert Lead (system mode)\n"
            "profile Dealer → Aura component old → class Ctrl | class Ctrl:2 insert Case (system mode)\n");
}

TEST(ways, through_components_need_access_to_the_class) {
  EXPECT_EQ(ways({profile(to_class("Other")),
                  code("Other", "class Other { }"),
                  code("Ctrl", "class Ctrl { @AuraEnabled static void go() { insert new Lead(); } }"),
                  {"lwc/form/form.js", "import go from '@salesforce/apex/Ctrl.go'"}}),
            "");
}

std::string process(const std::string& name, const std::string& value) {
  return fmt::format("<processMetadataValues><name>{}</name><value><stringValue>{}</stringValue></value>"
                     "</processMetadataValues>",
                     name, value);
}

TEST(ways, through_processes_of_records) {
  const auto on_account = process("ObjectType", "Account") + "<processType>Workflow</processType>";
  const auto updates =
      "<objectPermissions><allowEdit>true</allowEdit><object>Account</object></objectPermissions>";
  EXPECT_EQ(
      ways({profile(updates), flow("P", on_account + process("TriggerType", "onAllChanges") + makes_lead)}),
      "profile Dealer → update Account → flow P | flow P: create Lead in Make (system mode)\n");
  EXPECT_EQ(
      ways({profile(updates), flow("P", on_account + process("TriggerType", "onCreateOnly") + makes_lead)}),
      "");
  EXPECT_EQ(ways({profile(writes("Account")), flow("P", on_account + makes_lead)}),
            "profile Dealer → create Account → flow P | flow P: create Lead in Make (system mode)\n");
}

TEST(ways, through_processes_that_others_start) {
  EXPECT_EQ(ways({profile(writes("Account") + to_flow("Q")),
                  flow("P", process("ObjectType", "Account") +
                                "<processType>Workflow</processType><actionCalls>"
                                "<actionName>Q</actionName><actionType>flow</actionType>"
                                "</actionCalls>"),
                  flow("Q", process("ObjectType", "Lead") + "<processType>InvocableProcess</processType>" +
                                makes_lead)}),
            "profile Dealer → create Account → flow P → flow Q | flow Q: create Lead in Make (system mode)\n");
}

TEST(ways, through_events) {
  EXPECT_EQ(
      ways({profile(to_flow("A")),
            flow("A", "<recordCreates><name>Tell</name><object>Note__e</object></recordCreates>" + as_system),
            flow("B", "<start><object>Note__e</object><triggerType>PlatformEvent</triggerType></start>" +
                          makes_lead),
            flow("C", process("EventType", "Note__e") + process("ObjectType", "Account") +
                          "<processType>CustomEvent</processType>" + makes_lead)}),
      "profile Dealer → flow A | flow A: create Note__e in Tell (system mode)\n"
      "profile Dealer → flow A → flow B | flow B: create Lead in Make (system mode)\n"
      "profile Dealer → flow A → flow C | flow C: create Lead in Make (system mode)\n");
}

TEST(ways, of_tests_are_none) {
  EXPECT_EQ(ways({profile(to_class("T")),
                  code("T", "@IsTest class T { @AuraEnabled void go() { insert new Lead(); } }")}),
            "");
}

} // namespace
} // namespace proviso::tracing::testing
