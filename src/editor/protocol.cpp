#include "editor/protocol.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <istream>
#include <ostream>

namespace proviso::editor {
namespace {

constexpr std::string_view length_header = "content-length:";
constexpr std::size_t longest_line = 4096;
constexpr std::size_t chunk = 64 * 1024;
constexpr int deepest = 100;

// The length a header line states; it may stand behind the rest of a frame that was broken.
std::optional<std::string> stated_length(std::string_view line) {
  const auto at = base::lower(line).find(length_header);
  if (at == std::string::npos)
    return std::nullopt;
  const auto value = line.substr(at + length_header.size());
  const auto first = std::min(value.find_first_not_of(" \t"), value.size());
  return std::string(value.substr(first));
}

std::optional<std::size_t> to_length(std::string_view digits) {
  std::size_t value = 0;
  const auto* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end || value > largest_message)
    return std::nullopt;
  return value;
}

} // namespace

// A line without its end, or as much of it as a header may be long.
std::optional<std::string> message_reader::line() {
  std::string result;
  for (int c = in_.get(); c != std::istream::traits_type::eof(); c = in_.get()) {
    if (c == '\n') {
      if (result.ends_with('\r'))
        result.pop_back();
      return result;
    }
    result += static_cast<char>(c);
    if (result.size() == longest_line)
      return result;
  }
  return result.empty() ? std::nullopt : std::optional(result);
}

frame message_reader::next() {
  std::optional<std::size_t> length;
  bool any = false;
  while (const auto header = line()) {
    if (header->empty() && length)
      return body(*length);
    if (header->empty() && any && !lost_)
      return broken("a message needs a header 'Content-Length: BYTES'");
    any = !header->empty();
    const auto stated = stated_length(*header);
    if (!stated)
      continue;
    length = to_length(*stated);
    if (!length && !lost_)
      return broken(fmt::format("Content-Length must be a number of at most {} bytes; this is '{}'",
                                largest_message, base::harmless(stated->substr(0, 40))));
  }
  if (any && !lost_)
    return broken("the input ends inside the header of a message");
  return {};
}

frame message_reader::body(std::size_t length) {
  lost_ = false;
  std::string text;
  while (text.size() < length && in_) {
    const auto size = text.size();
    text.resize(size + std::min(chunk, length - size));
    in_.read(text.data() + size, static_cast<std::streamsize>(text.size() - size));
    text.resize(size + static_cast<std::size_t>(in_.gcount()));
  }
  if (text.size() < length)
    return broken(fmt::format("the input ends after {} of the {} bytes of a message", text.size(), length));
  return {frame::kind::message, std::move(text)};
}

frame message_reader::broken(std::string why) {
  lost_ = true;
  return {frame::kind::broken, std::move(why)};
}

void write_message(std::ostream& out, std::string_view text) {
  out << "Content-Length: " << text.size() << "\r\n\r\n" << text << std::flush;
}

bool nests_too_deep(std::string_view json) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"')
      quoted = !quoted;
    else if (quoted)
      i += c == '\\' ? 1 : 0;
    else if (c == '[' || c == '{')
      ++depth;
    else if (c == ']' || c == '}')
      --depth;
    if (depth > deepest)
      return true;
  }
  return false;
}

} // namespace proviso::editor
