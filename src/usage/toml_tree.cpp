#include "usage/toml_tree.hpp"

#include "usage/positions.hpp"
#include "usage/toml_fault.hpp"
#include "usage/toml_guard.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>
#include <toml++/toml.h>

namespace proviso::usage {
namespace {

constexpr int deepest = 16; // no key of a plan lies deeper; what does is not copied

class copier {
public:
  copier(std::string_view text, std::uint32_t source) : text_(text), source_(source), at_(text) {}

  toml_value copy(const ::toml::node& node, int depth = 0) const;
  base::diagnostic fault(const ::toml::parse_error& error) const;

private:
  base::span span(const ::toml::source_region& region) const;
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

base::diagnostic copier::fault(const ::toml::parse_error& error) const {
  const auto [line, column] = error.source().begin;
  return toml_fault(error.description(), text_,
                    {source_, at_.offset(line, column), at_.offset(line, column + 1)});
}

// Whether the parser breaks a promise to itself, which it makes about its input in some places without a check.
bool breaks(std::string_view text) {
  try {
    (void)::toml::parse(text);
  } catch (const ::toml::parse_error&) {
    return false;
  } catch (const std::logic_error&) {
    return true;
  }
  return false;
}

// The character it broke on: the last one of the shortest start of the text that breaks it.
base::diagnostic broken(std::string_view text, std::uint32_t source) {
  std::size_t sound = 0;
  std::size_t broken = text.size();
  while (broken - sound > 1) {
    const auto middle = sound + (broken - sound) / 2;
    (breaks(text.substr(0, middle)) ? broken : sound) = middle;
  }
  const auto begin = static_cast<std::uint32_t>(broken - 1);
  const auto what =
      text[begin] == '\n' ? "the line ends too early" : fmt::format("'{}' does not belong here", text[begin]);
  return {"this is not TOML: " + what, {source, begin, begin + 1}, {}, {}};
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
  const auto text = from[source].text();
  const copier copies(text, source);
  try {
    return copies.copy(::toml::parse(text));
  } catch (const ::toml::parse_error& error) {
    faults.push_back(copies.fault(error));
  } catch (const std::logic_error&) {
    faults.push_back(broken(text, source));
  }
  return std::nullopt;
}

} // namespace proviso::usage
