#include "logins/ids.hpp"

#include <cstring>
#include <sys/random.h>

namespace proviso::logins {
namespace {

constexpr std::size_t short_id = 15;
constexpr std::size_t long_id = 18;
constexpr std::uint64_t each_byte = 0x0101010101010101;

// Without random numbers of the system those that stand here serve: answers are the same, only keys that somebody
// chose may be slow.
struct secrets {
  std::uint64_t numbers[4] = {0x9e3779b97f4a7c15, 0xc2b2ae3d27d4eb4f, 0x165667b19e3779f9, 0xd6e8feb86659fd93};

  secrets() {
    std::uint64_t drawn[4] = {};
    if (::getrandom(drawn, sizeof drawn, 0) == sizeof drawn)
      for (std::size_t i = 0; i < 4; ++i)
        numbers[i] ^= drawn[i];
  }
};

const std::uint64_t* secret() {
  static const secrets drawn_once;
  return drawn_once.numbers;
}

std::uint64_t eight_bytes(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  return word;
}

// High bits of the bytes that are ASCII letters or digits. Sums stay within their bytes where no byte has its high
// bit; where one has, its own bit is wanting at the end.
std::uint64_t alphanumeric(std::uint64_t word) {
  const std::uint64_t lower = word | 0x20 * each_byte;
  const std::uint64_t letters = (lower + (0x80 - 'a') * each_byte) & ~(lower + (0x7f - 'z') * each_byte);
  const std::uint64_t digits = (word + (0x80 - '0') * each_byte) & ~(word + (0x7f - '9') * each_byte);
  return (letters | digits) & ~word;
}

std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using wide = unsigned __int128;
  const auto product = static_cast<wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t hash(std::string_view text, std::uint64_t first, std::uint64_t second) {
  std::uint64_t state = folded_product(text.size() ^ first, second);
  while (!text.empty()) {
    char block[8] = {};
    const auto size = std::min<std::size_t>(text.size(), sizeof block);
    std::memcpy(block, text.data(), size);
    state = folded_product(state ^ eight_bytes(block) ^ first, second ^ state >> 32);
    text.remove_prefix(size);
  }
  return folded_product(state ^ second, first);
}

} // namespace

std::optional<key> key_of(std::string_view id) {
  if (id.size() != short_id && id.size() != long_id)
    return std::nullopt;
  const key found{eight_bytes(id.data()), eight_bytes(id.data() + short_id - 8)};
  if ((alphanumeric(found.head) & alphanumeric(found.tail) & 0x80 * each_byte) != 0x80 * each_byte)
    return std::nullopt;
  return found;
}

std::string id_of(const key& user) {
  std::string id(short_id, '\0');
  std::memcpy(id.data(), &user.head, 8);
  std::memcpy(id.data() + short_id - 8, &user.tail, 8);
  return id;
}

key digest(std::string_view first, std::string_view second) {
  const auto* s = secret();
  std::string both(first);
  both.push_back('\0');
  both += second;
  return {hash(both, s[0], s[1]), hash(both, s[2], s[3])};
}

std::uint64_t mix(const key& user) {
  const auto* s = secret();
  return folded_product(folded_product(user.head ^ s[0], user.tail ^ s[1]) ^ s[2], s[3] | 1);
}

std::uint64_t mix(std::string_view text) {
  return hash(text, secret()[0], secret()[3]);
}

} // namespace proviso::logins
