#include "loading/location.hpp"

#include "base/nearest.hpp"
#include "loading/paths.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::loading {
namespace {

namespace fs = std::filesystem;

bool is_relative_path(std::string_view name) {
  return name.starts_with("./") || name.starts_with("../");
}

base::diagnostic leaves_project(const syntax::text& name) {
  return {fmt::format("'{}' leads out of the project", name.value),
          name.at,
          "a project is the folder of proviso.toml, else of the file that is checked",
          {}};
}

base::diagnostic no_pack(const library& rules, const syntax::text& name) {
  const auto packs = rules.packs();
  auto help = base::did_you_mean(name.value, std::vector<std::string_view>(packs.begin(), packs.end()));
  if (help.empty())
    help = fmt::format("a file of one's own starts with './': use \"./{}\"", name.value);
  return {fmt::format("no pack is named '{}'", name.value), name.at, std::move(help), {}};
}

std::vector<file_location> find_pack(const library& rules, const syntax::text& name,
                                     base::diagnostics& faults) {
  std::vector<file_location> result;
  for (const auto file : rules.pack(name.value))
    result.push_back({file, {}, {}});
  if (result.empty())
    faults.push_back(no_pack(rules, name));
  return result;
}

std::vector<file_location> find_in_library(const library& rules, std::size_t from, const syntax::text& name,
                                           base::diagnostics& faults) {
  const auto path =
      (fs::path(rules.files()[from].path).parent_path() / name.value).lexically_normal().generic_string();
  const auto found = std::ranges::find(rules.files(), path, &library_file::path);
  if (found != rules.files().end())
    return {{static_cast<std::size_t>(found - rules.files().begin()), {}, {}}};
  faults.push_back({fmt::format("there is no file '{}' among the rules", path), name.at, {}, {}});
  return {};
}

} // namespace

std::string file_location::key() const {
  return in_library ? fmt::format("library {}", *in_library) : "disk " + real_path(path).string();
}

file_location named_file(const fs::path& path, const std::optional<fs::path>& folder) {
  if (folder && lies_in(real_path(*folder), real_path(path)))
    return {{}, path, real_path(*folder)};
  return {{}, path, real_path(path.has_parent_path() ? path.parent_path() : ".")};
}

std::vector<file_location> find_used(const library& rules, const file_location& from, const syntax::text& name,
                                     base::diagnostics& faults) {
  if (!is_relative_path(name.value) && !name.value.starts_with('/'))
    return find_pack(rules, name, faults);
  if (from.in_library)
    return find_in_library(rules, *from.in_library, name, faults);
  const auto found = file_beside(from, name, faults);
  return found ? std::vector{*found} : std::vector<file_location>{};
}

std::optional<file_location> file_beside(const file_location& from, const syntax::text& name,
                                         base::diagnostics& faults) {
  const auto path = (from.path.parent_path() / name.value).lexically_normal();
  if (lies_in(from.project, real_path(path)))
    return file_location{{}, path, from.project};
  faults.push_back(leaves_project(name));
  return std::nullopt;
}

} // namespace proviso::loading
