#include "base/excerpt.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::base {
namespace {

constexpr std::size_t widest = 160; // of an excerpt, in bytes of the source
constexpr std::size_t lead_in = 60; // what a cut line shows before the caret

struct view {
  location start;
  std::string line;   // harmless
  std::string margin; // what stands before the caret, tabs kept so that it stands where the reader looks
  std::size_t width;  // of the caret, in code points
};

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues));
}

std::string blanks_for(std::string_view shown) {
  std::string result;
  for (const char c : shown)
    if (!continues(c))
      result += c == '\t' ? '\t' : ' ';
  return result;
}

constexpr int most_continued = 3; // bytes of a character after its first; what has more is no text

// Cuts a long line to a part around [begin, end), never inside a character.
void cut(std::string_view& line, std::size_t& begin, std::size_t& end) {
  if (line.size() <= widest)
    return;
  std::size_t first = begin > lead_in ? begin - lead_in : 0;
  for (int i = 0; i < most_continued && first > 0 && continues(line[first]); ++i)
    --first;
  std::size_t last = std::min(first + widest, line.size());
  for (int i = 0; i < most_continued && last < line.size() && continues(line[last]); ++i)
    --last;
  line = line.substr(first, last - first);
  begin -= first;
  end = std::min(end - first, line.size());
}

view look(const source& from, span at) {
  const auto start = from.locate(at.begin);
  auto line = from.line(start.line);
  const auto line_begin = from.offset({start.line, 1});
  std::size_t begin = std::min<std::size_t>(at.begin - line_begin, line.size());
  std::size_t end = std::min<std::size_t>(std::max(at.end, at.begin) - line_begin, line.size());
  cut(line, begin, end);
  const auto before = harmless(line.substr(0, begin));
  const auto marked = harmless(line.substr(begin, end - begin));
  return {start, harmless(line), blanks_for(before), std::max<std::size_t>(code_points(marked), 1)};
}

// So that no name of a file can pass for a line of its own.
std::string one_line(std::string_view foreign) {
  auto result = harmless(foreign);
  std::ranges::replace(result, '\n', ' ');
  return result;
}

std::string excerpt(const sources& from, const label& place) {
  const auto& source = from[place.at.source];
  const auto seen = look(source, place.at);
  const auto number = std::to_string(seen.start.line);
  const std::string gutter(number.size(), ' ');
  auto result = fmt::format("  --> {}:{}:{}\n{} |\n{} | {}\n{} | {}{}", one_line(source.name()),
                            seen.start.line, seen.start.column, gutter, number, seen.line, gutter, seen.margin,
                            std::string(seen.width, '^'));
  if (!place.text.empty())
    result += " " + one_line(place.text);
  return result + "\n";
}

} // namespace

std::string excerpts(const sources& from, std::span<const label> places) {
  std::string result;
  for (const auto& place : places)
    if (place.at.somewhere())
      result += excerpt(from, place);
  return result;
}

std::string render(const sources& from, const diagnostic& d) {
  std::vector<label> places{{d.at, ""}};
  places.insert(places.end(), d.others.begin(), d.others.end());
  auto result = fmt::format("error: {}\n{}", one_line(d.message), excerpts(from, places));
  if (!d.help.empty())
    result += fmt::format("   = help: {}\n", one_line(d.help));
  return result;
}

std::string render(const sources& from, const diagnostics& all, std::size_t most) {
  std::string result;
  for (std::size_t i = 0; i < std::min(all.size(), most); ++i)
    result += render(from, all[i]);
  if (all.size() > most)
    result += fmt::format("and {} more errors\n", all.size() - most);
  return result;
}

} // namespace proviso::base
