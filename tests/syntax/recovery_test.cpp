// Several faults in one text: each is told once, at its place, and nothing is told that only follows from
// another.
#include "syntax/reading.hpp"

#include <fstream>
#include <iterator>

namespace proviso::syntax {
namespace {

TEST(recovery, tells_every_fault_with_its_place) {
  EXPECT_EQ(errors_of(R"(contract acme "Acmé 2027" {
  term 2027-13-01 to 2027-12-31
  sku logins "Logins" { price 2.00 USD pre login; quantity 20_000 per mnth }
  prohbit create, read on Lead
	restriction r "R" { prohibit create, reed on Lead }
  vendor "Sales
}
contract second "Zweiter" {
  term 2027-01-01 2027-02-01
}
)"),
            R"(error: 2027-13-01 is not a day of the calendar
  --> a.proviso:2:8
  |
2 |   term 2027-13-01 to 2027-12-31
  |        ^^^^^^^^^^
error: expected 'per'
  --> a.proviso:3:40
  |
3 |   sku logins "Logins" { price 2.00 USD pre login; quantity 20_000 per mnth }
  |                                        ^^^
   = help: did you mean 'per'?
error: expected 'month'
  --> a.proviso:3:71
  |
3 |   sku logins "Logins" { price 2.00 USD pre login; quantity 20_000 per mnth }
  |                                                                       ^^^^
   = help: did you mean 'month'?
error: expected a clause of a contract
  --> a.proviso:4:3
  |
4 |   prohbit create, read on Lead
  |   ^^^^^^^
   = help: did you mean 'prohibit', which stands in a restriction?
error: expected 'create', 'read', 'update' or 'delete'
  --> a.proviso:5:39
  |
5 | 	restriction r "R" { prohibit create, reed on Lead }
  | 	                                     ^^^^
   = help: did you mean 'read'?
error: this text has no closing quote
  --> a.proviso:6:10
  |
6 |   vendor "Sales
  |          ^
   = help: a text ends on its line; one of several lines stands between """ and """
error: expected 'to'
  --> a.proviso:9:19
  |
9 |   term 2027-01-01 2027-02-01
  |                   ^^^^^^^^^^
)");
}

TEST(recovery, what_is_missing_is_told_behind_the_last_word) {
  EXPECT_EQ(errors_of("contract c \"C\" {\n  term 2027-01-01   # to be agreed\n  when\n}\n"),
            R"(error: expected 'to'
  --> a.proviso:2:18
  |
2 |   term 2027-01-01   # to be agreed
  |                  ^
error: 'when' stands in a rule, not in a contract
  --> a.proviso:3:3
  |
3 |   when
  |   ^^^^
   = help: a contract holds 'vendor', 'term', 'currency', 'sku', 'restriction' and others
)");
}

TEST(recovery, a_missing_brace_is_told_once) {
  EXPECT_EQ(errors_of("contract c \"C\" {\n  sku a \"A\" { price 1.00 per login\n  sku b \"B\" {\n    quantity "
                      "5\n  }\n}\nrule r \"R\" {\n}\n"),
            R"(error: expected '}' to close the sku
  --> a.proviso:2:35
  |
2 |   sku a "A" { price 1.00 per login
  |                                   ^
  --> a.proviso:2:13
  |
2 |   sku a "A" { price 1.00 per login
  |             ^ opened here
)");
}

TEST(recovery, a_missing_brace_shows_at_the_next_declaration) {
  EXPECT_EQ(errors_of("contract c \"C\" {\n  sku a \"A\" {\n    quantity 5\n}\n\ntest \"t\" {\n}\n"),
            R"(error: expected '}' to close the contract
  --> a.proviso:4:2
  |
4 | }
  |  ^
  --> a.proviso:1:16
  |
1 | contract c "C" {
  |                ^ opened here
)");
}

TEST(recovery, braces_missing_at_the_end_are_told_once) {
  EXPECT_EQ(messages_of("contract c \"C\" {\n  sku a \"A\" {\n    quantity 5"),
            "expected '}' to close the sku\n");
}

TEST(recovery, a_block_without_its_brace_is_read) {
  EXPECT_EQ(messages_of("contract c \"C\"\n  sku a \"A\"\n    price 1.00 per login\n    quantty 5\n  }\n}\n"),
            "expected '{'\nexpected '{'\nexpected a clause of a sku | did you mean 'quantity'?\n");
}

TEST(recovery, a_missing_brace_takes_no_other_block) {
  EXPECT_EQ(messages_of("contract c \"C\" {\n  sku a \"A\"\n  restriction r \"R\" {\n    open\n  }\n}\n"),
            "expected '{'\nexpected 'ended'\n");
  EXPECT_EQ(messages_of("contract c \"C\" {\n  sku a \"A\" x {\n    quantity x\n  }\n}\n"),
            "expected '{'\nexpected a whole number such as 20_000\n");
}

TEST(recovery, a_brace_too_many_is_told_once) {
  EXPECT_EQ(messages_of("contract c \"C\" {\n  sku a \"A\" { {\n    quantity 5\n  }\n}\n"),
            "expected a clause of a sku | a sku holds 'license', 'sold as', 'quantity', 'price', 'overage' and "
            "others\n");
  EXPECT_EQ(messages_of("contract c \"C\" {\n  sku a \"A\" {\n    from 2027-01-01 { quantity 5 } }\n    uplift "
                        "at most 7% per renewal\n  }\n  currency USD\n}\n"),
            "'uplift' stands in a sku, not in a contract | a contract holds 'vendor', 'term', 'currency', "
            "'sku', 'restriction' and others\n");
}

// Where the words of a text begin and end.
std::vector<std::pair<std::size_t, std::size_t>> words(std::string_view of) {
  std::vector<std::pair<std::size_t, std::size_t>> result;
  for (auto begin = of.find_first_not_of(" \n"); begin < of.size();
       begin = of.find_first_not_of(" \n", begin)) {
    const auto end = std::min(of.find_first_of(" \n", begin), of.size());
    result.emplace_back(begin, end);
    begin = end;
  }
  return result;
}

TEST(recovery, one_slip_is_one_error) {
  std::ifstream in("contracts/northwind.proviso");
  const std::string text(std::istreambuf_iterator<char>(in), {});
  for (const auto& [begin, end] : words(text)) {
    const auto word = text.substr(begin, end - begin);
    for (const auto& slip : {std::string(), word + " " + word, "?" + word,
                             word.substr(0, 1) + word.substr(std::min<std::size_t>(2, word.size()))})
      EXPECT_LE(reading(text.substr(0, begin) + slip + text.substr(end)).result.diagnostics.size(), 1u)
          << "'" << word << "' became '" << slip << "' at byte " << begin;
  }
}

TEST(recovery, a_declaration_that_came_to_nothing_is_passed_over) {
  EXPECT_EQ(messages_of("contract c \"C\"\n  vndor \"V\"\n  term 2027-01-01 to 2027-12-31\n}\nuse x\n"),
            "expected '{'\nexpected a pack or a file in quotes, such as \"salesforce/experience-cloud\"\n");
}

TEST(recovery, a_fault_in_the_first_line_does_not_hide_the_block) {
  EXPECT_EQ(
      messages_of(
          "contract \"C\" {\n  sku 9 \"S\" {\n    quantity x\n  }\n  price graduated pre login {\n  }\n}\n"),
      "expected a name for the contract | a name is kebab-case and starts with a letter\n"
      "expected a name for the sku | a name is kebab-case and starts with a letter\n"
      "expected a whole number such as 20_000\n"
      "expected 'hold' | a contract states 'price hold until DATE'; prices stand in its SKUs and quotes\n");
}

TEST(recovery, what_follows_a_brace_too_many_is_not_told) {
  EXPECT_EQ(messages_of("contract c \"C\" {\n  sku s \"S\" { quantity 5 } }\n  vendor \"V\"\n  term 2027-01-01 "
                        "to 2027-12-31\n}\nrule r \"R\" {\n  sverity error\n}\n"),
            "'vendor' stands in a contract, not in a file | a file holds 'contract', 'rule', 'license', "
            "'test', 'use' and others\n"
            "expected a clause of a rule | did you mean 'severity'?\n");
}

TEST(recovery, unknown_declarations_are_passed_over_whole) {
  EXPECT_EQ(
      messages_of("contrct a \"A\" {\n  vendor \"V\"\n}\nrul b \"B\" {\n  severity error\n}\nuse \"x\"\n"),
      "expected a declaration | did you mean 'contract'?\nexpected a declaration | did you mean 'rule'?\n");
}

TEST(recovery, an_open_parenthesis_does_not_swallow_the_next_clause) {
  EXPECT_EQ(messages_of("rule r \"R\" {\n  when (a +\n    b\n  report \"{x y}\"\n  severity eror\n}\n"),
            "expected an operator or ')'\nexpected an operator or '}'\nexpected 'error', 'warning' or 'info' | "
            "did you mean 'error'?\n");
}

TEST(recovery, lines_that_go_on_belong_to_their_clause) {
  EXPECT_EQ(
      messages_of("contract c \"C\" {\n  external only, not acme,\n    \"b\",\n    \"c\"\n  waive x\n    until "
                  "2027-01-01 by \"a\" because \"b\"\n  vendor \"V\"\n}\n"),
      "expected an address in quotes, such as \"acme.com\"\n"
      "expected 'for' or 'until' | a waiver says when it ends: until DATE by \"owner\" because \"reason\"\n");
}

TEST(recovery, misplaced_blocks_are_passed_over_whole) {
  EXPECT_EQ(messages_of("contract c \"C\" {\n  sku s \"S\" {\n    restriction r \"R\" {\n      prohibit read "
                        "on Case\n    }\n    quantity 5\n  }\n}\n"),
            "'restriction' stands in a contract, not in a sku | a sku holds 'license', 'sold as', 'quantity', "
            "'price', 'overage' and others\n");
}

TEST(recovery, faulty_clauses_are_not_in_the_tree) {
  const reading r(
      "contract a \"A\" {\n  term 2027-01-01\n  vendor \"V\"\n}\ncontract b \"B\" {\n  currency USD\n}\n");
  ASSERT_EQ(r.result.tree.declarations.size(), 2u);
  EXPECT_EQ(std::get<contract>(r.result.tree.declarations[0]).clauses.size(), 1u);
  EXPECT_EQ(std::get<contract>(r.result.tree.declarations[1]).clauses.size(), 1u);
}

TEST(recovery, blocks_without_a_name_are_not_in_the_tree) {
  EXPECT_TRUE(reading("contract \"A\" {\n  currency USD\n}\n").result.tree.declarations.empty());
}

TEST(recovery, faults_come_in_the_order_of_the_text) {
  const reading r("contract c \"C\" {\n  sku s \"S\" {\n    price 1.00 per login; x\n");
  ASSERT_EQ(r.result.diagnostics.size(), 2u);
  EXPECT_LT(r.result.diagnostics[0].at.begin, r.result.diagnostics[1].at.begin);
}

} // namespace
} // namespace proviso::syntax
