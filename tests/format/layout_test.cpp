// Lines, blocks, columns and lists.
#include "format/formatting.hpp"

namespace proviso::format {
namespace {

TEST(layout, gives_each_clause_a_line_and_two_blanks_a_level) {
  EXPECT_EQ(formatted(R"(
contract a "A"
{
vendor"V";customer   "C" ; ;
   sku s "S" {
sold as logins
from 2028-01-15 {
quantity 5 per month
  price 1.90 per login } } }
)"),
            R"(contract a "A" {
  vendor     "V"
  customer   "C"
  sku s "S" {
    sold as    logins
    from 2028-01-15 {
      quantity 5 per month
      price    1.90 per login
    }
  }
}
)");
}

TEST(layout, ends_lines_with_a_line_feed_and_drops_a_byte_order_mark) {
  EXPECT_EQ(formatted("\xEF\xBB\xBFuse \"a\"\r\n\r\nuse \"b\""), "use \"a\"\n\nuse \"b\"\n");
}

TEST(layout, leaves_digits_and_texts_as_written) {
  EXPECT_EQ(in_contract(R"(commit 600000.00 EUR per year; note "a\u{e9}\n  b")"),
            R"(  commit     600000.00 EUR per year
  note       "a\u{e9}\n  b"
)");
}

// ---- columns

TEST(columns, of_contracts_do_not_depend_on_what_else_is_there) {
  EXPECT_EQ(in_contract(R"(
vendor "V"
time zone "UTC"
price hold until 2028-01-14
months start on day 1
short months by day
external only, not "a.com"
waive r until 2027-12-31 by "me" because "so"
treat r as error
set r.share to 90%
)"),
            R"(  vendor     "V"
  time zone  "UTC"
  price hold until 2028-01-14
  months     start on day 1
  short months by day
  external only, not "a.com"
  waive r until 2027-12-31 by "me" because "so"
  treat r as error
  set r.share to 90%
)");
}

TEST(columns, of_a_test_follow_its_longest_keyword) {
  EXPECT_EQ(formatted("test \"t\" {\n contract c\n plan \"p\"\n expect no r\n}\n"
                      "test \"u\" {\n as of 2027-01-01\n expect r\n}\n"),
            R"(test "t" {
  contract c
  plan     "p"
  expect   no r
}

test "u" {
  as of  2027-01-01
  expect r
}
)");
}

TEST(columns, of_slices_line_up_their_prices) {
  EXPECT_EQ(
      in_contract("quote q \"Q\" { price volume per login {\nfirst 500 at 15.00\nnext 1_500 at 13.50 EUR\n"
                  "beyond at 12.00 } }"),
      R"(  quote q "Q" {
    price volume per login {
      first 500     at 15.00
      next  1_500   at 13.50 EUR
      beyond        at 12.00
    }
  }
)");
}

// ---- blocks

TEST(blocks, stay_on_one_line_where_they_were_and_fit) {
  const std::string text = R"(object Case { related CaseComment, EmailMessage }
object Lead { }
contract a "A" {
  sku s "S" { sold as members; from 2028-01-15 { quantity 5; price 2.00 per member per month } }
}
)";
  EXPECT_EQ(formatted(text), R"(object Case { related CaseComment, EmailMessage }
object Lead { }

contract a "A" {
  sku s "S" { sold as members; from 2028-01-15 { quantity 5; price 2.00 per member per month } }
}
)");
}

TEST(blocks, on_one_line_may_take_120_columns) {
  const auto line = [](std::size_t letters) {
    return "object A { note \"" + std::string(letters, 'x') + "\" }\n";
  };
  const auto widest = line(120 - line(0).size() + 1);
  EXPECT_EQ(formatted(widest), widest);
  EXPECT_EQ(formatted(line(120 - line(0).size() + 2)).substr(0, 11), "object A {\n");
}

TEST(blocks, of_several_lines_are_not_joined) {
  EXPECT_EQ(formatted("object A {\n}\n"), "object A {\n}\n");
}

// ---- empty lines

TEST(empty_lines, stand_between_declarations_of_several_lines) {
  EXPECT_EQ(formatted("use \"a\"\nuse \"b\"\ncontract a \"A\" {\n}\n# about b\ncontract b \"B\" {\n}\n"),
            R"(use "a"
use "b"

contract a "A" {
}

# about b
contract b "B" {
}
)");
}

TEST(empty_lines, are_at_most_one_and_none_at_the_ends_of_a_block) {
  EXPECT_EQ(in_contract("\n\n\nvendor \"V\"\n\n\n\ncustomer \"C\"\n\n"), R"(  vendor     "V"

  customer   "C"
)");
  EXPECT_EQ(formatted("\n\nuse \"a\"\n\n\nuse \"b\"\n\n\n"), "use \"a\"\n\nuse \"b\"\n");
}

// ---- lists

TEST(lists, are_filled_up_to_120_columns) {
  EXPECT_EQ(formatted(R"(
object Opportunity {
  related OpportunityCompetitor, OpportunityContactRole,
    OpportunityFeed, OpportunityFieldHistory, OpportunityHistory, OpportunityLineItem, OpportunityPartner
}
)"),
            R"(object Opportunity {
  related    OpportunityCompetitor, OpportunityContactRole, OpportunityFeed, OpportunityFieldHistory,
             OpportunityHistory, OpportunityLineItem, OpportunityPartner
}
)");
}

TEST(lists, of_groups_stand_between_their_braces) {
  EXPECT_EQ(formatted("texts t \"T\" {\n\"a\",\n\"b\" , \"c\" } source \"s\" as of 2027-01-15\n"
                      "objects o \"O\" {Lead,*__c}\n"),
            R"(texts t "T" {
  "a", "b", "c"
} source "s" as of 2027-01-15

objects o "O" { Lead, *__c }
)");
}

TEST(faults, are_told_and_nothing_is_formatted) {
  EXPECT_EQ(formatted("contract a \"A\" {\n term tomorrow\n}\n").substr(0, 22), "error: expected the fi");
}

} // namespace
} // namespace proviso::format
