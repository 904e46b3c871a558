// Literals as they are set and as texts are decoded, and the errors of those that mean nothing.
#include "syntax/reading.hpp"

namespace proviso::syntax {
namespace {

// The literal of `set r.p to …`.
std::string value_of(const std::string& written) {
  return shown(in_contract<set>("set r.p to " + written)->value);
}

std::string faults_of(const std::string& written) {
  return messages_of("contract c \"C\" {\n  set r.p to " + written + "\n}\n");
}

std::string text_of(const std::string& written) {
  return in_contract<note>("note " + written)->value.value;
}

TEST(literal, numbers_are_the_decimals_that_are_written) {
  EXPECT_EQ(value_of("20_000"), "20000");
  EXPECT_EQ(value_of("2.00"), "2.00");
  EXPECT_EQ(value_of("0.001"), "0.001");
  EXPECT_EQ(value_of("999999999999999999"), "999999999999999999");
}

TEST(literal, percents_money_days_and_durations) {
  EXPECT_EQ(value_of("12.5%"), "12.5%");
  EXPECT_EQ(value_of("2.00 EUR"), "2.00 EUR");
  EXPECT_EQ(value_of("2027-01-15"), "2027-01-15");
  EXPECT_EQ(value_of("2028-02-29"), "2028-02-29");
  EXPECT_EQ(value_of("3 months"), "3 months");
  EXPECT_EQ(value_of("1 month"), "1 months");
  EXPECT_EQ(value_of("90 days"), "90 days");
  EXPECT_EQ(value_of("2 years"), "24 months");
}

TEST(literal, words_and_texts) {
  EXPECT_EQ(value_of("true"), "true");
  EXPECT_EQ(value_of("portal-logins"), "portal-logins");
  EXPECT_EQ(value_of("\"a b\""), "\"a b\"");
}

TEST(literal, numbers_out_of_form) {
  EXPECT_EQ(faults_of("1234567890123456789"), "a number has at most 18 digits\n");
  EXPECT_EQ(faults_of("20__000"), "'_' stands between two digits | write 20_000\n");
  EXPECT_EQ(faults_of("20_"), "'_' stands between two digits | write 20_000\n");
  EXPECT_EQ(faults_of("20_.5"), "'_' stands between two digits | write 20_000\n");
  EXPECT_EQ(faults_of("10 %"), "expected the end of the clause\n");
  EXPECT_EQ(faults_of("1,50"),
            "expected the end of the clause | a decimal has a point, thousands are grouped by '_': 1_234.50\n");
  EXPECT_EQ(faults_of("999999999 years"), "a duration has at most 100000 days, months or years\n");
}

TEST(literal, days_that_do_not_exist) {
  EXPECT_EQ(faults_of("2027-02-29"), "2027-02-29 is not a day of the calendar\n");
  EXPECT_EQ(faults_of("2027-00-10"), "2027-00-10 is not a day of the calendar\n");
  EXPECT_EQ(faults_of("1815-06-18"), "1815-06-18 is not a day of the calendar | years run from 1900 to 2999\n");
}

TEST(text, has_escapes) {
  EXPECT_EQ(text_of(R"("a \"b\" \\ c\nd")"), "a \"b\" \\ c\nd");
  EXPECT_EQ(text_of(R"("\u{e9}\u{20AC}\u{1F600}")"), "é€😀");
  EXPECT_EQ(text_of("\"\""), "");
}

TEST(text, of_several_lines_loses_the_margin) {
  EXPECT_EQ(text_of("\"\"\"\n    one\n      two\n\n    three\n    \"\"\""), "one\n  two\n\nthree");
  EXPECT_EQ(text_of("\"\"\"\r\n  a\r\n  b\r\n  \"\"\""), "a\nb");
  EXPECT_EQ(text_of("\"\"\"a \"quoted\" b\"\"\""), "a \"quoted\" b");
  EXPECT_EQ(text_of("\"\"\"\n\"\"\""), "");
  EXPECT_EQ(text_of("\"\"\"\n  a\n\n  \"\"\""), "a\n");
}

TEST(text, spans_hold_the_quotes) {
  const in_contract<note> read("note \"\"\"\n  a\n  \"\"\"");
  EXPECT_EQ(read.at(read->value.at), "\"\"\"\n  a\n  \"\"\"");
}

TEST(text, bad_escapes_are_told_where_they_stand) {
  EXPECT_EQ(errors_of("contract c \"C \\q \\{ \\é\" {\n}\n"), R"(error: this is no escape
  --> a.proviso:1:15
  |
1 | contract c "C \q \{ \é" {
  |               ^^
   = help: escapes are \", \\, \n and \u{…}
error: this is no escape
  --> a.proviso:1:18
  |
1 | contract c "C \q \{ \é" {
  |                  ^^
   = help: escapes are \", \\, \n and \u{…}
error: this is no escape
  --> a.proviso:1:21
  |
1 | contract c "C \q \{ \é" {
  |                     ^^
   = help: escapes are \", \\, \n and \u{…}
)");
}

TEST(text, characters_that_do_not_exist) {
  const std::string help = R"( | write its number in hexadecimal: \u{e9})";
  for (const std::string escape :
       {"\\u{}", "\\u{110000}", "\\u{D800}", "\\u{0}", "\\u{xyz}", "\\u{0000000e9}", "\\ue9", "\\u"})
    EXPECT_EQ(faults_of("\"" + escape + "\""), "this is no character" + help + "\n") << escape;
}

TEST(text, a_line_left_of_the_closing_quotes) {
  EXPECT_EQ(errors_of("contract c \"C\" {\n  note \"\"\"\n    a\n  b\n    \"\"\"\n}\n"),
            R"(error: this line is indented less than the closing quotes
  --> a.proviso:4:1
  |
4 |   b
  | ^^
)");
}

} // namespace
} // namespace proviso::syntax
