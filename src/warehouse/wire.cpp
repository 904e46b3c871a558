#include "warehouse/wire.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

namespace proviso::warehouse {
namespace {

constexpr std::size_t longest_size = 8; // digits of `longest_message`

std::string framed(std::string_view text) {
  return fmt::format("{}:{}", text.size(), text);
}

bool write_all(int to, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::send(to, text.data(), text.size(), MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The size that a frame begins with, and how long it is with its colon; empty where it is none, `more` where it
// may become one.
struct head {
  std::size_t size = 0;
  std::size_t length = 0;
  bool more = false;
};

std::optional<head> head_of(std::string_view text) {
  head found;
  const auto* last = text.data() + text.size();
  const auto [end, fault] = std::from_chars(text.data(), last, found.size);
  found.more = end == last && text.size() <= longest_size;
  if (found.more)
    return found;
  if (fault != std::errc() || end == last || *end != ':' || found.size > longest_message)
    return std::nullopt;
  found.length = static_cast<std::size_t>(end - text.data()) + 1;
  return found;
}

std::optional<message> fields_of(std::string_view text) {
  message fields;
  while (!text.empty()) {
    const auto head = head_of(text);
    if (!head || head->more || head->size > text.size() - head->length)
      return std::nullopt;
    fields.emplace_back(text.substr(head->length, head->size));
    text.remove_prefix(head->length + head->size);
  }
  return fields;
}

} // namespace

bool wire::send(const message& what) {
  std::string body;
  for (const auto& field : what)
    body += framed(field);
  return body.size() <= longest_message && write_all(out_, framed(body));
}

bool wire::fill() {
  std::array<char, 65536> block; // NOLINT(*-member-init): read into
  auto got = ::read(in_, block.data(), block.size());
  while (got < 0 && errno == EINTR)
    got = ::read(in_, block.data(), block.size());
  if (got <= 0)
    return false;
  seen_.erase(0, used_);
  used_ = 0;
  seen_.append(block.data(), static_cast<std::size_t>(got));
  return true;
}

std::optional<std::string> wire::frame() {
  for (;;) {
    const auto text = std::string_view(seen_).substr(used_);
    const auto head = head_of(text);
    if (!head)
      return std::nullopt;
    if (!head->more && head->size <= text.size() - head->length) {
      used_ += head->length + head->size;
      return std::string(text.substr(head->length, head->size));
    }
    if (!fill())
      return std::nullopt;
  }
}

std::optional<message> wire::receive() {
  const auto body = frame();
  return body ? fields_of(*body) : std::nullopt;
}

} // namespace proviso::warehouse
