// The loops in which reading XML spends its time, sixteen bytes at once where the processor can: to the next
// mark in a text, to the end of a name, over plain characters.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace proviso::metadata {

inline constexpr auto name_bytes = [] {
  std::array<std::uint8_t, 256> table{}; // bit 0: may start a name; bit 1: may go on in one
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool starts = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c >= 0x80;
    const bool goes_on = starts || (c >= '0' && c <= '9') || c == '-' || c == '.';
    table[c] = starts ? 3 : goes_on ? 2 : 0;
  }
  return table;
}();

[[nodiscard]] inline bool in_name(char c, std::uint8_t part) {
  return (name_bytes[static_cast<unsigned char>(c)] & part) != 0;
}

inline constexpr std::string_view xml_blanks = " \t\r\n";

[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

[[nodiscard]] inline std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back()))
    text.remove_suffix(1);
  return text;
}

// The first '<', '&' or ']' at or after `at`; the size where there is none.
[[nodiscard]] inline std::size_t find_mark(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  for (; at + 16 <= text.size(); at += 16) {
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto found = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('<')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('&'))),
        _mm_cmpeq_epi8(bytes, _mm_set1_epi8(']')));
    if (const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found)); mask != 0)
      return at + static_cast<std::size_t>(std::countr_zero(mask));
  }
#endif
  while (at < text.size() && text[at] != '<' && text[at] != '&' && text[at] != ']')
    ++at;
  return at;
}

// The first byte at or after `at` that is no letter, digit, '_' or part of a character beyond ASCII: a name
// goes on there only with '-', '.' or ':', which few have.
[[nodiscard]] inline std::size_t find_no_letter(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  for (; at + 16 <= text.size(); at += 16) {
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    const auto between = [](__m128i all, char first, char last) { // signed: bytes beyond ASCII are below
      return _mm_and_si128(_mm_cmpgt_epi8(all, _mm_set1_epi8(static_cast<char>(first - 1))),
                           _mm_cmplt_epi8(all, _mm_set1_epi8(static_cast<char>(last + 1))));
    };
    const auto letters = _mm_or_si128(between(small, 'a', 'z'), between(bytes, '0', '9'));
    const auto others =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')), _mm_cmplt_epi8(bytes, _mm_setzero_si128()));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(letters, others)));
    if (mask != 0xFFFF)
      return at + static_cast<std::size_t>(std::countr_one(mask));
  }
#endif
  while (at < text.size() && in_name(text[at], 2) && text[at] != '-' && text[at] != '.' && text[at] != ':')
    ++at;
  return at;
}

// The first byte at or after `at` that is no printable ASCII and no blank.
[[nodiscard]] inline std::size_t find_odd(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  const auto bytes_at = [&](std::size_t i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
  };
  const auto low = [&](std::size_t i) { // and no end of a line; signed: bytes beyond ASCII are low too
    return _mm_andnot_si128(_mm_cmpeq_epi8(bytes_at(i), _mm_set1_epi8('\n')),
                            _mm_cmplt_epi8(bytes_at(i), _mm_set1_epi8(0x20)));
  };
  const auto low_and_odd = [&](std::size_t i) {
    const auto blank = _mm_or_si128(_mm_cmpeq_epi8(bytes_at(i), _mm_set1_epi8('\r')),
                                    _mm_cmpeq_epi8(bytes_at(i), _mm_set1_epi8('\t')));
    return _mm_andnot_si128(blank, low(i));
  };
  const auto any = [&](auto is) {
    return _mm_movemask_epi8(
               _mm_or_si128(_mm_or_si128(is(at), is(at + 16)), _mm_or_si128(is(at + 32), is(at + 48)))) != 0;
  };
  while (at + 64 <= text.size() && !(any(low) && any(low_and_odd))) // the former is rare
    at += 64;
#endif
  const auto odd = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c < 0x20 && c != '\n' && c != '\r' && c != '\t');
  };
  while (at < text.size() && !odd(text[at]))
    ++at;
  return at;
}

// Whether the bytes at `at`, which may lie behind the end, are those of the word, which is a piece of the same
// text.
[[nodiscard]] inline bool same_at(std::string_view text, std::size_t at, std::string_view word) {
#ifdef __SSE2__
  const auto first = static_cast<std::size_t>(word.data() - text.data());
  if (word.size() <= 16 && at + 16 <= text.size() && first + 16 <= text.size()) {
    const auto a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(word.data()));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(a, b)));
    return static_cast<std::size_t>(std::countr_one(mask)) >= word.size();
  }
#endif
  return at <= text.size() && text.substr(at, word.size()) == word;
}

// Whether the bytes at `at`, which may lie behind the end, are those of a piece of any text.
[[nodiscard]] inline bool holds_at(std::string_view text, std::size_t at, std::string_view piece) {
  if (at > text.size() || text.size() - at < piece.size())
    return false;
#ifdef __SSE2__
  if (piece.size() >= 16) {
    const auto differs = [&](std::size_t i) {
      const auto a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at + i));
      const auto b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(piece.data() + i));
      return _mm_movemask_epi8(_mm_cmpeq_epi8(a, b)) != 0xFFFF;
    };
    const auto last = piece.size() - 16; // the last sixteen may be compared in part twice
    for (std::size_t i = 0; i < last; i += 16)
      if (differs(i))
        return false;
    return !differs(last);
  }
#endif
  return text.substr(at, piece.size()) == piece;
}

} // namespace proviso::metadata
