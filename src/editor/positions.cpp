#include "editor/positions.hpp"

#include <algorithm>

namespace proviso::editor {
namespace {

// Bytes of the character that starts with this one; a byte that starts none counts for itself.
std::size_t bytes_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

std::uint32_t units_of(char first) {
  return bytes_of(first) == 4 ? 2 : 1;
}

std::uint32_t utf16_length(std::string_view text) {
  std::uint32_t units = 0;
  for (std::size_t i = 0; i < text.size(); i += bytes_of(text[i]))
    units += units_of(text[i]);
  return units;
}

// Where the line starts; the end of the text where it has fewer.
std::size_t start_of(std::string_view text, std::uint32_t line) {
  std::size_t at = 0;
  for (; line > 0; --line) {
    const auto end = text.find('\n', at);
    if (end == std::string_view::npos)
      return text.size();
    at = end + 1;
  }
  return at;
}

} // namespace

position position_of(const base::source& in, std::uint32_t offset) {
  const auto line = in.locate(offset).line;
  const auto start = in.offset({line, 1});
  const auto before = in.text().substr(start, offset - std::min(start, offset));
  return {static_cast<std::uint32_t>(line - 1), utf16_length(before)};
}

std::uint32_t offset_of(std::string_view text, position at) {
  auto offset = start_of(text, at.line);
  auto end = std::min(text.find('\n', offset), text.size());
  if (end > offset && text[end - 1] == '\r')
    --end;
  for (std::uint32_t units = 0; offset < end; offset += bytes_of(text[offset])) {
    units += units_of(text[offset]);
    if (units > at.character)
      break;
  }
  return static_cast<std::uint32_t>(std::min(offset, text.size()));
}

} // namespace proviso::editor
