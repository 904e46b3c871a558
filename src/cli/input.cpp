#include "cli/input.hpp"

#include "base/nearest.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <vector>

namespace proviso::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk = 64 * 1024;

struct closer {
  void operator()(std::FILE* stream) const { std::fclose(stream); }
};

// The nearest name in the file's folder, or the folder that does not exist.
std::string help_for_missing(const fs::path& path) {
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code error;
  std::vector<std::string> names;
  for (auto each = fs::directory_iterator(folder, error); !error && each != fs::directory_iterator();
       each.increment(error))
    names.push_back(each->path().filename().string());
  if (error)
    return fmt::format("there is no folder '{}'", folder.string());
  std::sort(names.begin(), names.end());
  const auto best =
      base::nearest(path.filename().string(), std::vector<std::string_view>(names.begin(), names.end()));
  return best.empty() ? "" : fmt::format("did you mean '{}'?", (path.parent_path() / best).string());
}

base::diagnostic unreadable(const std::string& path, int error, base::span at) {
  if (error == ENOENT)
    return {fmt::format("there is no file '{}'", path), at, help_for_missing(path), {}};
  if (error == EISDIR)
    return {fmt::format("'{}' is a folder", path), at, "name a file", {}};
  return {fmt::format("cannot read '{}': {}", path, reason(error)), at, {}, {}};
}

std::optional<std::string> read_all(std::FILE* stream, const std::string& name, base::span at,
                                    base::diagnostics& faults) {
  std::string text;
  for (std::size_t got = 1; got > 0 && text.size() <= largest_input;) {
    const auto size = text.size();
    text.resize(size + chunk);
    got = std::fread(text.data() + size, 1, chunk, stream);
    text.resize(size + got);
  }
  if (std::ferror(stream) != 0)
    faults.push_back(unreadable(name, errno, at));
  else if (text.size() > largest_input)
    faults.push_back({fmt::format("'{}' is larger than {} MiB", name, largest_input >> 20), at, {}, {}});
  else
    return text;
  return std::nullopt;
}

} // namespace

std::string reason(int error) {
  std::string text = std::strerror(error);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::optional<std::string> read_file(const std::string& path, base::span named_at, base::diagnostics& faults) {
  const std::unique_ptr<std::FILE, closer> stream(std::fopen(path.c_str(), "rb"));
  if (stream)
    return read_all(stream.get(), path, named_at, faults);
  faults.push_back(unreadable(path, errno, named_at));
  return std::nullopt;
}

std::optional<std::string> read_standard_input(const std::string& name, base::diagnostics& faults) {
  return read_all(stdin, name, {}, faults);
}

} // namespace proviso::cli
