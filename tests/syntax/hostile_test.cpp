// Texts that nobody writes by accident: they are refused in time, and say why.
#include "syntax/reading.hpp"

#include <chrono>

namespace proviso::syntax {
namespace {

using namespace std::literals;

std::string repeated(std::string_view part, std::size_t size) {
  std::string result;
  result.reserve(size + part.size());
  while (result.size() < size)
    result += part;
  return result;
}

TEST(hostile, empty_files) {
  const std::string told = "this file is empty: a contract, a rule or another declaration was expected\n";
  EXPECT_EQ(messages_of(""), told);
  EXPECT_EQ(messages_of(" \n\r\n\t"), told);
  EXPECT_EQ(messages_of("# only a comment"), told);
  EXPECT_EQ(messages_of("\xEF\xBB\xBF"), told);
}

TEST(hostile, files_that_are_no_text) {
  EXPECT_EQ(errors_of("use \"x\"\nuse \"\0\"\n"s), R"(error: this is no text: it holds a NUL byte
  --> a.proviso:2:6
  |
2 | use "\x00"
  |      ^^^^
)");
  EXPECT_EQ(messages_of("use \"Acm\xE9\"\n"), "this is not UTF-8: byte 0xE9 | save the file as UTF-8\n");
  EXPECT_EQ(messages_of("\xFF\xFEu\0s\0e\0"s), "this is no text: it holds a NUL byte\n");
}

// Whatever it is made of, a text of this size is passed in less than the limit and leaves few diagnostics.
void expect_quick(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  const reading r(text);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  EXPECT_LT(taken.count(), 20.0) << text.substr(0, 40);
  EXPECT_LE(r.result.diagnostics.size(), 201u) << text.substr(0, 40);
  for (const auto& each : r.result.diagnostics)
    EXPECT_LE(each.at.end, text.size());
}

TEST(hostile, one_thing_over_and_over) {
  for (const auto* part : {"{",
                           "}",
                           "(",
                           "\"",
                           "\"\"\"",
                           ";",
                           "#",
                           "\n",
                           "\\",
                           "x ",
                           "x\n",
                           "x;",
                           "use ",
                           "use\n",
                           "sku\n",
                           "contract ",
                           "contract a \"A\" {\n",
                           "contract c \"C\" { sku s \"S\" { ",
                           "test \"t\" { contract a \"b\" { ",
                           "rule r \"R\" { when ",
                           "objects a \"A\" { ",
                           "a,\n",
                           "\xC3\xA9"})
    expect_quick(repeated(part, 200'000));
}

TEST(hostile, one_thing_over_and_over_in_an_expression) {
  const std::string head = "rule r \"R\" {\n  when ";
  for (const auto* part : {"(", "((", "not ", "- ", "-", "a + ", "1+", "a.", "min(", "sum (x for x in ", "if ",
                           "if a then ", "a and\n", "{", "\"{", "a == ", "5-"})
    expect_quick(head + repeated(part, 200'000));
}

TEST(hostile, one_thing_over_and_over_in_a_report) {
  for (const auto* part : {"{", "{a}", "{a ", "\\", "\\u", "\\u{", "{\"", "{(", "{-"}) {
    expect_quick("rule r \"R\" {\n  report \"" + repeated(part, 200'000));
    expect_quick("rule r \"R\" {\n  report \"\"\"\n" + repeated(part, 200'000) + "\n  \"\"\"\n}\n");
  }
}

TEST(hostile, millions_of_braces) {
  expect_quick(repeated("{", 5'000'000));
  expect_quick("contract c \"C\" {\n" + repeated("{", 5'000'000));
}

TEST(hostile, long_lists_are_read) {
  const reading r("objects a \"A\" { X" + repeated(",\nX", 300'000) + " }\n");
  EXPECT_EQ(r.only<group>().members.size(), 100'001u);
}

TEST(hostile, many_faults_are_told_up_to_a_limit) {
  EXPECT_EQ(
      reading("contract c \"C\" {\n" + repeated("  vendor x\n", 100'000) + "}\n").result.diagnostics.size(),
      200u);
}

} // namespace
} // namespace proviso::syntax
