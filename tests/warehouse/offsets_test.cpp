// Offsets of zones, where their clocks change.
#include "warehouse/offsets.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::warehouse {
namespace {

std::string offsets(const std::string& zone, std::string_view first, std::string_view last) {
  std::string text;
  for (const auto& one : offsets_of(zone, {base::parse_day(first).value(), base::parse_day(last).value()}))
    text += fmt::format("{} from {}\n", one.seconds, one.from);
  return text;
}

TEST(offsets, change_where_clocks_do) {
  EXPECT_EQ(offsets("Europe/Berlin", "2027-01-15", "2027-12-31"), "3600 from 1799884800\n"
                                                                  "7200 from 1806195600\n"
                                                                  "3600 from 1824944400\n");
  EXPECT_EQ(offsets("Asia/Kolkata", "2027-01-15", "2028-12-31"), "19800 from 1799884800\n");
  EXPECT_EQ(offsets("UTC", "2027-01-15", "2027-01-15"), "0 from 1799884800\n");
  EXPECT_EQ(offsets("Australia/Lord_Howe", "2026-04-01", "2026-04-30"), "39600 from 1774915200\n"
                                                                        "37800 from 1775314800\n");
}

TEST(offsets, leave_the_programs_zone_alone) {
  ::setenv("TZ", "Asia/Tokyo", 1);
  EXPECT_EQ(base::to_string(local_day("Pacific/Apia", 1325239200)), "2011-12-31");
  EXPECT_STREQ(std::getenv("TZ"), "Asia/Tokyo");
}

TEST(offsets, are_none_of_a_zone_that_is_none) {
  for (const auto* zone : {"", "Nowhere", "/etc/passwd", "../zone.tab", "posixrules/", "Europe", "Europe/"})
    EXPECT_EQ(offsets(zone, "2027-01-15", "2027-02-15"), "") << zone;
}

} // namespace
} // namespace proviso::warehouse
