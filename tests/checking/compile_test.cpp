// Faults of a rule: each once, at its part, with the nearest name.
#include "checking/small.hpp"

#include <gtest/gtest.h>

namespace proviso::checking::testing {
namespace {

TEST(compile, a_field_that_does_not_exist) {
  EXPECT_EQ(faults_of("for w in windows\n when w.exceded"),
            "a window has no field 'exceded' | did you mean 'exceeded'?\n");
  EXPECT_EQ(underlined("for w in windows\n when w.exceded"), "exceded");
  EXPECT_EQ(
      faults_of("for l in limits\n when l.xylophone == 1"),
      "a limit has no field 'xylophone' | it has restriction, what, most, in_force, exceeded and by_one\n");
  EXPECT_EQ(faults_of("for w in windows\n when w.period.middle == today"),
            "a period has no field 'middle' | it has start, end and days\n");
  EXPECT_EQ(faults_of("for w in windows\n when w.logins.sum > 1"), "logins has no fields\n");
}

TEST(compile, a_name_that_does_not_exist) {
  EXPECT_EQ(faults_of("for window in windows\n when windw.exceeded"),
            "there is no variable or parameter 'windw' | did you mean 'window'?\n");
  EXPECT_EQ(faults_of("for w in windws"), "there is no collection 'windws' | did you mean 'windows'?\n");
  EXPECT_EQ(
      faults_of("for w in windows\n when windows == w"),
      "'windows' is a collection, not a value | go through it: 'for x in windows', 'count (x in windows)'\n");
}

TEST(compile, a_fault_in_for_has_no_follow_ups) {
  EXPECT_EQ(faults_of("for w in windws\n when w.exceeded\n cost w.overage", "{w.sku}"),
            "there is no collection 'windws' | did you mean 'windows'?\n");
}

TEST(compile, faults_of_independent_clauses_are_all_reported) {
  EXPECT_EQ(faults_of("for w in windows\n when w.exceded\n cost w.overrage", "{w.skus}"),
            "a window has no field 'exceded' | did you mean 'exceeded'?\n"
            "a window has no field 'skus' | did you mean 'sku'?\n"
            "a window has no field 'overrage' | did you mean 'overage'?\n");
}

TEST(compile, only_records_with_a_name_print) {
  EXPECT_EQ(faults_of("for w in windows", "{w.sku} in {w}"),
            "a window has no name to print | print one of its fields\n");
}

TEST(compile, only_facts_have_places) {
  EXPECT_EQ(faults_of("for w in windows\n at w.period.start"),
            "this has no place in a file | name a record, or a field of one\n");
  EXPECT_EQ(faults_of("for w in windows\n at w\n at w.sku\n at contract.term"), "");
}

// ---- presence

constexpr std::string_view absent_price =
    "'member_price' may be absent | test it with 'exists' in an earlier condition\n";

TEST(presence, what_may_be_absent_is_tested_first) {
  EXPECT_EQ(faults_of("for b in bands\n when b.member_price > 1.00 USD"), absent_price);
  EXPECT_EQ(faults_of("for b in bands where b.member_price exists\n when b.member_price > 1.00 USD"), "");
  EXPECT_EQ(faults_of("for b in bands\n when b.member_price exists and b.member_price > 1.00 USD"), "");
  EXPECT_EQ(faults_of("for b in bands\n when b.member_price > 1.00 USD and b.member_price exists"),
            absent_price);
  EXPECT_EQ(faults_of("for b in bands\n when not b.member_price exists or b.member_price > 1.00 USD"), "");
  EXPECT_EQ(faults_of("for b in bands\n when b.member_price exists or b.member_price > 1.00 USD"),
            absent_price);
  EXPECT_EQ(
      faults_of(
          "for b in bands\n when not (b.member_price exists and b.users > 3) and b.member_price > 1.00 USD"),
      absent_price);
}

TEST(presence, branches_know_their_condition) {
  EXPECT_EQ(
      faults_of(
          "for b in bands\n when (if b.member_price exists then b.member_price else 1.00 USD) > 2.00 USD"),
      "");
  EXPECT_EQ(
      faults_of(
          "for b in bands\n when (if b.member_price exists then 1.00 USD else b.member_price) > 2.00 USD"),
      absent_price);
}

TEST(presence, a_condition_holds_for_all_that_follows) {
  EXPECT_EQ(faults_of("for b in bands\n when b.member_price exists\n saves b.member_price", "{b.member_price}"),
            "");
  EXPECT_EQ(faults_of("for b in bands", "{b.member_price}"), absent_price);
}

TEST(presence, is_of_one_record) {
  EXPECT_EQ(
      faults_of(
          "for b in bands where b.member_price exists\n for c in bands\n when c.member_price > b.member_price"),
      absent_price);
}

TEST(presence, fields_that_come_together_are_tested_together) {
  EXPECT_EQ(faults_of("for b in bands where b.member_price exists", "{b.break_even} {b.member_sku}"), "");
  EXPECT_EQ(faults_of("for b in bands", "{b.break_even}"),
            "'break_even' may be absent | test its 'member_price' with 'exists' in an earlier condition\n");
}

TEST(presence, least_and_most_of_nothing_are_absent) {
  EXPECT_EQ(faults_of("when min (w.logins for w in windows) > 3"),
            "of nothing this is absent | test it with 'exists' in an earlier condition\n");
  EXPECT_EQ(faults_of("when min (w.logins for w in windows) exists and min (w.logins for w in windows) > 3"),
            "");
  EXPECT_EQ(faults_of("when min (w.logins for w in windows) exists and min (w.grace for w in windows) > 3"),
            "of nothing this is absent | test it with 'exists' in an earlier condition\n");
  EXPECT_EQ(faults_of("when sum (w.logins for w in windows) > 3"), "");
}

TEST(presence, places_may_be_absent) {
  EXPECT_EQ(faults_of("for b in bands\n at b.member_price"), "");
}

// ---- clauses and parameters

TEST(compile, severity_and_report_are_mandatory) {
  world w;
  w.add("rules", "rule bare \"Bare\" { kind risk }");
  w.rules = rulebook::of(w.files(), w.diagnostics);
  EXPECT_EQ(w.faults(), "rule 'bare' has no severity | add 'severity error', 'warning' or 'info'\n"
                        "rule 'bare' has no report | add 'report \"…\"'\n");
}

TEST(compile, a_clause_stands_once) {
  EXPECT_EQ(faults_of("for w in windows\n when w.exceeded\n when w.blocked"), "'when' is stated twice\n");
  EXPECT_EQ(faults_of("param a = 1\n param a = 2\n when a > 1"), "parameter 'a' is stated twice\n");
}

TEST(compile, two_rules_of_one_name) {
  world w;
  w.add("one", rule_of("when today > 2027-01-01"));
  w.add("two", rule_of("when today > 2027-01-01"));
  w.rules = rulebook::of(w.files(), w.diagnostics);
  EXPECT_EQ(w.faults(), "there are two rules 'test' | give one of them another name\n");
  EXPECT_EQ(w.sources[w.diagnostics.front().at.source].name(), "two");
  EXPECT_EQ(w.sources[w.diagnostics.front().others.front().at.source].name(), "one");
}

TEST(compile, money_names_a_currency_that_there_is) {
  EXPECT_EQ(faults_of("for w in windows\n when w.overage > 2.00 USS"),
            "there is no currency 'USS' | did you mean 'USD'?\n");
  EXPECT_EQ(faults_of("param least = 2.00 USD\n for w in windows\n when w.overage > least"), "");
}

TEST(compile, a_variable_hides_nothing) {
  EXPECT_EQ(faults_of("for w in windows\n for w in bands"),
            "'w' means something here already | give the variable another name\n");
  EXPECT_EQ(faults_of("param w = 1\n for w in bands"),
            "'w' means something here already | give the variable another name\n");
}

// ---- bounded work

TEST(compile, what_grows_with_data_is_looked_up) {
  constexpr std::string_view each_with_each = "'breaches' inside 'accesses' would compare each with each | add "
                                              "'where' with a field of 'b' == a field of 'a': it is "
                                              "looked up\n";
  EXPECT_EQ(faults_of("for a in accesses\n for b in breaches"), each_with_each);
  EXPECT_EQ(faults_of("for a in accesses\n for b in breaches where b.population == a.population"), "");
  EXPECT_EQ(faults_of("for a in accesses\n for b in breaches where b.object exists and a.object == b.object"),
            "");
  EXPECT_EQ(faults_of("for a in accesses\n for b in breaches where b.population == dealers"), each_with_each);
  EXPECT_EQ(faults_of("for a in accesses\n when any (b.certain for b in breaches)"), each_with_each);
  EXPECT_EQ(
      faults_of(
          "for a in accesses\n when any (b.certain for b in breaches where b.population == a.population)"),
      "");
  EXPECT_EQ(faults_of("for a in accesses\n for p in populations"), "");
}

} // namespace
} // namespace proviso::checking::testing
