// Blanks in expressions and where they break.
#include "format/formatting.hpp"

namespace proviso::format {
namespace {

TEST(expressions, have_a_blank_around_operators) {
  EXPECT_EQ(in_rule(R"(
param margin=5%
for w in windows where w.sku.count>=5 and not(w.a  -  -w.b)<min(1,2)/3*4
when -w.a  <  - 3 months
saves sum(b.users for b in bands)*2.00 USD per month
)"),
            R"(  param     margin = 5%
  for       w in windows where w.sku.count >= 5 and not (w.a - -w.b) < min (1, 2) / 3 * 4
  when      -w.a < -3 months
  saves     sum (b.users for b in bands) * 2.00 USD per month
)");
}

TEST(expressions, break_where_their_author_broke_them) {
  EXPECT_EQ(in_rule("when a and\n b or (c\nand\n  d\n) and\ne"), R"(  when      a and
            b or (c
              and
              d
            ) and
            e
)");
}

TEST(expressions, break_behind_an_operator_where_they_are_too_long) {
  const std::string a(60, 'a');
  const std::string b(40, 'b');
  EXPECT_EQ(in_rule("when " + a + " and not " + b + " or c"),
            "  when      " + a + " and\n            not " + b + " or c\n");
}

TEST(expressions, know_a_product_from_a_pattern) {
  EXPECT_EQ(formatted("rule r \"R\" { when a*b }\nobjects o \"O\" { a*b, *__c }\n"),
            "rule r \"R\" { when a * b }\nobjects o \"O\" { a*b, *__c }\n");
}

TEST(expressions, in_a_text_are_left_alone) {
  EXPECT_EQ(in_rule(R"(report "{if a=="x" then  b else "}"}, \{c}")"),
            "  report    \"{if a==\"x\" then  b else \"}\"}, \\{c}\"\n");
}

TEST(expressions, may_use_fields_called_as_operators_are) {
  EXPECT_EQ(in_rule("when w.in\nwhen w.not"), "  when      w.in\n  when      w.not\n");
}

} // namespace
} // namespace proviso::format
