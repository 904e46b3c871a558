#include "warehouse/columns.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace proviso::warehouse {
namespace {

// ODBC's numbers of the types of numbers, days and times of day: of none of them is it known what instant it
// means.
constexpr std::array types_of_no_instant{-7, -6, -5, 2, 3, 4, 5, 6, 7, 8, 91, 92};

enum class need { always, with_types, with_subtypes, never };

// Names are those of LoginHistory and of event log files of logins, the better one first, compared without case
// and underscores. An event log file has ids of 18 characters and ISO times in its derived columns.
template <typename Columns>
struct known_column {
  std::string_view word; // in `column.WORD`
  std::string Columns::*place;
  need needed;
  std::array<std::string_view, 3> names; // unused ones are empty
};

constexpr std::array<known_column<login_columns>, 9> of_logins{{
    {"user", &login_columns::user, need::always, {"UserId", "UserIdDerived"}},
    {"time", &login_columns::time, need::always, {"LoginTime", "TimestampDerived", "Timestamp"}},
    {"status", &login_columns::status, need::always, {"Status", "LoginStatus"}},
    {"type", &login_columns::type, need::with_types, {"LoginType"}},
    {"subtype", &login_columns::subtype, need::with_subtypes, {"LoginSubType"}},
    {"kind", &login_columns::kind, need::never, {"UserType"}},
    {"id", &login_columns::id, need::never, {"Id"}},
    {"request", &login_columns::request, need::never, {"RequestId"}},
    {"key", &login_columns::key, need::never, {"LoginKey"}},
}};

constexpr std::array<known_column<user_columns>, 2> of_users{{
    {"member", &user_columns::id, need::always, {"Id", "UserId"}},
    {"license",
     &user_columns::license,
     need::always,
     {"Profile.UserLicense.Name", "UserLicense.Name", "License"}},
}};

constexpr std::array<std::string_view, 11> words{"user", "time",    "status", "type",   "subtype", "kind",
                                                 "id",   "request", "key",    "member", "license"};

// Lower case, without what loaders put between words.
std::string spelled(std::string_view name) {
  auto text = base::lower(name);
  std::erase_if(text, [](char c) { return c == '_' || c == '.'; });
  return text;
}

const std::string* named_by(const source& from, std::string_view word) {
  const auto at = from.columns.find(word);
  return at == from.columns.end() ? nullptr : &at->second;
}

class finder {
public:
  finder(std::span<const described_column> there, const source& from, const table_name& table,
         base::diagnostics& faults)
      : there_(there), from_(from), table_(to_string(table)), faults_(faults) {
    for (const auto& column : there)
      names_.push_back(column.name);
  }

  template <typename Columns, std::size_t size>
  Columns find(const std::array<known_column<Columns>, size>& known, needed_names wanted) {
    Columns found;
    for (const auto& column : known) {
      const auto* name = named_by(from_, column.word);
      found.*column.place = name == nullptr ? by_names(column) : stated(*name);
      const bool needed = column.needed == need::always ||
                          (column.needed == need::with_types && wanted.types) ||
                          (column.needed == need::with_subtypes && wanted.subtypes);
      if ((found.*column.place).empty() && needed && name == nullptr)
        missing(column.word, column.names[0]);
    }
    return found;
  }

  void missing(std::string_view word, std::string_view name) {
    fault(fmt::format("table {} has no column '{}'", table_, name),
          fmt::format("name the column that holds it: column.{}=NAME", word));
  }

  void refuse_no_instants(const std::string& name) {
    for (const auto& column : there_)
      if (column.name == name &&
          std::ranges::find(types_of_no_instant, column.type) != types_of_no_instant.end())
        fault(fmt::format("column '{}' of table {} holds no instants", base::harmless(name), table_),
              "name another with column.time=NAME, or use a view");
  }

private:
  void fault(std::string message, std::string help) {
    faults_.push_back({std::move(message), from_.at, std::move(help), {}});
  }

  // The first of the names that the table has.
  template <typename Columns>
  std::string by_names(const known_column<Columns>& column) {
    for (const auto& name : column.names) {
      if (name.empty())
        break;
      const auto is_it = [&](const auto& there) { return spelled(there.name) == spelled(name); };
      const auto found = std::ranges::find_if(there_, is_it);
      if (found == there_.end())
        continue;
      const auto second = std::find_if(found + 1, there_.end(), is_it);
      if (second != there_.end())
        fault(fmt::format("table {} has two columns that may be '{}': '{}' and '{}'", table_, name,
                          base::harmless(found->name), base::harmless(second->name)),
              fmt::format("name the one that is: column.{}=NAME", column.word));
      return found->name;
    }
    return "";
  }

  std::string stated(const std::string& name) {
    if (std::ranges::find(names_, name) != names_.end())
      return name;
    fault(fmt::format("table {} has no column '{}'", table_, base::harmless(name)),
          base::harmless(base::did_you_mean(name, names_)));
    return "";
  }

  std::span<const described_column> there_;
  const source& from_;
  std::string table_;
  base::diagnostics& faults_;
  std::vector<std::string_view> names_;
};

template <typename Columns, std::size_t size>
Columns expected(const std::array<known_column<Columns>, size>& known, const source& from) {
  Columns columns;
  for (const auto& column : known) {
    const auto* name = named_by(from, column.word);
    columns.*column.place = name == nullptr ? std::string(column.names[0]) : *name;
  }
  return columns;
}

} // namespace

std::span<const std::string_view> column_words() {
  return words;
}

login_columns find_login_columns(std::span<const described_column> there, const source& from, bool every_row,
                                 needed_names names, base::diagnostics& faults) {
  finder in(there, from, from.table, faults);
  auto found = in.find(of_logins, names);
  if (every_row && found.id.empty() && (found.request.empty() || found.key.empty()))
    in.missing("id", "Id");
  in.refuse_no_instants(found.time);
  return found;
}

user_columns find_user_columns(std::span<const described_column> there, const source& from,
                               base::diagnostics& faults) {
  return finder(there, from, from.users.value_or(table_name{}), faults).find(of_users, {});
}

login_columns expected_login_columns(const source& from) {
  auto columns = expected(of_logins, from);
  columns.kind = named_by(from, "kind") == nullptr ? "" : columns.kind; // LoginHistory has none
  if (named_by(from, "request") == nullptr)
    columns.request = columns.key = "";
  else
    columns.id = "";
  return columns;
}

user_columns expected_user_columns(const source& from) {
  return expected(of_users, from);
}

} // namespace proviso::warehouse
