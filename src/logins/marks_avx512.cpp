// For processors with AVX-512 (BW, VBMI2): 64 bytes at a time. Compiled for them; called only where they are.
#include "logins/marks_kernel.hpp"

#include <immintrin.h>

namespace proviso::logins {
namespace {

struct chunk64 {
  explicit chunk64(char delimiter) : delimiters(_mm512_set1_epi8(delimiter)) {}

  [[nodiscard]] bits64 compare(const char* text) const {
    const auto all = _mm512_loadu_si512(text);
    return {_mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('"')), _mm512_cmpeq_epi8_mask(all, delimiters),
            _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\n')),
            _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\r'))};
  }

  // Bit i: whether an odd number of bits is set in 0 to i. Times all ones, without carries.
  static std::uint64_t parity(std::uint64_t bits) {
    const auto product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(bits)), _mm_set1_epi8(-1), 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
  }

  // The numbers of the set bits are packed to the front, then widened sixteen at a time.
  static void places(std::uint64_t bits, std::uint32_t base, std::uint32_t* to) {
    alignas(64) static constexpr std::uint8_t numbers[64] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
        44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    auto packed = _mm512_maskz_compress_epi8(bits, _mm512_load_si512(numbers));
    const auto bases = _mm512_set1_epi32(static_cast<int>(base));
    for (unsigned left = ones(bits);; left -= 16, to += 16) {
      const auto sixteen = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed));
      _mm512_storeu_si512(to, _mm512_add_epi32(sixteen, bases));
      if (left <= 16)
        return;
      packed = _mm512_alignr_epi32(packed, packed, 4);
    }
  }

  __m512i delimiters;
};

} // namespace

marks find_marks_avx512(const char* text, std::size_t size, char delimiter, marks_room into) {
  return find<chunk64>(text, size, delimiter, into);
}

} // namespace proviso::logins
