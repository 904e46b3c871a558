#include "cli/options/option_values.hpp"

#include <algorithm>
#include <iterator>

namespace proviso::cli {
namespace {

using enum option_value::kind;

struct row {
  std::string_view option;
  std::string_view command; // empty: of any
  option_value value;
};

constexpr row rows[] = {
    {"plan", "", {file, {}}},
    {"metadata", "", {folder, {}}},
    {"out", "", {file, {}}},
    {"logins", "", {file, {}}},
    {"users", "", {file, {}}},
    {"assignments", "", {file, {}}},
    {"org", "", {file, {}}},
    {"list-users", "", {file, {}}},
    {"keyed-ids", "", {file, {}}},
    {"baseline", "", {file, {}}},
    {"changed", "", {file, {}}},
    {"evidence", "", {folder, {}}},
    {"rules", "", {folder, {}}},
    {"stdin-name", "", {file, {}}},
    {"folder", "init", {folder, {}}},
    {"sold-as", "init", {words, "logins members"}},
    {"fail-on", "", {words, "error warning info undetermined never"}},
    {"color", "", {words, "auto always never"}},
    {"date-format", "", {words, "dmy mdy ymd"}},
    {"format", "check", {words, "text concise json csv markdown html sarif junit github gitlab"}},
    {"output", "check", {words, "text= concise= json= csv= markdown= html= sarif= junit= github= gitlab="}},
    {"format", "usage", {words, "text toml csv json"}},
    {"format", "optimize", {words, "text json markdown"}},
    {"certificate", "", {file, {}}},
    {"format", "compare", {words, "text json markdown"}},
    {"format", "simulate", {words, "text json csv markdown"}},
    {"format", "test", {words, "text junit"}},
    {"format", "rules", {words, "text json"}},
    {"format", "schema", {words, "text json"}},
};

constexpr row arguments[] = {
    {"", "completions", {words, "bash zsh fish"}},
    {"", "schema", {words, "facts report baseline evidence simulation"}},
    {"", "check", {file, {}}},
    {"", "usage", {file, {}}},
    {"", "optimize", {file, {}}},
    {"", "verify", {file, {}}},
    {"", "compare", {file, {}}},
    {"", "simulate", {file, {}}},
    {"", "test", {file, {}}},
    {"", "explain", {file, {}}},
    {"", "fmt", {file, {}}},
};

} // namespace

option_value value_of(std::string_view command, std::string_view option) {
  const auto found = std::ranges::find_if(rows, [&](const row& each) {
    return each.option == option && (each.command.empty() || each.command == command);
  });
  return found == std::end(rows) ? option_value{} : found->value;
}

option_value argument_of(std::string_view command) {
  const auto found = std::ranges::find(arguments, command, &row::command);
  return found == std::end(arguments) ? option_value{} : found->value;
}

} // namespace proviso::cli
