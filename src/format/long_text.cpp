#include "format/long_text.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace proviso::format {
namespace {

constexpr std::string_view quotes = R"(""")";
constexpr std::string_view blank = " \t\r";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(blank) == std::string_view::npos;
}

// The lines between the quotes, without their ends.
std::vector<std::string_view> lines_of(std::string_view quoted) {
  std::vector<std::string_view> result;
  for (auto rest = quoted.substr(quotes.size(), quoted.size() - 2 * quotes.size());;) {
    const auto end = rest.find('\n');
    auto line = rest.substr(0, end);
    if (end == std::string_view::npos) {
      result.push_back(line);
      return result;
    }
    if (line.ends_with('\r'))
      line.remove_suffix(1);
    result.push_back(line);
    rest.remove_prefix(end + 1);
  }
}

// The line without the old margin; none where it stands left of that. A blank line has none.
std::optional<std::string_view> content_of(std::string_view line, std::string_view margin) {
  if (line.starts_with(margin))
    return line.substr(margin.size());
  return is_blank(line) ? std::optional(std::string_view{}) : std::nullopt;
}

} // namespace

std::string indented(std::string_view quoted, std::size_t blanks) {
  // A carriage return before another is of the text; it would become a line end.
  if (!quoted.starts_with(quotes) || quoted.find("\r\r\n") != std::string_view::npos)
    return std::string(quoted);
  const auto lines = lines_of(quoted);
  const auto margin = lines.back();
  if (lines.size() == 1 || !is_blank(margin))
    return std::string(quoted);
  const std::string indent(blanks, ' ');
  auto result = std::string(quotes).append(is_blank(lines[0]) ? std::string_view{} : lines[0]);
  for (auto line = lines.begin() + 1; line != lines.end() - 1; ++line) {
    const auto content = content_of(*line, margin);
    if (!content)
      return std::string(quoted);
    result.append("\n").append(content->empty() ? "" : indent).append(*content);
  }
  return result.append("\n").append(indent).append(quotes);
}

} // namespace proviso::format
