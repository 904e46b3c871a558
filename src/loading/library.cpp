#include "loading/library.hpp"

#include "base/reason.hpp"
#include "loading/embedded.hpp"
#include "loading/input.hpp"
#include "loading/words.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>

namespace proviso::loading {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".proviso";
constexpr std::size_t most_files = 10'000;

std::vector<fs::path> find_files(const std::string& folder, base::span at, base::diagnostics& faults) {
  std::vector<fs::path> result;
  std::error_code error;
  for (auto each = fs::recursive_directory_iterator(folder, error);
       !error && each != fs::recursive_directory_iterator() && result.size() <= most_files;
       each.increment(error))
    if (each->path().extension() == extension && each->is_regular_file())
      result.push_back(each->path());
  if (error)
    faults.push_back(
        {fmt::format("cannot read the folder of rules '{}': {}", folder, base::reason(error.value())),
         at,
         {},
         {}});
  else if (result.empty())
    faults.push_back({fmt::format("the folder of rules '{}' holds no *.proviso", folder), at, {}, {}});
  else if (result.size() > most_files)
    faults.push_back(
        {fmt::format("the folder of rules '{}' holds more than {} files", folder, most_files), at, {}, {}});
  return result;
}

} // namespace

library library::embedded() {
  library result;
  for (const auto& file : embedded_rules())
    result.files_.push_back({std::string(file.path), fmt::format("rules/{}", file.path), file.text, file.tree,
                             file.declares_rules});
  return result;
}

library library::of_folder(const std::string& folder, base::span named_at, base::diagnostics& faults) {
  library result;
  for (const auto& path : find_files(folder, named_at, faults))
    if (auto text = read_file(path.string(), named_at, faults)) {
      const auto& kept = result.texts_.emplace_back(std::move(*text));
      result.files_.push_back({path.lexically_relative(folder).generic_string(),
                               path.string(),
                               kept,
                               {},
                               occurrences("rule", kept) > 0});
    }
  std::ranges::sort(result.files_, {}, &library_file::path);
  return result;
}

std::vector<std::size_t> library::pack(std::string_view name) const {
  const auto file = fmt::format("{}{}", name, extension);
  const auto folder = fmt::format("{}/", name);
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < files_.size(); ++i)
    if (files_[i].path == file || files_[i].path.starts_with(folder))
      result.push_back(i);
  return result;
}

std::vector<std::string> library::packs() const {
  std::set<std::string> names;
  for (const auto& file : files_) {
    names.insert(file.path.substr(0, file.path.size() - extension.size()));
    for (auto slash = file.path.find('/'); slash != std::string::npos; slash = file.path.find('/', slash + 1))
      names.insert(file.path.substr(0, slash));
  }
  return {names.begin(), names.end()};
}

} // namespace proviso::loading
