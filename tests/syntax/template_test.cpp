// Texts with expressions.
#include "syntax/reading.hpp"

namespace proviso::syntax {
namespace {

std::string pieces_of(const std::string& written) {
  return shown(in_rule<report>("report " + written)->message);
}

std::string faults_of(const std::string& written) {
  return messages_of("rule r \"R\" {\n  report " + written + "\n}\n");
}

TEST(template_text, has_pieces_and_holes_in_turn) {
  EXPECT_EQ(pieces_of("\"plain\""), "<plain>");
  EXPECT_EQ(pieces_of("\"{w.sku} needs {w.logins + 1} logins\""), "[w.sku]< needs >[(+ w.logins 1)]< logins>");
  EXPECT_EQ(pieces_of("\"{a}{b}\""), "[a][b]");
  EXPECT_EQ(pieces_of("\"\""), "");
}

TEST(template_text, has_escapes) {
  EXPECT_EQ(pieces_of(R"("\{x} } \"a\" \u{e9} {y}")"), "<{x} } \"a\" é >[y]");
}

TEST(template_text, holes_may_hold_texts) {
  EXPECT_EQ(pieces_of("\"{if a == \"x\" then b else c}!\""), "[(if (== a \"x\") b c)]<!>");
}

TEST(template_text, of_several_lines) {
  EXPECT_EQ(pieces_of("\"\"\"\n    {a} one\n      two {b}\n    three\n    \"\"\""),
            "[a]< one\n  two >[b]<\nthree>");
  EXPECT_EQ(pieces_of("\"\"\"\n    {a}\n    \"\"\""), "[a]");
}

TEST(template_text, knows_where_holes_stand) {
  const in_rule<report> read("report \"a { w.sku } b\"");
  EXPECT_EQ(read.at(read->message.at), "\"a { w.sku } b\"");
  EXPECT_EQ(read.at(std::get<expression>(read->message.pieces[1]).at), "w.sku");
}

TEST(template_text, is_of_fixes_too) {
  EXPECT_EQ(shown(in_rule<fix>("fix \"buy {w.short}\"")->advice), "<buy >[w.short]");
}

TEST(template_text, errors) {
  EXPECT_EQ(faults_of("\"a {w.x needs} b\""), "expected an operator or '}'\n");
  EXPECT_EQ(faults_of("\"a {} b\""), "expected a value such as w.logins, 500, 10% or a name\n");
  EXPECT_EQ(faults_of("\"a \\q b\""), "this is no escape | escapes are \\\", \\\\, \\n, \\{ and \\u{…}\n");
  EXPECT_EQ(faults_of("w"), "expected the text of the report in quotes\n");
  EXPECT_EQ(faults_of("\"a {w} b"), "this text has no closing quote | a text ends on its line; one of several "
                                    "lines stands between \"\"\" and \"\"\"\n");
}

} // namespace
} // namespace proviso::syntax
