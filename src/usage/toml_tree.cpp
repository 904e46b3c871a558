#include "usage/toml_tree.hpp"

#include "usage/positions.hpp"
#include "usage/toml_guard.hpp"
#include "usage/toml_message.hpp"
#include "usage/values.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace proviso::usage {
namespace {

constexpr int deepest = 16; // no key of a plan lies deeper; what does is not copied

class copier {
public:
  copier(const base::sources& from, std::uint32_t source)
      : text_(from[source].text()), source_(source), at_(text_) {}

  toml_value copy(const ::toml::node& node, int depth = 0) const;
  base::diagnostic fault(const ::toml::parse_error& error) const;

private:
  base::span span(const ::toml::source_region& region) const;
  base::span stated_again(std::uint32_t place) const;
  base::span word(base::span place) const;
  void copy_entries(toml_value& into, const ::toml::table& table, int depth) const;

  std::string_view text_;
  std::uint32_t source_;
  positions at_;
};

toml_value::kind kind_of(::toml::node_type type) {
  using enum toml_value::kind;
  switch (type) {
  case ::toml::node_type::string: return text;
  case ::toml::node_type::integer:
  case ::toml::node_type::floating_point: return number;
  case ::toml::node_type::boolean: return truth;
  case ::toml::node_type::date: return day;
  case ::toml::node_type::time:
  case ::toml::node_type::date_time: return moment;
  case ::toml::node_type::array: return list;
  default: return table;
  }
}

base::span copier::span(const ::toml::source_region& region) const {
  const auto begin = at_.offset(region.begin.line, region.begin.column);
  return {source_, begin, std::max(begin, at_.offset(region.end.line, region.end.column))};
}

void copier::copy_entries(toml_value& into, const ::toml::table& table, int depth) const {
  for (const auto& [key, value] : table)
    into.entries.push_back({std::string(key.str()), span(key.source()), copy(value, depth + 1)});
  std::ranges::sort(into.entries, {}, [](const toml_entry& e) { return e.key_at.begin; });
}

toml_value copier::copy(const ::toml::node& node, int depth) const {
  toml_value result{kind_of(node.type()), {}, {}, {}, span(node.source())};
  const auto* const table = node.as_table();
  const auto* const list = node.as_array();
  if (table != nullptr && depth < deepest)
    copy_entries(result, *table, depth);
  else if (list != nullptr && depth < deepest)
    for (const auto& item : *list)
      result.items.push_back(copy(item, depth + 1));
  else if (const auto* const string = node.as_string())
    result.text = string->get();
  else if (table == nullptr && list == nullptr)
    result.text = text_.substr(result.at.begin, result.at.end - result.at.begin);
  return result;
}

// The key or header that was stated before. The parser complains after the `=` of the key, and at or after the
// header.
base::span copier::stated_again(std::uint32_t place) const {
  constexpr std::string_view blanks = " \t";
  const auto before = text_.substr(0, place).find_last_not_of(blanks);
  const bool key = before != std::string_view::npos && text_[before] == '=';
  const auto ends = key ? before : place; // what is looked for starts before
  const auto start = text_.substr(0, ends).find_last_of(key ? "\n{," : "\n") + 1;
  const auto begin = std::min<std::size_t>(text_.find_first_not_of(blanks, start), place);
  const auto end = key ? text_.substr(0, ends).find_last_not_of(blanks) + 1
                       : text_.find_first_not_of(']', text_.find_first_of("]\n", begin));
  return {source_, static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(std::clamp(end, begin, text_.size()))};
}

// The word around the place, or the one that ends there.
base::span copier::word(base::span place) const {
  const auto in_word = [&](std::uint32_t at) {
    const char c = text_[at];
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("+-._:").find(c) != std::string_view::npos;
  };
  auto [source, begin, end] = place;
  if (begin < end && !in_word(begin))
    end = begin;
  while (begin > 0 && in_word(begin - 1))
    --begin;
  while (end < text_.size() && in_word(end))
    ++end;
  return begin < end ? base::span{source, begin, end} : place;
}

base::diagnostic copier::fault(const ::toml::parse_error& error) const {
  auto [message, where] = in_our_words(error.description());
  const auto [line, column] = error.source().begin;
  base::span at{source_, at_.offset(line, column), at_.offset(line, column + 1)};
  if (where == toml_message::place::word)
    at = word(at);
  if (where == toml_message::place::again) {
    at = stated_again(at.begin);
    message = fmt::format("'{}' is stated twice", shown(text_.substr(at.begin, at.end - at.begin)));
  }
  return {std::move(message), at, {}, {}};
}

} // namespace

const toml_entry* toml_value::find(std::string_view key) const {
  const auto found = std::ranges::find(entries, key, &toml_entry::key);
  return found == entries.end() ? nullptr : &*found;
}

std::optional<toml_value> read_toml(const base::sources& from, std::uint32_t source,
                                    base::diagnostics& faults) {
  if (!fit_to_parse(from, source, faults))
    return std::nullopt;
  const copier copies(from, source);
  try {
    return copies.copy(::toml::parse(from[source].text()));
  } catch (const ::toml::parse_error& error) {
    faults.push_back(copies.fault(error));
    return std::nullopt;
  }
}

} // namespace proviso::usage
