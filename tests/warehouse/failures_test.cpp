// What goes wrong with an engine is one message a person can act on.
#include "warehouse/engine.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::warehouse {
namespace {

using enum logins::unit;

const scene winter{"UTC", {"2027-01-01", "2027-02-01"}};

std::string counted(const std::string& text, const logins::question& asked = question_of(winter, {{}})) {
  base::diagnostics faults;
  const auto from = read_source({text, {}}, faults);
  const auto answer = from ? count(*from, asked, faults) : std::nullopt;
  if (answer)
    return to_text(*answer);
  std::string said;
  for (const auto& fault : faults)
    said += fault.message + "\n  " + fault.help + "\n";
  return said;
}

class failures : public testing::Test {
protected:
  void make(const std::vector<std::string>& statements) const { execute(connection_, statements); }
  [[nodiscard]] std::string source(const std::string& rest) const { return "odbc:" + connection_ + ";" + rest; }

  support::temporary_folder folder_;
  std::string connection_ = fmt::format("Driver=SQLite3;Database={}", (folder_.path() / "a.db").string());
};

constexpr auto columns = "(Id text, UserId text, LoginTime text, Status text, LoginType text)";

TEST_F(failures, to_find_a_data_source_hide_the_password) {
  EXPECT_EQ(
      counted("odbc:DSN=nowhere;UID=me;PWD=geheim;table=t"),
      "cannot connect to 'odbc:dsn=nowhere;uid=me;pwd=***;table=t': there is no such data source or driver "
      "([unixODBC][Driver Manager]Data source name not found and no default driver specified)\n"
      "  'odbcinst -q -s' lists data sources, 'odbcinst -q -d' drivers\n");
}

TEST_F(failures, to_load_a_driver) {
  EXPECT_EQ(counted("odbc:Driver=/nowhere/geheim.so;PWD=geheim;table=t"),
            "cannot connect to 'odbc:driver=/nowhere/geheim.so;pwd=***;table=t': the driver cannot be loaded "
            "([unixODBC][Driver Manager]Can't open lib '/nowhere/***.so' : file not found)\n"
            "  install it; 'odbcinst -q -d' lists drivers\n");
}

TEST_F(failures, to_find_a_table) {
  EXPECT_EQ(counted(source("table=sf.logins")),
            "cannot read table sf.logins: [SQLite]no such table: sf.logins (1)\n"
            "  write schema and table as the engine stores them: case matters\n");
}

TEST_F(failures, to_find_columns) {
  make({"CREATE TABLE t (Id text, Uid text, LoginTime date, status text)"});
  EXPECT_EQ(counted(source("table=t")), "table t has no column 'UserId'\n"
                                        "  name the column that holds it: column.user=NAME\n"
                                        "column 'LoginTime' of table t holds no instants\n"
                                        "  name another with column.time=NAME, or use a view\n");
  EXPECT_EQ(counted(source("table=t;column.user=uid;column.time=Id")),
            "table t has no column 'uid'\n  did you mean 'Uid'?\n");
  EXPECT_EQ(counted(source("table=t;column.user=Uid;column.time=Id"),
                    question_of(winter, {{every_login, {"a"}, {}}})),
            "table t has no column 'LoginType'\n  name the column that holds it: column.type=NAME\n");
}

TEST_F(failures, to_tell_rows_apart) {
  make({"CREATE TABLE t (UserId text, LoginTime text, Status text)"});
  EXPECT_EQ(counted(source("table=t"), question_of(winter, {{every_login, {}, {}}})),
            "table t has no column 'Id'\n  name the column that holds it: column.id=NAME\n");
}

TEST_F(failures, to_choose_between_columns) {
  make({"CREATE TABLE t (Id text, UserId text, user_id text, LoginTime text, Status text)"});
  EXPECT_EQ(counted(source("table=t")), "table t has two columns that may be 'UserId': 'UserId' and 'user_id'\n"
                                        "  name the one that is: column.user=NAME\n");
}

TEST_F(failures, to_read_rows_are_counted_by_reason) {
  make({fmt::format("CREATE TABLE t {}", columns),
        "INSERT INTO t VALUES ('1', '005000000000001', '2027-01-02T10:00:00Z', 'Success', ''),"
        "('2', NULL, '2027-01-02T10:00:00Z', 'Success', ''), ('3', '0050', '2027-01-02T10:00:00Z', 'Success', "
        "''),"
        "('4', '005000000000001', '2027-02-30T10:00:00Z', 'Success', ''),"
        "('5', '005000000000001', '1/2/2027 10:00 AM', 'Success', ''), ('6', '005000000000001', 'now', "
        "'Success', ''),"
        "('7', '005000000000001', '2027-01-02T10:00:00 PST', 'Success', ''),"
        "('8', '005000000000001', '2027-01-02T10:00:00Z', NULL, '')"});
  EXPECT_EQ(counted(source("table=t")),
            "7 rows of table t cannot be read: 2 without a user id of 15 or 18 characters, 4 without a time "
            "that can be "
            "read, 1 without a status\n"
            "  --max-bad-rows allows some; a view that mends or leaves them out is better\n");
  auto lenient = question_of(winter, {{}});
  lenient.max_bad_rows = 7;
  EXPECT_EQ(counted(source("table=t"), lenient), "rows 8 bad 7 failed 0 internal 0 successful 1 outside 0\n"
                                                 "excluded 0\n"
                                                 "1798884000 on 2027-01-02\n"
                                                 "1798884000 on 2027-01-02\n"
                                                 "way 0 month 0 '' 1 days: 1 users, 1 logins\n");
}

TEST_F(failures, of_an_empty_table_there_are_none) {
  make({fmt::format("CREATE TABLE t {}", columns)});
  EXPECT_EQ(counted(source("table=t")), "rows 0 bad 0 failed 0 internal 0 successful 0 outside 0\n"
                                        "excluded 0\nnone\nnone\n");
}

// Names and texts that would end a statement are only names and texts.
TEST_F(failures, cannot_be_injected) {
  const std::string hostile = "x`` DROP TABLE keep --";
  make({"CREATE TABLE keep (a text)", fmt::format("CREATE TABLE `{}` {}", hostile, columns),
        fmt::format("INSERT INTO `{}` VALUES ('1', '005000000000001', '2027-01-02T10:00:00Z', 'Success', "
                    "''') DROP TABLE keep --')",
                    hostile)});
  EXPECT_EQ(counted(source("table=\"x` DROP TABLE keep --\""),
                    question_of(winter, {{per_user_day, {}, {"') DROP TABLE keep --"}}})),
            "rows 1 bad 0 failed 0 internal 0 successful 1 outside 0\nexcluded 1\n"
            "1798884000 on 2027-01-02\n1798884000 on 2027-01-02\n");
  make({"SELECT * FROM keep"});
}

TEST_F(failures, of_licenses_count_users_once) {
  make({fmt::format("CREATE TABLE t {}", columns),
        "INSERT INTO t VALUES ('1', '005000000000001AAA', '2027-01-02T10:00:00Z', 'Success', ''),"
        "('2', '005000000000002', '2027-01-02T10:00:00Z', 'Success', ''),"
        "('3', '005000000000003', '2027-01-02T10:00:00Z', 'Success', ''),"
        "('4', '005000000000004', '2027-01-02T10:00:00Z', 'Success', ''),"
        "('5', '005000000000004', '2027-01-03T10:00:00Z', 'Success', '')",
        "CREATE TABLE users (Id text, License text)",
        "INSERT INTO users VALUES ('005000000000001', 'Gold'), ('005000000000001AAA', 'Gold'),"
        "('005000000000002AAA', 'Gold'), ('005000000000002', 'Silver'), ('005000000000004AAA', 'Silver')"});
  EXPECT_EQ(counted(source("table=t;users=users")), "rows 5 bad 0 failed 0 internal 0 successful 5 outside 0\n"
                                                    "excluded 0\n"
                                                    "1798884000 on 2027-01-02\n"
                                                    "1798970400 on 2027-01-03\n"
                                                    "way 0 month 0 '' 1 days: 2 users, 2 logins\n"
                                                    "way 0 month 0 'Gold' 1 days: 1 users, 1 logins\n"
                                                    "way 0 month 0 'Silver' 2 days: 1 users, 2 logins\n");
  make({"ALTER TABLE users RENAME COLUMN License TO Licence"});
  EXPECT_EQ(counted(source("table=t;users=users")), "table users has no column 'Profile.UserLicense.Name'\n"
                                                    "  name the column that holds it: column.license=NAME\n");
}

} // namespace
} // namespace proviso::warehouse
