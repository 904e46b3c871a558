#include "warehouse/statement.hpp"

#include "base/text.hpp"
#include "logins/vocabulary.hpp"
#include "warehouse/embedded.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <utility>

namespace proviso::warehouse {
namespace {

using holes = std::map<std::string, std::string, std::less<>>;

constexpr std::int64_t seconds_a_day = 86'400;
constexpr std::int64_t around = 2 * seconds_a_day; // farther from a month no clock shows one of its days

std::string_view statement_text(std::string_view name) {
  const auto all = embedded_statements();
  return std::ranges::find(all, name, &embedded_file::path)->text;
}

std::int64_t start_of(base::day d) {
  return d.time_since_epoch().count() * seconds_a_day;
}

std::string column(const dialect& in, const std::string& name) {
  return name.empty() ? "''" : "t." + quoted(in.identifier, name);
}

// Null, as in a row of another kind, is a text that no name is.
std::string optional_column(const dialect& in, const std::string& name) {
  return name.empty() ? "''" : fmt::format("coalesce({}, '')", column(in, name));
}

std::string table(const dialect& in, const table_name& name) {
  std::string all;
  for (const auto& part : name)
    all += (all.empty() ? "" : ".") + quoted(in.identifier, part);
  return all;
}

std::string list(const dialect& in, const std::vector<std::string>& texts, std::string_view pattern = "{}") {
  std::string all;
  for (const auto& text : texts)
    all += (all.empty() ? "" : ", ") + filled(pattern, quoted(in.text, text));
  return all;
}

// Whether a column of local_row holds one of the texts, in any case; the engine itself lowers both.
std::string is_any_of(const dialect& in, std::string_view column, const std::vector<std::string>& texts) {
  return fmt::format("{} IN ({})", filled(in.lower, column), list(in, texts, in.lower));
}

// Whether a column holds one of the names, in any of their spellings; the case of one-letter codes counts.
std::string is_named(const dialect& in, std::string_view column, std::span<const logins::spelling> known,
                     const std::vector<std::string>& names) {
  std::vector<std::string> words;
  std::vector<std::string> codes;
  const auto add = [](std::vector<std::string>& to, std::string_view text) {
    if (std::ranges::find(to, text) == to.end())
      to.emplace_back(text);
  };
  for (const auto& name : names) {
    add(name.size() == 1 ? codes : words, name);
    for (const auto& each : known)
      if (logins::same_name({&each, 1}, name, each.api)) {
        add(words, each.api);
        add(words, each.label);
        if (!each.code.empty())
          add(codes, each.code);
      }
  }
  std::vector<std::string> conditions;
  if (!words.empty())
    conditions.push_back(is_any_of(in, column, words));
  if (!codes.empty())
    conditions.push_back(fmt::format("{} IN ({})", column, list(in, codes)));
  return fmt::format("{}", fmt::join(conditions, " OR "));
}

std::string is_named(const dialect& in, const std::vector<std::string>& names) {
  return fmt::format("({} OR {})", is_named(in, "login_type", logins::login_types(), names),
                     is_named(in, "login_subtype", logins::login_subtypes(), names));
}

std::string branch(const std::string& condition, std::string_view fate) {
  return condition.empty() ? "" : fmt::format("WHEN {} THEN '{}'", condition, fate);
}

std::vector<std::string> texts_of(std::span<const std::string_view> views) {
  return {views.begin(), views.end()};
}

std::string internal(const setting& all) {
  std::vector<std::string> conditions;
  if (!all.logins.type.empty())
    conditions.push_back(
        is_named(all.in, "login_type", logins::login_types(), {std::string(logins::internal_login())}));
  if (!all.logins.kind.empty())
    conditions.push_back(is_any_of(all.in, "user_kind", texts_of(logins::internal_user_types())));
  return fmt::format("{}", fmt::join(conditions, " OR "));
}

std::string excluded(const setting& all, const logins::way& way) {
  std::vector<std::string> conditions;
  if (!way.only.empty())
    conditions.push_back("NOT " + is_named(all.in, way.only));
  if (!way.except.empty())
    conditions.push_back(is_named(all.in, way.except));
  return fmt::format("{}", fmt::join(conditions, " OR "));
}

// What tells a row from others: its id, else request and session.
std::string login(const setting& all) {
  const auto& columns = all.logins;
  return columns.id.empty() ? fmt::format("{} || ' ' || {}", optional_column(all.in, columns.request),
                                          optional_column(all.in, columns.key))
                            : optional_column(all.in, columns.id);
}

std::string bad_login(const setting& all) {
  return all.logins.id.empty() ? "login = ' '" : "length(login) NOT IN (15, 18)";
}

std::string distinct_logins(const setting& all) {
  return fmt::format("count(DISTINCT {})", all.logins.id.empty() ? "login" : filled(all.in.person, "login"));
}

// CASE with a branch for each piece but the last; the last alone where there is one.
std::string cases(const std::vector<std::pair<std::int64_t, std::string>>& until, std::string_view subject,
                  const std::string& last) {
  if (until.empty())
    return last;
  std::string all = "CASE\n";
  for (const auto& [limit, value] : until)
    all += fmt::format("  WHEN {} < {} THEN {}\n", subject, limit, value);
  return all + fmt::format("  ELSE {}\nEND", last);
}

// The second since the first month began, on the clocks of the zone.
std::string local_time(const setting& all) {
  const auto start = start_of(all.asked.months.front());
  const auto end = start_of(all.asked.months.back());
  const auto since = [&](std::int32_t offset) {
    const auto origin = start - offset;
    return origin < 0 ? fmt::format("instant + {}", -origin) : fmt::format("instant - {}", origin);
  };
  const auto& stretches = all.zone.stretches();
  std::vector<std::pair<std::int64_t, std::string>> until;
  auto last = stretches.front().offset;
  for (const auto& next : stretches)
    if (next.from <= start - around)
      last = next.offset;
    else if (next.from < end + around && next.offset != last)
      until.emplace_back(next.from, since(std::exchange(last, next.offset)));
  return cases(until, "instant", since(last));
}

// The first day of the month that holds a day.
std::string month(const setting& all) {
  const auto& months = all.asked.months;
  const auto named = [](base::day first) { return "'" + base::to_string(first) + "'"; };
  std::vector<std::pair<std::int64_t, std::string>> until;
  for (std::size_t i = 0; i + 2 < months.size(); ++i)
    until.emplace_back(start_of(months[i + 1]) - start_of(months[0]), named(months[i]));
  return cases(until, "day_start", named(months[months.size() - 2]));
}

// Lines after the first as far in as the hole is.
std::string indented(std::string_view text, std::size_t by) {
  std::string all;
  for (const char c : text) {
    all += c;
    if (c == '\n')
      all.append(by, ' ');
  }
  return all;
}

// A line of nothing but an empty hole goes.
std::string fill(std::string_view text, const holes& with) {
  std::string all;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    std::string made;
    bool gone = false;
    auto rest = line;
    for (auto hole = rest.find('{'); hole != rest.npos; hole = rest.find('{')) {
      const auto end = rest.find('}', hole);
      const auto& value = with.find(rest.substr(hole + 1, end - hole - 1))->second;
      gone = gone || (value.empty() && line.find_first_not_of(' ') == hole && end + 1 == line.size());
      made.append(rest.substr(0, hole))
          .append(indented(value, made.find_first_not_of(' ') == made.npos ? hole : 0));
      rest.remove_prefix(end + 1);
    }
    if (!gone)
      all += made.append(rest) + '\n';
  }
  all.pop_back();
  return all;
}

// The statement up to the rows with what becomes of each.
std::string judged(const setting& all, const logins::way& way) {
  const auto& in = all.in;
  const auto& question = all.asked;
  const bool every = way.unit == logins::unit::every_login;
  return fill(statement_text("judged.sql"),
              {{"user", column(in, all.logins.user)},
               {"second", filled(in.second, column(in, all.logins.time))},
               {"status", column(in, all.logins.status)},
               {"type", optional_column(in, all.logins.type)},
               {"subtype", optional_column(in, all.logins.subtype)},
               {"kind", optional_column(in, all.logins.kind)},
               {"login", every ? login(all) : "''"},
               {"table", table(in, all.from.table)},
               {"zone", question.zone},
               {"start", base::to_string(question.months.front())},
               {"local", local_time(all)},
               {"person", filled(in.person, "user_id")},
               {"bad_login", branch(every ? bad_login(all) : "", "bad id")},
               {"succeeded", list(in, texts_of(logins::successes()))},
               {"status_lower", filled(in.lower, "status")},
               {"succeeded_lower", list(in, texts_of(logins::successes()), in.lower)},
               {"internal", branch(internal(all), "internal")},
               {"length", std::to_string(start_of(question.months.back()) - start_of(question.months.front()))},
               {"excluded", branch(excluded(all, way), "excluded")}});
}

std::string holders(const setting& all) {
  return fill(statement_text("holders.sql"),
              {{"member_person", filled(all.in.person, column(all.in, all.users->id))},
               {"member_license", column(all.in, all.users->license)},
               {"users", table(all.in, *all.from.users)}});
}

void check_quotable(std::string_view text, const base::span at, base::diagnostics& faults) {
  if (!quotable(text))
    faults.push_back({fmt::format("'{}' cannot stand in a statement", base::harmless(text)),
                      at,
                      "texts hold no backslash, no control character, and only UTF-8",
                      {}});
}

} // namespace

