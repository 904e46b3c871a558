// Calls of Apex: which methods they reach, surely or perhaps, and what statements do whose values vary.
#include "tracing/calling.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::tracing::testing {
namespace {

TEST(chains, keep_the_type_of_what_they_are_on) {
  for (const std::string call : {
           "new Svc().make();",
           "Svc.getInstance().make();",
           "List<Svc> all = new List<Svc>(); all[0].make();",
           "List<Svc> all; all.get(0).make();",
           "Map<Id, List<Svc>> all; all.get('x')[0].make();",
           "Map<Id, Svc> all; for (Svc s : all.values()) { s.make(); }",
           "Svc[] all; all[i + 1].make();",
           "Object x; ((Svc) x).make();",
           "new Holder().svc.make();",
           "new Holder().getSvc()?.make();",
           "if (a == null) new Svc().make();",
           "return (String) Svc.getInstance().make();",
       })
    EXPECT_EQ(from(call, {makes, code("Holder", "class Holder { public Svc svc; Svc getSvc() { } }")}), surely)
        << call;
}

TEST(chains, through_super) {
  EXPECT_EQ(
      from("new Sub().go();", {makes, code("Sub", "class Sub extends Svc { void go() { super.make(); } }")}),
      "profile D → class Ctrl → class Sub → class Svc | class Svc:2 insert Lead (system mode)\n");
}

TEST(chains, on_what_is_not_known_may_be_of_any_class) {
  std::vector<metadata::text_file> few{makes};
  std::vector<metadata::text_file> many{makes};
  for (int i = 0; i < 9; ++i)
    many.push_back(code(fmt::format("C{}", i), fmt::format("class C{} {{ void make() {{ }} }}", i)));
  EXPECT_EQ(from("(a == null ? x : y).make();", few), "?" + surely);
  EXPECT_EQ(
      from("(a == null ? x : y).make();", many),
      "what class Ctrl does by 'make': on what it is called cannot be told, and 10 classes have a method of "
      "that name; keep it in a variable of its type\n");
}

TEST(chains, on_what_the_platform_gives_are_its_own) {
  EXPECT_EQ(from("JSON.deserialize(a).make(); 'x'.make(); [SELECT Id FROM Case].make();", {makes}),
            "profile D → class Ctrl | class Ctrl:1 query Case (system mode)\n");
}

const std::string ctrl = "profile D → class Ctrl | class Ctrl:1 ";

TEST(values, that_vary_are_all_possible) {
  EXPECT_EQ(from("String q; if (a == null) q = 'SELECT Id FROM Lead'; else q = 'SELECT Id FROM Account'; "
                 "Database.query(q);",
                 {}),
            "?" + ctrl + "Database.query Lead (system mode)\n?" + ctrl +
                "Database.query Account (system mode)\n");
  EXPECT_EQ(from("SObject s; if (a == null) s = new Account(); else s = new Lead(); insert s;", {}),
            "?" + ctrl + "insert Account (system mode)\n?" + ctrl + "insert Lead (system mode)\n");
  EXPECT_EQ(from("insert (a == null ? (SObject) new Account() : new Lead());", {}),
            "?" + ctrl + "insert Account (system mode)\n?" + ctrl + "insert Lead (system mode)\n");
  const std::string both =
      "?" + ctrl + "Database.query Account (system mode)\n?" + ctrl + "Database.query Lead (system mode)\n";
  EXPECT_EQ(
      from("Database.query(q);", {},
           "static String q = 'SELECT Id FROM Account'; static void set() { q = 'SELECT Id FROM Lead'; }"),
      both);
  EXPECT_EQ(from("String q = 'SELECT Id'; if (a == null) q += ' FROM Account'; else q += ' FROM Lead'; "
                 "Database.query(q + ' LIMIT 1');",
                 {}),
            both);
}

TEST(values, that_hold_each_other_end) {
  std::string statements = "String q0 = 'SELECT Id FROM Lead';";
  for (int i = 1; i < 12; ++i)
    for (int j = 0; j < 30; ++j)
      statements += fmt::format("{} q{} = q{} + '{}';", j == 0 ? "String" : "if (a == null)", i, i - 1, j);
  EXPECT_EQ(
      from(statements + "Database.query(q11);", {}),
      "what 'Database.query' at class Ctrl:1 reads: its text is put together at run time; declare its type, or "
      "name the object in place\n");
  EXPECT_EQ(
      from("String q; String r = q; q = r; Database.query(q);", {}),
      "what 'Database.query' at class Ctrl:1 reads: its text is put together at run time; declare its type, or "
      "name the object in place\n");
}

TEST(values, that_are_one_thing_are_certain) {
  EXPECT_EQ(from("String q = ''; q = 'SELECT Id'; q += ' FROM Lead'; Database.query(q + ' LIMIT 1');", {}),
            ctrl + "Database.query Lead (system mode)\n");
  EXPECT_EQ(from("Database.query(this.q);", {}, "final String q = 'SELECT Id FROM ' + 'Lead';"),
            ctrl + "Database.query Lead (system mode)\n");
}

TEST(modes, are_those_of_the_call_itself) {
  for (const std::string statement : {
           "Database.insert(new Lead(Company = 'user_mode'));",
           "Database.insert(new Lead()) /* was AccessLevel.USER_MODE */;",
           "Database.insert(new Lead(), AccessLevel.SYSTEM_MODE);",
           "Database.insert(new Lead(), false, /* AccessLevel.USER_MODE */ System.AccessLevel.SYSTEM_MODE);",
       })
    EXPECT_EQ(from(statement, {}), ctrl + "Database.insert Lead (system mode)\n") << statement;
  EXPECT_EQ(from("for (Lead l : Database.query('SELECT Id FROM Lead')) {"
                 " Database.update(new Account(), AccessLevel.USER_MODE); }",
                 {}),
            ctrl + "Database.query Lead (system mode)\n");
}

TEST(modes, of_variables) {
  const std::string perhaps = "?" + ctrl + "Database.insert Lead (system mode)\n";
  EXPECT_EQ(from("AccessLevel m = AccessLevel.USER_MODE; Database.insert(new Lead(), m);", {}), "");
  EXPECT_EQ(from("Database.insert(new Lead(), m);", {}, "static final AccessLevel m = AccessLevel.USER_MODE;"),
            "");
  EXPECT_EQ(from("AccessLevel m = a == null ? AccessLevel.USER_MODE : AccessLevel.SYSTEM_MODE; "
                 "Database.insert(new Lead(), m);",
                 {}),
            perhaps);
  EXPECT_EQ(from("Database.insert(new Lead(), mode());", {}, "static AccessLevel mode() { }"), perhaps);
  EXPECT_EQ(from("Database.insert(new Lead(), Modes.ours);",
                 {code("Modes", "class Modes { static AccessLevel ours; }")}),
            perhaps);
  EXPECT_EQ(from("go(null);", {}, "static void go(AccessLevel m) { Database.insert(new Lead(), m); }"),
            perhaps);
}

TEST(overloads, are_told_apart_by_their_arguments) {
  const auto service =
      code("Svc", "class Svc { static void save(String s) { }\n static void save(List<Lead> l) { insert l; }\n"
                  " static void save(String s, SObject o) { insert new Case(); } }");
  const std::string way = "profile D → class Ctrl → class Svc | class Svc:";
  EXPECT_EQ(from("Svc.save('x');", {service}), "");
  EXPECT_EQ(from("Svc.save(a);", {service}), "");
  EXPECT_EQ(from("Svc.save(new List<Lead>());", {service}), way + "2 insert Lead (system mode)\n");
  EXPECT_EQ(from("Svc.save(x.y());", {service}), "?" + way + "2 insert Lead (system mode)\n");
  EXPECT_EQ(from("Svc.save('x', new Lead());", {service}), way + "3 insert Case (system mode)\n");
}

TEST(overloads, take_null_for_anything) {
  const auto service = code("Svc", "class Svc { static void go(Integer i, Object o) { insert new Lead(); }\n"
                                   " static void go(Integer i) { insert new Case(); } }");
  EXPECT_EQ(from("Svc.go(1, null);", {service}),
            "profile D → class Ctrl → class Svc | class Svc:1 insert Lead (system mode)\n");
  EXPECT_EQ(from("new Job(null);", {code("Job", "class Job { Job(String s) { this(s, null); }\n"
                                                " Job(String s, Object o) { insert new Lead(); }\n"
                                                " Job() { insert new Case(); } }")}),
            "profile D → class Ctrl → class Job | class Job:2 insert Lead (system mode)\n");
}

TEST(overloads, of_numbers_are_not_guessed) {
  const auto service = code(
      "Svc", "class Svc { static void go(Integer i) { }\n static void go(Decimal d) { insert new Lead(); } }");
  EXPECT_EQ(from("Svc.go(1.5);", {service}),
            "?profile D → class Ctrl → class Svc | class Svc:2 insert Lead (system mode)\n");
}

TEST(flows, start_what_is_made_for_them) {
  EXPECT_EQ(ways({{"profiles/D.profile", "<Profile><flowAccesses><flow>F</flow><enabled>true</enabled>"
                                         "</flowAccesses></Profile>"},
                  {"flows/F.flow", "<Flow><status>Active</status><actionCalls><actionName>Act</actionName>"
                                   "<actionType>apex</actionType></actionCalls></Flow>"},
                  code("Act", "class Act { @InvocableMethod static void run(List<Id> ids) { }\n"
                              " @AuraEnabled static void go() { insert new Lead(); } }")}),
            "");
}

TEST(flows, are_started_by_name) {
  const auto make = flow("Mk", makes_lead + as_system);
  const auto named = [&](const std::string& statement) { return from(statement, {make}); };
  const std::string made = "profile D → class Ctrl → flow Mk | flow Mk: create Lead in Make (system mode)\n";
  EXPECT_EQ(named("Flow.Interview.createInterview('Mk', inputs).start();"), made);
  EXPECT_EQ(named("Invocable.Action.createCustomAction('flow', 'Mk').invoke();"), made);
  EXPECT_EQ(named("Flow.Interview.createInterview('acme', 'Mk', inputs);"),
            "what the flow 'acme__Mk' does: no file holds it; retrieve it\n");
  const auto untold = [](const std::string& by) {
    return "what class Ctrl does by '" + by + "': what it starts is named at run time, say what it may be\n";
  };
  EXPECT_EQ(named("Flow.Interview.createInterview(a, inputs);"), untold("Flow.Interview.createInterview"));
  EXPECT_EQ(named("Invocable.Action.createCustomAction(a, 'Mk');"),
            untold("Invocable.Action.createCustomAction"));
  EXPECT_EQ(named("QuickAction.performQuickAction(request);"), untold("QuickAction.performQuickAction"));
}

TEST(classes, are_started_by_name) {
  EXPECT_EQ(
      from(
          "Invocable.Action.createCustomAction('apex', 'Act').invoke();",
          {code("Act",
                "class Act { @InvocableMethod public static void run(List<Id> ids) { insert new Lead(); } }")}),
      "profile D → class Ctrl → class Act | class Act:1 insert Lead (system mode)\n");
}

TEST(statements, on_records_made_by_description) {
  for (const std::string made : {"Lead.SObjectType.newSObject()", "Schema.Lead.SObjectType.newSObject(a, true)",
                                 "Schema.SObjectType.Lead.getSObjectType().newSObject()",
                                 "Schema.getGlobalDescribe().get('Lead').newSObject()"})
    EXPECT_EQ(from("SObject o = " + made + "; insert o;", {}), ctrl + "insert Lead (system mode)\n") << made;
  EXPECT_EQ(from("insert new List<SObject>{ new Lead() };", {}), ctrl + "insert Lead (system mode)\n");
}

TEST(platform, events_start_triggers) {
  EXPECT_EQ(from("EventBus.publish(new E__e());",
                 {{"triggers/T.trigger", "trigger T on E__e (after insert) { insert new Lead(); }"}}),
            ctrl + "EventBus.publish E__e (system mode)\n"
                   "profile D → class Ctrl → trigger T | trigger T:1 insert Lead (system mode)\n");
}

TEST(platform, converting_makes_what_leads_become) {
  EXPECT_EQ(from("Database.convertLead(c);",
                 {{"triggers/T.trigger", "trigger T on Account (before insert) { update new Case(); }"}}),
            ctrl + "Database.convertLead Lead (system mode)\n?" + ctrl +
                "Database.convertLead Account (system mode)\n?" + ctrl +
                "Database.convertLead Contact (system mode)\n?" + ctrl +
                "Database.convertLead Opportunity (system mode)\n"
                "?profile D → class Ctrl → trigger T | trigger T:1 update Case (system mode)\n");
}

TEST(platform, gives_components_what_accessors_say) {
  EXPECT_EQ(
      ways({{"profiles/D.profile", "<Profile><classAccesses><apexClass>Ctrl</apexClass><enabled>true</enabled>"
                                   "</classAccesses></Profile>"},
            code("Ctrl", "class Ctrl { @AuraEnabled static List<Row> rows() { }\n class Row {\n"
                         " @AuraEnabled String first { get { return [SELECT Id FROM Lead].Id; } }\n"
                         " String second { get { return [SELECT Id FROM Case].Id; } } } }")}),
      "profile D → class Ctrl → class Ctrl.Row | class Ctrl.Row:3 query Lead (system mode)\n"
      "?profile D → class Ctrl → class Ctrl.Row | class Ctrl.Row:4 query Case (system mode)\n");
}

TEST(platform, searches_by_their_own_name) {
  EXPECT_EQ(from("Search.query('FIND {x} RETURNING Lead(Id)');", {}),
            ctrl + "Search.query Lead (system mode)\n");
}

TEST(platform, runs_no_class_that_is_deleted) {
  EXPECT_EQ(
      from("Svc.getInstance().make();",
           {makes, {"classes/Svc.cls-meta.xml", "<ApexClass><status>Deleted</status></ApexClass>"}}),
      "what the class 'Svc' does: no file holds it; retrieve it or, if it is of a managed package, ask its "
      "vendor\n");
}

TEST(merging, updates_and_deletes) {
  EXPECT_EQ(
      ways({profile(to_class("A")),
            code("A", "public class A { @AuraEnabled public static void go() { Case x; List<Case> y; merge x "
                      "y; } }")}),
      "profile Dealer → class A | class A:1 merge Case (system mode)\n");
}

TEST(objects, may_have_their_namespace) {
  const auto does = [](const std::string& body) {
    return ways({profile(to_class("A")),
                 code("A", "public class A { @AuraEnabled public static void go(SObject s, Schema.Case c) { " +
                               body + " } }")});
  };
  const auto lead = [](const std::string& verb) {
    return "profile Dealer → class A | class A:1 " + verb + " Lead (system mode)\n";
  };
  EXPECT_EQ(does("insert new Schema.Lead();"), lead("insert"));
  EXPECT_EQ(does("List<schema.Lead> x; update x;"), lead("update"));
  EXPECT_EQ(does("delete (Schema.Lead) s;"), lead("delete"));
  EXPECT_EQ(does("delete c;"), "profile Dealer → class A | class A:1 delete Case (system mode)\n");
}

TEST(queries, go_to_parents) {
  const auto does = [](const std::string& query) {
    return ways(
        {profile(to_class("A")),
         code("A", "public class A { @AuraEnabled public static Object go() { return [" + query + "]; } }")});
  };
  EXPECT_EQ(does("SELECT Parent.Subject FROM EmailMessage"),
            "profile Dealer → class A | class A:1 query EmailMessage (system mode)\n"
            "profile Dealer → class A | class A:1 query Case (system mode)\n");
  EXPECT_EQ(does("SELECT Id FROM Task WHERE Who.Name = 'x'"),
            "profile Dealer → class A | class A:1 query Task (system mode)\n"
            "?profile Dealer → class A | class A:1 query Lead (system mode)\n"
            "?profile Dealer → class A | class A:1 query Contact (system mode)\n");
  EXPECT_EQ(
      does("SELECT Foo.Name FROM Account"),
      "profile Dealer → class A | class A:1 query Account (system mode)\n"
      "what 'query' at class A:1 reads: where the relationship 'Foo' leads is not known; declare its type, or "
      "name the object in place\n");
}

TEST(undeleting, belongs_to_delete) {
  EXPECT_EQ(from("undelete new Account();",
                 {{"triggers/T.trigger", "trigger T on Account (after undelete) { insert new Lead(); }"}}),
            ctrl + "undelete Account (system mode)\n"
                   "profile D → class Ctrl → trigger T | trigger T:1 insert Lead (system mode)\n");
}

} // namespace
} // namespace proviso::tracing::testing
