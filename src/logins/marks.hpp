// Where cells and rows of delimited text end. Quotes are followed 64 bytes at a time; text that is not plainly
// well formed is left to split.hpp, so that there is one answer whatever the processor can do.
#pragma once

#include <cstddef>
#include <cstdint>

namespace proviso::logins {

inline constexpr std::size_t stride = 64; // bytes looked at together; as many after a text must be readable

struct marks {
  std::size_t ends = 0;        // cells that end, each at its delimiter or line feed
  std::size_t rows = 0;        // rows that end
  std::size_t inner_lines = 0; // line feeds within quotes
  bool odd = false;            // the row after the last one cannot be told by its quotes alone
};

struct marks_room {        // for a text of n bytes
  std::uint32_t* ends;     // n + 64: where cells end, from the text's start
  std::uint32_t* row_ends; // n: which of `ends` is a row's last
};

// `text` begins where a row begins. Marks of a row that does not end within it count among `ends` as far as
// they go.
using find_marks = marks (*)(const char* text, std::size_t size, char delimiter, marks_room into);

[[nodiscard]] marks find_marks_plain(const char* text, std::size_t size, char delimiter, marks_room into);
[[nodiscard]] marks find_marks_avx2(const char* text, std::size_t size, char delimiter, marks_room into);
[[nodiscard]] marks find_marks_avx512(const char* text, std::size_t size, char delimiter, marks_room into);

enum class processor { plain, avx2, avx512 };

[[nodiscard]] bool can(processor with); // on this machine
[[nodiscard]] find_marks marks_by(processor with);
[[nodiscard]] find_marks best_marks();

} // namespace proviso::logins
