// For processors with AVX2: 32 bytes at a time. Compiled for them; called only where they are.
#include "logins/marks_kernel.hpp"

#include <immintrin.h>

namespace proviso::logins {
namespace {

struct chunk64 {
  explicit chunk64(char delimiter) : delimiters(_mm256_set1_epi8(delimiter)) {}

  [[nodiscard]] bits64 compare(const char* text) const {
    const auto low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text));
    const auto high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + 32));
    return {equal(low, high, _mm256_set1_epi8('"')), equal(low, high, delimiters),
            equal(low, high, _mm256_set1_epi8('\n')), equal(low, high, _mm256_set1_epi8('\r'))};
  }

  static std::uint64_t equal(__m256i low, __m256i high, __m256i wanted) {
    const auto first = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)));
    const auto second = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)));
    return std::uint64_t{second} << 32 | first;
  }

  // Bit i: whether an odd number of bits is set in 0 to i. Times all ones, without carries.
  static std::uint64_t parity(std::uint64_t bits) {
    const auto product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(bits)), _mm_set1_epi8(-1), 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
  }

  static void places(std::uint64_t bits, std::uint32_t base, std::uint32_t* to) {
    write_places(bits, base, to);
  }

  __m256i delimiters;
};

} // namespace

marks find_marks_avx2(const char* text, std::size_t size, char delimiter, marks_room into) {
  return find<chunk64>(text, size, delimiter, into);
}

} // namespace proviso::logins
