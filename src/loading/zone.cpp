#include "loading/zone.hpp"

#include "base/nearest.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string_view>
#include <vector>

namespace proviso::loading {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view folder = "/usr/share/zoneinfo/";

struct closer {
  void operator()(std::FILE* stream) const { std::fclose(stream); }
};
using stream = std::unique_ptr<std::FILE, closer>;

bool between(char first, char c, char last) {
  return first <= c && c <= last;
}

bool part_of_name(char c) {
  return between('A', c, 'Z') || between('a', c, 'z') || between('0', c, '9') ||
         std::string_view("_-+/").find(c) != std::string_view::npos;
}

// "America/Argentina/Buenos_Aires": no dots, so that no name climbs out of the folder; a capital first, so that
// none is one of the system's own files such as localtime.
bool well_formed(std::string_view name) {
  return !name.empty() && between('A', name.front(), 'Z') && name.back() != '/' && name.size() <= 64 &&
         std::ranges::all_of(name, part_of_name);
}

bool is_zone_file(const std::string& path) {
  const stream file(std::fopen(path.c_str(), "rb"));
  std::array<char, 4> magic{};
  return file && std::fread(magic.data(), 1, magic.size(), file.get()) == magic.size() &&
         std::string_view(magic.data(), magic.size()) == "TZif";
}

// Zones and links ("Z name …", "L target name") of the table that comes with the files.
std::vector<std::string> all_zones() {
  std::vector<std::string> names{"UTC"};
  const stream table(std::fopen((std::string(folder) + "tzdata.zi").c_str(), "rb"));
  std::array<char, 1024> line{};
  while (table && std::fgets(line.data(), line.size(), table.get()) != nullptr) {
    std::array<char, 65> first{};
    std::array<char, 65> second{};
    if (std::sscanf(line.data(), "Z %64s", first.data()) == 1)
      names.emplace_back(first.data());
    else if (std::sscanf(line.data(), "L %64s %64s", first.data(), second.data()) == 2)
      names.emplace_back(second.data());
  }
  return names;
}

std::string nearest_zone(const std::string& name) {
  const auto all = all_zones();
  return base::did_you_mean(name, std::vector<std::string_view>(all.begin(), all.end()));
}

} // namespace

void check_zone(const base::stated<std::string>& zone, base::diagnostics& faults) {
  if (well_formed(zone.value) && is_zone_file(std::string(folder) + zone.value))
    return;
  if (!fs::exists(folder))
    faults.push_back({fmt::format("cannot look up time zone '{}': there is no {}", zone.value, folder),
                      zone.at,
                      "install the package tzdata",
                      {}});
  else
    faults.push_back(
        {fmt::format("no time zone is named '{}'", zone.value), zone.at, nearest_zone(zone.value), {}});
}

base::day today(const std::optional<base::stated<std::string>>& zone) {
  const auto path = zone ? fmt::format(":{}{}", folder, zone->value) : "UTC0";
  ::setenv("TZ", path.c_str(), 1);
  ::tzset();
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
}

} // namespace proviso::loading
