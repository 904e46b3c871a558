#include "cli/pipeline/quoted_path.hpp"

#include <algorithm>

namespace proviso::cli {
namespace {

bool is_octal(char c) {
  return c >= '0' && c <= '7';
}

char meant(char letter) {
  constexpr std::string_view letters = "abtnvfr";
  const auto at = letters.find(letter);
  return at == std::string_view::npos ? letter : static_cast<char>('\a' + static_cast<char>(at));
}

} // namespace

std::optional<std::string> unquoted_path(std::string_view line) {
  if (!line.starts_with('"'))
    return std::string(line);
  if (line.size() < 2 || !line.ends_with('"'))
    return std::nullopt;
  const auto inner = line.substr(1, line.size() - 2);
  std::string result;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] != '\\') {
      result += inner[i];
      continue;
    }
    if (++i == inner.size())
      return std::nullopt;
    if (!is_octal(inner[i])) {
      result += meant(inner[i]);
      continue;
    }
    int byte = 0;
    const auto end = std::min(i + 3, inner.size());
    for (; i < end && is_octal(inner[i]); ++i)
      byte = byte * 8 + (inner[i] - '0');
    --i;
    result += static_cast<char>(byte & 0xFF);
  }
  return result;
}

} // namespace proviso::cli
