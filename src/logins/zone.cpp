#include "logins/zone.hpp"

#include "logins/posix_zone.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

namespace proviso::logins {
namespace {

constexpr std::size_t largest_file = 65536;
constexpr std::size_t header_size = 44;
constexpr std::string_view magic = "TZif";

// "America/Argentina/Buenos_Aires": no dots, so that no name climbs out of the folder; a capital first, so that
// none is one of the system's own files such as localtime.
bool well_formed(std::string_view name) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/";
  return !name.empty() && name.size() <= 64 && name.front() >= 'A' && name.front() <= 'Z' &&
         name.find_first_not_of(letters) == std::string_view::npos;
}

// Most zones fit into the first piece.
std::string read_bytes(const std::string& name) {
  std::string bytes;
  if (!well_formed(name))
    return bytes;
  const auto path = std::string(zone_folder) + name;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  std::array<char, 4096> piece{};
  for (std::size_t count = piece.size(); file && count == piece.size() && bytes.size() < largest_file;) {
    count = std::fread(piece.data(), 1, piece.size(), file.get());
    bytes.append(piece.data(), count);
  }
  return bytes;
}

// Numbers of big-endian bytes; every read stays within the file.
class table {
public:
  explicit table(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool has(std::size_t count) const { return count <= bytes_.size() - at_; }
  [[nodiscard]] std::string_view rest() const { return bytes_.substr(at_); }
  void skip(std::size_t count) { at_ += count; }

  std::int64_t number(std::size_t size) {
    std::uint64_t value = static_cast<signed char>(bytes_[at_]) < 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < size; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_[at_ + i]);
    at_ += size;
    return static_cast<std::int64_t>(value);
  }

private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

struct counts { // in the order of the file
  std::size_t greenwich = 0;
  std::size_t standard = 0;
  std::size_t leaps = 0;
  std::size_t times = 0;
  std::size_t types = 0;
  std::size_t letters = 0;

  [[nodiscard]] std::size_t bytes(std::size_t time_size) const {
    return times * (time_size + 1) + types * 6 + letters + leaps * (time_size + 4) + standard + greenwich;
  }
};

std::optional<counts> read_header(table& file) {
  if (!file.has(header_size) || !file.rest().starts_with(magic))
    return std::nullopt;
  file.skip(20);
  std::array<std::size_t, 6> all{};
  for (auto& each : all) {
    const auto value = file.number(4);
    if (value < 0 || value > static_cast<std::int64_t>(largest_file))
      return std::nullopt;
    each = static_cast<std::size_t>(value);
  }
  return counts{all[0], all[1], all[2], all[3], all[4], all[5]};
}

std::optional<std::vector<stretch>> read_stretches(table& file, const counts& many) {
  if (!file.has(many.bytes(8)) || many.types == 0)
    return std::nullopt;
  std::vector<stretch> all(many.times + 1);
  all[0].from = std::numeric_limits<seconds>::min();
  for (std::size_t i = 1; i <= many.times; ++i)
    all[i].from = file.number(8);
  std::vector<std::size_t> kinds(many.times + 1, 0);
  for (std::size_t i = 1; i <= many.times; ++i)
    kinds[i] = static_cast<std::size_t>(file.number(1)) & 0xff;
  const auto letters = file.rest().substr(many.types * 6, many.letters);
  const auto types = file.rest();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (kinds[i] >= many.types)
      return std::nullopt;
    table type(types.substr(kinds[i] * 6, 6));
    all[i].offset = static_cast<std::int32_t>(type.number(4));
    type.skip(1);
    const auto name = letters.substr(std::min(static_cast<std::size_t>(type.number(1)) & 0xff, letters.size()));
    all[i].abbreviation = name.substr(0, name.find('\0'));
  }
  file.skip(many.types * 6 + many.letters + many.leaps * 12 + many.standard + many.greenwich);
  return all;
}

} // namespace

zone::zone(std::vector<stretch> stretches) : stretches_(std::move(stretches)) {}

const stretch& zone::at(seconds instant) const {
  const auto after = std::ranges::upper_bound(stretches_, instant, {}, &stretch::from);
  return after == stretches_.begin() ? *after : *(after - 1);
}

base::day zone::day(seconds instant) const {
  using namespace std::chrono;
  return floor<days>(sys_seconds(std::chrono::seconds(instant + at(instant).offset)));
}

std::vector<seconds> zone::instants(seconds local) const {
  std::vector<seconds> found;
  for (const seconds near : {local - 86400, local, local + 86400}) {
    const seconds instant = local - at(near).offset;
    if (instant + at(instant).offset == local && !std::ranges::count(found, instant))
      found.push_back(instant);
  }
  std::ranges::sort(found);
  return found;
}

std::optional<zone> parse_zone(std::string_view bytes) {
  table file(bytes);
  const auto first = read_header(file); // of the 32-bit table, kept for old readers
  if (!first || !file.has(first->bytes(4)))
    return std::nullopt;
  file.skip(first->bytes(4));
  const auto second = read_header(file);
  auto stretches = second ? read_stretches(file, *second) : std::nullopt;
  if (!stretches || !file.rest().starts_with('\n'))
    return std::nullopt;
  const auto rule = file.rest().substr(1, file.rest().find('\n', 1) - 1);
  if (rule.empty())
    return zone(std::move(*stretches));
  const auto later = follow_rule(rule, std::max<seconds>(stretches->back().from, 0));
  if (!later)
    return std::nullopt;
  stretches->insert(stretches->end(), later->begin(), later->end());
  return zone(std::move(*stretches));
}

bool is_zone(const std::string& name) {
  return name == "UTC" || read_bytes(name).starts_with(magic);
}

std::optional<zone> load_zone(const std::string& name) {
  if (name == "UTC")
    return zone();
  return parse_zone(read_bytes(name));
}

} // namespace proviso::logins
