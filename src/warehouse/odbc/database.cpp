#include "warehouse/odbc/database.hpp"

#include <array>
#include <sql.h>
#include <sqlext.h>

namespace proviso::warehouse {
namespace {

constexpr std::size_t longest_cell = 65536; // bytes: a name or a number is shorter
constexpr int most_records = 5;             // of an error
constexpr SQLULEN login_seconds = 60;

bool succeeded(SQLRETURN code) {
  return SQL_SUCCEEDED(code);
}

// ODBC takes texts it does not change as mutable ones.
SQLCHAR* text_of(const std::string& text) {
  return reinterpret_cast<SQLCHAR*>(const_cast<char*>(text.c_str()));
}

std::string text_of(const SQLCHAR* text) {
  return reinterpret_cast<const char*>(text);
}

// Numbers are passed where an attribute may also be a pointer.
SQLPOINTER number(SQLULEN value) {
  return reinterpret_cast<SQLPOINTER>(value);
}

odbc_error error_of(SQLSMALLINT kind, SQLHANDLE handle) {
  std::string state;
  std::string all;
  std::array<SQLCHAR, 6> record_state{};
  std::array<SQLCHAR, 2048> text{};
  SQLINTEGER native = 0;
  SQLSMALLINT length = 0;
  for (SQLSMALLINT record = 1; record <= most_records; ++record) {
    if (!succeeded(SQLGetDiagRec(kind, handle, record, record_state.data(), &native, text.data(),
                                 static_cast<SQLSMALLINT>(text.size()), &length)))
      break;
    state = state.empty() ? text_of(record_state.data()) : state;
    all += (all.empty() ? "" : "; ") + text_of(text.data());
  }
  return {state, all.empty() ? "the driver does not say why" : all};
}

void check(SQLRETURN code, SQLSMALLINT kind, SQLHANDLE handle) {
  if (!succeeded(code))
    throw error_of(kind, handle);
}

class handle {
public:
  handle(SQLSMALLINT kind, SQLHANDLE parent, SQLSMALLINT parent_kind) : kind_(kind) {
    if (!succeeded(SQLAllocHandle(kind, parent, &value_)))
      throw parent == SQL_NULL_HANDLE ? odbc_error("", "out of memory") : error_of(parent_kind, parent);
  }
  handle(const handle&) = delete;
  handle& operator=(const handle&) = delete;
  ~handle() { SQLFreeHandle(kind_, value_); }

