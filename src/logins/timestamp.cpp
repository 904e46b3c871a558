#include "logins/timestamp.hpp"

#include <array>
#include <bit>
#include <chrono>
#include <cstring>

namespace proviso::logins {
namespace {

constexpr unsigned first_year = 1999;
constexpr unsigned last_year = 2099;
constexpr unsigned months_known = (last_year - first_year + 1) * 12;

struct month_start {
  std::int32_t day = 0;
  std::int32_t length = 0;
};

constexpr auto month_starts = [] {
  using namespace std::chrono;
  std::array<month_start, months_known> all{};
  for (unsigned i = 0; i < months_known; ++i) {
    const auto month = year(static_cast<int>(first_year + i / 12)) / static_cast<int>(i % 12 + 1);
    const auto first = sys_days(month / 1).time_since_epoch().count();
    const auto length = static_cast<unsigned>((month / last).day());
    all[i] = {static_cast<std::int32_t>(first), static_cast<std::int32_t>(length)};
  }
  return all;
}();

std::uint64_t eight_bytes(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  if constexpr (std::endian::native == std::endian::big)
    word = __builtin_bswap64(word);
  return word;
}

constexpr std::uint64_t word_of(std::string_view text) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < 8; ++i)
    word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  return word;
}

// What to add to the difference from a form so that the high bit of a byte tells that it does not fit: digits
// may be 0 to 9, other characters must be the same.
constexpr std::uint64_t limits(std::string_view form) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < 8; ++i)
    word |= std::uint64_t{form[i] == '0' ? 0x76U : 0x7fU} << (8 * i);
  return word;
}

// Eight characters against a form in which 0 stands for any digit.
struct form {
  std::uint64_t text;
  std::uint64_t limit;

  consteval explicit form(std::string_view like) : text(word_of(like)), limit(limits(like)) {}

  // The digits' values in their bytes, others 0; `odd` gets high bits where something does not fit.
  [[nodiscard]] std::uint64_t values(const char* at, std::uint64_t& odd) const {
    const auto difference = eight_bytes(at) ^ text;
    odd |= difference | (difference + limit);
    return difference;
  }
};

// Byte i: the number of two digits that begins there.
constexpr std::uint64_t pairs(std::uint64_t digits) {
  return digits * 10 + (digits >> 8);
}

constexpr std::uint32_t byte_of(std::uint64_t word, unsigned i) {
  return static_cast<std::uint32_t>(word >> (8 * i)) & 0xff;
}

constexpr std::uint64_t high_bits = 0x8080808080808080;

} // namespace

bool read_common_time(const char* text, std::size_t size, moment& when) {
  constexpr form date("0000-00-");
  constexpr form hour("00T00:00");
  constexpr form zulu(":00.000Z");
  constexpr form plus(":00.000+");
  std::uint64_t odd = 0;
  if (size != 24 && (size != 28 || std::memcmp(text + 24, "0000", 4) != 0))
    return false;
  const auto first = pairs(date.values(text, odd));
  const auto second = pairs(hour.values(text + 8, odd));
  const auto third = pairs((size == 24 ? zulu : plus).values(text + 16, odd));
  const auto month = (byte_of(first, 0) * 100 + byte_of(first, 2) - first_year) * 12 + byte_of(first, 5) - 1;
  const auto day = byte_of(second, 0);
  if ((odd & high_bits) != 0 || month >= months_known || byte_of(first, 5) - 1 > 11)
    return false;
  const auto& start = month_starts[month];
  const auto hours = byte_of(second, 3);
  const auto minutes = byte_of(second, 6);
  const auto of_minute = byte_of(third, 1);
  if (day - 1 >= static_cast<std::uint32_t>(start.length) || hours > 23 || minutes > 59 || of_minute > 59)
    return false;
  when = {start.day + static_cast<std::int32_t>(day) - 1,
          static_cast<std::int32_t>((hours * 60 + minutes) * 60 + of_minute)};
  return true;
}

std::optional<std::int32_t> day_number(unsigned year, unsigned month, unsigned day) {
  if (year < first_year || year > last_year || month < 1 || month > 12)
    return std::nullopt;
  const auto& start = month_starts[(year - first_year) * 12 + month - 1];
  if (day < 1 || day > static_cast<unsigned>(start.length))
    return std::nullopt;
  return start.day + static_cast<std::int32_t>(day) - 1;
}

} // namespace proviso::logins
