// Whatever a command line or a contract says, it stays between the quotes of a statement, and a source neither
// crashes nor shows a password. Lines of the input: a dialect's number, a table's name, a column's, a login
// type, a source.
#include "warehouse/count.hpp"
#include "warehouse/dialect.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace proviso {
namespace {

// A statement without what stands between its quotes.
std::string skeleton(std::string_view sql) {
  std::string all;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    all += sql[i];
    const char quote = sql[i];
    if (quote != '\'' && quote != '"' && quote != '`')
      continue;
    for (++i; i < sql.size() && (sql[i] != quote || (i + 1 < sql.size() && sql[i + 1] == quote)); ++i)
      i += sql[i] == '\\' || sql[i] == quote ? 1 : 0;
    all += quote;
  }
  return all;
}

std::string_view take_line(std::string_view& text) {
  const auto line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

std::optional<std::string> statements(const std::string& dialect, std::string_view table,
                                      std::string_view column, std::string_view type) {
  warehouse::source from;
  from.dialect = dialect;
  from.table = {"t" + std::string(table)};
  from.columns["time"] = "c" + std::string(column);
  logins::question asked;
  asked.months = {*base::parse_day("2027-02-01"), *base::parse_day("2027-03-01")};
  asked.ways = {{logins::unit::every_login, {"plain"}, {"no type " + std::string(type)}}};
  base::diagnostics faults;
  return warehouse::print_sql(from, asked, faults);
}

void read(std::string_view text) {
  base::diagnostics faults;
  const auto from = warehouse::read_source({"odbc:PWD=ge-heim;table=t;" + std::string(text), {}}, faults);
  for (const auto& fault : faults)
    if (fault.message.find("ge-heim") != std::string::npos && text.find("ge-heim") == std::string_view::npos)
      std::abort();
  if (from && from->shown.find("ge-heim") != std::string::npos &&
      text.find("ge-heim") == std::string_view::npos)
    std::abort();
}

void try_input(std::string_view text) {
  const auto& all = warehouse::all_dialects();
  const auto number = take_line(text);
  const auto& dialect = all[number.empty() ? 0 : static_cast<unsigned char>(number[0]) % all.size()].name;
  const auto table = take_line(text);
  const auto column = take_line(text);
  const auto type = take_line(text);
  const auto hostile = statements(dialect, table, column, type);
  if (hostile && skeleton(*hostile) != skeleton(*statements(dialect, "", "", "")))
    std::abort();
  read(text);
}

} // namespace
} // namespace proviso

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  proviso::try_input({reinterpret_cast<const char*>(data), size});
  return 0;
}
