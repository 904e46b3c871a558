// How `proviso` and `proviso-odbc` talk: messages, each a list of fields, as netstrings. Both ends are this
// code.
//
//     to proviso-odbc    open CONNECTION      run STATEMENT
//     back, to open      engine NAME
//     back, to run       columns (NAME TYPE)…, then a message `row CELL…` for each row, then `done`
//     back, to either    error SQLSTATE TEXT
//
// TYPE is ODBC's number of an SQL type. A cell is its text after '=', or "-" for null.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::warehouse {

using message = std::vector<std::string>;

inline constexpr std::size_t longest_message = std::size_t{16} << 20; // bytes; a longer one ends the talk

// One end of a connected pair of sockets, which stay the caller's.
class wire {
public:
  wire(int in, int out) : in_(in), out_(out) {}

  // False where the other end is gone.
  [[nodiscard]] bool send(const message& what);
  // Empty where the other end is gone or does not keep to the form.
  [[nodiscard]] std::optional<message> receive();

private:
  [[nodiscard]] bool fill();
  [[nodiscard]] std::optional<std::string> frame();

  int in_;
  int out_;
  std::string seen_;     // bytes that were read
  std::size_t used_ = 0; // of these
};

} // namespace proviso::warehouse
