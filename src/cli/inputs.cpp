#include "cli/inputs.hpp"

#include "loading/input.hpp"
#include "loading/paths.hpp"
#include "tables/find.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>

namespace proviso::cli {
namespace {

namespace fs = std::filesystem;

std::vector<input_file> many(std::vector<fs::path> paths, const given& from, std::string_view none,
                             base::diagnostics& faults) {
  std::erase_if(paths, [](const fs::path& path) {
    std::error_code error;
    return !fs::is_regular_file(path, error);
  });
  if (paths.empty())
    faults.push_back({fmt::format("{} '{}'", none, from.value), from.at, {}, {}});
  std::vector<input_file> result;
  for (const auto& path : paths)
    result.push_back({path.string(), from.at, false});
  return result;
}

// Links to folders are not followed: they may lead in a circle. Hidden folders are nobody's texts.
std::vector<fs::path> all_below(const fs::path& folder) {
  std::vector<fs::path> result;
  std::error_code error;
  for (auto each = fs::recursive_directory_iterator(folder, error);
       !error && each != fs::recursive_directory_iterator(); each.increment(error))
    if (each->path().filename().string().starts_with('.'))
      each.disable_recursion_pending();
    else if (each->path().extension() == ".proviso")
      result.push_back(each->path().lexically_normal());
  std::ranges::sort(result);
  return result;
}

std::vector<input_file> expand(const given& from, folders how, base::diagnostics& faults) {
  std::error_code error;
  if (from.value == "-")
    return {{"-", from.at, true}};
  if (fs::is_directory(from.value, error))
    return many(how == folders::deep ? all_below(from.value)
                                     : tables::expand_glob(fs::path(from.value) / "*.proviso"),
                from, "there is no *.proviso in the folder", faults);
  if (tables::is_glob(from.value) && !loading::exists(from.value))
    return many(tables::expand_glob(from.value), from, "no file matches", faults);
  return {{from.value, from.at, true}};
}

} // namespace

std::vector<input_file> find_inputs(const std::vector<given>& names, base::diagnostics& faults, folders how) {
  std::vector<input_file> result;
  std::set<std::string> seen;
  for (const auto& name : names)
    for (auto& each : expand(name, how, faults))
      if (seen.insert(fs::path(each.path).lexically_normal().string()).second)
        result.push_back(std::move(each));
  return result;
}

loading::bundle load(loading::project& in, input_file& input, const std::string& name,
                     base::diagnostics& faults) {
  if (input.path != "-")
    return in.load_file(input.path, input.named_at, faults);
  input.path = name;
  auto text = loading::read_standard_input(name, faults);
  return text ? in.load_text(name, std::move(*text), faults) : loading::bundle{};
}

} // namespace proviso::cli