void check_quotable(const source& from, const logins::question& asked, base::diagnostics& faults) {
  const auto check = [&](const auto& texts) {
    for (const auto& text : texts)
      check_quotable(text, from.at, faults);
  };
  check(from.table);
  check(from.users.value_or(table_name{}));
  for (const auto& [word, name] : from.columns)
    check_quotable(name, from.at, faults);
  for (const auto& way : asked.ways) {
    check(way.only);
    check(way.except);
  }
}

std::string columns_statement(const dialect& in, const table_name& name) {
  return fmt::format("SELECT * FROM {} WHERE 1 = 0", table(in, name));
}

std::string fates_statement(const setting& all, const logins::way& way) {
  return fill(statement_text("fates.sql"), {{"judged", judged(all, way)}});
}

std::string histogram_statement(const setting& all, const logins::way& way) {
  using enum logins::unit;
  const bool licensed = all.users.has_value();
  return fill(statement_text("histogram.sql"),
              {{"judged", judged(all, way)},
               {"remainder", filled(all.in.remainder, "since_start")},
               {"logins_of_day", way.unit == every_login ? distinct_logins(all) : "1"},
               {"logins_of_month", way.unit == per_user_month ? "1" : "sum(logins)"},
               {"month", month(all)},
               {"holders", licensed ? holders(all) : ""},
               {"license", licensed ? "coalesce(holder.license, '')" : "''"},
               {"join", licensed ? "\nLEFT JOIN holder ON holder.person = login_month.person" : ""},
               {"license_and", licensed ? "holder.license, " : ""}});
}

// No text within holds a line end, so what begins a line is the template's.
std::string for_engine(std::string_view statement) {
  std::string all;
  while (!statement.empty()) {
    const auto line = statement.substr(0, statement.find('\n'));
    statement.remove_prefix(std::min(line.size() + 1, statement.size()));
    if (!line.substr(std::min(line.find_first_not_of(' '), line.size())).starts_with("--"))
      all.append(line) += '\n';
  }
  return all;
}

} // namespace proviso::warehouse
