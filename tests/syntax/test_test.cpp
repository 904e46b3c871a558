// Clauses of tests.
#include "syntax/reading.hpp"

namespace proviso::syntax {
namespace {

TEST(test_block, names_its_contract) {
  const in_test<test_contract> read("contract northwind");
  EXPECT_EQ(std::get<word>(read->value).text, "northwind");
  EXPECT_EQ(read.at(read->at), "contract northwind");
}

TEST(test_block, holds_a_contract_in_place) {
  const in_test<test_contract> read(
      "contract small \"Small\" {\n  currency USD\n  sku s \"S\" { quantity 5 }\n}");
  const auto& inner = std::get<contract>(read->value);
  EXPECT_EQ(inner.name.text, "small");
  EXPECT_EQ(inner.title.value, "Small");
  EXPECT_EQ(clause<currency>(inner).code.text, "USD");
  EXPECT_EQ(shown(clause<quantity>(clause<sku>(inner)).value), "5");
  EXPECT_TRUE(read.at(inner.at).starts_with("small"));
  EXPECT_TRUE(read.at(inner.at).ends_with("}"));
}

TEST(test_block, has_a_plan_by_file_or_in_place) {
  const in_test<test_plan> named("plan \"northwind.plan.toml\"");
  EXPECT_FALSE(named->in_place);
  EXPECT_EQ(named->value.value, "northwind.plan.toml");
  const in_test<test_plan> written("plan \"\"\"\n  [plan]\n  name = \"x\"\n  \"\"\"");
  EXPECT_TRUE(written->in_place);
  EXPECT_EQ(written->value.value, "[plan]\nname = \"x\"");
}

TEST(test_block, is_given_files) {
  const in_test<given> file("given logins \"logins.csv\"");
  EXPECT_EQ(file->what.text, "logins");
  EXPECT_EQ(file->path.value().value, "logins.csv");
  EXPECT_FALSE(file->content.has_value());
  const in_test<given> content("given users \"\"\"\n  ID\n  005\n  \"\"\"");
  EXPECT_FALSE(content->path.has_value());
  EXPECT_EQ(content->content.value().value, "ID\n005");
  const in_test<given> both("given metadata \"profiles/Dealer.profile\" \"\"\"\n  <Profile/>\n  \"\"\"");
  EXPECT_EQ(both->path.value().value, "profiles/Dealer.profile");
  EXPECT_EQ(both->content.value().value, "<Profile/>");
  EXPECT_EQ(in_test<given>("given org \"org.json\"")->what.text, "org");
}

TEST(test_block, has_a_day_and_sets_parameters) {
  EXPECT_EQ(shown(in_test<as_of>("as of 2027-06-01")->value), "2027-06-01");
  EXPECT_EQ(shown(in_test<set>("set r.p to 3 months")->value), "3 months");
}

TEST(test_block, expects_rules) {
  const in_test<expect> plain("expect restricted-access");
  EXPECT_EQ(plain->what, expect::kind::rule);
  EXPECT_EQ(plain->rule.text, "restricted-access");
  const in_test<expect> no("expect no login-pool-exceeded for \"key dealers\" on 2028-11-20");
  EXPECT_EQ(no->what, expect::kind::no_rule);
  EXPECT_EQ(no->rule.text, "login-pool-exceeded");
  EXPECT_EQ(no->subject.value().value, "key dealers");
  EXPECT_EQ(shown(no->on.value()), "2028-11-20");
  EXPECT_EQ(in_test<expect>("expect undetermined x")->what, expect::kind::undetermined);
}

TEST(test_block, expects_money) {
  const in_test<expect> cost("expect cost 2_122_285.00");
  EXPECT_EQ(cost->what, expect::kind::cost);
  EXPECT_EQ(shown(cost->money.value()), "2122285.00");
  EXPECT_EQ(in_test<expect>("expect overage 1.00 USD")->what, expect::kind::overage);
  EXPECT_EQ(in_test<expect>("expect saving 0.00")->what, expect::kind::saving);
}

TEST(test_block, has_a_title_only) {
  const reading r("test \"what it shows\" {\n}\n");
  EXPECT_EQ(r.only<test>().title.value, "what it shows");
}

} // namespace
} // namespace proviso::syntax
