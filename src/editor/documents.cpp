#include "editor/documents.hpp"

#include <charconv>
#include <fmt/format.h>

namespace proviso::editor {
namespace {

constexpr std::string_view scheme = "file://";

// What a path may hold unescaped in a URI.
bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("/-._~").find(c) != std::string_view::npos;
}

std::optional<char> escaped(std::string_view text) {
  unsigned value = 0;
  if (text.size() < 3 || text[0] != '%')
    return std::nullopt;
  const auto read = std::from_chars(text.data() + 1, text.data() + 3, value, 16);
  return read.ptr == text.data() + 3 ? std::optional(static_cast<char>(value)) : std::nullopt;
}

void apply(const text_change& change, std::string& text) {
  if (!change.replaced) {
    text = change.text;
    return;
  }
  const auto begin = offset_of(text, change.replaced->start);
  const auto end = std::max(begin, offset_of(text, change.replaced->end));
  text.replace(begin, end - begin, change.text);
}

} // namespace

std::string to_path(std::string_view uri) {
  if (!uri.starts_with(scheme))
    return std::string(uri);
  uri.remove_prefix(scheme.size());
  std::string path;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const auto byte = escaped(uri.substr(i));
    path += byte.value_or(uri[i]);
    i += byte ? 2U : 0U;
  }
  return path;
}

std::string to_uri(std::string_view path) {
  if (!path.starts_with('/'))
    return std::string(path);
  std::string uri(scheme);
  for (const char c : path)
    if (is_plain(c))
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return uri;
}

void documents::open(const std::string& uri, int version, std::string text) {
  all_[uri] = {to_path(uri), version, std::move(text)};
}

bool documents::change(const std::string& uri, int version, const std::vector<text_change>& changes) {
  const auto found = all_.find(uri);
  if (found == all_.end())
    return false;
  found->second.version = version;
  for (const auto& each : changes)
    apply(each, found->second.text);
  return true;
}

void documents::close(const std::string& uri) {
  all_.erase(uri);
}

const document* documents::find(const std::string& uri) const {
  const auto found = all_.find(uri);
  return found == all_.end() ? nullptr : &found->second;
}

} // namespace proviso::editor
