#include "warehouse/source.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "warehouse/columns.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace proviso::warehouse {
namespace {

constexpr std::string_view scheme = "odbc:";
constexpr std::string_view column_key = "column.";
constexpr std::array<std::string_view, 4> own_keys{"table", "users", "dialect", "column.time"};

// Keys of drivers whose values may be shown; any other may be a password under a name that only its driver
// knows.
constexpr std::array<std::string_view, 13> open_keys{"dsn",    "driver",   "server", "servername", "host",
                                                     "port",   "database", "uid",    "user",       "warehouse",
                                                     "schema", "catalog",  "filedsn"};
constexpr std::array<std::string_view, 7> secret_words{"pwd", "pass", "token", "secret", "key", "auth", "cred"};
constexpr std::size_t short_value = 4; // bytes; shorter ones of unknown keys, such as a "1", may be repeated

struct part {
  std::string raw; // as written, without the ';'
  std::string key; // in lower case
  std::string value;
};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == text.npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// The value in braces at the start, and how long it is as written; empty where the braces do not close.
std::optional<std::pair<std::string, std::size_t>> braced(std::string_view text) {
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != '}')
      value += text[i];
    else if (text.substr(i).starts_with("}}"))
      value += text[i++];
    else
      return std::pair(value, i + 1);
  }
  return std::nullopt;
}

// Takes one part from the front of the text, with the ';' after it. Empty where it is malformed.
std::optional<part> take_part(std::string_view& text) {
  const auto equals = text.find_first_of("=;");
  if (equals == text.npos || text[equals] == ';')
    return std::nullopt;
  part taken{"", base::lower(trimmed(text.substr(0, equals))), ""};
  const auto rest = text.substr(equals + 1);
  std::size_t length = std::min(rest.find(';'), rest.size());
  if (rest.starts_with('{')) {
    auto value = braced(rest);
    if (!value || (value->second < rest.size() && rest[value->second] != ';'))
      return std::nullopt;
    std::tie(taken.value, length) = *std::move(value);
  } else {
    taken.value = trimmed(rest.substr(0, length));
  }
  taken.raw = text.substr(0, equals + 1 + length);
  text.remove_prefix(std::min(taken.raw.size() + 1, text.size()));
  return taken;
}

// One part of a table's name at the front of the text, which it takes; empty where it is malformed.
std::optional<std::string> take_name(std::string_view& text) {
  std::string name;
  if (!text.starts_with('"')) {
    name = text.substr(0, text.find('.'));
    text.remove_prefix(name.size());
    return name.find('"') == name.npos ? std::optional(name) : std::nullopt;
  }
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != '"') {
      name += text[i];
    } else if (text.substr(i).starts_with("\"\"")) {
      name += text[i++];
    } else {
      text.remove_prefix(i + 1);
      return name;
    }
  }
  return std::nullopt;
}

constexpr std::size_t most_names = 3;

std::optional<table_name> read_table(std::string_view text) {
  table_name names;
  for (;;) {
    auto name = take_name(text);
    if (!name || name->empty() || names.size() == most_names)
      return std::nullopt;
    names.push_back(*std::move(name));
    if (text.empty())
      return names;
    if (text[0] != '.')
      return std::nullopt;
    text.remove_prefix(1);
  }
}

bool secret_key(std::string_view key) {
  return std::ranges::any_of(secret_words, [&](auto word) { return key.find(word) != key.npos; });
}

class reader {
public:
  reader(const base::stated<std::string>& text, base::diagnostics& faults) : text_(text), faults_(faults) {
    from_.at = text.at;
    from_.shown = scheme;
  }

  std::optional<source> read() {
    const auto before = faults_.size();
    read_parts();
    if (faults_.size() == before && from_.table.empty())
      fault(fmt::format("'{}' names no table", from_.shown), missing_table());
    std::ranges::sort(from_.secrets, std::ranges::greater(), &std::string::size);
    return faults_.size() == before ? std::optional(std::move(from_)) : std::nullopt;
  }

private:
  void fault(std::string message, std::string help) {
    faults_.push_back({std::move(message), text_.at, std::move(help), {}});
  }

