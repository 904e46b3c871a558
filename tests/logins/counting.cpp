#include "logins/counting.hpp"

#include "support/folder.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace proviso::logins {
namespace {

std::string days_of(const user& who, std::size_t way, const question& asked) {
  std::string text;
  for (std::size_t month = 0; month < who.months; ++month) {
    for (int day = 0; day < 32; ++day)
      if (((who.days(way, month) >> day) & 1U) != 0)
        text += " " + base::to_string(asked.months[month] + std::chrono::days(day));
    if (who.logins(way, month) > 0)
      text += fmt::format(" ×{}", who.logins(way, month));
  }
  return text;
}

std::string line_of(const user& who, const question& asked) {
  std::string line = std::string(who.id) + std::string(who.name) + ":";
  for (std::size_t way = 0; way < who.ways; ++way)
    line += (way > 0 ? " |" : "") + days_of(who, way, asked);
  return line + "\n";
}

std::string names(const std::vector<name_count>& all) {
  std::string text;
  for (const auto& each : all)
    text += fmt::format("{}{} ×{}", text.empty() ? "" : ", ", each.name, each.rows);
  return text;
}

std::string figures_of(const figures& read) {
  auto text = fmt::format("rows {}, bad {}, failed {}, internal {}, successful {}, outside {}", read.rows,
                          read.bad, read.failed, read.internal, read.successful, read.outside);
  if (read.repeated)
    text += fmt::format(", repeated {}", *read.repeated);
  for (const auto each : read.excluded)
    text += each > 0 ? fmt::format(", excluded {}", each) : "";
  if (read.first)
    text += fmt::format("\n{} to {}", base::to_string(read.first->day), base::to_string(read.last->day));
  if (!read.login_types.empty())
    text += "\ntypes: " + names(read.login_types);
  if (!read.unknown_users.empty())
    text += "\nunknown users: " + names(read.unknown_users);
  if (read.elsewhere > 0)
    text += fmt::format("\nother events: {}", read.elsewhere);
  if (!read.unknown_statuses.empty())
    text += "\nunknown statuses: " + names(read.unknown_statuses);
  if (!read.untold_statuses.empty())
    text += fmt::format("\nuntold by status: {}", fmt::join(read.untold_statuses, " "));
  if (!read.untold_types.empty())
    text += fmt::format("\nuntold by type: {}", fmt::join(read.untold_types, " "));
  return text + "\n";
}

std::string without(std::string text, const std::string& part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
    text.erase(at, part.size());
  return text;
}

} // namespace

question months_of_2025(int count) {
  question asked;
  const base::day january = std::chrono::sys_days(std::chrono::year(2025) / 1 / 1);
  for (int month = 0; month <= count; ++month)
    asked.months.push_back(base::add_months(january, month));
  return asked;
}

std::string told(const std::optional<tally>& counted, const question& asked, const base::diagnostics& faults) {
  std::string text;
  if (counted) {
    std::set<std::string> lines;
    counted->each([&](const user& who) { lines.insert(line_of(who, asked)); });
    for (const auto& line : lines)
      text += line;
    text += figures_of(counted->read);
    for (const auto& each : counted->read.bad_rows)
      text += fmt::format("{}:{}: {}\n", each.file, each.line, each.reason);
  }
  for (const auto& each : faults) {
    text += "fault: " + each.message + "\n";
    text += each.help.empty() ? "" : "help: " + each.help + "\n";
  }
  return text;
}

std::string count_texts(const named_texts& files, const question& asked) {
  const support::temporary_folder folder;
  std::vector<std::string> places;
  for (const auto& [name, text] : files) {
    places.push_back((folder.path() / name).string());
    support::write_file(places.back(), text);
  }
  base::diagnostics faults;
  const auto counted = count(places, asked, faults);
  return without(told(counted, asked, faults), folder.path().string() + "/");
}

std::string count_text(const std::string& text, const question& asked) {
  return count_texts({{"h.csv", text}}, asked);
}

} // namespace proviso::logins
