#include "report/place.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace proviso::report {
namespace {

std::string on_one_line(std::string_view foreign) {
  auto result = base::harmless(foreign);
  std::ranges::replace(result, '\n', ' ');
  std::ranges::replace(result, '\t', ' ');
  return result;
}

} // namespace

std::vector<place> places_of(const checking::finding& of, const base::sources& from) {
  std::vector<place> result;
  for (const auto& one : of.places)
    if (one.at.somewhere()) {
      const auto& source = from[one.at.source];
      result.push_back({source.name(), source.locate(one.at.begin), source.locate(one.at.end), one.text});
    }
  return result;
}

std::optional<place> first_place(const checking::finding& of, const base::sources& from) {
  auto all = places_of(of, from);
  return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

std::string_view standing_of(const checking::finding& of) {
  if (of.waived)
    return "waived";
  return of.verdict == checking::verdict::undetermined ? "undetermined" : checking::to_string(of.severity);
}

std::string said_of(const checking::finding& of) {
  auto words = of.message;
  if (!of.missing.empty())
    words += fmt::format("; missing: {}", fmt::join(of.missing, "; "));
  return on_one_line(words);
}

std::string said_with_waiver(const checking::finding& of) {
  const auto said = said_of(of);
  return of.waived ? fmt::format("{} (waived until {}, by {})", said, base::to_string(of.waived->until),
                                 on_one_line(of.waived->owner))
                   : said;
}

std::string plain_path(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

} // namespace proviso::report
