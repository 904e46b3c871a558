// What types hold, and what names mean where they stand.
#include "apex/read.hpp"
#include "tracing/types.hpp"

#include <gtest/gtest.h>

namespace proviso::tracing::testing {
namespace {

metadata::org classes(std::string_view text) {
  metadata::org result;
  result.programs.push_back({"All", apex::read_unit(text, 1), std::nullopt, {}});
  return result;
}

TEST(types, hold_what_is_innermost) {
  EXPECT_EQ(innermost("Lead"), "Lead");
  EXPECT_EQ(innermost("List<Lead>"), "Lead");
  EXPECT_EQ(innermost("Map<Id,List<Lead>>"), "Lead");
  EXPECT_EQ(innermost("Map<Map<Id,Case>,Lead[]>"), "Lead");
  EXPECT_EQ(innermost("Lead[]"), "Lead");
  EXPECT_EQ(innermost("List<"), "List<");
  EXPECT_EQ(innermost("List<>"), "");
}

TEST(types, of_objects_are_without_namespace) {
  EXPECT_EQ(innermost("Schema.Lead"), "Lead");
  EXPECT_EQ(innermost("List<schema.Acme__c[]>"), "Acme__c");
  EXPECT_EQ(innermost("Map<String, Schema.SObjectField>"), " Schema.SObjectField");
  EXPECT_EQ(innermost("Set<Schema.SObjectType>"), "Schema.SObjectType");
}

TEST(types, of_paths) {
  const auto found = classes("class A extends B { Lead one; Inner in; C other() { } class Inner { Case c; } }"
                             "class B { Map<Id, Case> byId; } class C { static Account acc; A back; }");
  const type_index types(found);
  const auto of = [&](std::string_view path, std::string_view root = "") {
    return types.type_of(path, root, types.named("A").front()).value_or("none");
  };
  EXPECT_EQ(of("this.one"), "Lead");
  EXPECT_EQ(of("ONE"), "Lead");
  EXPECT_EQ(of("byId"), "Map<Id,Case>");
  EXPECT_EQ(of("byId.values()"), "List<Case>");
  EXPECT_EQ(of("byId.get()"), "Case");
  EXPECT_EQ(of("byId.values().[]"), "Case");
  EXPECT_EQ(of("byId.keySet()"), "Set<Id>");
  EXPECT_EQ(of("byId.size()"), "none");
  EXPECT_EQ(of("in.c"), "Case");
  EXPECT_EQ(of("C.acc"), "Account");
  EXPECT_EQ(of("x.back.one", "C"), "Lead");
  EXPECT_EQ(of("other()"), "C");
  EXPECT_EQ(of("other().back.in.c"), "Case");
  EXPECT_EQ(of("one.Owner"), "none");
  EXPECT_EQ(of("nothing"), "none");
}

TEST(types, of_other_classes_have_their_whole_names) {
  const auto found =
      classes("class L { static Svc svc; } class Lower { class Of { } }"
              "class Svc extends Base { Impl own; static Impl impl() { } List<Impl[]> all() { } class Impl { "
              "Impl next() { } } } class Base { Kept kept; class Kept { } }"
              "class Outer { static Svc svc; class In { } }");
  const type_index types(found);
  const auto of = [&](std::string_view path, std::string_view root = "", std::string_view inside = "L") {
    return types.type_of(path, root, types.named(inside).front()).value_or("none");
  };
  EXPECT_EQ(of("Svc.impl()"), "Svc.Impl");
  EXPECT_EQ(of("new.own", "Svc"), "Svc.Impl");
  EXPECT_EQ(of("svc.all()"), "List<Svc.Impl[]>");
  EXPECT_EQ(of("svc.all().[].[]"), "Svc.Impl");
  EXPECT_EQ(of("Svc.impl().next().next()"), "Svc.Impl");
  EXPECT_EQ(of("svc.kept"), "Base.Kept");
  EXPECT_EQ(of("svc.own", "", "Outer.In"), "Svc.Impl");
  EXPECT_EQ(types.qualified("Map<Id,List<Kept>>", types.named("Svc").front()), "Map<Id,List<Base.Kept>>");
  std::string left;
  EXPECT_FALSE(types.type_of("one.two.three", "Svc", 0, &left));
  EXPECT_EQ(left, "Svc");
}

TEST(types, that_extend_each_other_end) {
  const auto found = classes("class A extends B { } class B extends A { }");
  const type_index types(found);
  EXPECT_EQ(types.with_bases(0).size(), 2u);
}

} // namespace
} // namespace proviso::tracing::testing
