#include "support/case_run.hpp"

#include "support/folder.hpp"

#include <gtest/gtest.h>

namespace proviso::support {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

case_result result_of(std::string_view text, const case_setting& setting = {}) {
  return run_case(std::get<case_file>(parse_case(text)), setting);
}

std::string failures_of(std::string_view text, const case_setting& setting = {}) {
  std::string failures;
  for (const auto& failure : result_of(text, setting).failures) {
    failures += failure;
  }
  return failures;
}

// The bytes a section makes of the file "a".
std::string laid_out(std::string_view text, const std::filesystem::path& project = {}) {
  const temporary_folder folder;
  const auto file = std::get<case_file>(parse_case(text));
  for (const auto& step : file.steps) {
    lay_out(std::get<layout>(step.what), folder.path(), project);
  }
  return read_file(folder.path() / "a");
}

TEST(case_run, holds_if_output_and_status_are_as_expected) {
  EXPECT_EQ(failures_of("# a\n--- a.txt\nx\n\n$ cat a.txt; echo y >&2; exit 3\nx\n! y\n= 3\n"), "");
}

TEST(case_run, shows_each_difference) {
  EXPECT_EQ(failures_of("# a\n$ printf 'x\\ny\\n'; echo z >&2; exit 3\nx\nw\n"),
            "line 2: $ printf 'x\\ny\\n'; echo z >&2; exit 3\n"
            "standard output differs (- expected, + actual):\n"
            " x\n"
            "-w\n"
            "+y\n"
            "standard error differs (- expected, + actual):\n"
            "+z\n"
            "exit status 3, expected 0\n");
}

TEST(case_run, keeps_what_was_seen_for_an_update) {
  EXPECT_EQ(print_case(result_of("# a\n\n$ echo x\ny\n= 2\n\n# b\n$ exit 4\n").seen),
            "# a\n\n$ echo x\nx\n\n# b\n$ exit 4\n= 4\n");
}

TEST(case_run, names_its_folder_by_a_stable_name) {
  EXPECT_EQ(failures_of("# a\n$ pwd\n$PWD\n"), "");
}

TEST(case_run, finds_programs_in_their_folder_first) {
  const temporary_folder programs;
  write_file(programs.path() / "proviso", "#!/bin/sh\necho $1\n");
  std::filesystem::permissions(programs.path() / "proviso", std::filesystem::perms::owner_all);
  EXPECT_EQ(failures_of("# a\n$ proviso check\ncheck\n", {programs.path(), {}}), "");
}

TEST(case_run, ends_a_command_that_takes_too_long) {
  EXPECT_EQ(failures_of("# a\n$ sleep 60\n= 137\n", {{}, {}, 50ms}),
            "line 2: $ sleep 60\nran longer than it may and was ended\n");
}

TEST(case_run, never_accepts_a_crash) {
  EXPECT_EQ(failures_of("# a\n$ echo AddressSanitizer >&2\n! AddressSanitizer\n"),
            "line 2: $ echo AddressSanitizer >&2\ncrashed:\nAddressSanitizer\n");
}

TEST(case_layout, makes_files) {
  EXPECT_EQ(laid_out("# a\n--- a\nx\n\\$ y\n"), "x\n$ y\n");
  EXPECT_EQ(laid_out("# a\n--- a\nx\n\\no newline\n"), "x");
  EXPECT_EQ(laid_out("# a\n--- a\n"), "");
  EXPECT_EQ(laid_out("# a\n--- a bytes\n00 ff\n7B0a\n"), "\0\xff{\n"s);
  EXPECT_EQ(laid_out("# a\n--- a repeat 3 { x\n"), "{ x{ x{ x");
  EXPECT_EQ(laid_out("# a\n--- a repeat 2\nx\ny\n"), "x\ny\nx\ny\n");
  EXPECT_EQ(laid_out("# a\n--- a\nx\n--- a repeat 2 y\n"), "x\nyy");
}

TEST(case_layout, copies_from_the_project) {
  const temporary_folder project;
  std::filesystem::create_directories(project.path() / "folder");
  write_file(project.path() / "folder/b", "x");
  EXPECT_EQ(laid_out("# a\n--- copy folder/b as a\n", project.path()), "x");
  EXPECT_EQ(failures_of("# a\n--- copy folder\n\n$ cat folder/b; echo\nx\n", {{}, project.path()}), "");
}

TEST(case_layout, makes_folders_and_links) {
  EXPECT_EQ(failures_of("# a\n--- folder f/g\n--- link l to f\n\n$ ls l\ng\n"), "");
}

TEST(case_layout, refuses_what_it_does_not_understand) {
  EXPECT_EQ(failures_of("# a\n--- a bits\n"),
            "line 2: expected 'NAME', 'NAME bytes' or 'NAME repeat COUNT [TEXT]' after '--- '\n");
  EXPECT_EQ(failures_of("# a\n--- a bytes\n0x\n"), "line 2: '0x' is not a byte in hexadecimal\n");
  EXPECT_EQ(failures_of("# a\n--- a bytes\n000\n"), "line 2: a byte has two digits, '0' has one\n");
  EXPECT_EQ(failures_of("# a\n--- a repeat many x\n"), "line 2: 'many' is not a count\n");
  EXPECT_EQ(failures_of("# a\n--- copy a to b\n"),
            "line 2: expected 'copy PATH' or 'copy PATH as NAME' after '--- '\n");
}

} // namespace
} // namespace proviso::support
