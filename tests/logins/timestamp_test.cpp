// Times in every form an export writes, each as the instant it means or as what is wrong with it.
#include "logins/timestamp.hpp"

#include <chrono>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::logins {
namespace {

std::string shown(moment when) {
  return fmt::format("{} {:02}:{:02}:{:02}", base::to_string(base::day(std::chrono::days(when.day))),
                     when.second / 3600, when.second / 60 % 60, when.second % 60);
}

std::string read(const std::string& text, const clocks& by = {}) {
  const auto found = read_time(text, by);
  return found.when ? shown(*found.when) : found.fault + (found.help.empty() ? "" : "; " + found.help);
}

// By the quick way; empty where it leaves the text to the other one.
std::string read_quickly(std::string text) {
  const auto size = text.size();
  moment when;
  text.append(64, '9');
  return read_common_time(text.data(), size, when) ? shown(when) : "";
}

clocks in(const char* zone, std::optional<date_order> order = std::nullopt) {
  return {load_zone(zone), order, {}};
}

TEST(times, with_an_offset_need_nothing_else) {
  EXPECT_EQ(read("2024-03-01T12:34:56.000Z"), "2024-03-01 12:34:56");
  EXPECT_EQ(read("2024-03-01T12:34:56.000+0000"), "2024-03-01 12:34:56");
  EXPECT_EQ(read("2024-03-01T12:34:56Z"), "2024-03-01 12:34:56");
  EXPECT_EQ(read("2024-03-01 12:34:56 UTC"), "2024-03-01 12:34:56");
  EXPECT_EQ(read("2024-03-01T00:34:56.123456+01:00"), "2024-02-29 23:34:56");
  EXPECT_EQ(read("2023-12-31T20:34:56-0530"), "2024-01-01 02:04:56");
  EXPECT_EQ(read("20231218054831.655"), "2023-12-18 05:48:31");
  EXPECT_EQ(read("20231218054831"), "2023-12-18 05:48:31");
}

TEST(times, of_clocks_need_their_zone) {
  EXPECT_EQ(read("2024-03-01 12:34:56"), "the time '2024-03-01 12:34:56' has no zone; say whose clocks it "
                                         "shows: --zone UTC, or one such as --zone "
                                         "America/Los_Angeles");
  EXPECT_EQ(read("2024-03-01 12:34:56", in("Asia/Kolkata")), "2024-03-01 07:04:56");
  EXPECT_EQ(read("13.3.2024, 12:34", in("Europe/Berlin")), "2024-03-13 11:34:00");
  EXPECT_EQ(read("3.4.2024 0:05", in("Europe/Berlin")), "2024-04-02 22:05:00");
  EXPECT_EQ(read("3/13/2024, 1:05 PM", in("UTC")), "2024-03-13 13:05:00");
  EXPECT_EQ(read("3/13/2024 12:05:01\xe2\x80\xaf"
                 "AM",
                 in("UTC")),
            "2024-03-13 00:05:01");
}

TEST(times, with_letters_of_a_zone_need_a_zone_that_uses_them) {
  EXPECT_EQ(
      read("3/13/2024 12:34:56 PST", in("Europe/Berlin")),
      "the time '3/13/2024 12:34:56 PST' has a zone that is no certain one; say whose clocks it shows with a "
      "--zone that uses it, such as --zone America/Los_Angeles");
  EXPECT_EQ(read("3/13/2024 12:34:56 PDT", in("America/Los_Angeles")), "2024-03-13 19:34:56");
  EXPECT_EQ(read("11/3/2024 01:30:00 PDT", in("America/Los_Angeles", date_order::mdy)), "2024-11-03 08:30:00");
  EXPECT_EQ(read("11/3/2024 01:30:00 PST", in("America/Los_Angeles", date_order::mdy)), "2024-11-03 09:30:00");
}

TEST(times, with_letters_that_no_clock_showed_are_wrong_alone) {
  EXPECT_EQ(read("03/14/2027 12:30 PM PST", in("America/Los_Angeles")),
            "the time '03/14/2027 12:30 PM PST' shows PST, and clocks in the zone of --zone show PDT then");
  EXPECT_EQ(read("2027-03-14T12:30:00Zjunk", in("America/Los_Angeles")),
            "the time '2027-03-14T12:30:00Zjunk' is in no known form");
}

TEST(times, whose_day_and_month_could_be_swapped_need_their_order) {
  const std::string swapped =
      "may be read with the day first or with the month first; say which: --date-format dmy or mdy";
  EXPECT_EQ(read("3/4/2024 10:00 UTC"), "the time '3/4/2024 10:00 UTC' " + swapped);
  EXPECT_EQ(read("3-4-2024 10:00 UTC"), "the time '3-4-2024 10:00 UTC' " + swapped);
  EXPECT_EQ(read("13/4/24 10:00 UTC"), "the time '13/4/24 10:00 UTC' " + swapped);
  EXPECT_EQ(read("3/4/2024 10:00 UTC", {{}, date_order::dmy}), "2024-04-03 10:00:00");
  EXPECT_EQ(read("3/4/2024 10:00 UTC", {{}, date_order::mdy}), "2024-03-04 10:00:00");
  EXPECT_EQ(read("24/4/3 10:00 UTC", {{}, date_order::ymd}), "2024-04-03 10:00:00");
  EXPECT_EQ(read("3/4/24 10:00 UTC", {{}, date_order::mdy}), "2024-03-04 10:00:00");
  EXPECT_EQ(read("3/4/2024 10:00 UTC", {{}, date_order::ymd}),
            "the time '3/4/2024 10:00 UTC' is not in the order of --date-format");
  EXPECT_EQ(read("3/13/2024 10:00 UTC"), "2024-03-13 10:00:00");
  EXPECT_EQ(read("13/3/2024 10:00 UTC"), "2024-03-13 10:00:00");
  EXPECT_EQ(read("4/4/2024 10:00 UTC"), "2024-04-04 10:00:00");
}

TEST(times, that_cannot_be_are_told) {
  for (const auto* text :
       {"2026-02-30T10:00:00.000Z", "2025-02-29T10:00:00Z", "2024-13-01T10:00:00Z", "2024-01-01T24:00:00Z",
        "2024-01-01T10:60:00Z", "2024-01-01T10:00:61Z", "1998-12-31T10:00:00Z", "2100-01-01T10:00:00Z",
        "20240230101010", "2024-01-01 13:00 PM UTC", "2024-01-01T10:00:00+15:00"})
    EXPECT_EQ(read(text), fmt::format("the time '{}' does not exist", text));
  for (const auto* text : {"yesterday", "2024-01-01", "2024-01-01T", "2024-01-01T1", "2024-01-01T10:0:00Z",
                           "2024-1", "20240101101", "20240101101010x", "2024-01-01T10:00:00Zulu+1",
                           "2024-01-01T10:00:00.Z", "1/2-2024 10:00 UTC", "2024-01-01x10:00:00Z"})
    EXPECT_EQ(read(text), fmt::format("the time '{}' is in no known form", text));
  EXPECT_EQ(read(""), "has no time");
  EXPECT_EQ(
      read("2025-03-30 02:30:00", in("Europe/Berlin")),
      "the time '2025-03-30 02:30:00' does not exist in the zone of --zone: clocks were put forward over it");
}

// Clocks of Berlin show 02:30 twice, at 00:30 and 01:30 in UTC: one hour west of it midnight lies between.
TEST(times, that_came_twice_are_good_where_their_day_is_one) {
  auto by = in("Europe/Berlin");
  EXPECT_EQ(read("2025-10-26 02:30:00", by), "2025-10-26 00:30:00");
  by.days = zone({{0, -3600, "X"}});
  EXPECT_EQ(read("2025-10-26 02:30:00", by),
            "the time '2025-10-26 02:30:00' came twice in the zone of --zone, on two days of the contract's");
}

// Each character replaced by each other one: the quick way reads what the other does, or leaves it alone.
TEST(times, are_read_quickly_as_they_are_read_slowly) {
  EXPECT_EQ(read_quickly("2024-03-01T12:34:56.000Z"), "2024-03-01 12:34:56");
  EXPECT_EQ(read_quickly("2024-03-01T12:34:56.000+0000"), "2024-03-01 12:34:56");
  int read_both = 0;
  for (const std::string text : {"2024-02-29T12:34:56.000Z", "2023-12-19T21:04:35.000+0000"})
    for (std::size_t at = 0; at < text.size(); ++at)
      for (int c = 0; c < 256; ++c) {
        auto changed = text;
        changed[at] = static_cast<char>(c);
        const auto quick = read_quickly(changed);
        if (quick.empty())
          continue;
        ASSERT_EQ(quick, read(changed)) << changed;
        ++read_both;
      }
  EXPECT_GT(read_both, 200);
  EXPECT_EQ(read_quickly("2023-02-29T12:34:56.000Z"), "");
  EXPECT_EQ(read_quickly("2024-03-01T12:34:56Z"), "");
}

TEST(date_orders, are_read_from_their_letters) {
  EXPECT_EQ(parse_date_order("dmy"), date_order::dmy);
  EXPECT_EQ(parse_date_order("DD.MM.YYYY"), date_order::dmy);
  EXPECT_EQ(parse_date_order("m/d/y"), date_order::mdy);
  EXPECT_EQ(parse_date_order("yyyy-mm-dd"), date_order::ymd);
  EXPECT_EQ(parse_date_order("ydm"), std::nullopt);
  EXPECT_EQ(parse_date_order(""), std::nullopt);
}

} // namespace
} // namespace proviso::logins
