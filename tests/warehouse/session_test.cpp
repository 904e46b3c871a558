// A talk with the program that loads drivers, and with what is not that program.
#include "warehouse/session.hpp"

#include "support/folder.hpp"

#include <filesystem>
#include <gtest/gtest.h>

namespace proviso::warehouse {
namespace {

namespace fs = std::filesystem;

// A script in place of the program.
std::string refused(const std::string& script) {
  const support::temporary_folder folder;
  const auto program = folder.path() / "program";
  support::write_file(program, "#!/bin/sh\n" + script + "\n");
  fs::permissions(program, fs::perms::owner_all);
  session talk(program.string());
  const auto opened = talk.open("DSN=x");
  return std::holds_alternative<refusal>(opened) ? std::get<refusal>(opened).text : "opened";
}

TEST(session, says_why_the_program_does_not_start) {
  session talk("/nowhere/proviso-odbc");
  EXPECT_EQ(std::get<refusal>(talk.open("DSN=x")).text, "cannot start proviso-odbc: no such file or directory");
  EXPECT_EQ(std::get<refusal>(talk.run("SELECT 1")).text,
            "cannot start proviso-odbc: no such file or directory");
}

TEST(session, says_what_the_program_complains_of) {
  EXPECT_EQ(refused("echo 'cannot load libodbc.so.2' >&2; echo more >&2; exit 127"),
            "cannot load libodbc.so.2");
  EXPECT_EQ(refused("exit 1"), "proviso-odbc ended unexpectedly");
}

TEST(session, takes_no_answer_that_is_none) {
  EXPECT_EQ(refused("printf 'hello'"), "proviso-odbc ended unexpectedly");
  EXPECT_EQ(refused("printf '6:4:done'"), "proviso-odbc does not answer as it should");
  EXPECT_EQ(refused("printf '13:6:engine1:x2:yz'"), "proviso-odbc ended unexpectedly");
  EXPECT_EQ(refused("printf '12:6:engine1:xx'"), "proviso-odbc ended unexpectedly");
  EXPECT_EQ(refused("printf '11:6:engine1:x'; sleep 60"), "opened");
}

TEST(session, runs_statements_one_after_the_other) {
  session talk(driver_program());
  ASSERT_EQ(std::get<std::string>(talk.open("Driver=SQLite3;Database=:memory:")), "SQLite");
  const auto first =
      talk.run("SELECT 1 AS a, NULL AS b, 'x' || char(10) || 'ü' AS c UNION ALL SELECT 2, '', ''");
  const auto& all = std::get<result>(first);
  EXPECT_EQ(all.columns.size(), 3U);
  EXPECT_EQ(all.columns.at(2).name, "c");
  EXPECT_EQ(all.rows, (std::vector<result_row>{{"1", std::nullopt, "x\nü"}, {"2", "", ""}}));
  EXPECT_EQ(std::get<refusal>(talk.run("SELEC 1")).text, "[SQLite]near \"SELEC\": syntax error (1)");
  EXPECT_EQ(std::get<result>(talk.run("SELECT 3")).rows, (std::vector<result_row>{{"3"}}));
}

TEST(session, refuses_a_result_that_is_no_histogram) {
  session talk(driver_program());
  ASSERT_TRUE(std::holds_alternative<std::string>(talk.open("Driver=SQLite3;Database=:memory:")));
  EXPECT_EQ(std::get<refusal>(talk.run("SELECT hex(zeroblob(100000))")).text, "a value is too long");
}

} // namespace
} // namespace proviso::warehouse
