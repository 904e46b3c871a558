// Engines count to the row what a slow count of the same history does, and what is counted of an export of it.
#include "logins/count.hpp"
#include "warehouse/engine.hpp"

#include <bit>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <tuple>

namespace proviso::warehouse {
namespace {

using enum logins::unit;

constexpr std::size_t any_form = 4;

const std::vector<logins::way> all_ways{
    {per_user_day, {}, {}},
    {per_user_month, {}, {"OauthRefreshToken"}},
    {every_login, {}, {}},
    {every_login, {"samlchatternetworks", "IT'S; odd", "Zugang für Partner"}, {"OauthRefreshToken"}},
};

// Zones whose clocks do what is easily forgotten, with months in which they do.
const std::vector<scene> scenes{
    {"Europe/Berlin", {"2027-01-15", "2027-02-15", "2027-03-15", "2027-04-15"}},
    {"America/Los_Angeles", {"2026-10-31", "2026-11-30", "2026-12-31"}}, // clocks go back on the second day
    {"Asia/Kolkata", {"2027-02-01", "2027-03-01"}},                      // half an hour
    {"Australia/Lord_Howe", {"2026-03-30", "2026-04-30"}},               // clocks change by half an hour
    {"America/Sao_Paulo", {"2018-11-04", "2018-12-04", "2019-01-04", "2019-02-04", "2019-03-04"}}, // no 0:00
    {"America/St_Johns", {"2010-11-07", "2010-12-07"}}, // a minute of Sunday, then Saturday again
    {"Pacific/Apia", {"2011-12-30", "2012-01-30"}},     // a day that never was
    {"UTC", {"2027-02-01", "2027-03-01"}},
};

std::string counted(const std::string& text, const logins::question& asked) {
  base::diagnostics faults;
  const auto from = read_source({text, {}}, faults);
  const auto answer = from ? count(*from, asked, faults) : std::nullopt;
  std::string said;
  for (const auto& fault : faults)
    said += fault.message + "\n";
  return answer ? to_text(*answer) : said;
}

// As a tool exports it, with the ways of quoting that it needs.
void write_export(const std::filesystem::path& file, const std::vector<login_row>& rows) {
  std::string text = "Id,UserId,LoginTime,Status,LoginType,LoginSubType\n";
  for (const auto& row : rows)
    text += fmt::format("{},{},{},{},\"{}\",{}\n", row.id, row.user, time_text(row.milliseconds), row.status,
                        row.type, row.subtype);
  support::write_file(file, text);
}

std::int64_t logins_of(const logins::user& who, logins::unit unit, std::size_t way, std::size_t month) {
  if (unit == every_login)
    return who.logins(way, month);
  return unit == per_user_month ? 1 : std::popcount(who.days(way, month));
}

// The answer of an export, as histograms.
answer of_export(const std::vector<login_row>& rows, const logins::question& asked) {
  const support::temporary_folder folder;
  write_export(folder.path() / "a.csv", rows);
  base::diagnostics faults;
  const auto tally = logins::count({(folder.path() / "a.csv").string()}, asked, faults).value();
  std::map<std::tuple<std::size_t, std::size_t, int>, histogram_row> histogram;
  tally.each([&](const logins::user& who) {
    for (std::size_t way = 0; way < who.ways; ++way)
      for (std::size_t month = 0; month < who.months; ++month)
        if (const auto days = std::popcount(who.days(way, month)); days > 0) {
          auto& row = histogram[{way, month, days}];
          row = {way,  month,         "",
                 days, row.users + 1, row.logins + logins_of(who, asked.ways[way].unit, way, month)};
        }
  });
  answer all{tally.read, {}};
  for (const auto& [key, row] : histogram)
    all.histogram.push_back(row);
  return all;
}

// Each scene in a table of its own.
void expect_the_slow_count(const std::string& connection, const std::string& columns, std::size_t form) {
  std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same histories each time
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    const auto asked = question_of(scenes[i], all_ways);
    const auto rows = random_history(asked, 800, random);
    const auto table = fmt::format("history_{}", i);
    execute(connection, {fmt::format("CREATE TABLE {} ({})", table, columns)});
    execute(connection, insertions(table, rows, form));
    const auto seen = counted(fmt::format("odbc:{};table={}", connection, table), asked);
    EXPECT_EQ(seen, to_text(slow_count(rows, asked))) << scenes[i].zone;
    EXPECT_EQ(seen, to_text(of_export(rows, asked))) << scenes[i].zone;
  }
}

TEST(engines, sqlite_counts_to_the_row) {
  const support::temporary_folder folder;
  const auto connection = fmt::format("Driver=SQLite3;Database={}", (folder.path() / "a.db").string());
  expect_the_slow_count(connection,
                        "Id text, UserId text, LoginTime text, Status text, LoginType text, LoginSubType text",
                        any_form);
}

TEST(engines, postgresql_counts_to_the_row) {
  const postgresql server;
  expect_the_slow_count(
      server.connection(),
      "id char(18), user_id varchar(18), login_time timestamptz, status text, login_type text, "
      "login_sub_type text",
      any_form);
}

// Instants without a zone are UTC, whatever the session's zone is; ids compare by their bytes, whatever the
// collation.
TEST(engines, postgresql_needs_no_zone_and_no_collation) {
  const postgresql server;
  execute(server.connection(),
          {"ALTER DATABASE postgres SET timezone = 'Asia/Tokyo'",
           "ALTER DATABASE postgres SET standard_conforming_strings = off",
           "CREATE COLLATION careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)"});
  expect_the_slow_count(server.connection(),
                        "id char(18), user_id varchar(18) COLLATE careless, login_time timestamp, status text, "
                        "login_type text, login_sub_type text",
                        0);
}

// The text with the server's folder as "HERE".
std::string placed(std::string text, const postgresql& server) {
  const auto folder = server.folder();
  for (auto at = text.find(folder); at != text.npos; at = text.find(folder))
    text.replace(at, folder.size(), "HERE");
  return text;
}

// One message each, and no password in it.
TEST(engines, postgresql_refuses_in_plain_words) {
  const postgresql server;
  execute(server.connection(), {"CREATE TABLE t (user_id text, login_time bigint, status text)"});
  const auto said = [&](const std::string& rest) {
    return placed(counted("odbc:" + server.connection() + ";" + rest, question_of(scenes[0], {{}})), server);
  };
  EXPECT_EQ(said("table=nowhere"), "cannot read table nowhere: there is no such table (ERROR: relation "
                                   "\"nowhere\" does not exist; Error while executing the query)\n");
  EXPECT_EQ(said("table=none.nowhere"),
            "cannot read table none.nowhere: there is no such table (ERROR: relation \"none.nowhere\" does not "
            "exist; Error while executing the query)\n");
  EXPECT_EQ(said("table=t"), "column 'login_time' of table t holds no instants\n");
  EXPECT_EQ(said("table=t;column.time=user_id"),
            "cannot count the logins of table t: ERROR: function date_part(unknown, text) does not exist; "
            "Error while executing the query\n");
  EXPECT_EQ(placed(counted(fmt::format("odbc:Driver=PostgreSQL Unicode;Server={};UID=nobody;PWD=geheim;table=t",
                                       server.folder()),
                           question_of(scenes[0], {{}})),
                   server),
            "cannot connect to 'odbc:driver=PostgreSQL Unicode;server=HERE;uid=nobody;pwd=***;table=t': the "
            "engine is not reached or refuses the login (connection to server on socket \"HERE/.s.PGSQL.5432\" "
            "failed: FATAL: role \"nobody\" does not exist)\n");
}

// Names and texts that would end a statement are only names and texts, whatever a backslash means to the
// server.
TEST(engines, postgresql_cannot_be_injected) {
  const postgresql server;
  execute(
      server.connection(),
      {"ALTER DATABASE postgres SET standard_conforming_strings = off", "CREATE TABLE keep (a text)",
       R"(CREATE TABLE "x""; DROP TABLE keep; --{?}" (user_id text, "at'""; DROP TABLE keep" timestamptz,
              status text, login_type text))",
       R"(INSERT INTO "x""; DROP TABLE keep; --{?}" VALUES ('005000000000001', '2027-02-01 00:00:00Z', 'Success',
              '''); DROP TABLE keep; --'))"});
  EXPECT_EQ(counted("odbc:" + server.connection() +
                        R"(;table={"x""; DROP TABLE keep; --{?}}"};column.time={at'"; DROP TABLE keep})",
                    question_of(scenes[0], {{per_user_day, {"'); DROP TABLE keep; --"}, {}}})),
            "rows 1 bad 0 failed 0 internal 0 successful 1 outside 0\nexcluded 0\n"
            "1801440000 on 2027-02-01\n1801440000 on 2027-02-01\n"
            "way 0 month 0 '' 1 days: 1 users, 1 logins\n");
  execute(server.connection(), {"SELECT * FROM keep"});
}

} // namespace
} // namespace proviso::warehouse
