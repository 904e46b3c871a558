// Line and column, as the TOML parser counts them, to byte offsets in constant time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace proviso::usage {

class positions {
public:
  // The text is UTF-8. A byte-order mark has no column.
  explicit positions(std::string_view text);

  // Both count from 1, columns in code points. The end of the text where the place lies beyond it.
  [[nodiscard]] std::uint32_t offset(std::uint32_t line, std::uint32_t column) const;

private:
  std::vector<std::uint32_t> starts_; // the first byte of each code point, then the text's end
  std::vector<std::size_t> lines_;    // the number of the code point that starts each line
};

} // namespace proviso::usage
