#include "warehouse/offsets.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string_view>

namespace proviso::warehouse {
namespace {

const std::string folder = "/usr/share/zoneinfo/";
constexpr std::int64_t seconds_a_day = 86'400;
constexpr std::int64_t step = seconds_a_day / 4; // no zone changes its clocks twice within it

// The C library reads the zone files; while one of these lives, its local time is the zone's.
class local_time {
public:
  explicit local_time(const std::string& zone) {
    if (const char* before = std::getenv("TZ"); before != nullptr)
      before_ = before;
    ::setenv("TZ", zone == "UTC" ? "UTC0" : (":" + folder + zone).c_str(), 1);
    ::tzset();
  }
  local_time(const local_time&) = delete;
  local_time& operator=(const local_time&) = delete;
  ~local_time() {
    if (before_)
      ::setenv("TZ", before_->c_str(), 1);
    else
      ::unsetenv("TZ");
    ::tzset();
  }

  [[nodiscard]] static std::int64_t offset_at(std::int64_t instant) {
    const std::time_t at = instant;
    std::tm local{};
    ::localtime_r(&at, &local);
    return local.tm_gmtoff;
  }

private:
  std::optional<std::string> before_;
};

// Letters, digits and "_+-/": nothing that climbs out of the folder, or could mean more in a statement.
bool well_formed(std::string_view zone) {
  const auto in = [](char first, char c, char last) { return first <= c && c <= last; };
  return !zone.empty() && in('A', zone.front(), 'Z') && std::ranges::all_of(zone, [&](char c) {
    return in('a', c, 'z') || in('A', c, 'Z') || in('0', c, '9') ||
           std::string_view("_+-/").find(c) != std::string_view::npos;
  });
}

bool exists(const std::string& zone) {
  return well_formed(zone) && (zone == "UTC" || std::filesystem::is_regular_file(folder + zone));
}

std::int64_t start_of(base::day d) {
  return d.time_since_epoch().count() * seconds_a_day;
}

// The first second with the offset that holds at the end of the stretch.
std::int64_t change_between(std::int64_t before, std::int64_t after) {
  const auto last = local_time::offset_at(after);
  while (after - before > 1) {
    const auto middle = before + (after - before) / 2;
    (local_time::offset_at(middle) == last ? after : before) = middle;
  }
  return after;
}

} // namespace

std::vector<offset> offsets_of(const std::string& zone, base::period days) {
  if (!exists(zone))
    return {};
  const local_time in(zone);
  auto at = start_of(days.first) - seconds_a_day;
  const auto end = start_of(days.last) + 2 * seconds_a_day;
  std::vector<offset> all{{at, local_time::offset_at(at)}};
  for (; at < end; at += step)
    if (const auto next = local_time::offset_at(at + step); next != all.back().seconds)
      all.push_back({change_between(at, at + step), next});
  return all;
}

base::day local_day(const std::string& zone, std::int64_t instant) {
  const local_time in(zone);
  const std::chrono::sys_seconds local(std::chrono::seconds(instant + local_time::offset_at(instant)));
  return std::chrono::floor<std::chrono::days>(local);
}

} // namespace proviso::warehouse
