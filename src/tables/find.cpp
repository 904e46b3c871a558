#include "tables/find.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fnmatch.h>
#include <set>

namespace proviso::tables {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view endings[] = {".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson"};
constexpr std::string_view packings[] = {".gz", ".zst"};

std::vector<fs::path> matches(const fs::path& folder, const std::string& pattern) {
  std::vector<fs::path> result;
  std::error_code error;
  for (auto each = fs::directory_iterator(folder.empty() ? "." : folder, error);
       !error && each != fs::directory_iterator(); each.increment(error)) {
    const auto name = each->path().filename();
    if (::fnmatch(pattern.c_str(), name.c_str(), FNM_PERIOD) == 0)
      result.push_back((folder / name).lexically_normal());
  }
  std::ranges::sort(result);
  return result;
}

bool is_table(const fs::path& path) {
  auto name = path.filename();
  if (std::ranges::find(packings, name.extension().string()) != std::end(packings))
    name = name.stem();
  return std::ranges::find(endings, name.extension().string()) != std::end(endings);
}

std::vector<fs::path> expand(const std::string& name, base::span at, base::diagnostics& faults) {
  std::error_code error;
  if (name == "-")
    return {name};
  const bool folder = fs::is_directory(name, error);
  if (!folder && (!is_glob(name) || fs::exists(name, error)))
    return {name};
  auto paths = folder ? matches(name, "*") : expand_glob(name);
  std::erase_if(paths, [&](const fs::path& path) {
    return !fs::is_regular_file(path, error) || (folder && !is_table(path));
  });
  if (paths.empty())
    faults.push_back(
        {folder ? fmt::format("there is no table in the folder '{}'", name)
                : fmt::format("no file matches '{}'", name),
         at,
         folder ? "tables end in .csv, .tsv, .txt, .json, .jsonl or .ndjson, packed ones in .gz or .zst" : "",
         {}});
  return paths;
}

} // namespace

bool is_glob(std::string_view name) {
  return name.find_first_of("*?[") != std::string_view::npos;
}

bool is_read_once(const std::string& path) {
  std::error_code error;
  return path == "-" || !fs::is_regular_file(path, error);
}

std::vector<fs::path> expand_glob(const fs::path& pattern) {
  std::vector<fs::path> found{pattern.root_path()};
  for (const auto& part : pattern.relative_path()) {
    std::vector<fs::path> next;
    for (const auto& folder : found) {
      if (!is_glob(part.string()))
        next.push_back(folder / part);
      else
        std::ranges::move(matches(folder, part.string()), std::back_inserter(next));
    }
    found = std::move(next);
  }
  return found;
}

std::vector<base::stated<std::string>> find_tables(const std::vector<base::stated<std::string>>& names,
                                                   base::diagnostics& faults) {
  std::vector<base::stated<std::string>> result;
  std::set<std::string> seen;
  for (const auto& name : names)
    for (const auto& path : expand(name.value, name.at, faults))
      if (seen.insert(path.lexically_normal().string()).second)
        result.push_back({path.string(), name.at});
  return result;
}

} // namespace proviso::tables
