#include "editor/formatting.hpp"

#include "editor/refused.hpp"
#include "format/reformat.hpp"

#include <algorithm>

namespace proviso::editor {
namespace {

// How much of whole lines two texts begin with alike.
std::size_t same_lines(std::string_view a, std::string_view b) {
  const auto parted = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  const auto line = a.substr(0, static_cast<std::size_t>(parted - a.begin())).rfind('\n');
  return line == std::string_view::npos ? 0 : line + 1;
}

// The same at their ends.
std::size_t same_tail(std::string_view a, std::string_view b) {
  const auto parted = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first;
  const auto same = a.substr(a.size() - static_cast<std::size_t>(parted - a.rbegin()));
  const auto line = same.find('\n');
  return line == std::string_view::npos ? 0 : same.size() - line - 1;
}

} // namespace

std::vector<edit> formatted(const analysis& in) {
  const auto made = format::reformat(in.sources, in.source());
  if (!made.diagnostics.empty() || !made.doubt.empty())
    throw refused("a text with faults is not formatted: mend what is underlined first");
  const auto old = in.text();
  const std::string_view fresh = made.text;
  if (old == fresh)
    return {};
  const auto head = same_lines(old, fresh);
  const auto tail = same_tail(old.substr(head), fresh.substr(head));
  const base::span at{in.source(), static_cast<std::uint32_t>(head),
                      static_cast<std::uint32_t>(old.size() - tail)};
  return {{at, std::string(fresh.substr(head, fresh.size() - head - tail))}};
}

} // namespace proviso::editor
