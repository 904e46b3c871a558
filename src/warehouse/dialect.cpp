#include "warehouse/dialect.hpp"

#include "base/text.hpp"
#include "warehouse/embedded.hpp"

#include <algorithm>
#include <map>

namespace proviso::warehouse {
namespace {

constexpr std::size_t value_column = 12; // where values begin; what is further in stays so

using entries = std::map<std::string, std::string, std::less<>>;

std::string_view without_comment(std::string_view line) {
  line = line.substr(0, line.find('#'));
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

// An empty line, or one of only a comment, says nothing.
entries read_entries(std::string_view text) {
  entries all;
  std::string* last = nullptr;
  while (!text.empty()) {
    const auto line = without_comment(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
    const auto space = std::min(line.find(' '), line.size());
    const auto value = line.substr(std::min(line.find_first_not_of(' ', space), line.size()));
    if (space > 0)
      *(last = &all[std::string(line.substr(0, space))]) = value;
    else if (last != nullptr && !value.empty())
      *last += "\n" + std::string(line.substr(std::min(line.find_first_not_of(' '), value_column)));
  }
  return all;
}

std::vector<std::string> split(std::string_view text, std::string_view between) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(between), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + between.size(), text.size()));
  }
  return parts;
}

quoting read_quoting(std::string_view text) {
  const auto parts = split(text, " ");
  return {parts.at(0), parts.at(1)};
}

dialect read_dialect(const embedded_file& file) {
  const auto all = read_entries(file.text);
  const auto session = all.find("session");
  return {std::string(file.path.substr(0, file.path.find('.'))),
          split(all.at("engines"), ", "),
          read_quoting(all.at("identifier")),
          read_quoting(all.at("text")),
          all.at("second"),
          all.at("person"),
          all.at("lower"),
          all.at("remainder"),
          session == all.end() ? "" : session->second};
}

std::vector<dialect> read_dialects() {
  std::vector<dialect> all;
  for (const auto& file : embedded_dialects())
    all.push_back(read_dialect(file));
  return all;
}

} // namespace

const std::vector<dialect>& all_dialects() {
  static const auto all = read_dialects();
  return all;
}

std::vector<std::string_view> dialect_names() {
  std::vector<std::string_view> names;
  for (const auto& one : all_dialects())
    names.emplace_back(one.name);
  return names;
}

const dialect* find_dialect(std::string_view name) {
  const auto& all = all_dialects();
  const auto found = std::ranges::find(all, name, &dialect::name);
  return found == all.end() ? nullptr : &*found;
}

const dialect* dialect_of_engine(std::string_view engine) {
  for (const auto& one : all_dialects())
    for (const auto& name : one.engines)
      if (base::same_but_case(name, engine))
        return &one;
  return nullptr;
}

bool quotable(std::string_view text) {
  const auto refused = [](char c) { return c == '\\' || (c >= 0 && c < ' ') || c == '\x7f'; };
  return base::broken_utf8(text) == std::string_view::npos && std::ranges::none_of(text, refused);
}

std::string quoted(const quoting& how, std::string_view text) {
  std::string all = how.quote;
  for (const char c : text)
    all += how.quote.front() == c ? how.inner : std::string(1, c);
  return all + how.quote;
}

std::string filled(std::string_view pattern, std::string_view text) {
  std::string all;
  for (auto hole = pattern.find("{}"); hole != pattern.npos; hole = pattern.find("{}")) {
    all.append(pattern.substr(0, hole)).append(text);
    pattern.remove_prefix(hole + 2);
  }
  return all.append(pattern);
}

} // namespace proviso::warehouse
