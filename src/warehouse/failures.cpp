#include "warehouse/failures.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>
#include <string_view>

namespace proviso::warehouse {
namespace {

// States that begin so, of ODBC and of engines that pass their own on.
struct known_state {
  std::string_view begins;
  std::string_view means;
  std::string_view help;
};

constexpr std::array<known_state, 5> when_connecting{{
    {"IM002", "there is no such data source or driver",
     "'odbcinst -q -s' lists data sources, 'odbcinst -q -d' drivers"},
    {"IM", "the driver cannot be used", "'odbcinst -q -d' lists drivers"},
    {"01000", "the driver cannot be loaded", "install it; 'odbcinst -q -d' lists drivers"},
    {"28", "the login is refused", "check UID and PWD"},
    {"08", "the engine is not reached or refuses the login", "check server, port, database, UID and PWD"},
}};

constexpr std::array<known_state, 4> when_reading{{
    {"42S02", "there is no such table", "write schema and table as the engine stores them: case matters"},
    {"42P01", "there is no such table", "write schema and table as the engine stores them: case matters"},
    {"3F000", "there is no such schema", "write schema and table as the engine stores them: case matters"},
    {"42501", "it may not be read", "the login needs the right to read it"},
}};

const known_state* find(std::span<const known_state> all, const refusal& why) {
  const auto known =
      std::ranges::find_if(all, [&](const auto& state) { return why.state.starts_with(state.begins); });
  return known == all.end() ? nullptr : &*known;
}

// Drivers write their messages on several lines.
std::string in_one_line(std::string_view text) {
  std::string all;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      all += c;
    else if (!all.empty() && all.back() != ' ')
      all += ' ';
  }
  return all.substr(0, all.find_last_not_of(' ') + 1);
}

base::diagnostic explained(const std::string& what, const known_state* known, const refusal& why,
                           const source& from, std::string_view help) {
  const auto said = without_secrets(in_one_line(why.text), from);
  if (known == nullptr)
    return {fmt::format("{}: {}", what, said), from.at, std::string(help), {}};
  return {fmt::format("{}: {} ({})", what, known->means, said), from.at, std::string(known->help), {}};
}

} // namespace

base::diagnostic cannot_connect(const refusal& why, const source& from) {
  return explained(fmt::format("cannot connect to '{}'", from.shown), find(when_connecting, why), why, from,
                   why.state.empty() ? "proviso-odbc is built beside proviso, and needs unixODBC" : "");
}

base::diagnostic cannot_read(const refusal& why, const table_name& table, const source& from) {
  return explained(fmt::format("cannot read table {}", to_string(table)), find(when_reading, why), why, from,
                   "write schema and table as the engine stores them: case matters");
}

base::diagnostic cannot_count(const refusal& why, const source& from) {
  return explained(fmt::format("cannot count the logins of table {}", to_string(from.table)), nullptr, why,
                   from, "--print-sql shows the statements; 'dialect=' in the source names another dialect");
}

} // namespace proviso::warehouse
