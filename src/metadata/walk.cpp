#include "metadata/walk.hpp"

#include "base/reason.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>
#include <utility>

namespace proviso::metadata {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view foreign_folder = "node_modules"; // of the tool chain, often links

int digit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  const auto letter = static_cast<char>(c | 0x20);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

struct described {
  std::string_view stem;
  const file_format* format = nullptr;
};

// Whether a folder of this name is in the path.
bool lies_below(std::string_view path, std::string_view folder) {
  for (auto at = path.find('/'); !path.empty(); at = path.find('/')) {
    if (base::same_but_case(path.substr(0, at), folder))
      return true;
    path.remove_prefix(at == std::string_view::npos ? path.size() : at + 1);
  }
  return false;
}

// The name of a file without its suffix; suffixes compare without case.
std::optional<described> without_suffix(std::string_view folder, std::string_view file) {
  const auto ends = [](std::string_view text, std::string_view end) {
    return text.size() > end.size() && base::same_but_case(text.substr(text.size() - end.size()), end);
  };
  const bool meta = ends(file, source_suffix);
  if (meta)
    file.remove_suffix(source_suffix.size());
  using written = file_format::written;
  const auto matches = [&](const file_format& format) { // a format of one name has no dot before it
    return format.suffix.starts_with('.') ? ends(file, format.suffix)
                                          : base::same_but_case(file, format.suffix);
  };
  for (const auto& format : file_formats)
    if (matches(format) && (format.as == written::either || meta == (format.as == written::meta)) &&
        (format.folder.empty() || lies_below(folder, format.folder)))
      return described{file.substr(0, file.size() - format.suffix.size()), &format};
  return std::nullopt;
}

// Folder and name.
std::pair<std::string_view, std::string_view> split(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos)
    return {{}, path};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

// The folder of a permission set: that below the one of its kind, whatever its parts lie in.
std::string_view set_folder(std::string_view folder) {
  auto whole = folder;
  for (auto parent = split(folder); !parent.first.empty(); parent = split(folder)) {
    if (base::same_but_case(split(parent.first).second, permission_set_folder))
      return folder;
    folder = parent.first;
  }
  return whole;
}

// The folder of a component below the one of its kind; empty: it is no component, or a test of one.
std::string_view component_of(std::string_view folder, std::string_view kind) {
  for (const auto tests : test_folders)
    if (lies_below(folder, tests))
      return {};
  std::string_view before;
  for (auto rest = folder; !rest.empty();) {
    const auto slash = std::min(rest.find('/'), rest.size());
    const auto one = rest.substr(0, slash);
    if (base::same_but_case(before, kind))
      return one;
    before = one;
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  return {};
}

class walker {
public:
  walker(const base::stated<std::string>& folder, base::diagnostics& faults)
      : named_at_(folder.at), faults_(faults) {
    std::error_code error;
    root_ = fs::canonical(folder.value, error);
  }

  void go(const std::string& folder, int depth) {
    if (depth > deepest_folder) {
      refuse(folder, "folders are nested too deep", fmt::format("at most {} are gone through", deepest_folder));
      return;
    }
    for (const auto& [name, type] : entries(folder))
      visit(folder, name, type, depth);
  }

  found_files result;

private:
  using entry = std::pair<std::string, unsigned char>; // name and type

  // By name, so that messages come in one order on every machine.
  std::vector<entry> entries(const std::string& folder) {
    std::vector<entry> all;
    const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
    int error = open ? 0 : errno;
    while (open) {
      errno = 0;
      const auto* one = ::readdir(open.get());
      if (one == nullptr) {
        error = errno;
        break;
      }
      all.emplace_back(one->d_name, one->d_type);
    }
    if (error != 0)
      refuse(folder, base::reason(error), {});
    std::ranges::sort(all);
    return all;
  }

  void visit(const std::string& folder, const std::string& name, unsigned char type, int depth) {
    if (name.starts_with('.') || name == foreign_folder)
      return;
    const auto path = folder == "." ? name : fmt::format("{}/{}", folder, name);
    if (type == DT_UNKNOWN)
      type = type_of(path);
    if (type == DT_DIR)
      go(path, depth + 1);
    else if (type == DT_LNK)
      link(path);
    else
      file(path, type == DT_REG);
  }

  static unsigned char type_of(const std::string& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
      return DT_REG; // whoever reads it will say why it cannot be read
    return S_ISDIR(status.st_mode) ? DT_DIR : S_ISLNK(status.st_mode) ? DT_LNK : DT_REG;
  }

  // A folder of the tree is gone through by its own name, so a link to it adds nothing and no circle is walked.
  void link(const std::string& path) {
    std::error_code error;
    const auto target = fs::canonical(path, error);
    const bool matters = describe(path).has_value() || (!error && fs::is_directory(target));
    if (!matters)
      return;
    if (error)
      refuse(path, "the link leads nowhere, or in a circle", "replace it by the file");
    else if (!inside(target))
      refuse(path, "the link leads out of the folder", "name the other folder with --metadata as well");
    else if (!fs::is_directory(target))
      file(path, true);
  }

  [[nodiscard]] bool inside(const fs::path& target) const {
    return std::mismatch(root_.begin(), root_.end(), target.begin(), target.end()).first == root_.end();
  }

  void file(const std::string& path, bool regular) {
    if (split(path).second == project_file)
      result.projects.push_back(path);
    auto found = describe(path);
    std::error_code error;
    if (!found || (found->accompanied && !fs::exists(path + std::string(source_suffix), error)))
      return;
    if (!regular)
      refuse(path, "it is no regular file", {});
    else if (result.files.size() == most_files)
      refuse(path, "there are too many files", fmt::format("at most {} are read", most_files));
    else
      result.files.push_back(std::move(*found));
  }

  void refuse(const std::string& path, std::string_view why, std::string help) {
    if (result.files.size() <= most_files && faults_.size() < most_faults)
      faults_.push_back({fmt::format("cannot read '{}': {}", path, why), named_at_, std::move(help), {}});
  }

  static constexpr std::size_t most_faults = 100;

  fs::path root_;
  base::span named_at_;
  base::diagnostics& faults_;
};

} // namespace

std::string percent_decoded(std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool coded =
        name[i] == '%' && i + 2 < name.size() && digit(name[i + 1]) >= 0 && digit(name[i + 2]) >= 0;
    if (!coded) {
      result += name[i];
      continue;
    }
    result += static_cast<char>(digit(name[i + 1]) * 16 + digit(name[i + 2]));
    i += 2;
  }
  return result;
}

