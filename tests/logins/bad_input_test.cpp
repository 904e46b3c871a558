// Files that are wrong: what is said of them, and that nothing of them is counted silently.
#include "logins/counting.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace proviso::logins {
namespace {

const std::string header = "Id,UserId,LoginTime,Status\n";
const std::string good = "0Ya000000000001,0055g00000000A1,2025-01-03T10:00:00Z,Success\n";

std::string with_bad_rows(const std::string& text, std::uint64_t most) {
  auto asked = months_of_2025(2);
  asked.max_bad_rows = most;
  return count_text(text, asked);
}

TEST(bad_rows, fail_the_run) {
  EXPECT_EQ(with_bad_rows(header + good + "x,0055g000000\n" + good + ",123,2025-01-03T10:00:00Z,Success\n", 1),
            "fault: h.csv:3: has 2 cells, the header has 4\n"
            "fault: h.csv:5: the user id '123' has 3 characters, 15 or 18 are expected\n"
            "fault: 2 of 4 rows of login histories cannot be read, 1 may be\n"
            "help: mend them, or leave them out with --max-bad-rows 2\n");
}

TEST(bad_rows, are_counted_and_shown_where_they_may_be) {
  EXPECT_EQ(with_bad_rows(header + ",0055g00000000A!,2025-01-03T10:00:00Z,Success\n" +
                              ",,2025-01-03T10:00:00Z,Success\n" + good +
                              ",0055g00000000A1,2025-02-30T10:00:00Z,Success\n" +
                              ",0055g00000000A1,2025-01-03T10:00:00Z,\n" +
                              ",\"0055g00000000A1\"x,2025-01-03T10:00:00Z,a\n",
                          9),
            "0055g00000000A1: 2025-01-03\n"
            "rows 6, bad 5, failed 0, internal 0, successful 1, outside 0\n2025-01-03 to 2025-01-03\n"
            "h.csv:2: the user id '0055g00000000A!' has characters that are no letters or digits\n"
            "h.csv:3: has no user id\n"
            "h.csv:5: the time '2025-02-30T10:00:00Z' does not exist\n"
            "h.csv:6: has no status\n"
            "h.csv:7: has text after a closing quote\n");
}

TEST(bad_rows, are_shown_up_to_twenty_in_any_blocks) {
  std::string text = header;
  for (int i = 0; i < 3000; ++i)
    text += i % 10 == 3 ? "\"bad\n\n\"\n" : good;
  auto asked = months_of_2025(2);
  asked.max_bad_rows = 300;
  const auto whole = count_text(text, asked);
  EXPECT_EQ(std::ranges::count(whole, '\n'), 3 + 20);
  EXPECT_NE(whole.find("h.csv:5: has 1 cell, the header has 4\nh.csv:17: has 1 cell"), std::string::npos)
      << whole;
  for (const unsigned jobs : {1U, 2U, 5U}) {
    asked.block = 100;
    asked.jobs = jobs;
    EXPECT_EQ(count_text(text, asked), whole);
  }
}

TEST(bad_rows, are_those_of_a_file_that_was_cut_inside_its_last_cell) {
  EXPECT_EQ(with_bad_rows(header + good + "0Ya000000000002,0055g00000000A1,2025-01-04T10:00:00Z,Succ", 0),
            "fault: h.csv:3: has the status 'Succ', which seems to be cut off\n"
            "fault: 1 of 2 rows of login histories cannot be read, 0 may be\n"
            "help: mend them, or leave them out with --max-bad-rows 1\n");
}

TEST(headers, without_a_needed_column_are_refused) {
  EXPECT_EQ(count_text("Id,UserId,Status\n"),
            "fault: 'h.csv' has no column for the time of a login: LoginTime, TIMESTAMP_DERIVED or TIMESTAMP "
            "expected, "
            "found 'Id', 'UserId', 'Status'\n"
            "help: export LoginHistory with the columns Id, UserId, LoginTime, LoginType, Status\n");
  EXPECT_EQ(
      count_text("LoginTime,Status\n"),
      "fault: 'h.csv' has no column for the user's id or the user's name: UserId, USER_ID_DERIVED, Username or "
      "User.Username expected, found 'LoginTime', 'Status'\n"
      "help: export LoginHistory with the columns Id, UserId, LoginTime, LoginType, Status\n");
  EXPECT_EQ(count_text("UserId,LoginTime,Status,LOGIN_TIME\n"),
            "fault: 'h.csv' is ambiguous: the column 'LoginTime' is there twice\n");
  EXPECT_EQ(count_text(""), "fault: 'h.csv' is empty\n");
  EXPECT_EQ(count_text("\n\n"), "fault: 'h.csv' is empty\n");
}

TEST(headers, without_the_column_of_a_term_are_refused) {
  auto asked = months_of_2025(2);
  asked.ways = {{unit::per_user_day, {}, {"OauthRefreshToken"}}};
  EXPECT_EQ(count_text(header, asked),
            "fault: 'h.csv' has no column for the login's subtype, and 'OauthRefreshToken' counts apart\n"
            "help: export the column LoginSubType\n");
  asked.ways = {{unit::per_user_day, {"Application"}, {}}};
  EXPECT_EQ(count_text(header, asked),
            "fault: 'h.csv' has no column for the login's type, and 'Application' counts apart\n"
            "help: export the column LoginType\n");
}

TEST(files, that_end_within_quotes_are_refused) {
  for (const std::size_t block : {std::size_t{64}, std::size_t{1} << 20}) {
    auto asked = months_of_2025(2);
    asked.block = block;
    EXPECT_EQ(count_text(header + good + good + "0Ya,\"0055g00000000A1", asked),
              "fault: h.csv:4: the row that starts here opens a quote that is never closed\n");
  }
}

TEST(rows, are_not_longer_than_a_mebibyte) {
  for (const std::size_t block : {std::size_t{100'000}, std::size_t{1} << 20}) {
    auto asked = months_of_2025(2);
    asked.block = block;
    asked.jobs = 2;
    EXPECT_EQ(count_text(header + good + "0Ya,\"" + std::string(3 << 20, 'x') + "\"\n" + good, asked),
              "fault: h.csv:3: the row that starts here is longer than 1 MiB: is a quote not closed?\n");
    const auto long_row =
        "0Ya000000000001,0055g00000000A1,2025-01-03T10:00:00Z," + std::string(900'000, 'x') + "\n";
    EXPECT_EQ(count_text(header + long_row + good + long_row, asked),
              "0055g00000000A1: 2025-01-03\n"
              "rows 3, bad 0, failed 2, internal 0, successful 1, outside 0\n2025-01-03 to 2025-01-03\n"
              "unknown statuses: (others) ×2\n");
  }
}

TEST(times, that_need_an_option_end_the_run_once) {
  EXPECT_EQ(
      count_text(header + good + "0Ya000000000001,0055g00000000A1,3/4/2025 10:00 UTC,Success\n" +
                 "0Ya000000000001,0055g00000000A1,3/5/2025 10:00 UTC,Success\n"),
      "fault: h.csv:3: the time '3/4/2025 10:00 UTC' may be read with the day first or with the month first\n"
      "help: say which: --date-format dmy or mdy\n");
}

TEST(times, that_show_two_orders_are_refused) {
  auto asked = months_of_2025(2);
  asked.file_zone = "UTC";
  const std::string rows = "UserId,LoginTime,Status\n0055g00000000A1,13/01/2025 10:00:00,Success\n"
                           "0055g00000000A1,01/14/2025 10:00:00,Success\n";
  EXPECT_EQ(count_text(rows, asked),
            "fault: some dates of the login histories have the day first and some the month first\n"
            "help: say the order of all with --date-format dmy or mdy\n");
}

TEST(records, are_refused_like_rows) {
  auto asked = months_of_2025(2);
  asked.max_bad_rows = 1;
  EXPECT_EQ(
      count_text(
          "[{\"UserId\":\"0055g00000000A1\",\"LoginTime\":\"2025-01-03T10:00:00Z\",\"Status\":\"Success\"},\n"
          "{\"UserId\":\"123\",\"LoginTime\":\"2025-01-03T10:00:00Z\",\"Status\":\"Success\"}]",
          asked),
      "0055g00000000A1: 2025-01-03\n"
      "rows 2, bad 1, failed 0, internal 0, successful 1, outside 0\n2025-01-03 to 2025-01-03\n"
      "h.csv:2: the user id '123' has 3 characters, 15 or 18 are expected\n");
  EXPECT_EQ(count_text("[{\"UserId\":\"0055g00000000A1\",\"Status\":\"Success\"}]"),
            "fault: h.csv:1: has no column for the time of a login: LoginTime, TIMESTAMP_DERIVED or TIMESTAMP "
            "expected, "
            "found 'UserId', 'Status'\n"
            "help: export LoginHistory with the columns Id, UserId, LoginTime, LoginType, Status\n");
}

TEST(records, without_the_column_of_a_term_are_refused) {
  auto asked = months_of_2025(2);
  asked.ways = {{unit::per_user_day, {"Application"}, {}}};
  EXPECT_EQ(
      count_text(
          "[{\"UserId\":\"0055g00000000A1\",\"LoginTime\":\"2025-01-03T10:00:00Z\",\"Status\":\"Success\"}]",
          asked),
      "fault: 'h.csv' has no column for the login's type, and 'Application' counts apart\n"
      "help: export the column LoginType\n");
}

TEST(questions, that_make_no_sense_are_refused) {
  auto asked = months_of_2025(2);
  asked.zone = "Europe/Nowhere";
  EXPECT_EQ(count_text(header, asked),
            "fault: no time zone is named 'Europe/Nowhere'\n"
            "help: zones have names such as 'Europe/Berlin'; they come with the package tzdata\n");
  asked = months_of_2025(2);
  asked.ways.clear();
  EXPECT_EQ(count_text(header, asked), "fault: logins can be counted in 1 to 8 ways at once, not in 0\n");
  asked = months_of_2025(2);
  asked.months = {asked.months[0], asked.months[0]};
  EXPECT_EQ(count_text(header, asked),
            "fault: months of login histories must follow one another, each of 1 to 31 days\n");
}

} // namespace
} // namespace proviso::logins
