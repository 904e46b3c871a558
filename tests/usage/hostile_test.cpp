// What nobody would write: it is refused in a sentence, in little time, and nothing breaks.
#include "reading.hpp"
#include "usage/toml_guard.hpp"

#include <gtest/gtest.h>

namespace proviso::usage {
namespace {

std::string repeated(const std::string& part, int count) {
  std::string result;
  for (int i = 0; i < count; ++i)
    result += part;
  return result;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}
std::string refusal(const std::string& text) {
  return first_line(read(text).faults);
}

TEST(hostile, an_empty_plan) {
  const std::string expected = "error: this plan is empty: it needs a [plan] table";
  EXPECT_EQ(refusal(""), expected);
  EXPECT_EQ(refusal(" \t\r\n\n"), expected);
  EXPECT_EQ(refusal("\xEF\xBB\xBF"), expected);
  EXPECT_EQ(refusal("# nothing\n"), "error: this plan has no [plan] table");
}

TEST(hostile, bytes_that_are_no_text) {
  const std::string nul(1, '\0');
  EXPECT_EQ(read("[plan]\nname = \"" + nul + "\"\n").faults, R"(error: a plan is text: this is a NUL byte
  --> plan.toml:2:9
  |
2 | name = "\x00"
  |         ^^^^
)");
  EXPECT_EQ(read("[plan]\nname = \"\xFF\"\n").faults, R"(error: this is not UTF-8
  --> plan.toml:2:9
  |
2 | name = "\xff"
  |         ^^^^
   = help: save the plan in the encoding UTF-8
)");
  EXPECT_EQ(refusal("[plan]\nname = \"\xE2\x82"), "error: this is not UTF-8");
  EXPECT_EQ(refusal("\xFF\xFE[\0p\0"), "error: this is not UTF-8");
}

TEST(hostile, long_lines_of_bytes_that_are_no_text) {
  for (const std::string bytes : {"\x8F", "\xFF", "\xE2\x82"})
    for (const int before : {0, 1, 59, 60, 61, 200})
      EXPECT_EQ(refusal(std::string(static_cast<std::size_t>(before), 'a') + repeated(bytes, 1000)),
                "error: this is not UTF-8");
}

TEST(hostile, depth) {
  EXPECT_EQ(refusal("a = " + repeated("[", 100'000)),
            "error: this is not TOML: lists and tables nest too deep");
  EXPECT_EQ(refusal("a = " + repeated("{a=", 100'000)),
            "error: this is not TOML: lists and tables nest too deep");
  const std::string too_many_parts = "error: a key has at most 16 parts";
  EXPECT_EQ(refusal(repeated("a.", 100'000) + "a = 1"), too_many_parts);
  EXPECT_EQ(refusal("[" + repeated("a.", 100'000) + "a]"), too_many_parts);
  EXPECT_EQ(refusal("[[" + repeated("\"a\" . ", 100'000) + "a]]"), too_many_parts);
}

TEST(hostile, depth_behind_texts) {
  const std::string too_many_parts = "error: a key has at most 16 parts";
  const auto deep = repeated("a.", 20) + "a = 1";
  for (const std::string text :
       {R"(x = "\"" # ")", R"(x = 'a\')", R"(x = ["", '', "'"])", R"(x = "a" # 'b)", R"("x" = '"')"})
    EXPECT_EQ(refusal(text + "\n" + deep), too_many_parts) << text;
}

TEST(hostile, dots_in_texts_are_no_keys) {
  const auto dots = repeated(".", 100);
  EXPECT_EQ(
      read("# " + dots + "\n[plan]\ncontract = \"\\\"" + dots + "\"\nname = '" + dots + "' # " + dots + "\n")
          .faults,
      "");
}

TEST(hostile, texts_of_several_lines) {
  EXPECT_EQ(read("[plan]\ncontract = \"\"\"\nc\"\"\"\n").faults,
            R"(error: a text of a plan stands on one line: write one quote
  --> plan.toml:2:12
  |
2 | contract = """
  |            ^
)");
  EXPECT_EQ(refusal("x = '''"), "error: a text of a plan stands on one line: write one quote");
}

TEST(hostile, characters_outside_of_texts) {
  EXPECT_EQ(read("name = żółw\n").faults, R"(error: this character stands in no text: put quotes around the text
  --> plan.toml:1:8
  |
1 | name = żółw
  |        ^
)");
  for (const std::string text : {"\u00a0x = 1", "x\u3000= 1", "x = 1\u2028", "“x” = 1", "[\"a\"é]", "x = 'a'é"})
    EXPECT_EQ(refusal(text), "error: this character stands in no text: put quotes around the text") << text;
  EXPECT_EQ(read("[plan] # żółw 🦊\ncontract = \"żółw 🦊\"\n").faults, "");
}

// The parser takes for granted that a header starts with a name, a value with no bracket, a time with a digit.
TEST(hostile, what_the_parser_takes_for_granted) {
  EXPECT_EQ(read("x = 1\n [[ = y]]").faults, R"(error: this is not TOML: '=' does not belong here
  --> plan.toml:2:5
  |
2 |  [[ = y]]
  |     ^
)");
  EXPECT_EQ(read("needs = [ },\n{ x = 1 }]\n").faults, R"(error: this is not TOML: '}' does not belong here
  --> plan.toml:1:11
  |
1 | needs = [ },
  |           ^
)");
  EXPECT_EQ(refusal("[\nx = 1"), "error: this is not TOML: the line ends too early");
  EXPECT_EQ(refusal("x = 2027-03-01thl:00"), "error: this is not TOML: ':' does not belong here");
  EXPECT_EQ(refusal("[[[a]]]"), "error: this is not TOML: '[' does not belong here");
  EXPECT_EQ(refusal("\xEF\xBB\xBF[.a]"), "error: this is not TOML: '.' does not belong here");
  EXPECT_EQ(refusal("# żółw\n[a]\n[#]\n"), "error: this is not TOML: '#' does not belong here");
}

TEST(hostile, headers_that_are_cut_off) {
  for (const std::string header : {"[", "[[", "[]", "[[]]", "[ [a] ]", "[-", "[a", "[a.", "x = 2027-03-01T"})
    EXPECT_TRUE(refusal(header).starts_with("error: this is not TOML: ")) << header;
}

TEST(hostile, as_many_parts_as_allowed) {
  const auto parts = repeated("a.", most_key_parts - 1) + "a = 1\n";
  EXPECT_EQ(refusal("[plan]\ncontract = \"c\"\n" + parts), "error: [plan] has no key 'a'");
}

TEST(hostile, many_dotted_keys) {
  EXPECT_EQ(refusal(repeated("a.b=1\n", most_dotted_keys + 1)), "error: a plan has at most 20000 dotted keys");
  EXPECT_EQ(refusal(repeated("[a.b]\n", most_dotted_keys + 1)), "error: a plan has at most 20000 dotted keys");
  EXPECT_EQ(refusal(repeated("a.b=1\n", most_dotted_keys)), "error: 'a.b' is stated twice");
}

TEST(hostile, depth_within_the_limits_is_no_trouble) {
  const auto key = repeated("a.", most_key_parts - 1) + "a";
  EXPECT_EQ(refusal(key + " = " + repeated("{" + key + " = ", 200) + "1" + repeated("}", 200)),
            "error: a plan has no key 'a'");
}

TEST(hostile, size) {
  EXPECT_EQ(refusal(std::string(most_plan_bytes, '#') + "\n"),
            "error: this plan has 1048577 bytes, at most 1048576 are read");
  EXPECT_EQ(refusal(std::string(most_plan_bytes, '#')), "error: this plan has no [plan] table");
}

TEST(hostile, many_mistakes_on_one_line) {
  EXPECT_EQ(refusal("plan = { contract = \"c\" }\npopulation = [" + repeated("3,", 100'000) + "]"),
            "error: a population must be a table; this is 3");
}

TEST(hostile, texts_do_not_write_the_report) {
  EXPECT_EQ(read("[plan]\ncontract = \"c\"\n\"a\\nerror: forged \\u001b[2J\\u202e\" = 1\n").faults,
            R"(error: [plan] has no key 'a\nerror: forged \x1b[2J\u202e'
  --> plan.toml:3:1
  |
3 | "a\nerror: forged \u001b[2J\u202e" = 1
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: [plan] may have name and contract
)");
}

TEST(hostile, a_long_key_is_cut) {
  EXPECT_EQ(refusal("\"" + repeated("ż", 1000) + "\" = 1"),
            "error: a plan has no key '" + repeated("ż", 20) + "…'");
}

} // namespace
} // namespace proviso::usage
