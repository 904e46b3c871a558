// For any processor: eight bytes at a time in ordinary registers.
#include "logins/marks_kernel.hpp"

namespace proviso::logins {
namespace {

constexpr std::uint64_t each_byte = 0x0101010101010101;
constexpr std::uint64_t low_bits = 0x7f * each_byte;

std::uint64_t eight_bytes(const char* text) {
  std::uint64_t word = 0;
  for (unsigned i = 0; i < 8; ++i)
    word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  return word;
}

// One bit for each byte that is zero. The product gathers the eight high bits in its highest byte.
std::uint64_t zero_bytes(std::uint64_t word) {
  const std::uint64_t high = ~(((word & low_bits) + low_bits) | word | low_bits);
  return ((high >> 7) * 0x0102040810204080) >> 56;
}

struct chunk64 {
  explicit chunk64(char delimiter) : delimiters(static_cast<unsigned char>(delimiter) * each_byte) {}

  [[nodiscard]] bits64 compare(const char* text) const {
    bits64 is{};
    for (unsigned i = 0; i < stride; i += 8) {
      const auto word = eight_bytes(text + i);
      is.quotes |= zero_bytes(word ^ ('"' * each_byte)) << i;
      is.delimiters |= zero_bytes(word ^ delimiters) << i;
      is.line_feeds |= zero_bytes(word ^ ('\n' * each_byte)) << i;
      is.returns |= zero_bytes(word ^ ('\r' * each_byte)) << i;
    }
    return is;
  }

  // Bit i: whether an odd number of bits is set in 0 to i.
  static std::uint64_t parity(std::uint64_t bits) {
    for (unsigned by = 1; by < 64; by *= 2)
      bits ^= bits << by;
    return bits;
  }

  static void places(std::uint64_t bits, std::uint32_t base, std::uint32_t* to) {
    write_places(bits, base, to);
  }

  std::uint64_t delimiters;
};

} // namespace

marks find_marks_plain(const char* text, std::size_t size, char delimiter, marks_room into) {
  return find<chunk64>(text, size, delimiter, into);
}

} // namespace proviso::logins
