// Days of zones as the C library tells them, and what clocks show twice or never.
#include "logins/calendar.hpp"
#include "logins/posix_zone.hpp"
#include "logins/zone.hpp"

#include <cstdlib>
#include <ctime>
#include <gtest/gtest.h>
#include <random>

namespace proviso::logins {
namespace {

base::day day_by_the_library(const char* name, seconds instant) {
  ::setenv("TZ", name, 1);
  ::tzset();
  const std::time_t time = instant;
  std::tm local{};
  ::localtime_r(&time, &local);
  return std::chrono::sys_days(std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday);
}

constexpr const char* zones[] = {
    "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata",       "Australia/Lord_Howe",
    "America/St_Johns",    "Pacific/Apia",  "Africa/Casablanca",  "America/Nuuk",
    "Asia/Kathmandu",      "UTC",           "Pacific/Kiritimati", "Asia/Beirut"};
constexpr seconds from_1999 = 915148800;
constexpr seconds to_2099 = 4102444800;

TEST(zones, have_the_days_of_the_c_library) {
  std::mt19937_64 random(3);
  for (const auto* name : zones) {
    const auto zone = load_zone(name);
    ASSERT_TRUE(zone.has_value()) << name;
    for (int round = 0; round < 2'000; ++round) {
      const auto instant = std::uniform_int_distribution<seconds>(from_1999, to_2099)(random);
      ASSERT_EQ(zone->day(instant), day_by_the_library(name, instant)) << name << " at " << instant;
    }
  }
}

// Every few minutes of two days around each change of the clocks.
TEST(calendars, agree_with_zones_around_changes) {
  for (const auto* name : zones) {
    const auto zone = load_zone(name);
    for (const auto& change : zone->stretches()) {
      if (change.from < from_1999 || change.from > from_1999 + 30 * 365 * seconds{86400})
        continue;
      const auto first = zone->day(change.from) - std::chrono::days(2);
      const calendar days(*zone, {first, first + std::chrono::days(5)});
      for (auto instant = change.from - 86400; instant < change.from + 86400; instant += 149) {
        const auto second = static_cast<std::int32_t>(instant % 86400);
        const auto found = days.of({static_cast<std::int32_t>(instant / 86400), second});
        ASSERT_EQ(first + std::chrono::days(found % 32), zone->day(instant)) << name << " at " << instant;
      }
    }
  }
}

TEST(calendars, know_months_and_what_lies_outside) {
  using namespace std::chrono;
  const sys_days january = year(2025) / 1 / 31;
  const calendar days(zone(), {january, january + std::chrono::days(28), january + std::chrono::days(59)});
  const auto first = static_cast<std::int32_t>(january.time_since_epoch().count());
  EXPECT_EQ(days.of({first - 1, 86399}), no_slot);
  EXPECT_EQ(days.of({first, 0}), 0U);
  EXPECT_EQ(days.of({first + 27, 0}), 27U);
  EXPECT_EQ(days.of({first + 28, 0}), 32U);
  EXPECT_EQ(days.of({first + 58, 86399}), 62U);
  EXPECT_EQ(days.of({first + 59, 0}), no_slot);
  EXPECT_EQ(days.of({first + 100'000, 0}), no_slot);
  EXPECT_EQ(days.of({first - 100'000, 0}), no_slot);
}

TEST(zones, show_some_times_twice_and_some_never) {
  const auto berlin = load_zone("Europe/Berlin");
  const seconds left_out = 1743301800;    // 2025-03-30T02:30
  const seconds shown_twice = 1761445800; // 2025-10-26T02:30
  EXPECT_EQ(berlin->instants(left_out), std::vector<seconds>());
  EXPECT_EQ(berlin->instants(shown_twice), (std::vector<seconds>{1761438600, 1761442200}));
}

TEST(zones, that_are_none_are_refused) {
  for (const auto* name : {"", "Europe/Bärlin", "../../../etc/passwd", "Europe", "Europe/Nowhere", "localtime"})
    EXPECT_FALSE(load_zone(name).has_value()) << name;
  EXPECT_FALSE(parse_zone("TZif2").has_value());
  EXPECT_FALSE(parse_zone(std::string("TZif2") + std::string(200, '\x7f')).has_value());
}

TEST(rules_of_zones, are_read_or_refused) {
  for (const auto* rule : {"UTC0", "<+0330>-3:30", "PST8PDT,M3.2.0,M11.1.0", "IST-1GMT0,M10.5.0,M3.5.0/1",
                           "EET-2EEST,M3.4.4/50,M10.4.4/50", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"})
    EXPECT_TRUE(follow_rule(rule, 0).has_value()) << rule;
  for (const auto* rule : {"", "PST", "8", "PST8PDT", "PST8PDT,M3.2.0", "PST8PDT,M13.2.0,M11.1.0", "<PST8",
                           "PST8PDT,M3.2.0,M11.1.0,x", "PST99999"})
    EXPECT_FALSE(follow_rule(rule, 0).has_value()) << rule;
}

} // namespace
} // namespace proviso::logins