  [[nodiscard]] SQLHANDLE get() const { return value_; }
  void check(SQLRETURN code) const { warehouse::check(code, kind_, value_); }

private:
  SQLSMALLINT kind_;
  SQLHANDLE value_ = SQL_NULL_HANDLE;
};

handle new_environment() {
  return {SQL_HANDLE_ENV, SQL_NULL_HANDLE, 0};
}

result_column column(const handle& statement, SQLUSMALLINT place) {
  std::array<SQLCHAR, 1024> name{};
  SQLSMALLINT length = 0;
  SQLSMALLINT type = 0;
  SQLULEN size = 0;
  SQLSMALLINT digits = 0;
  SQLSMALLINT nullable = 0;
  statement.check(SQLDescribeCol(statement.get(), place, name.data(), static_cast<SQLSMALLINT>(name.size()),
                                 &length, &type, &size, &digits, &nullable));
  return {text_of(name.data()), type};
}

std::vector<result_column> columns(const handle& statement) {
  SQLSMALLINT count = 0;
  statement.check(SQLNumResultCols(statement.get(), &count));
  std::vector<result_column> all;
  for (SQLUSMALLINT place = 1; place <= static_cast<SQLUSMALLINT>(count); ++place)
    all.push_back(column(statement, place));
  return all;
}

// A long text comes in pieces, each ended by a zero.
cell read_cell(const handle& statement, SQLUSMALLINT place) {
  std::string all;
  std::array<char, 4096> piece; // NOLINT(*-member-init): read into
  for (;;) {
    SQLLEN length = 0;
    const auto code = SQLGetData(statement.get(), place, SQL_C_CHAR, piece.data(),
                                 static_cast<SQLLEN>(piece.size()), &length);
    if (code == SQL_NO_DATA)
      return all;
    statement.check(code);
    if (length == SQL_NULL_DATA)
      return std::nullopt;
    const bool cut = length == SQL_NO_TOTAL || length >= static_cast<SQLLEN>(piece.size());
    all.append(piece.data(), cut ? piece.size() - 1 : static_cast<std::size_t>(length));
    if (!cut)
      return all;
    if (all.size() > longest_cell)
      throw odbc_error("", "a value is too long");
  }
}

void read_rows(const handle& statement, std::size_t width, const row_reader& reader) {
  std::vector<cell> row(width);
  for (;;) {
    const auto code = SQLFetch(statement.get());
    if (code == SQL_NO_DATA)
      return;
    statement.check(code);
    for (std::size_t i = 0; i < width; ++i)
      row[i] = read_cell(statement, static_cast<SQLUSMALLINT>(i + 1));
    reader.row(row);
  }
}

} // namespace

struct database::handles {
  handle environment = new_environment();
  std::optional<handle> connection;
};

database::database(const std::string& connection) : handles_(std::make_unique<handles>()) {
  const auto& environment = handles_->environment;
  environment.check(
      SQLSetEnvAttr(environment.get(), SQL_ATTR_ODBC_VERSION, number(SQL_OV_ODBC3), SQL_IS_UINTEGER));
  const auto& link = handles_->connection.emplace(SQL_HANDLE_DBC, environment.get(), SQL_HANDLE_ENV);
  const auto set = [&](SQLINTEGER attribute, SQLULEN value) {
    SQLSetConnectAttr(link.get(), attribute, number(value), SQL_IS_UINTEGER); // a driver may lack it
  };
  set(SQL_ATTR_LOGIN_TIMEOUT, login_seconds);
  set(SQL_ATTR_ACCESS_MODE, SQL_MODE_READ_ONLY);
  link.check(SQLDriverConnect(link.get(), nullptr, text_of(connection), SQL_NTS, nullptr, 0, nullptr,
                              SQL_DRIVER_NOPROMPT));
  set(SQL_ATTR_TXN_ISOLATION, SQL_TXN_REPEATABLE_READ);
  set(SQL_ATTR_AUTOCOMMIT, SQL_AUTOCOMMIT_OFF);
}

database::~database() {
  if (handles_->connection) {
    SQLEndTran(SQL_HANDLE_DBC, handles_->connection->get(), SQL_ROLLBACK);
    SQLDisconnect(handles_->connection->get());
  }
}

std::string database::engine() const {
  std::array<SQLCHAR, 256> name{};
  SQLSMALLINT length = 0;
  const auto& link = *handles_->connection;
  link.check(
      SQLGetInfo(link.get(), SQL_DBMS_NAME, name.data(), static_cast<SQLSMALLINT>(name.size()), &length));
  return text_of(name.data());
}

void database::run(const std::string& statement, const row_reader& reader) const {
  const handle running(SQL_HANDLE_STMT, handles_->connection->get(), SQL_HANDLE_DBC);
  // Braces in a quoted name are no escapes of ODBC.
  SQLSetStmtAttr(running.get(), SQL_ATTR_NOSCAN, number(SQL_NOSCAN_ON), SQL_IS_UINTEGER);
  const auto code = SQLExecDirect(running.get(), text_of(statement), static_cast<SQLINTEGER>(statement.size()));
  if (code != SQL_NO_DATA)
    running.check(code);
  const auto all = columns(running);
  reader.columns(all);
  if (!all.empty())
    read_rows(running, all.size(), reader);
}

} // namespace proviso::warehouse
