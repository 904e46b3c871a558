#include "warehouse/engine.hpp"

#include "support/process.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <fmt/format.h>
#include <spawn.h>
#include <sql.h>
#include <sqlext.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace proviso::warehouse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t rows_an_insertion = 200;

SQLCHAR* text_of(const std::string& text) {
  return reinterpret_cast<SQLCHAR*>(const_cast<char*>(text.c_str()));
}

// The handles of one connection, freed whatever happens.
struct link {
  SQLHANDLE environment = SQL_NULL_HANDLE;
  SQLHANDLE connection = SQL_NULL_HANDLE;
  bool connected = false;

  ~link() {
    if (connected)
      SQLDisconnect(connection);
    SQLFreeHandle(SQL_HANDLE_DBC, connection);
    SQLFreeHandle(SQL_HANDLE_ENV, environment);
  }
};

void check(SQLRETURN code, SQLSMALLINT kind, SQLHANDLE of) {
  if (SQL_SUCCEEDED(code) || code == SQL_NO_DATA)
    return;
  std::array<SQLCHAR, 6> state{};
  std::array<SQLCHAR, 1024> text{};
  SQLGetDiagRec(kind, of, 1, state.data(), nullptr, text.data(), static_cast<SQLSMALLINT>(text.size()),
                nullptr);
  throw std::runtime_error(reinterpret_cast<const char*>(text.data()));
}

std::string quoted_text(std::string_view text) {
  std::string all = "'";
  for (const char c : text)
    all += c == '\'' ? "''" : std::string(1, c);
  return all + "'";
}

// Where Debian has the programs of the server.
fs::path server_program(const std::string& name) {
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql"))
    if (fs::exists(version.path() / "bin" / name))
      return version.path() / "bin" / name;
  throw std::runtime_error("PostgreSQL is not installed");
}

// The server refuses to run as root.
std::string as_somebody() {
  return ::geteuid() == 0 ? "--reuid=postgres --regid=postgres --clear-groups " : "";
}

pid_t start_shell(const std::string& command) {
  std::string shell = "/bin/sh";
  std::string option = "-c";
  std::string text = command;
  std::array<char*, 4> arguments{shell.data(), option.data(), text.data(), nullptr};
  pid_t started = -1;
  if (::posix_spawn(&started, shell.c_str(), nullptr, nullptr, arguments.data(), ::environ) != 0)
    throw std::runtime_error("cannot start a shell");
  return started;
}

} // namespace

void execute(const std::string& connection, const std::vector<std::string>& statements) {
  link to;
  SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &to.environment);
  SQLSetEnvAttr(to.environment, SQL_ATTR_ODBC_VERSION, reinterpret_cast<SQLPOINTER>(SQL_OV_ODBC3),
                SQL_IS_UINTEGER);
  SQLAllocHandle(SQL_HANDLE_DBC, to.environment, &to.connection);
  check(SQLDriverConnect(to.connection, nullptr, text_of(connection), SQL_NTS, nullptr, 0, nullptr,
                         SQL_DRIVER_NOPROMPT),
        SQL_HANDLE_DBC, to.connection);
  to.connected = true;
  for (const auto& statement : statements) {
    SQLHANDLE running = SQL_NULL_HANDLE;
    SQLAllocHandle(SQL_HANDLE_STMT, to.connection, &running);
    check(SQLExecDirect(running, text_of(statement), SQL_NTS), SQL_HANDLE_STMT, running);
    SQLFreeHandle(SQL_HANDLE_STMT, running);
  }
}

std::vector<std::string> insertions(const std::string& table, const std::vector<login_row>& rows,
                                    std::size_t form) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    if (i % rows_an_insertion == 0)
      all.push_back("INSERT INTO " + table + " VALUES ");
    all.back() += fmt::format("{}({}, {}, '{}', {}, {}, {})", i % rows_an_insertion == 0 ? "" : ", ",
                              quoted_text(row.id), quoted_text(row.user),
                              time_text(row.milliseconds, form < 4 ? form : i % 4), quoted_text(row.status),
                              quoted_text(row.type), row.subtype.empty() ? "NULL" : quoted_text(row.subtype));
  }
  return all;
}

postgresql::postgresql() {
  const auto folder = folder_.path().string();
  const auto prepared = support::run(
      {fmt::format(
           "{} chown postgres {} && {} setpriv {} {} -D {}/data -A trust -U postgres -E UTF8 --locale=C.UTF-8 "
           "--no-sync",
           ::geteuid() == 0 ? "" : ":", folder, "", as_somebody(), server_program("initdb").string(), folder),
       folder,
       {"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"},
       std::chrono::seconds(60)});
  if (prepared.status != 0)
    throw std::runtime_error("initdb: " + prepared.err);
  server_ = start_shell(fmt::format("cd {0} && exec setpriv --pdeathsig INT {1} {2} -D {0}/data -k {0} -c "
                                    "listen_addresses='' -c fsync=off >{0}/log 2>&1",
                                    folder, as_somebody(), server_program("postgres").string()));
  for (int attempt = 0; attempt < 300; ++attempt) {
    try {
      execute(connection(), {"SELECT 1"});
      return;
    } catch (const std::runtime_error&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }
  throw std::runtime_error("PostgreSQL does not start: " + support::read_file(folder_.path() / "log"));
}

postgresql::~postgresql() {
  ::kill(server_, SIGQUIT);
  ::waitpid(server_, nullptr, 0);
}

std::string postgresql::connection() const {
  return fmt::format("Driver=PostgreSQL Unicode;Server={};Port=5432;UID=postgres;Database=postgres",
                     folder_.path().string());
}

} // namespace proviso::warehouse
