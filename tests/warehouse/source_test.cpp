// What a source says, and that nothing shows its passwords.
#include "warehouse/source.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::warehouse {
namespace {

std::string read(const std::string& text) {
  base::diagnostics faults;
  const auto from = read_source({text, {}}, faults);
  std::string said;
  for (const auto& fault : faults)
    said += fault.message + "\n  " + fault.help + "\n";
  if (!from)
    return said;
  said += fmt::format("{}\nconnection {}\ntable {}\n", from->shown, from->connection, to_string(from->table));
  if (from->users)
    said += fmt::format("users {}\n", to_string(*from->users));
  if (from->dialect)
    said += fmt::format("dialect {}\n", *from->dialect);
  for (const auto& [word, name] : from->columns)
    said += fmt::format("{} is {}\n", word, name);
  return said;
}

source sound(const std::string& text) {
  base::diagnostics faults;
  return read_source({text, {}}, faults).value();
}

TEST(source, gives_the_driver_what_is_not_its_own) {
  EXPECT_EQ(read("odbc:DSN=Warehouse; Table=sf.login_history;UID=me;users=\"s.f\".users;dialect=snowflake;"
                 "column.time=Created At;Timeout=9"),
            "odbc:dsn=Warehouse;table=sf.login_history;uid=me;users=\"s.f\".users;dialect=snowflake;"
            "column.time=Created At;timeout=***\n"
            "connection DSN=Warehouse;UID=me;Timeout=9\n"
            "table sf.login_history\n"
            "users \"s.f\".users\n"
            "dialect snowflake\n"
            "time is Created At\n");
}

TEST(source, passes_values_in_braces_on_as_they_are) {
  EXPECT_EQ(read("odbc:DRIVER={PostgreSQL Unicode};PWD={a;}}b=};table=t"),
            "odbc:driver=PostgreSQL Unicode;pwd=***;table=t\n"
            "connection DRIVER={PostgreSQL Unicode};PWD={a;}}b=}\n"
            "table t\n");
}

TEST(source, shows_no_value_but_of_keys_that_hold_no_secret) {
  const auto from = sound("odbc:DSN=d;PWD=x;AccessToken=long-token;Role=analyst;table=t");
  EXPECT_EQ(from.shown, "odbc:dsn=d;pwd=***;accesstoken=***;role=***;table=t");
  EXPECT_EQ(without_secrets("long-token of analyst, x\x1b[31m", from), "*** of ***, ***\\x1b[31m");
  EXPECT_EQ(without_secrets("abc", sound("odbc:DSN=d;Strict=b;table=t")), "abc");
}

TEST(source, masks_the_longest_secret_first) {
  EXPECT_EQ(without_secrets("geheim1", sound("odbc:DSN=d;PWD=geheim;Token=geheim1;table=t")), "***");
  EXPECT_EQ(without_secrets("aaa", sound("odbc:DSN=d;PWD=a;table=t")), "*********");
}

TEST(source, is_told_by_how_it_begins) {
  EXPECT_TRUE(is_source("ODBC:DSN=x"));
  EXPECT_FALSE(is_source("odbc"));
  EXPECT_FALSE(is_source("logins.csv"));
}

TEST(source, is_reachable_by_name_or_driver) {
  EXPECT_TRUE(sound("odbc:UID=a;dsn=x;table=t").reachable());
  EXPECT_TRUE(sound("odbc:Driver={x;DSN=y};table=t").reachable());
  EXPECT_FALSE(sound("odbc:PWD={x;DSN=y};table=t").reachable());
}

TEST(source, says_what_is_wrong_with_it) {
  EXPECT_EQ(read("odbc:DSN=a"),
            "'odbc:dsn=a' names no table\n  add the table of logins: table=salesforce.login_history\n");
  EXPECT_EQ(read("odbc:DSN=a;tabel=t"), "'odbc:dsn=a;tabel=***' names no table\n  did you mean 'table'?\n");
  EXPECT_EQ(read("odbc:table=a;Table=b"), "'table' is given twice\n  \n");
  EXPECT_EQ(read("odbc:table=a.b.c.d"),
            "'a.b.c.d' is not the name of a table\n"
            "  up to three parts with dots between; a part that holds a dot stands in double quotes\n");
  for (const auto* name : {"a..b", "\"a", "\"a\"b", ".a", "a.", "a\"b"})
    EXPECT_EQ(
        read(fmt::format("odbc:table={}", name)),
        fmt::format("'{}' is not the name of a table\n"
                    "  up to three parts with dots between; a part that holds a dot stands in double quotes\n",
                    name));
  EXPECT_EQ(read("odbc:table=t;column.tine=x"), "no column holds 'tine'\n  did you mean 'time'?\n");
  EXPECT_EQ(read("odbc:table=t;column.zzzzzz=x"),
            "no column holds 'zzzzzz'\n"
            "  there are user, time, status, type, subtype, kind, id, request, key, member, license\n");
}

// What follows a fault may be the rest of a password with ';' in it.
TEST(source, does_not_repeat_what_it_cannot_read) {
  for (const auto* rest : {"geheim", "{geheim", "PWD={a}geheim"})
    EXPECT_EQ(read(fmt::format("odbc:table=t;{}", rest)),
              "after 'odbc:table=t' comes no part of the form KEY=VALUE\n"
              "  a value that holds ';' stands in braces: PWD={a;b}\n");
}

} // namespace
} // namespace proviso::warehouse
