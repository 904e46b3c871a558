// A talk with a SQL engine through `proviso-odbc`, the small program beside this one that can load drivers.
#pragma once

#include "warehouse/wire.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace proviso::warehouse {

struct described_column {
  std::string name;
  int type = 0; // ODBC's number of an SQL type
};

using result_row = std::vector<std::optional<std::string>>; // as many as there are columns; empty: null

struct result {
  std::vector<described_column> columns;
  std::vector<result_row> rows;
};

// What the driver says; without a state where it is `proviso-odbc` that fails.
struct refusal {
  std::string state; // SQLSTATE
  std::string text;  // foreign, and may hold secrets
};

// The most rows and bytes a result may have; more are a refusal.
inline constexpr std::size_t most_rows = 1'000'000;
inline constexpr std::size_t most_bytes = std::size_t{64} << 20;

class session {
public:
  // Starts the program; that it cannot be started shows at the first question. `program` is a path.
  explicit session(const std::string& program);
  ~session(); // ends the program

  // The engine, as the driver calls it.
  [[nodiscard]] std::variant<std::string, refusal> open(const std::string& connection);
  [[nodiscard]] std::variant<result, refusal> run(const std::string& statement);

private:
  struct process;

  [[nodiscard]] std::variant<message, refusal> ask(const message& what);
  [[nodiscard]] std::variant<message, refusal> next();

  std::unique_ptr<process> process_;
};

// Where `proviso-odbc` is: in the folder of the running program.
[[nodiscard]] std::string driver_program();

} // namespace proviso::warehouse
