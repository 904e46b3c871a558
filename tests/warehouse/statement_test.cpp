// The statements, whole, in each dialect: `statements/` holds what --print-sql prints. With
// PROVISO_CASES_UPDATE=1 in the environment they are rewritten to what it prints now.
#include "support/difference.hpp"
#include "support/folder.hpp"
#include "warehouse/history.hpp"
#include "warehouse/statement.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::warehouse {
namespace {

using enum logins::unit;

const scene spring{"Europe/Berlin", {"2027-01-15", "2027-02-15", "2027-03-15", "2027-04-15"}};

std::string printed(const std::string& text, const logins::question& asked) {
  base::diagnostics faults;
  const auto from = read_source({text, {}}, faults);
  const auto sql = from ? print_sql(*from, asked, faults) : std::nullopt;
  for (const auto& fault : faults)
    return fault.message + "\n  " + fault.help;
  return sql.value_or("nothing");
}

void expect_file(const std::string& name, const std::string& seen) {
  const auto file = "tests/warehouse/statements/" + name;
  if (std::getenv("PROVISO_CASES_UPDATE") != nullptr)
    support::write_file(file, seen);
  EXPECT_EQ(support::difference(support::read_file(file), seen), "") << file;
}

TEST(statements, stand_whole_in_each_dialect) {
  ASSERT_GE(all_dialects().size(), 8U);
  const auto asked = question_of(spring, {{every_login, {"SamlChatterNetworks"}, {"it's"}}});
  for (const auto& dialect : all_dialects())
    expect_file(
        dialect.name + ".sql",
        printed(fmt::format("odbc:dialect={};table=sf.LoginHistory;users=sf.User", dialect.name), asked));
}

TEST(statements, say_only_what_is_asked) {
  expect_file("plain.sql",
              printed("odbc:dialect=postgresql;table=logins;column.time=at",
                      question_of({"UTC", {"2027-02-01", "2027-03-01"}}, {{per_user_day, {}, {}}})));
}

TEST(statements, of_event_log_files_tell_rows_by_two_columns) {
  const auto sql = printed("odbc:dialect=sqlite;table=elf;column.request=REQUEST_ID;column.key=LOGIN_KEY;"
                           "column.kind=USER_TYPE",
                           question_of(spring, {{every_login, {}, {}}}));
  EXPECT_NE(sql.find("      coalesce(t.`REQUEST_ID`, '') || ' ' || coalesce(t.`LOGIN_KEY`, '') AS login\n"),
            sql.npos)
      << sql;
}

TEST(statements, lose_their_comments_for_the_engine) {
  EXPECT_EQ(for_engine("SELECT 1\n  -- why\nFROM \"--x\""), "SELECT 1\nFROM \"--x\"\n");
}

// Whatever stands between quotes ends at the quote that the statement wrote.
TEST(statements, quote_hostile_names_in_each_dialect) {
  for (const auto& dialect : all_dialects())
    for (const auto& how : {dialect.identifier, dialect.text}) {
      const auto hostile = how.quote + "; DROP TABLE x; --" + how.quote + how.quote;
      const auto whole = quoted(how, hostile);
      EXPECT_EQ(whole, how.quote + how.inner + "; DROP TABLE x; --" + how.inner + how.inner + how.quote);
      EXPECT_TRUE(how.inner == how.quote + how.quote || how.inner == "\\" + how.quote) << dialect.name;
    }
}

TEST(statements, hold_no_text_that_could_end_a_quote_unseen) {
  const std::vector<std::string> hostile{"a\\",   "a\nb", std::string("a\0b", 3), "a\x01", "\xff",
                                         "\xc3'", "\x7f"};
  for (const auto& text : hostile)
    EXPECT_FALSE(quotable(text)) << testing::PrintToString(text);
  EXPECT_TRUE(quotable("a'\"`; -- ü"));
  EXPECT_EQ(
      printed("odbc:dialect=postgresql;table=a\\b", question_of(spring, {{}})),
      "'a\\b' cannot stand in a statement\n  texts hold no backslash, no control character, and only UTF-8");
  EXPECT_EQ(
      printed("odbc:dialect=postgresql;table=a", question_of(spring, {{per_user_day, {"x\n--"}, {}}})),
      "'x\n--' cannot stand in a statement\n  texts hold no backslash, no control character, and only UTF-8");
}

TEST(statements, are_refused_for_a_zone_that_is_none) {
  auto asked = question_of(spring, {{}});
  for (const auto* zone : {"Europe/Brelin", "../../etc/passwd", "UTC\nDROP TABLE x", ""}) {
    asked.zone = zone;
    EXPECT_EQ(printed("odbc:dialect=sqlite;table=a", asked),
              fmt::format("no time zone is named '{}'\n  zones have names such as 'Europe/Berlin'; they come "
                          "with the package tzdata",
                          zone));
  }
}

TEST(statements, need_a_dialect_that_is_known) {
  EXPECT_EQ(printed("odbc:dialect=postgres;table=a", question_of(spring, {{}})),
            "no dialect is named 'postgres'\n  did you mean 'postgresql'?");
  EXPECT_EQ(printed("odbc:dialect=basic;table=a", question_of(spring, {{}})),
            "no dialect is named 'basic'\n  there are bigquery, clickhouse, databricks, postgresql, redshift, "
            "snowflake, "
            "sqlite, trino");
  EXPECT_EQ(printed("odbc:table=a", question_of(spring, {{}})),
            "'odbc:table=a' names neither an engine to ask nor a dialect\n  add DSN=… of a data source, or "
            "dialect=…");
}

} // namespace
} // namespace proviso::warehouse
