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
       {R"(x = """a\""" " """)", R"(x = '''a"''')", R"(x = """a""""")", R"(x = "\"" # ")", R"(x = 'a\')",
        "x = \"\"\"\n\"\"\"", R"(x = """"""")", R"(x = ["", ''])"})
    EXPECT_EQ(refusal(text + "\n" + deep), too_many_parts) << text;
}

TEST(hostile, dots_in_texts_are_no_keys) {
  const auto dots = repeated(".", 100);
  for (const std::string& text :
       {"\"" + dots + "\"", "'" + dots + "'", "\"\"\"\n" + dots + " \\\" " + dots + "\"\"\"",
        "'''" + dots + "\n" + dots + "''''"})
    EXPECT_EQ(read("# " + dots + "\n[plan]\ncontract = \"c\"\nname = " + text + "\n").faults.find("16 parts"),
              std::string::npos)
        << text;
}

// The parser's own checks take a name for granted.
TEST(hostile, headers_without_a_name) {
  EXPECT_EQ(read("x = 1\n [[ = y]]").faults, R"(error: this is not TOML: expected a name after '['
  --> plan.toml:2:5
  |
2 |  [[ = y]]
  |     ^
)");
  for (const std::string header : {"[[[a]]]", "[[[", "[\n", "[.a]", "[ż]", "[[,", "\xEF\xBB\xBF[#]"})
    EXPECT_EQ(refusal(header), "error: this is not TOML: expected a name after '['") << header;
  for (const std::string header : {"[", "[[", "[]", "[[]]", "[ [a] ]", "[-", "['']", "[a", "[a."})
    EXPECT_NE(refusal(header), "") << header;
}

TEST(hostile, as_many_parts_as_allowed) {
  const auto parts = repeated("a.", most_key_parts - 1) + "a = 1\n";
  EXPECT_EQ(refusal("[plan]\ncontract = \"c\"\n" + parts), "error: [plan] has no key 'a'");
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
  EXPECT_EQ(refusal(repeated("ż", 1000)), "error: this is not TOML: expected a key or a table, saw 'ż'");
  EXPECT_EQ(refusal("\"" + repeated("ż", 1000) + "\" = 1"),
            "error: a plan has no key '" + repeated("ż", 20) + "…'");
}

} // namespace
} // namespace proviso::usage
