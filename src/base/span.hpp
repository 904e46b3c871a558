// A stretch of a source text, by byte offsets. Line and column are computed only to speak (see source.hpp).
#pragma once

#include <cstdint>

namespace proviso::base {

struct span {
  std::uint32_t source = 0; // number in `sources`; 0 is nowhere
  std::uint32_t begin = 0;  // first byte
  std::uint32_t end = 0;    // one past the last byte

  [[nodiscard]] constexpr bool somewhere() const noexcept { return source != 0; }
  friend constexpr bool operator==(const span&, const span&) = default;
};

// From the start of `first` to the end of `last`, which stand in one source.
[[nodiscard]] constexpr span join(span first, span last) noexcept {
  return {first.source, first.begin, last.end};
}

// A value together with the words that state it.
template <typename Value>
struct stated {
  Value value{};
  span at;
};

} // namespace proviso::base
