// Which time zones there are and what day it is.
#include "loading/zone.hpp"

#include <chrono>
#include <gtest/gtest.h>

namespace {

using namespace proviso;

std::string fault(const std::string& name) {
  base::diagnostics faults;
  loading::check_zone({name, {}}, faults);
  return faults.empty() ? "" : faults.front().message + " | " + faults.front().help;
}

TEST(zone, is_one_of_the_system) {
  for (const auto* name : {"UTC", "America/Los_Angeles", "America/Argentina/Buenos_Aires", "Etc/GMT+5"})
    EXPECT_EQ(fault(name), "") << name;
}

TEST(zone, comes_with_the_nearest_name) {
  EXPECT_EQ(fault("America/Los_Angles"),
            "no time zone is named 'America/Los_Angles' | did you mean 'America/Los_Angeles'?");
  EXPECT_EQ(fault("europe/berlin"), "no time zone is named 'europe/berlin' | did you mean 'Europe/Berlin'?");
}

TEST(zone, is_no_path_and_no_other_file_of_the_system) {
  for (const auto* name : {"", "../../../etc/passwd", "/etc/passwd", "America", "America/", "localtime",
                           "posixrules", "posix/America/Los_Angeles", "tzdata.zi", "Europe/../UTC"})
    EXPECT_NE(fault(name), "") << name;
}

TEST(zone, tells_its_own_day) {
  const auto first = loading::today({{"Etc/GMT+12", {}}});
  const auto last = loading::today({{"Etc/GMT-14", {}}});
  EXPECT_GE((last - first).count(), 1); // 26 hours apart
  EXPECT_LE((last - first).count(), 2);
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  EXPECT_LE((now - loading::today(std::nullopt)).count(), 1);
}

} // namespace
