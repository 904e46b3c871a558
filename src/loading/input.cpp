#include "loading/input.hpp"

#include "base/nearest.hpp"
#include "base/reason.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>
#include <vector>

namespace proviso::loading {
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
  return {fmt::format("cannot read '{}': {}", path, base::reason(error)), at, {}, {}};
}

// What a file says of itself; it may be wrong, and a pipe says nothing.
std::size_t expected_size(std::FILE* stream) {
  struct stat status {};
  const bool known = ::fstat(::fileno(stream), &status) == 0 && S_ISREG(status.st_mode);
  return known ? std::min(static_cast<std::size_t>(status.st_size), largest_input) : chunk;
}

std::optional<std::string> read_all(std::FILE* stream, const std::string& name, base::span at,
                                    base::diagnostics& faults) {
  std::string text;
  for (std::size_t got = 1, room = expected_size(stream) + 1; got > 0 && text.size() <= largest_input;
       room = chunk) {
    const auto size = text.size();
    text.resize(size + room);
    got = std::fread(text.data() + size, 1, room, stream);
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

} // namespace proviso::loading
