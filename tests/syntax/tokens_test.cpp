// Tokens of texts, and whether two texts say the same.
#include "syntax/tokens.hpp"

#include "syntax/reading.hpp"
#include "syntax/same.hpp"

namespace proviso::syntax {
namespace {

// The tokens with a '|' between, '/' before those that begin a line and '//' before those behind an empty one.
std::string tokens(const std::string& text) {
  const reading of(text);
  EXPECT_EQ(of.errors(), "");
  std::string result;
  for (const auto& each : tokens_of(of.sources[1].text(), of.result.tree))
    result.append(each.after_empty_line ? "//" : each.first_on_line ? "/" : "|").append(each.text);
  return result;
}

bool say_the_same(const std::string& a, const std::string& b) {
  const reading first(a);
  const reading second(b);
  EXPECT_EQ(first.errors() + second.errors(), "");
  return same(first.result.tree, second.result.tree);
}

std::string in_sku(const std::string& clause) {
  return "contract c \"C\" { sku s \"S\" { " + clause + " } }";
}

TEST(tokens, are_all_that_is_no_blank) {
  EXPECT_EQ(tokens("\xEF\xBB\xBF# top \r\n\r\nuse \"a\";use \"b # no\" # end\t\ncontract c \"C\" {\n}"),
            "/# top//use|\"a\"|;|use|\"b # no\"|# end/contract|c|\"C\"|{/}");
}

TEST(tokens, of_numbers_and_dates_are_whole) {
  EXPECT_EQ(tokens(in_sku("price 1_900.00 EUR per block of 1_000; discount 12.5%; from 2028-01-15 { }")),
            "/contract|c|\"C\"|{|sku|s|\"S\"|{|price|1_900.00|EUR|per|block|of|1_000|;|discount|12.5%|;|from|"
            "2028-01-15|{|}|}|}");
}

TEST(tokens, of_a_star_are_signs_in_a_rule_alone) {
  EXPECT_EQ(tokens("objects o \"O\" {a*b,*__c}\nrule r \"R\" {when a*b>=-c.as}"),
            "/objects|o|\"O\"|{|a*b|,|*__c|}/rule|r|\"R\"|{|when|a|*|b|>=|-|c|.|as|}");
}

TEST(tokens, of_texts_with_holes_hold_the_quotes_in_them) {
  EXPECT_EQ(tokens(R"(rule r "R" { report "{if a == "}" then "b" else c}"; at a "l" })"),
            R"(/rule|r|"R"|{|report|"{if a == "}" then "b" else c}"|;|at|a|"l"|})");
}

TEST(sameness, does_not_see_where_things_stand) {
  EXPECT_TRUE(say_the_same(in_sku("quantity 5;price 2.00 per login"),
                           "# c\n" + in_sku("\nquantity   5\n\nprice 2.00\tper login\n")));
}

TEST(sameness, sees_each_value) {
  EXPECT_FALSE(say_the_same(in_sku("quantity 5"), in_sku("quantity 6")));
  EXPECT_FALSE(say_the_same(in_sku("price 2.00 per login"), in_sku("price 2.00 EUR per login")));
  EXPECT_FALSE(say_the_same(in_sku("grace 5%"), in_sku("grace 5")));
  EXPECT_FALSE(say_the_same(in_sku("block 5"), in_sku("minimum 5")));
  EXPECT_FALSE(say_the_same(in_sku("block 5"), in_sku("block 5; block 5")));
  EXPECT_FALSE(say_the_same("rule r \"R\" { when a - b }", "rule r \"R\" { when a + b }"));
  EXPECT_FALSE(say_the_same("rule r \"R\" { report \"{a}\" }", "rule r \"R\" { report \"{b}\" }"));
  EXPECT_FALSE(say_the_same("test \"t\" { plan \"p\" }", "test \"t\" { plan \"q\" }"));
}

} // namespace
} // namespace proviso::syntax
