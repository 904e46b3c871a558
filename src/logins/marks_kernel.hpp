// The search of marks.hpp, written once over a `Chunk` of 64 bytes that a processor compares at a time. Files
// that include this are compiled for one kind of processor, so nothing here is shared between them: no standard
// functions, everything in an unnamed namespace.
#pragma once

#include "logins/marks.hpp"

namespace proviso::logins {
namespace {

struct bits64 { // bit i: byte i is such a character
  std::uint64_t quotes;
  std::uint64_t delimiters;
  std::uint64_t line_feeds;
  std::uint64_t returns;
};

// What of a chunk matters to the next one.
struct carried {
  std::uint64_t inside = 0;       // all ones: within quotes
  std::uint64_t cell_begins = 1;  // a quote may open here, and after one that closed
  std::uint64_t quote_closed = 0; // the cell or the row must end here, or the quote be doubled
  std::uint64_t returned = 0;     // a line feed must follow
};

struct told {
  std::uint64_t ends;
  std::uint64_t lines;
  std::uint64_t inner_lines;
  std::uint64_t odd;
};

template <typename Chunk>
told tell(const bits64& is, carried& from) {
  const std::uint64_t inside =
      Chunk::parity(is.quotes) ^ from.inside; // from the opening quote to before the closing
  const std::uint64_t opens = is.quotes & inside;
  const std::uint64_t closes = is.quotes & ~inside;
  const std::uint64_t lines = is.line_feeds & ~inside;
  const std::uint64_t ends = (is.delimiters & ~inside) | lines;
  const std::uint64_t returns = is.returns & ~inside;
  const std::uint64_t may_open = (ends | closes) << 1 | from.cell_begins;
  const std::uint64_t must_end = closes << 1 | from.quote_closed;
  const std::uint64_t must_feed = returns << 1 | from.returned;
  from = {static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63), (ends | closes) >> 63,
          closes >> 63, returns >> 63};
  return {ends, lines, is.line_feeds & inside,
          (opens & ~may_open) | (must_end & ~(ends | returns | opens)) | (must_feed & ~lines)};
}

inline std::uint64_t below(unsigned bit) {
  return (std::uint64_t{1} << bit) - 1;
}

inline unsigned lowest(std::uint64_t bits) {
  return static_cast<unsigned>(__builtin_ctzll(bits));
}

inline unsigned ones(std::uint64_t bits) {
  return static_cast<unsigned>(__builtin_popcountll(bits));
}

template <typename Chunk>
void note(const told& here, std::size_t at, marks& found, marks_room into) {
  for (std::uint64_t lines = here.lines; lines != 0; lines &= lines - 1) {
    const auto before = ones(here.ends & below(lowest(lines)));
    into.row_ends[found.rows++] = static_cast<std::uint32_t>(found.ends + before);
  }
  Chunk::places(here.ends, static_cast<std::uint32_t>(at), into.ends + found.ends);
  found.ends += ones(here.ends);
  found.inner_lines += ones(here.inner_lines);
}

template <typename Chunk>
marks find(const char* text, std::size_t size, char delimiter, marks_room into) {
  marks found;
  carried from;
  const Chunk chunk(delimiter);
  for (std::size_t at = 0; at < size; at += stride) {
    auto here = tell<Chunk>(chunk.compare(text + at), from);
    const std::uint64_t within =
        size - at < stride ? below(static_cast<unsigned>(size - at)) : ~std::uint64_t{0};
    const std::uint64_t odd = here.odd & within;
    const std::uint64_t sound = odd == 0 ? within : below(lowest(odd));
    here.ends &= sound;
    here.lines &= sound;
    here.inner_lines &= sound;
    note<Chunk>(here, at, found, into);
    if (odd != 0) {
      found.odd = true;
      break;
    }
  }
  return found;
}

// Up to 64 places, the lowest first; writes up to seven more than there are.
inline void write_places(std::uint64_t bits, std::uint32_t base, std::uint32_t* to) {
  while (bits != 0) {
    for (unsigned i = 0; i < 8; ++i) {
      to[i] = base + (bits != 0 ? lowest(bits) : 0);
      bits &= bits - 1;
    }
    to += 8;
  }
}

} // namespace
} // namespace proviso::logins
