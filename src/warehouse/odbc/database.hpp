// A SQL engine through ODBC's own interface, with every value as exact text. Libraries above it were weighed:
// they rewrite statements, where ':' means a parameter to them, or turn exact numbers into binary ones.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace proviso::warehouse {

// What the driver manager or the driver says: SQLSTATE and texts.
struct odbc_error : std::runtime_error {
  odbc_error(std::string sql_state, const std::string& text)
      : std::runtime_error(text), state(std::move(sql_state)) {}
  std::string state;
};

struct result_column {
  std::string name;
  int type = 0; // ODBC's number
};

using cell = std::optional<std::string>; // empty: null

struct row_reader {
  std::function<void(const std::vector<result_column>&)> columns; // once, first
  std::function<void(const std::vector<cell>&)> row;
};

// All statements of a connection run in one transaction that only reads, which is never committed; an engine
// that has snapshots shows all of them the same rows. All members throw odbc_error.
class database {
public:
  explicit database(const std::string& connection);
  ~database();

  [[nodiscard]] std::string engine() const; // as the driver calls it: "PostgreSQL"
  void run(const std::string& statement, const row_reader& reader) const;

private:
  struct handles;
  std::unique_ptr<handles> handles_;
};

} // namespace proviso::warehouse
