#include "usage/positions.hpp"

#include <algorithm>

namespace proviso::usage {

positions::positions(std::string_view text) : lines_{0} {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  starts_.reserve(text.size() + 1);
  for (std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; at < text.size();
       ++at) {
    const bool continues = (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    if (!continues)
      starts_.push_back(static_cast<std::uint32_t>(at));
    if (text[at] == '\n')
      lines_.push_back(starts_.size());
  }
  starts_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::uint32_t positions::offset(std::uint32_t line, std::uint32_t column) const {
  if (line == 0 || column == 0 || line > lines_.size())
    return starts_.back();
  return starts_[std::min(lines_[line - 1] + column - 1, starts_.size() - 1)];
}

} // namespace proviso::usage