std::optional<found_file> describe(std::string_view path) {
  const auto [folder, file] = split(path);
  const auto parts = without_suffix(folder, file);
  if (!parts || lies_below(folder, resource_folder))
    return std::nullopt;
  found_file result;
  result.path = path;
  result.is = parts->format->is;
  result.accompanied = parts->format->as == file_format::written::accompanied;
  if (is_set_part(result.is)) { // permissionsets/NAME/objectSettings/OBJECT
    const auto owner = set_folder(folder);
    result.owner = owner;
    result.name = percent_decoded(split(owner).second);
    return result;
  }
  if (result.is == file_kind::web_component || result.is == file_kind::aura_component) {
    result.name = component_of(folder, parts->format->folder);
    return result.name.empty() ? std::nullopt : std::optional(std::move(result));
  }
  result.name = percent_decoded(parts->stem);
  // permissionsets/NAME/NAME.permissionset-meta.xml, or beside the folder NAME.
  result.owner = folder;
  if (split(folder).second != parts->stem)
    result.owner.append(folder.empty() ? "" : "/").append(parts->stem);
  return result;
}

void sort_by_path(std::vector<found_file>& files) {
  if (!std::ranges::is_sorted(files, {}, &found_file::path)) // as they mostly are
    std::ranges::sort(files, {}, &found_file::path);
}

found_files walk(const base::stated<std::string>& folder, base::diagnostics& faults) {
  std::error_code error;
  if (!fs::is_directory(folder.value, error)) {
    const auto message = fs::exists(folder.value, error) ? fmt::format("'{}' is no folder", folder.value)
                                                         : fmt::format("there is no folder '{}'", folder.value);
    faults.push_back({message, folder.at, "--metadata names the folder of a project", {}});
    return {};
  }
  auto name = fs::path(folder.value).lexically_normal().string();
  if (name.size() > 1 && name.ends_with('/'))
    name.pop_back();
  walker through(folder, faults);
  through.go(name, 0);
  sort_by_path(through.result.files);
  std::ranges::sort(through.result.projects);
  return std::move(through.result);
}

} // namespace proviso::metadata
