// Classes and their bases: which of them are reached, constructed or run by the platform, and what of them no
// file holds.
#include "tracing/calling.hpp"

#include <gtest/gtest.h>

namespace proviso::tracing::testing {
namespace {

TEST(bases, are_followed_through_all_levels) {
  EXPECT_EQ(from("IWork w = Factory.make(); w.run();",
                 {code("IWork", "interface IWork { void run(); }"),
                  code("Factory", "class Factory { static IWork make() { return null; } }"),
                  code("Base", "abstract class Base implements IWork { }"),
                  code("Impl", "class Impl extends Base { public void run() { insert new Lead(); } }")}),
            "?profile D → class Ctrl → class Impl | class Impl:1 insert Lead (system mode)\n");
  EXPECT_EQ(from("B s = new Svc(); s.make();",
                 {code("B", "virtual class B { void make() { hook(); } virtual void hook() { } }"),
                  code("Mid", "virtual class Mid extends B { }"),
                  code("Svc", "class Svc extends Mid { override void hook() { insert new Lead(); } }")}),
            "?profile D → class Ctrl → class B → class Svc | class Svc:1 insert Lead (system mode)\n");
}

TEST(bases, give_what_the_platform_runs) {
  const auto job = code("LeadJob", "class LeadJob extends BaseJob { }");
  EXPECT_EQ(from("System.enqueueJob(new LeadJob());",
                 {job, code("BaseJob", "abstract class BaseJob implements Queueable {"
                                       " void execute(QueueableContext c) { insert new Lead(); } }")}),
            "profile D → class Ctrl → class BaseJob | class BaseJob:1 insert Lead (system mode)\n");
  EXPECT_EQ(from("System.enqueueJob(new LeadJob());",
                 {code("LeadJob", "class LeadJob extends BaseJob { override void execute(QueueableContext c) "
                                  "{ insert new Lead(); } }"),
                  code("BaseJob", "abstract class BaseJob implements Queueable {"
                                  " virtual void execute(QueueableContext c) { insert new Case(); } }")}),
            "profile D → class Ctrl → class LeadJob | class LeadJob:1 insert Lead (system mode)\n");
}

TEST(bases, are_constructed) {
  const auto base =
      code("KB", "virtual class KB { KB() { insert new Lead(); }\n KB(String s) { insert new Case(); } }");
  const std::string by_none = "class KB | class KB:1 insert Lead (system mode)\n";
  const std::string by_text = "class KB | class KB:2 insert Case (system mode)\n";
  EXPECT_EQ(from("new K('x');", {base, code("K", "class K extends KB { K(String s) { super(s); } }")}),
            "profile D → class Ctrl → class K → " + by_text);
  EXPECT_EQ(from("new K('x');", {base, code("K", "class K extends KB { K(String s) { } }")}),
            "profile D → class Ctrl → class K → " + by_none);
  EXPECT_EQ(from("new K();", {base, code("K", "class K extends KB { }")}),
            "profile D → class Ctrl → " + by_none);
}

TEST(bases, of_controllers_are_shown_by_pages) {
  EXPECT_EQ(
      ways({{"profiles/D.profile", "<Profile><pageAccesses><apexPage>P</apexPage><enabled>true</enabled>"
                                   "</pageAccesses></Profile>"},
            {"pages/P.page", "<apex:page controller=\"PageCtrl\">"},
            code("PageCtrl", "public class PageCtrl extends BaseCtrl { }"),
            code("BaseCtrl", "public virtual class BaseCtrl { public void save() { insert new Lead(); } }")}),
      "profile D → page P → class BaseCtrl | class BaseCtrl:1 insert Lead (system mode)\n");
}

TEST(bases, that_no_file_holds) {
  const auto does = [](const std::string& head, const std::string& body) {
    return ways({profile(to_class("A")),
                 code("A", "public class A " + head + " { @AuraEnabled public static void go() { " + body +
                               " } void own() { } class Inner { void run() { outside(); } } }"),
                 code("B", "public virtual class B extends Ghost { public B() { } }"),
                 code("C", "public virtual class C extends Ghost { public void own() { super.own(); } }")});
  };
  const auto missing = [](const std::string& name) {
    return "what the class '" + name +
           "' does: no file holds it; retrieve it or, if it is of a managed package, ask its vendor\n";
  };
  EXPECT_EQ(does("extends pkg.Base", "run();"), missing("pkg.Base"));
  EXPECT_EQ(does("extends pkg.Base", "own();"), "");
  EXPECT_EQ(does("extends B", "run();"), missing("Ghost"));
  EXPECT_EQ(does("extends Ghost", "A a; a.inherited();"), missing("Ghost"));
  EXPECT_EQ(does("extends Ghost", "new A();"), missing("Ghost"));
  EXPECT_EQ(does("implements pkg.Plan", "new A();"), "");
  EXPECT_EQ(does("", "new B();"), missing("Ghost"));
  EXPECT_EQ(does("", "C c; c.own();"), missing("Ghost"));
  EXPECT_EQ(does("extends pkg.Base", "Inner i; i.run();"), missing("pkg.Base"));
  EXPECT_EQ(does("extends Exception implements Queueable", "run(); new A();"), "");
}

TEST(classes, of_hidden_code_are_not_known) {
  constexpr auto hidden = "what the class 'A' does: its file declares none of that name, as where a package "
                          "hides its code; retrieve it again or ask its vendor\n";
  for (const auto* text : {"(hidden)", "", "public class B { @AuraEnabled public static void go() { } }"})
    EXPECT_EQ(ways({profile(to_class("A")), code("A", text)}), hidden) << text;
  EXPECT_EQ(ways({profile(to_class("A")), code("A", "@IsTest class a { }")}), "");
  EXPECT_EQ(ways({profile(to_class("A")),
                  code("A", "(hidden)"),
                  {"classes/A.cls-meta.xml", "<ApexClass><status>Deleted</status></ApexClass>"}}),
            "");
}

TEST(classes, that_no_file_holds) {
  const std::string missing =
      "what the class 'Foo' does: no file holds it; retrieve it or, if it is of a managed "
      "package, ask its vendor\n";
  const auto svc =
      code("Svc", "public class Svc { public Foo foo; public static Foo make() { } class In { } }");
  for (const std::string statements :
       {"new Foo().run();", "System.enqueueJob(new Foo());", "Database.executeBatch(new Foo('x'), 5);",
        "Foo f; f.run();", "List<Foo> all; all[0].run();", "Foo f; f.other().run();", "Svc.make().run();",
        "Svc s; s.foo.run();", "Foo.instance.run();", "Foo.instance().next().run();",
        "Object o; ((Foo) o).run();", "new List<Foo>{ new Foo() };"})
    EXPECT_EQ(from(statements, {svc}), missing) << statements;
  for (const std::string statements :
       {"new Foo(Name = 'x');", "Foo f = new Foo(Name = 'x'); f.put('a', 'b');",
        "Foo f = [SELECT Id FROM Foo]; f.clone();", "List<Foo> all = new List<Foo>(); all.size();",
        "FooException e;",
        "Foo__c f = new Foo__c(); f.clone(); Foo__mdt.getInstance(a); throw new AuraHandledException(a);",
        "new Http().send(new HttpRequest());", "try { } catch (DmlException e) { e.getMessage(); }",
        "StatusCode c; c.name(); RoundingMode m; m.name(); FinalizerContext f; f.getResult();",
        "Account.Name.getDescribe().getName();",
        "Component.Apex.OutputText t = new Component.Apex.OutputText();",
        "Schema.DescribeSObjectResult d; d.getName(); DescribeFieldResult f; f.getName();"})
    EXPECT_EQ(from(statements, {svc}).find("what the class"), std::string::npos) << from(statements, {svc});
}

TEST(classes, inside_of_others_are_followed_from_anywhere) {
  const auto svc =
      code("Svc",
           "public class Svc { public Impl one; public static Impl impl() { }\n"
           " public List<Impl> all() { } public static Svc inst() { }\n"
           " public class Impl { public Impl named(String s) { } public void make() { insert new Lead(); } }\n"
           " public void take(Impl i) { insert new Case(); } public void take(Object o) { } }");
  const std::string made =
      "profile D → class Ctrl → class Svc.Impl | class Svc.Impl:3 insert Lead (system mode)\n";
  for (const std::string statements :
       {"Svc.impl().make();", "new Svc().one.make();", "Svc s; s.all()[0].make();",
        "Svc.impl().named(a).named(a).make();", "for (Svc.Impl i : Svc.inst().all()) i.make();"})
    EXPECT_EQ(from(statements, {svc}), made) << statements;
  EXPECT_EQ(from("Svc s; s.take(Svc.impl());", {svc}),
            "profile D → class Ctrl → class Svc | class Svc:4 insert Case (system mode)\n");
}

TEST(classes, of_one_name_in_several_packages) {
  const std::string text = "public class Svc { public static void make() { insert new Lead(); } }";
  const auto harmless = code("Svc", "public class Svc { public static void make() { } }");
  const metadata::text_file other{"b/classes/Svc.cls", text};
  const std::string way = "profile D → class Ctrl → class Svc | class Svc:1 insert Lead (system mode)\n";
  EXPECT_EQ(from("Svc.make();", {harmless, other}), "?" + way);
  EXPECT_EQ(from("Svc.make();", {code("Svc", text), other}), way + way);
}

} // namespace
} // namespace proviso::tracing::testing
