#include "loading/zone.hpp"

#include "base/nearest.hpp"
#include "logins/zone.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string_view>
#include <vector>

namespace proviso::loading {
namespace {

struct closer {
  void operator()(std::FILE* stream) const { std::fclose(stream); }
};
using stream = std::unique_ptr<std::FILE, closer>;

// Zones and links ("Z name …", "L target name") of the table that comes with the files.
std::vector<std::string> all_zones() {
  std::vector<std::string> names{"UTC"};
  const stream table(std::fopen((std::string(logins::zone_folder) + "tzdata.zi").c_str(), "rb"));
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
  if (logins::is_zone(zone.value))
    return;
  if (!std::filesystem::exists(logins::zone_folder))
    faults.push_back(
        {fmt::format("cannot look up time zone '{}': there is no {}", zone.value, logins::zone_folder),
         zone.at,
         "install the package tzdata",
         {}});
  else
    faults.push_back({fmt::format("no time zone is named '{}'", zone.value),
                      zone.at,
                      nearest_zone(zone.value),
                      {},
                      base::ground::clause});
}

base::day today(const std::optional<base::stated<std::string>>& zone) {
  const auto there = zone ? logins::load_zone(zone->value) : std::nullopt;
  return there.value_or(logins::zone()).day(std::time(nullptr));
}

} // namespace proviso::loading
