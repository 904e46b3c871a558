#include "report/groups.hpp"

#include <fmt/format.h>
#include <map>
#include <tuple>
#include <utility>

namespace proviso::report {
namespace {

using checking::finding;

std::string acceptance(const finding& f) {
  return f.waived
             ? fmt::format("{} {} {}", base::to_string(f.waived->until), f.waived->owner, f.waived->because)
             : "";
}

auto identity(const finding& f) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  for (const auto& place : f.places)
    places.emplace_back(place.at.source, place.at.begin);
  const std::string_view message = f.days ? std::string_view{} : f.message;
  return std::tuple(std::string_view(f.rule), std::string_view(f.subject), f.verdict, f.severity, f.missing,
                    acceptance(f), message, places);
}

} // namespace

std::vector<group> grouped(const std::vector<finding>& findings) {
  std::vector<group> result;
  std::map<decltype(identity(findings.front())), std::size_t> seen;
  for (const auto& f : findings) {
    const auto [at, fresh] = seen.try_emplace(identity(f), result.size());
    if (fresh)
      result.emplace_back();
    result[at->second].push_back(&f);
  }
  return result;
}

} // namespace proviso::report
