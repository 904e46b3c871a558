#include "base/source.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

namespace proviso::base {
namespace {

bool leads(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

} // namespace

source::source(std::string name, std::string text)
    : name_(std::move(name)), owned_(std::move(text)), text_(owned_) {}

source::source(std::string name, lasting text) : name_(std::move(name)), text_(text.text) {}

source::source(std::string name, std::size_t most) : name_(std::move(name)), unread_(most) {}

void source::read() const {
  const auto most = std::exchange(unread_, 0);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(name_.c_str(), "rb"), std::fclose);
  if (!file)
    return;
  std::array<char, 64 * 1024> piece{};
  for (std::size_t got = 1; got > 0 && owned_.size() < most;) {
    got = std::fread(piece.data(), 1, std::min(piece.size(), most - owned_.size()), file.get());
    owned_.append(piece.data(), got);
  }
  text_ = owned_;
}

void source::index_lines() const {
  if (!starts_.empty())
    return;
  if (unread_ > 0)
    read();
  starts_.push_back(0);
  for (auto end = text_.find('\n'); end != std::string::npos; end = text_.find('\n', end + 1))
    starts_.push_back(static_cast<std::uint32_t>(end + 1));
}

location source::locate(std::uint32_t offset) const {
  index_lines();
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto start = *(next - 1);
  const auto stop = std::min<std::size_t>(offset, text_.size());
  const auto column =
      std::count_if(text_.begin() + start, text_.begin() + static_cast<std::ptrdiff_t>(stop), leads);
  return {static_cast<std::size_t>(next - starts_.begin()), static_cast<std::size_t>(column) + 1};
}

std::string_view source::line(std::size_t number) const {
  index_lines();
  if (number == 0 || number > starts_.size())
    return {};
  const auto begin = starts_[number - 1];
  auto line = text().substr(begin);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r'))
    line.remove_suffix(1);
  return line;
}

std::uint32_t source::offset(location at) const {
  index_lines();
  if (at.line == 0 || at.line > starts_.size())
    return static_cast<std::uint32_t>(text_.size());
  const auto begin = starts_[at.line - 1];
  const auto content = line(at.line);
  std::size_t byte = 0;
  for (std::size_t column = 1; byte < content.size(); ++byte)
    if (leads(content[byte]) && column++ == at.column)
      break;
  return begin + static_cast<std::uint32_t>(byte);
}

std::uint32_t sources::add(std::string name, std::string text) {
  all_.emplace_back(std::move(name), std::move(text));
  return static_cast<std::uint32_t>(all_.size());
}

std::uint32_t sources::add(std::string name, lasting text) {
  all_.emplace_back(std::move(name), text);
  return static_cast<std::uint32_t>(all_.size());
}

std::uint32_t sources::add_file(std::string path, std::size_t most) {
  all_.emplace_back(std::move(path), most);
  return static_cast<std::uint32_t>(all_.size());
}

std::string_view sources::text(span at) const {
  if (!at.somewhere())
    return {};
  const auto all = (*this)[at.source].text();
  return at.begin < all.size() ? all.substr(at.begin, at.end - at.begin) : std::string_view{};
}

} // namespace proviso::base
