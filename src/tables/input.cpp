#include "tables/input.hpp"

#include "base/reason.hpp"
#include "tables/packed.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <variant>
#include <vector>

namespace proviso::tables {
namespace {

constexpr std::size_t block = 256 * 1024;

struct descriptor { // an open file, closed with it unless it is standard input
  int number = -1;

  explicit descriptor(int opened) : number(opened) {}
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  ~descriptor() {
    if (number > STDIN_FILENO)
      ::close(number);
  }
};

struct magic {
  std::string_view bytes;
  packing is;
  std::string_view refused; // empty: it can be read
};

constexpr magic known[] = {
    {"\x1f\x8b", packing::gzip, ""},
    {"\x28\xb5\x2f\xfd", packing::zstd, ""},
    {"PK\x03\x04", packing::none, "is a zip archive or a workbook: unpack it, or save it as CSV"},
    {"BZh", packing::none, "is packed by bzip2: pack it by gzip or zstd"},
    {"\xfd"
     "7zXZ",
     packing::none, "is packed by xz: pack it by gzip or zstd"},
    {"\xff\xfe", packing::none, "is UTF-16: save it as UTF-8"},
    {"\xfe\xff", packing::none, "is UTF-16: save it as UTF-8"},
    {"%PDF", packing::none, "is a PDF: export it as CSV"},
};

} // namespace

struct input::state {
  state(int opened, std::string shown, base::span at) : file(opened), name(std::move(shown)), named_at(at) {}

  void fail(std::string what) {
    if (!fault)
      fault = base::diagnostic{std::move(what), named_at, {}, {}};
  }

  // Keeps what is left and reads on behind it; false at the end.
  bool refill() {
    if (used > 0) {
      stored.erase(stored.begin(), stored.begin() + static_cast<std::ptrdiff_t>(used));
      used = 0;
    }
    const auto before = stored.size();
    stored.resize(before + block);
    const auto got = read_some({stored.data() + before, block});
    stored.resize(before + got);
    return got > 0;
  }

  std::size_t read_some(std::span<char> into) {
    for (;;) {
      const auto got = ::read(file.number, into.data(), into.size());
      if (got >= 0) {
        bytes_read += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (errno == EINTR)
        continue;
      fail(errno == EISDIR ? fmt::format("'{}' is a folder", name)
                           : fmt::format("cannot read '{}': {}", name, base::reason(errno)));
      return 0;
    }
  }

  [[nodiscard]] std::span<const char> waiting() const { return std::span(stored).subspan(used); }

  // What is plain: first what waits, then straight from the file.
  std::size_t read_plain(std::span<char> into) {
    if (const auto rest = waiting(); !rest.empty()) {
      const auto count = std::min(rest.size(), into.size());
      std::memcpy(into.data(), rest.data(), count);
      used += count;
      return count;
    }
    return read_some(into);
  }

  template <typename Unpacker>
  std::size_t read_packed(Unpacker& by, std::span<char> into) {
    while (!fault) {
      if (waiting().empty() && !refill() && (whole || fault))
        return 0;
      const bool ended = waiting().empty();
      const auto step = by.step(waiting(), into);
      used += step.taken;
      unpacked_bytes += step.given;
      whole = step.at_end;
      if (!step.fault.empty())
        fail(fmt::format("'{}' cannot be unpacked: {}", name, step.fault));
      else if (step.given > 0)
        return check_expansion(step.given);
      else if (ended && !whole)
        fail(fmt::format("'{}' is cut off: its packed data ends before its end", name));
    }
    return 0;
  }

  std::size_t check_expansion(std::size_t given) {
    const auto taken = bytes_read - waiting().size();
    if (unpacked_bytes <= free_expansion || unpacked_bytes / most_expansion <= taken)
      return given;
    fail(fmt::format("'{}' unpacks to more than {} times its size: it is refused as a bomb", name,
                     most_expansion));
    return 0;
  }

  descriptor file;
  std::string name;
  base::span named_at;
  std::optional<std::uint64_t> size;
  std::optional<base::diagnostic> fault;
  packing packed = packing::none;
  std::variant<std::monostate, gzip_unpacker, zstd_unpacker> unpacker;
  std::vector<char> stored; // read and not used yet
  std::size_t used = 0;     // of `stored`
  std::uint64_t bytes_read = 0;
  std::uint64_t unpacked_bytes = 0;
  bool whole = false; // what was unpacked is so far
};

namespace {

void recognise(packing& packed, std::string& refused, std::span<const char> head) {
  const std::string_view text(head.data(), head.size());
  for (const auto& each : known)
    if (text.starts_with(each.bytes)) {
      packed = each.is;
      refused = each.refused;
      return;
    }
}

} // namespace

std::optional<input> input::open(const std::string& path, base::span named_at, base::diagnostics& faults,
                                 std::string shown) {
  const bool standard = path == "-";
  if (shown.empty())
    shown = standard ? "standard input" : path;
  const int number = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) {
    faults.push_back({errno == ENOENT ? fmt::format("there is no file '{}'", path)
                                      : fmt::format("cannot read '{}': {}", path, base::reason(errno)),
                      named_at,
                      {},
                      {}});
    return std::nullopt;
  }
  auto opened = std::make_unique<state>(number, std::move(shown), named_at);
  struct stat status {};
  if (::fstat(number, &status) == 0 && S_ISREG(status.st_mode))
    opened->size = static_cast<std::uint64_t>(status.st_size);
  opened->refill();
  std::string refused;
  recognise(opened->packed, refused, opened->waiting());
  if (!refused.empty())
    opened->fail(fmt::format("'{}' {}", opened->name, refused));
  if (opened->packed == packing::gzip)
    opened->unpacker.emplace<gzip_unpacker>();
  if (opened->packed == packing::zstd)
    opened->unpacker.emplace<zstd_unpacker>();
  if (!opened->fault)
    return input(std::move(opened));
  faults.push_back(*opened->fault);
  return std::nullopt;
}

input::input(std::unique_ptr<state> opened) : state_(std::move(opened)) {}
input::input(input&&) noexcept = default;
input& input::operator=(input&&) noexcept = default;
input::~input() = default;

std::size_t input::read(std::span<char> into) {
  auto& s = *state_;
  std::size_t filled = 0;
  while (filled < into.size() && !s.fault) {
    const auto room = into.subspan(filled);
    std::size_t got = 0;
    if (auto* gzip = std::get_if<gzip_unpacker>(&s.unpacker))
      got = s.read_packed(*gzip, room);
    else if (auto* zstd = std::get_if<zstd_unpacker>(&s.unpacker))
      got = s.read_packed(*zstd, room);
    else
      got = s.read_plain(room);
    if (got == 0)
      break;
    filled += got;
  }
  return filled;
}

const std::optional<base::diagnostic>& input::fault() const {
  return state_->fault;
}
const std::string& input::name() const {
  return state_->name;
}
packing input::packed() const {
  return state_->packed;
}
std::uint64_t input::stored_bytes_read() const {
  return state_->bytes_read;
}
std::optional<std::uint64_t> input::stored_size() const {
  return state_->size;
}

} // namespace proviso::tables
