#include "usage/toml_fault.hpp"

#include "usage/toml_message.hpp"
#include "usage/values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::usage {
namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::string_view blanks = " \t";

base::span between(std::uint32_t source, std::size_t begin, std::size_t end) {
  return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool in_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("+-._:").find(c) != nowhere;
}

// The word around the place, or the one that ends there.
base::span word(std::string_view text, base::span place) {
  auto [source, begin, end] = place;
  if (begin < end && !in_word(text[begin]))
    end = begin;
  while (begin > 0 && in_word(text[begin - 1]))
    --begin;
  while (end < text.size() && in_word(text[end]))
    ++end;
  return begin < end ? base::span{source, begin, end} : place;
}

// Whether a header with that name stands here.
bool is_header(std::string_view text, std::string_view name) {
  for (const char c : text) {
    if (name.empty() || (c != name[0] && c != '[' && blanks.find(c) == nowhere))
      break;
    if (c == name[0])
      name.remove_prefix(1);
  }
  return text.starts_with('[') && name.empty();
}

base::span key_before(std::string_view text, std::uint32_t source, std::size_t equals) {
  const auto end = text.substr(0, equals).find_last_not_of(blanks) + 1;
  const auto start = text.substr(0, end).find_last_of("\n{,") + 1;
  return between(source, std::min(text.find_first_not_of(blanks, start), end), end);
}

base::span header_at(std::string_view text, std::uint32_t source, std::size_t begin) {
  const auto close = std::min(text.find_first_of("]\n", begin), text.size());
  return between(source, begin, std::min(text.find_first_not_of(']', close), text.size()));
}

// The parser stops at the value of a key, at a header it has read before, but after one that passes through a
// value.
base::diagnostic stated_again(const toml_message& message, std::string_view text, base::span place) {
  const auto [source, begin, end] = place;
  const auto words = [&](base::span at) { return shown(text.substr(at.begin, at.end - at.begin)); };
  const auto before = text.substr(0, begin).find_last_not_of(blanks);
  if (is_header(text.substr(begin), message.name)) {
    const auto header = header_at(text, source, begin);
    return {fmt::format("'{}' is stated twice", words(header)), header, {}, {}};
  }
  if (before != nowhere && text[before] == '=') {
    const auto key = key_before(text, source, before);
    return {fmt::format("'{}' is stated twice", words(key)), key, {}, {}};
  }
  const auto last = std::min<std::size_t>(text.substr(0, begin).find_last_of(']'), begin);
  const auto line = text.substr(0, last).find_last_of('\n') + 1;
  const auto header = header_at(text, source, std::min(text.find_first_not_of(blanks, line), last));
  return {fmt::format("a part of '{}' is no table", words(header)), header, {}, {}};
}

} // namespace

base::diagnostic toml_fault(std::string_view description, std::string_view text, base::span place) {
  auto message = in_our_words(description);
  switch (message.at) {
  case toml_message::place::here: break;
  case toml_message::place::word: place = word(text, place); break;
  case toml_message::place::again: return stated_again(message, text, place);
  }
  return {std::move(message.text), place, {}, {}};
}

} // namespace proviso::usage
