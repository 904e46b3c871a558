// Login histories as every tool writes them, counted.
#include "logins/counting.hpp"

#include <gtest/gtest.h>

namespace proviso::logins {
namespace {

const std::string jan_3 = "0055g00000000A1: 2025-01-03\n";
const std::string one_row =
    "rows 1, bad 0, failed 0, internal 0, successful 1, outside 0\n2025-01-03 to 2025-01-03\n";

TEST(histories, are_read_as_each_tool_writes_them) {
  const std::string types = "types: Application ×1\n";
  EXPECT_EQ(count_text("Id,UserId,LoginTime,Status\n"
                       "0Ya5g00000000AAAAA,0055g00000000A1AAA,2025-01-03T21:04:35.000+0000,Success\n"),
            jan_3 + one_row);
  EXPECT_EQ(count_text("\xef\xbb\xbf\"ID\",\"USERID\",\"LOGINTIME\",\"LOGINTYPE\",\"STATUS\"\r\n"
                       "\"0Ya5g00000000AAAAA\",\"0055g00000000A1AAA\",\"2025-01-03T12:34:56.000Z\","
                       "\"Application\",\"Success\"\r\n"),
            jan_3 + one_row + types);
  EXPECT_EQ(count_text(
                "_,Status,LoginTime,UserId\n[LoginHistory],Success,2025-01-03T12:34:56.000Z,0055g00000000A1\n"),
            jan_3 + one_row);
  EXPECT_EQ(count_text("[{\"attributes\":{\"type\":\"LoginHistory\"},\"UserId\":\"0055g00000000A1AAA\","
                       "\"LoginTime\":\"2025-01-03T12:34:56.000+0000\",\"Status\":\"Success\"}]"),
            jan_3 + one_row);
  EXPECT_EQ(
      count_text("{\"status\":0,\"result\":{\"records\":[{\"UserId\":\"0055g00000000A1AAA\","
                 "\"LoginTime\":\"2025-01-03T12:34:56.000+0000\",\"Status\":\"Success\",\"LoginType\":null}],"
                 "\"totalSize\":1,\"done\":true}}"),
      jan_3 + one_row + "types:  ×1\n");
}

TEST(histories, may_have_any_delimiter) {
  for (const std::string d : {",", "\t", "|", ";", "^", "`"})
    EXPECT_EQ(count_text("\"UserId\"" + d + "\"LoginTime\"" + d + "\"Status\"\n\"0055g00000000A1AAA\"" + d +
                         "\"2025-01-03T12:34:56.000Z\"" + d + "\"Success\""),
              jan_3 + one_row)
        << d;
}

TEST(histories, downloaded_from_setup_have_names_and_local_times) {
  auto asked = months_of_2025(3);
  asked.file_zone = "America/Los_Angeles";
  asked.dates = date_order::mdy;
  EXPECT_EQ(
      count_text("Username,Login Time,Source IP,Login Type,Status,Login Subtype\n"
                 "Jane@X.com.ptr,1/3/2025 17:00:00 PST,1.2.3.4,Application,Success,UI Username-Password\n"
                 "jane@x.com.ptr,1/3/2025 15:00:00 PST,1.2.3.4,Application,Success,UI Username-Password\n",
                 asked),
      "jane@x.com.ptr: 2025-01-03 2025-01-04\n"
      "rows 2, bad 0, failed 0, internal 0, successful 2, outside 0\n2025-01-03 to 2025-01-04\n"
      "types: Application ×2\n");
}

TEST(event_log_files, know_users_of_every_kind) {
  const std::string header =
      "\"EVENT_TYPE\",\"TIMESTAMP\",\"REQUEST_ID\",\"USER_ID\",\"LOGIN_KEY\",\"USER_TYPE\","
      "\"LOGIN_TYPE\",\"TIMESTAMP_DERIVED\",\"USER_ID_DERIVED\",\"LOGIN_STATUS\"\n";
  const auto row = [](const std::string& user, const std::string& kind, const std::string& type,
                      const std::string& status) {
    return "\"Login\",\"20250103054831.655\",\"4u6L\",\"" + user + "\",\"bY5W\",\"" + kind + "\",\"" + type +
           "\",\"2025-01-03T05:48:31.655Z\",\"" + user + "AAA\",\"" + status + "\"\n";
  };
  EXPECT_EQ(count_text(header + row("0055g00000000A1", "CspLitePortal", "k", "LOGIN_NO_ERROR") +
                       row("0055g00000000A2", "Standard", "A", "LOGIN_NO_ERROR") +
                       row("0055g00000000A3", "Guest", "A", "LOGIN_NO_ERROR") +
                       row("0055g00000000A4", "CspLitePortal", "r", "LOGIN_NO_ERROR") +
                       row("0055g00000000A5", "Martian", "k", "LOGIN_NO_ERROR") +
                       row("0055g00000000A6", "CloudIntegrationUser", "i", "LOGIN_NO_ERROR") +
                       row("0055g00000000A7", "Insights", "i", "LOGIN_NO_ERROR") +
                       row("", "", "k", "LOGIN_ERROR_INVALID_PASSWORD")),
            "0055g00000000A1: 2025-01-03\n0055g00000000A5: 2025-01-03\n"
            "rows 8, bad 0, failed 1, internal 5, successful 2, outside 0\n2025-01-03 to 2025-01-03\n"
            "types: A ×2, i ×2, k ×2, r ×1\nunknown users: Martian ×1\n");
}

TEST(event_log_files, hold_other_events_and_may_lack_the_derived_time) {
  EXPECT_EQ(
      count_text("EVENT_TYPE,TIMESTAMP,REQUEST_ID,LOGIN_KEY,TIMESTAMP_DERIVED,USER_ID_DERIVED,LOGIN_STATUS\n"
                 "Login,20250103054831.655,4u6L,bY5W,,0055g00000000A1AAA,LOGIN_NO_ERROR\n"
                 "LoginAs,20250104054831.655,4u6M,bY5X,,0055g00000000A1AAA,LOGIN_NO_ERROR\n"
                 "Logout,20250109054831.655,4u6N,bY5X,,0055g00000000A1AAA,LOGIN_NO_ERROR\n"),
      "0055g00000000A1: 2025-01-03\n"
      "rows 3, bad 0, failed 0, internal 0, successful 1, outside 0\n2025-01-03 to 2025-01-03\nother events: "
      "2\n");
}

TEST(event_log_files, do_not_count_types_of_which_no_code_is_known) {
  auto asked = months_of_2025(3);
  asked.ways = {{unit::per_user_day, {"PasswordlessPasskeyLogin"}, {}}, {unit::per_user_day, {"Saml"}, {}}, {}};
  EXPECT_EQ(count_text("REQUEST_ID,TIMESTAMP_DERIVED,USER_ID_DERIVED,LOGIN_STATUS,LOGIN_TYPE\n"
                       "a,2025-02-03T05:48:31.655Z,0055g00000000A1AAA,LOGIN_NO_ERROR,ZZ\n"
                       "b,2025-02-04T05:48:31.655Z,0055g00000000A1AAA,LOGIN_NO_ERROR,A\n",
                       asked),
            "0055g00000000A1: | | 2025-02-03 2025-02-04\n"
            "rows 2, bad 0, failed 0, internal 0, successful 2, outside 0, excluded 1, excluded 2\n"
            "2025-02-03 to 2025-02-04\ntypes: A ×1, ZZ ×1\nuntold by type: 0 1\n");
}

TEST(statuses, that_nobody_knows_may_mean_success) {
  const std::string header = "UserId,LoginTime,Status\n";
  const std::string german = "0055g00000000A1AAA,2025-01-31T00:00:00Z,Erfolgreich\n";
  const std::string success = "0055g00000000A1AAA,2025-02-01T00:00:00Z,Success\n";
  const std::string failed = "0055g00000000A1AAA,2025-02-01T00:00:00Z,Invalid Password\n";
  EXPECT_EQ(count_text(header + german + failed),
            "rows 2, bad 0, failed 2, internal 0, successful 0, outside 0\n2025-01-31 to 2025-02-01\n"
            "unknown statuses: Erfolgreich ×1\nuntold by status: 1\n");
  EXPECT_EQ(count_text(header + german + success),
            "0055g00000000A1: 2025-02-01\n"
            "rows 2, bad 0, failed 1, internal 0, successful 1, outside 0\n2025-01-31 to 2025-02-01\n"
            "unknown statuses: Erfolgreich ×1\n")
      << "the file knows how to say success";
  EXPECT_EQ(count_text(header + failed),
            "rows 1, bad 0, failed 1, internal 0, successful 0, outside 0\n2025-02-01 to 2025-02-01\n");
}

TEST(ids, compare_by_fifteen_characters_with_case) {
  EXPECT_EQ(count_text("UserId,LoginTime,Status\n"
                       "0055g00000000A1AAA,2025-01-03T00:00:00Z,Success\n"
                       "0055g00000000A1,2025-01-05T00:00:00Z,Success\n"
                       "0055g00000000a1AAA,2025-01-04T00:00:00Z,Success\n"),
            "0055g00000000A1: 2025-01-03 2025-01-05\n0055g00000000a1: 2025-01-04\n"
            "rows 3, bad 0, failed 0, internal 0, successful 3, outside 0\n2025-01-03 to 2025-01-05\n");
}

TEST(days, are_those_of_the_zone_asked_for) {
  auto asked = months_of_2025(3);
  const std::string text = "UserId,LoginTime,Status\n"
                           "0055g00000000A1AAA,2025-01-31T18:29:59Z,Success\n"
                           "0055g00000000A1AAA,2025-01-31T18:30:00Z,Success\n"
                           "0055g00000000A1AAA,2024-12-31T18:29:59Z,Success\n"
                           "0055g00000000A1AAA,2025-02-01T00:00:00Z,Invalid Password\n";
  asked.zone = "Asia/Kolkata";
  EXPECT_EQ(count_text(text, asked),
            "0055g00000000A1: 2025-01-31 2025-02-01\n"
            "rows 4, bad 0, failed 1, internal 0, successful 3, outside 1\n2024-12-31 to 2025-02-01\n");
  asked.zone = "UTC";
  EXPECT_EQ(count_text(text, asked),
            "0055g00000000A1: 2025-01-31\n"
            "rows 4, bad 0, failed 1, internal 0, successful 3, outside 1\n2024-12-31 to 2025-02-01\n");
}

TEST(ways, count_only_some_types_or_leave_some_out) {
  auto asked = months_of_2025(3);
  asked.ways = {
      {}, {unit::per_user_day, {"SamlChatterNetworks"}, {}}, {unit::per_user_day, {}, {"oauthRefreshToken"}}};
  EXPECT_EQ(
      count_text("UserId,LoginTime,Status,LoginType,LoginSubType\n"
                 "0055g00000000A1,2025-01-01T00:00:00Z,Success,SAML Chatter Communities External User SSO,\n"
                 "0055g00000000A1,2025-01-02T00:00:00Z,Success,Remote Access 2.0,OAuth Refresh Token\n"
                 "0055g00000000A1,2025-01-03T00:00:00Z,Success,samlchatternetworks,OauthRefreshToken\n"
                 "0055g00000000A1,2025-01-04T00:00:00Z,Success,Employee Login to Community,\n",
                 asked),
      "0055g00000000A1: 2025-01-01 2025-01-02 2025-01-03 | 2025-01-01 2025-01-03 | 2025-01-01\n"
      "rows 4, bad 0, failed 0, internal 1, successful 3, outside 0, excluded 1, excluded 2\n"
      "2025-01-01 to 2025-01-04\n"
      "types: Employee Login to Community ×1, Remote Access 2.0 ×1, "
      "SAML Chatter Communities External User SSO ×1, samlchatternetworks ×1\n");
}

TEST(cells, may_hold_lines_and_quotes) {
  EXPECT_EQ(
      count_text("UserId,Browser,LoginTime,LoginType,Status\r\n"
                 "0055g00000000A1,\"a\r\nb, \"\"c\"\"\n\",2025-01-03T00:00:00Z,\"My \"\"type\"\"\",Success\r\n"
                 "\r\n\n"
                 "0055g00000000A1,5\" screen,2025-01-04T00:00:00Z,x,Success\r"
                 "0055g00000000A1,,2025-01-05T00:00:00Z,x,Success"),
      "0055g00000000A1: 2025-01-03 2025-01-04 2025-01-05\n"
      "rows 3, bad 0, failed 0, internal 0, successful 3, outside 0\n2025-01-03 to 2025-01-05\n"
      "types: My \"type\" ×1, x ×2\n");
}

// Whatever block the last row begins in, and the file ends in.
TEST(last_rows, need_no_line_end) {
  for (std::size_t length = 1; length < 200; ++length) {
    auto asked = months_of_2025(3);
    asked.block = 64;
    EXPECT_EQ(count_text("UserId,LoginTime,Note,Status\n0055g00000000A1,2025-01-03T00:00:00Z,\"" +
                             std::string(length, 'x') + "\",Success",
                         asked),
              jan_3 + one_row);
  }
}

TEST(progress, is_told_of_bytes_and_rows) {
  std::vector<progress> told;
  base::diagnostics faults;
  const auto counted = count({"tests/logins/sample.csv"}, months_of_2025(3), faults,
                             [&](const progress& now) { told.push_back(now); });
  ASSERT_TRUE(counted.has_value());
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().rows, counted->read.rows);
  EXPECT_EQ(told.back().total, counted->read.bytes);
  EXPECT_EQ(told.back().bytes, counted->read.bytes);
  EXPECT_EQ(counted->users(), 2U);
}

} // namespace
} // namespace proviso::logins
