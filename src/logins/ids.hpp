// Ids of Salesforce records as keys: 15 characters whose case counts, or 18 of which the last three only check.
#pragma once

#include "logins/batch.hpp"

#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace proviso::logins {

inline constexpr std::size_t short_id = 15;
inline constexpr std::size_t long_id = 18;
inline constexpr std::uint64_t each_byte = 0x0101010101010101;

// High bits of the bytes that are ASCII letters or digits. Sums stay within their bytes where no byte has its
// high bit; where one has, its own bit is wanting at the end.
[[nodiscard]] constexpr std::uint64_t alphanumeric(std::uint64_t word) {
  const std::uint64_t lower = word | 0x20 * each_byte;
  const std::uint64_t letters = (lower + (0x80 - 'a') * each_byte) & ~(lower + (0x7f - 'z') * each_byte);
  const std::uint64_t digits = (word + (0x80 - '0') * each_byte) & ~(word + (0x7f - '9') * each_byte);
  return (letters | digits) & ~word;
}

[[nodiscard]] inline std::uint64_t eight_bytes(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  return word;
}

// False where it is no id. Eighteen bytes after the begin of the text must be readable.
[[nodiscard]] inline bool read_id(std::string_view id, key& into) {
  into = {eight_bytes(id.data()), eight_bytes(id.data() + short_id - 8)};
  const auto end = id.size() == long_id ? alphanumeric(eight_bytes(id.data() + long_id - 8)) : 0x80 * each_byte;
  return (id.size() == long_id || id.size() == short_id) &&
         (alphanumeric(into.head) & alphanumeric(into.tail) & end & 0x80 * each_byte) == 0x80 * each_byte;
}

[[nodiscard]] std::string id_of(const key& user);

// A number that spreads keys evenly, whoever chose them: it takes secrets of this run.
class mixer {
public:
  mixer();

  [[nodiscard]] std::uint64_t operator()(const key& user) const {
    return fold(fold(user.head ^ secrets_[0], user.tail ^ secrets_[1]) ^ secrets_[2], secrets_[3] | 1);
  }
  [[nodiscard]] std::uint64_t operator()(std::string_view text) const {
    return mix(text, secrets_[0], secrets_[3]);
  }

  // Two texts as a key of 128 bits: others get the same by chance alone, which is less than one in 10^20 for a
  // thousand million of them.
  [[nodiscard]] key digest(std::string_view first, std::string_view second) const;

private:
  static std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
    __extension__ using wide = unsigned __int128;
    const auto product = static_cast<wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  }
  static std::uint64_t mix(std::string_view text, std::uint64_t first, std::uint64_t second);

  std::array<std::uint64_t, 4> secrets_;
};

} // namespace proviso::logins
