// Clauses of rules.
#include "syntax/reading.hpp"

namespace proviso::syntax {
namespace {

TEST(rule, has_a_severity_and_a_kind) {
  EXPECT_EQ(in_rule<severity>("severity warning")->value.text, "warning");
  EXPECT_EQ(in_rule<rule_kind>("kind saving")->value.text, "saving");
}

TEST(rule, has_parameters) {
  const in_rule<param> read("param margin = 5%");
  EXPECT_EQ(read->name.text, "margin");
  EXPECT_EQ(shown(read->value), "5%");
  EXPECT_EQ(shown(in_rule<param>("param least = 100")->value), "100");
}

TEST(rule, goes_through_records) {
  const in_rule<each> read("for b in p.bands where\n    b.users > 0 and\n    b.member_price exists");
  EXPECT_EQ(read->variable.text, "b");
  EXPECT_EQ(shown(read->path), "p.bands");
  EXPECT_EQ(read.at(read->path.at), "p.bands");
  EXPECT_EQ(shown(read->where.at(0)), "(and (> b.users 0) (exists b.member_price))");
  EXPECT_TRUE(in_rule<each>("for w in windows")->where.empty());
}

TEST(rule, reports_at_places) {
  EXPECT_EQ(shown(in_rule<when>("when w.exceeded")->condition), "w.exceeded");
  const in_rule<place> read("at w.sku.quantity \"purchased here\"");
  EXPECT_EQ(shown(read->fact), "w.sku.quantity");
  EXPECT_EQ(read->label.value().value, "purchased here");
  EXPECT_FALSE(in_rule<place>("at w.season")->label.has_value());
}

TEST(rule, costs_and_saves) {
  EXPECT_EQ(shown(in_rule<cost>("cost w.overage")->value), "w.overage");
  const in_rule<saves> read("saves b.users * 2.00 USD per month");
  EXPECT_EQ(shown(read->value), "(* b.users 2.00 USD)");
  EXPECT_TRUE(read->per_month);
  EXPECT_EQ(read.at(read->value.at), "b.users * 2.00 USD");
  EXPECT_EQ(read.at(read->at), "saves b.users * 2.00 USD per month");
  EXPECT_FALSE(in_rule<saves>("saves b.cost")->per_month);
}

TEST(rule, says_why) {
  EXPECT_EQ(in_rule<because>("because \"so\"")->value.value, "so");
  EXPECT_EQ(in_rule<source_of>("source \"Help\"")->value.value, "Help");
  EXPECT_EQ(in_rule<cited>("clause \"§3\"")->document.value, "§3");
}

TEST(rule, variables_are_snake_case) {
  EXPECT_EQ(messages_of("rule r \"R\" {\n  for my-w in windows\n}\n"), "expected 'in'\n");
}

} // namespace
} // namespace proviso::syntax
