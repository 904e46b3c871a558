#include "metadata/project.hpp"

#include "base/reason.hpp"
#include "base/text.hpp"
#include "metadata/text_of.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>

namespace proviso::metadata {
namespace {

namespace fs = std::filesystem;
using json = nlohmann::json;

constexpr std::size_t largest_project = 4 * 1024 * 1024;
constexpr int deepest = 64;

// JSON with comments, as the vendor's tools read it; deeper than any project file is refused.
std::optional<json> parse(std::string_view text) {
  bool too_deep = false;
  const auto depth = [&](int level, json::parse_event_t, json&) {
    too_deep = too_deep || level > deepest;
    return !too_deep;
  };
  auto result = json::parse(text, depth, false, true);
  return too_deep || result.is_discarded() ? std::nullopt : std::optional(std::move(result));
}

bool hidden(const fs::path& path) {
  return std::ranges::any_of(path, [](const fs::path& part) {
    const auto text = part.string();
    return text == "node_modules" || (text.starts_with('.') && text != "." && text != "..");
  });
}

// The paths as they are written, that is relative to the project.
std::vector<std::string> packages(const json& project) {
  std::vector<std::string> result;
  const auto all = project.is_object() ? project.find("packageDirectories") : project.end();
  if (all == project.end() || !all->is_array())
    return result;
  for (const auto& each : *all)
    if (each.is_object() && each.contains("path") && each["path"].is_string())
      result.push_back(each["path"].get<std::string>());
  return result;
}

std::string namespace_of(const json& project) {
  const auto stated = project.is_object() ? project.find("namespace") : project.end();
  return stated != project.end() && stated->is_string() ? base::lower(stated->get<std::string>())
                                                        : std::string();
}

struct package_reader {
  const std::string& project;
  base::span at; // the project file
  std::string_view text;
  std::vector<gap>& gaps;
  base::diagnostics& faults;
  std::vector<base::stated<std::string>> found{};

  [[nodiscard]] base::span place_of(const std::string& path) const {
    const auto quoted = text.find('"' + path + '"');
    if (quoted == std::string_view::npos)
      return at;
    return {at.source, static_cast<std::uint32_t>(quoted),
            static_cast<std::uint32_t>(quoted + path.size() + 2)};
  }

  void add(const std::string& path) {
    const auto inner = fs::path(path).lexically_normal();
    const auto place = place_of(path);
    std::error_code error;
    if (inner.is_absolute() || (!inner.empty() && *inner.begin() == "..")) {
      faults.push_back(
          {fmt::format("the package directory '{}' lies outside of the project", base::harmless(path)),
           place,
           "name it with --metadata as well, and take it out here",
           {}});
      return;
    }
    const auto folder = fs::path(project).parent_path() / inner;
    if (!fs::is_directory(folder, error))
      gaps.push_back({path,
                      fmt::format("the package directory '{}' is not there: check it out, or take it out of {}",
                                  base::harmless(path), project_file),
                      place});
    else if (hidden(inner))
      found.push_back({folder.string(), place});
  }
};

} // namespace

project read_project(const std::string& file, base::sources& sources, std::vector<gap>& gaps,
                     base::diagnostics& faults) {
  text_buffer buffer;
  if (const int error = buffer.read(file, largest_project); error != 0) {
    faults.push_back({fmt::format("cannot read '{}': {}", file, base::reason(error)), {}, {}, {}});
    return {};
  }
  const auto source = sources.add(file, std::string(buffer.text()));
  const auto parsed = parse(buffer.text());
  if (!parsed) {
    faults.push_back({fmt::format("'{}' is no JSON", file), {source, 0, 1}, "mend it, or remove it", {}});
    return {};
  }
  package_reader reader{file, {source, 0, 1}, sources[source].text(), gaps, faults};
  for (const auto& path : packages(*parsed))
    reader.add(path);
  return {std::move(reader.found), namespace_of(*parsed)};
}

} // namespace proviso::metadata
