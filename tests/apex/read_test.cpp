// What is read of texts of Apex: types, methods, statements and calls; and how a text that is cut off is told.
#include "apex/read.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::apex::testing {
namespace {

std::string shown(const operand& one) {
  switch (one.is) {
  case operand::how::type: return one.text;
  case operand::how::path:
    return one.root_type.empty() ? "path " + one.text : fmt::format("path {} from {}", one.text, one.root_type);
  case operand::how::query: return "query of " + one.text;
  case operand::how::nothing: break;
  }
  return "?";
}

std::string shown(const touch& one) {
  constexpr std::string_view modes[] = {"", " as user", " as system", " as either"};
  auto text = fmt::format("    {}{} at {}", one.verb, modes[static_cast<std::size_t>(one.mode)], one.line);
  for (const auto& object : one.objects)
    text += fmt::format(", {}{}", object.certain ? "" : "?", object.name);
  if (one.does != model::operations(model::operations::read))
    for (const auto& on : one.on)
      text += (&on == one.on.data() ? ": " : " or ") + shown(on);
  text += one.certain ? "" : ", perhaps";
  return text + (one.open ? " or anything\n" : one.computed ? " and more\n" : "\n");
}

std::string shown(const mention& one) {
  constexpr std::string_view ways[] = {"calls", "makes", "calls …", "names"};
  auto text = fmt::format("    {} {}{}", ways[static_cast<std::size_t>(one.is)], one.text,
                          one.root_type.empty() ? "" : " of " + one.root_type);
  for (const auto& argument : one.arguments)
    text += (&argument == one.arguments.data() ? " with " : ", ") + shown(argument);
  return text + '\n';
}

std::string shown(const method& one) {
  constexpr std::string_view entries[] = {"", " aura", " remote", " invocable", " webservice", " rest"};
  std::string text = fmt::format("  {}{}{}\n", one.name.empty() ? "(own)" : one.name,
                                 entries[static_cast<std::size_t>(one.entry)], one.asks_access ? " asks" : "");
  for (const auto& each : one.touches)
    text += shown(each);
  for (const auto& each : one.mentions)
    text += shown(each);
  return text;
}

std::string shown(const type_declared& one) {
  auto text = fmt::format("{}{}", one.name, one.test ? " test" : "");
  if (one.sharing != sharing::unstated)
    text += fmt::format(" {}", to_string(one.sharing));
  if (!one.bases.empty())
    text += fmt::format(" of {}", fmt::join(one.bases, ", "));
  for (const auto& field : one.fields)
    text += fmt::format(" [{} {}]", field.type, field.name);
  text += '\n';
  for (const auto& method : one.methods)
    if (!method.name.empty() || !method.touches.empty() || !method.mentions.empty())
      text += shown(method);
  return text;
}

std::string read(std::string_view text) {
  const auto unit = read_unit(text, 1);
  std::string result;
  for (const auto& type : unit.types)
    result += shown(type);
  if (unit.trigger)
    result += fmt::format("on {}: {}\n", unit.trigger->object, to_string(unit.trigger->events));
  for (const auto& fault : unit.faults)
    result += fmt::format("{} at {}..{}\n", fault.message, fault.at.begin, fault.at.end);
  return result;
}

// The lines of one method, given its body.
std::string body(const std::string& statements) {
  const auto all = read("class A { void m(Account acc, List<Lead> leads) {" + statements + "} }");
  const auto from = all.find("  m\n");
  return from == std::string::npos ? all : all.substr(from + 4);
}

TEST(types, with_bases_sharing_and_members) {
  EXPECT_EQ(read(R"(
/* class Not */ // class Neither
public with sharing class Outer extends Base implements Queueable, Database.Batchable<SObject> {
  private static final Map<Id, List<acme__Thing__c>> THINGS = new Map<Id, List<acme__Thing__c>>();
  public Lead first { get; set; }
  public Outer(Lead one) { this.first = one; }
  @AuraEnabled(cacheable=true)
  public static String ask(String name) { return 'class No { ' + name; }
  public without sharing class Inner { @InvocableMethod(label='Do } it') public static void run(List<Id> ids) { } }
  interface Shape { void draw(); }
}
)"),
            "Outer with sharing of Base, Queueable, Database.Batchable<SObject> [Map<Id,List<acme__Thing__c>> "
            "THINGS] "
            "[Lead first]\n"
            "  (own)\n"
            "    makes Map<Id,List<acme__Thing__c>>\n"
            "  first\n"
            "  <init>\n"
            "    names this.first\n"
            "  ask aura\n"
            "Outer.Inner without sharing\n"
            "  run invocable\n"
            "Outer.Shape\n"
            "  draw\n");
}

TEST(types, tests_are_marked) {
  EXPECT_EQ(read("@IsTest private class T { @TestSetup static void make() { } class U { } }"),
            "T test\n  make\nT.U test\n");
}

TEST(triggers, with_their_events) {
  EXPECT_EQ(
      read(
          "trigger Leads on Lead (before insert, after update,\n after undelete) { Service.go(Trigger.new); }"),
      "Leads\n  (own)\n    names Trigger.new\n    calls Service.go with path Trigger.new\non Lead: create, "
      "update, delete\n");
}

TEST(statements, write_what_is_declared) {
  EXPECT_EQ(body("insert leads;"), "    insert at 1: path leads from List<Lead>\n");
  EXPECT_EQ(body("\nupdate as user acc;\ndelete as system (List<Case>) found;"),
            "    update as user at 2: path acc from Account\n    delete as system at 3: List<Case>\n");
  EXPECT_EQ(body("insert new Case(Subject = 'x; }');"), "    insert at 1: Case\n    makes Case with String\n");
  EXPECT_EQ(body("upsert this.lead.owner External__c;"),
            "    upsert at 1: path this.lead.owner\n    names this.lead.owner\n");
  EXPECT_EQ(body("for (Case one : cases()) { update one; } update one;"),
            "    update at 1: path one from Case\n    update at 1: path one from Case\n    calls cases\n");
  EXPECT_EQ(body("insert build(acc);"),
            "    insert at 1: path build()\n    calls build with path acc from Account\n");
  EXPECT_EQ(body("delete [SELECT Id FROM Lead];"),
            "    query at 1, Lead\n    delete at 1: query of List<Lead>\n");
  EXPECT_EQ(body("SObject s = new Lead(); insert s;"), "    insert at 1: Lead\n    makes Lead\n");
}

TEST(statements, merge_what_is_declared) {
  const auto merged = [](const std::string& statement) { return body("Case x; List<Case> y; " + statement); };
  for (const auto* one :
       {"merge x y;", "merge x /* and */ y;", "merge x y[0];", "merge y[0] x;", "merge y[0] y[1];"})
    EXPECT_EQ(merged(one).find(one[6] == 'x' ? "    merge at 1: path x from Case\n"
                                             : "    merge at 1: path y.[] from List<Case>\n"),
              0u)
        << merged(one);
  EXPECT_EQ(merged("merge as user x y;"), "    merge as user at 1: path x from Case\n");
  EXPECT_EQ(merged("merge as system x y;"), "    merge as system at 1: path x from Case\n");
}

TEST(statements, upsert_by_a_field) {
  for (const auto* one :
       {"upsert leads Key__c;", "upsert leads\n  Email;", "upsert (List<Lead>) leads Key__c;"})
    EXPECT_EQ(body(one).find("    upsert at 1: "), 0u) << body(one);
  EXPECT_EQ(body("upsert as system acc Key__c;"), "    upsert as system at 1: path acc from Account\n");
  EXPECT_EQ(body("upsert this.lead.owner Lead.Key__c;").find("    upsert at 1: path this.lead.owner\n"), 0u);
}

TEST(statements, write_what_lists_in_place_hold) {
  EXPECT_EQ(body("insert new List<SObject>{ new Lead(), acc };").find("    insert at 1: Lead or path acc"), 0u);
  EXPECT_EQ(body("List<SObject> all = new List<SObject>{ new Lead() }; insert all;")
                .find("    insert at 1: List<SObject>\n"),
            0u);
}

TEST(statements, write_each_of_what_is_gone_through) {
  EXPECT_EQ(body("for (SObject o : Database.query('SELECT Id FROM Lead')) { delete o; }"),
            "    Database.query at 1, Lead\n    delete at 1: query of List<Lead>\n");
  EXPECT_EQ(body("for (SObject o : leads) delete o;"), "    delete at 1: path leads from List<Lead>\n");
  EXPECT_EQ(body("SObject o = Schema.getGlobalDescribe().get('Lead').newSObject(); insert o;")
                .find("    insert at 1: path Lead.SObjectType.newSObject()\n"),
            0u);
}

TEST(statements, of_the_database) {
  EXPECT_EQ(body("Database.insert(leads, false, AccessLevel.USER_MODE);"),
            "    Database.insert as user at 1: path leads from List<Lead>\n    names AccessLevel.USER_MODE\n");
  EXPECT_EQ(body("System.Database.delete(new List<Case>());"),
            "    Database.delete at 1: List<Case>\n    makes List<Case>\n");
  EXPECT_EQ(
      body("Database.convertLead(lc);"),
      "    Database.convertLead at 1: Lead\n    Database.convertLead at 1: Account, perhaps\n"
      "    Database.convertLead at 1: Contact, perhaps\n    Database.convertLead at 1: Opportunity, perhaps\n");
}

TEST(statements, with_queries_as_texts) {
  EXPECT_EQ(body("Database.query('SELECT Id FROM Lead');"), "    Database.query at 1, Lead\n");
  EXPECT_EQ(body("Database.query('SELECT Id ' + 'FROM Lead WHERE ' + x);"),
            "    Database.query at 1, Lead and more\n");
  EXPECT_EQ(body("String q = 'SELECT Id'; q += ' FROM Lead'; Database.countQuery(q);"),
            "    Database.countQuery at 1, Lead\n");
  EXPECT_EQ(body("Database.query(build());"), "    Database.query at 1 or anything\n    calls build\n");
}

TEST(statements, with_quotes_in_texts) {
  EXPECT_EQ(body("Search.query('FIND\\'Edge*\\'IN ALL FIELDS RETURNING Account(Id), Lead');"),
            "    Search.query at 1, Account, Lead\n");
  EXPECT_EQ(
      body("Database.query('SELECT Id FROM Case WHERE Subject = \\'a\\' AND Id IN (SELECT X FROM Lead)');"),
      "    Database.query at 1, Case, Lead\n");
  EXPECT_EQ(body("Database.getPaginationCursor('SELECT Id FROM Lead');"),
            "    Database.getPaginationCursor at 1, Lead\n");
  EXPECT_EQ(body("Search.suggest('x', 'Case', null);"), "    Search.suggest at 1, Case\n");
  EXPECT_EQ(body("Search.suggest('x', what, null);"), "    Search.suggest at 1 or anything\n");
}

TEST(calls, are_given_null) {
  EXPECT_EQ(body("go(1, null); go(null); go((null)); go(); go(acc == null);"),
            "    calls go with number, ?\n    calls go with ?\n    calls go\n");
  EXPECT_EQ(body("go(acc == null ? null : 'x'); new Other(null, acc);"),
            "    calls go with String\n    makes Other with ?, path acc from Account\n");
}

TEST(calls, on_what_is_known) {
  EXPECT_EQ(
      body("LeadService.create(acc); Service s = Service.get().run(); s.go(); new Other.Inner(acc)?.walk();"),
      "    calls LeadService.create with path acc from Account\n    calls Service.get\n"
      "    calls Service.get().run\n    calls s.go of Service\n"
      "    makes Other.Inner with path acc from Account\n    calls new.walk of Other.Inner\n");
}

TEST(calls, that_ask_for_access) {
  EXPECT_EQ(read("class A { void m() { if (Schema.sObjectType.Lead.isCreateable()) { } } }"),
            "A\n  m asks\n    calls Schema.sObjectType.Lead.isCreateable\n");
}

TEST(texts, that_are_cut_off) {
  EXPECT_EQ(read("class A { /* "), "A\nthe comment does not end at 10..11\n");
  EXPECT_EQ(read("class A { void m() { insert new Lead(); String s = 'x\n"),
            "A\n  m\n    insert at 1: Lead\n    makes Lead\nthe text does not end at 51..52\n");
  EXPECT_EQ(read("class A { Object o = [SELECT Id FROM Lead"),
            "A [Object o]\nthe query does not end at 21..22\n");
}

TEST(texts, with_blocks_that_are_open) {
  EXPECT_EQ(read("class A { void m() { insert new Lead();"),
            "A\n  m\n    insert at 1: Lead\n    makes Lead\nthe block does not end at 8..9\n");
  EXPECT_EQ(read("class A { } class B { Object o = new Object[]{"),
            "A\nB [Object o]\nthe block does not end at 20..21\n");
  EXPECT_EQ(read("class A { } }"), "A\n");
}

TEST(texts, of_any_depth_are_read) {
  std::string deep = "class A { void m() {";
  for (int i = 0; i < 500; ++i)
    deep += "if (a<b[(c<d<e<";
  EXPECT_EQ(read(deep + std::string(10'000, '{')), "A\n  m\nthe block does not end at 8..9\n");
  EXPECT_EQ(read("class A { " + std::string(5'000, '[') + "SELECT " + std::string(5'000, '[')),
            "A\nthe query does not end at 5009..5010\n");
}

} // namespace
} // namespace proviso::apex::testing