  void read_parts() {
    std::string_view rest = text_.value;
    rest.remove_prefix(scheme.size());
    while (!trimmed(rest).empty()) {
      const auto part = take_part(rest);
      if (!part) // it may be the half of a password
        return fault(fmt::format("after '{}' comes no part of the form KEY=VALUE", from_.shown),
                     "a value that holds ';' stands in braces: PWD={a;b}");
      take(*part);
    }
  }

  void take(const part& of) {
    const bool own =
        of.key == "table" || of.key == "users" || of.key == "dialect" || of.key.starts_with(column_key);
    const bool open = own || base::is_one_of(open_keys, of.key);
    if (own && std::ranges::find(keys_, of.key) != keys_.end())
      return fault(fmt::format("'{}' is given twice", of.key), "");
    keys_.push_back(of.key);
    from_.shown += fmt::format("{}{}={}", from_.shown == scheme ? "" : ";", of.key,
                               open ? base::harmless(of.value) : "***");
    if (own)
      return take_own(of);
    from_.connection += (from_.connection.empty() ? "" : ";") + of.raw;
    if (!open && (secret_key(of.key) || of.value.size() >= short_value) && !of.value.empty())
      from_.secrets.push_back(of.value);
  }

  void take_own(const part& of) {
    if (of.key == "dialect")
      from_.dialect = of.value;
    else if (of.key == "table")
      from_.table = table(of).value_or(table_name{});
    else if (of.key == "users")
      from_.users = table(of);
    else
      take_column(of);
  }

  std::optional<table_name> table(const part& of) {
    auto names = read_table(of.value);
    if (!names)
      fault(fmt::format("'{}' is not the name of a table", base::harmless(of.value)),
            "up to three parts with dots between; a part that holds a dot stands in double quotes");
    return names;
  }

  void take_column(const part& of) {
    const auto held = of.key.substr(column_key.size());
    const auto all = column_words();
    if (!base::is_one_of(all, held))
      return fault(fmt::format("no column holds '{}'", base::harmless(held)),
                   base::nearest(held, all).empty() ? fmt::format("there are {}", fmt::join(all, ", "))
                                                    : base::did_you_mean(held, all));
    from_.columns[held] = of.value;
  }

  std::string missing_table() const {
    for (const auto& key : keys_)
      if (base::nearest(key, own_keys) == "table")
        return "did you mean 'table'?";
    return "add the table of logins: table=salesforce.login_history";
  }

  const base::stated<std::string>& text_;
  base::diagnostics& faults_;
  source from_;
  std::vector<std::string> keys_;
};

std::string quoted_if_needed(const std::string& name) {
  return name.find('.') == name.npos ? name : '"' + name + '"';
}

} // namespace

bool source::reachable() const {
  std::string_view rest = connection;
  while (const auto part = take_part(rest))
    if (part->key == "dsn" || part->key == "driver" || part->key == "filedsn")
      return true;
  return false;
}

bool is_source(std::string_view text) {
  return base::same_but_case(text.substr(0, scheme.size()), scheme);
}

std::optional<source> read_source(const base::stated<std::string>& text, base::diagnostics& faults) {
  return reader(text, faults).read();
}

std::string to_string(const table_name& name) {
  std::string text;
  for (const auto& part : name)
    text += (text.empty() ? "" : ".") + quoted_if_needed(part);
  return base::harmless(text);
}

std::string without_secrets(std::string text, const source& of) {
  for (const auto& secret : of.secrets)
    for (auto at = text.find(secret); at != text.npos; at = text.find(secret, at + 3))
      text.replace(at, secret.size(), "***");
  return base::harmless(text);
}

} // namespace proviso::warehouse
