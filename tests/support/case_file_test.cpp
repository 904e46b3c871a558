#include "support/case_file.hpp"

#include <gtest/gtest.h>

namespace proviso::support {
namespace {

case_file parsed(std::string_view text) {
  const auto result = parse_case(text);
  const auto* error = std::get_if<std::string>(&result);
  EXPECT_EQ(error, nullptr) << *error;
  return error == nullptr ? std::get<case_file>(result) : case_file{};
}

std::string error_of(std::string_view text) {
  const auto result = parse_case(text);
  const auto* error = std::get_if<std::string>(&result);
  return error == nullptr ? "no error" : *error;
}

constexpr std::string_view whole = R"(# Two commands over one file.

--- folder/a.txt
first
second

$ cat folder/a.txt
first
second

# What is not there.
$ cat b.txt
! cat: b.txt: No such file or directory
= 1
)";

TEST(case_file, reads_files_and_commands) {
  const auto file = parsed(whole);
  EXPECT_EQ(file.opening, "# Two commands over one file.\n\n");
  ASSERT_EQ(file.steps.size(), 3U);
  const auto& section = std::get<layout>(file.steps[0].what);
  EXPECT_EQ(section.words, std::vector<std::string>{"folder/a.txt"});
  EXPECT_EQ(section.body, "first\nsecond\n\n");
  EXPECT_EQ(file.steps[0].line, 3);
  EXPECT_EQ(std::get<command>(file.steps[1].what).text, "cat folder/a.txt");
  EXPECT_EQ(std::get<command>(file.steps[1].what).expected, (outcome{"first\nsecond\n", "", 0}));
  EXPECT_EQ(file.steps[2].comments, std::vector<std::string>{"# What is not there."});
  EXPECT_EQ(std::get<command>(file.steps[2].what).expected,
            (outcome{"", "cat: b.txt: No such file or directory\n", 1}));
}

TEST(case_file, prints_back_what_it_read) {
  EXPECT_EQ(print_case(parsed(whole)), whole);
}

TEST(case_file, expects_a_blank_line_at_the_end_only_if_there_are_two) {
  const auto file = parsed("# a\n$ one\nx\n\n$ two\nx\n\n\n$ three\n\n");
  EXPECT_EQ(std::get<command>(file.steps[0].what).expected.out, "x\n");
  EXPECT_EQ(std::get<command>(file.steps[1].what).expected.out, "x\n\n");
  EXPECT_EQ(std::get<command>(file.steps[2].what).expected.out, "");
}

TEST(case_file, keeps_output_that_looks_like_a_section) {
  case_file file{"# a\n", {{{}, command{"x", {"--- a\n$ b\n! c\n= d\n# e\n\\f\n-- g\n", "", 0}}, 2}}};
  const auto text = print_case(file);
  EXPECT_EQ(text, "# a\n$ x\n\\--- a\n\\$ b\n\\! c\n\\= d\n\\# e\n\\\\f\n-- g\n");
  EXPECT_EQ(std::get<command>(parsed(text).steps[0].what).expected,
            std::get<command>(file.steps[0].what).expected);
}

TEST(case_file, says_when_output_does_not_end_in_a_newline) {
  case_file file{"# a\n", {{{}, command{"x", {"one\ntwo", "three", 0}}, 2}}};
  const auto text = print_case(file);
  EXPECT_EQ(text, "# a\n$ x\none\ntwo\n\\no newline\n! three\n! \\no newline\n");
  EXPECT_EQ(std::get<command>(parsed(text).steps[0].what).expected,
            std::get<command>(file.steps[0].what).expected);
}

TEST(case_file, refuses_what_it_does_not_understand) {
  EXPECT_EQ(error_of("$ true\n"), "1: expected a comment that says what the case shows");
  EXPECT_EQ(error_of("# a\ntrue\n"), "2: expected '# ', '--- ' or '$ '");
  EXPECT_EQ(error_of("# a\n$ true\n= no\n"), "3: expected an exit status after '= '");
  EXPECT_EQ(error_of("# a\n$ true\n# b\nc\n"), "4: expected '# ', '--- ' or '$ ' after a comment");
}

TEST(case_file, makes_control_characters_visible) {
  using namespace std::string_literals;
  EXPECT_EQ(visible("a\x1b[1m\tb\r\n\0"s), "a␛[1m\tb␍\n␀");
}

} // namespace
} // namespace proviso::support
