#include "tables/reading.hpp"

#include "support/folder.hpp"

#include <fmt/format.h>

namespace proviso::tables {
namespace {

std::string shown(std::span<const cell> cells) {
  std::string text;
  for (const auto& each : cells)
    text += fmt::format("{}{}", text.empty() ? "" : "|", each.value_or("-"));
  return text;
}

} // namespace

std::string read_text(std::string_view text) {
  const support::temporary_folder folder;
  const auto path = (folder.path() / "file").string();
  support::write_file(path, text);
  base::diagnostics faults;
  std::string out;
  if (auto from = input::open(path, {}, faults, "t")) {
    const listener to{[&](const header& names) {
                        out += fmt::format("{}\n", fmt::join(names, "|"));
                        return true;
                      },
                      [&](const row& one) {
                        out += fmt::format("{}: {}\n", one.line, shown(one.cells));
                        return true;
                      },
                      [&](const bad_row& one) {
                        out += fmt::format("{}! {}\n", one.line, one.reason);
                        return true;
                      }};
    const bool whole = read_table(*from, to, faults);
    out += whole == faults.empty() ? "" : "whole and faults disagree\n";
  }
  for (const auto& fault : faults)
    out += fmt::format("fault: {}\n{}", fault.message,
                       fault.help.empty() ? "" : fmt::format("help: {}\n", fault.help));
  return out;
}

} // namespace proviso::tables
