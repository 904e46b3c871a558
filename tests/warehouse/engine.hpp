// SQL engines for tests, and tables in them.
#pragma once

#include "support/folder.hpp"
#include "warehouse/history.hpp"

#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

namespace proviso::warehouse {

// Runs statements for good through ODBC; throws std::runtime_error with what the driver says.
void execute(const std::string& connection, const std::vector<std::string>& statements);

// The rows as statements that insert them; `form` is that of time_text, or random for 4.
[[nodiscard]] std::vector<std::string> insertions(const std::string& table, const std::vector<login_row>& rows,
                                                  std::size_t form);

// A PostgreSQL of its own in a temporary folder, on a socket in it, that ends with the object and with the
// test.
class postgresql {
public:
  postgresql(); // throws std::runtime_error where it does not start
  ~postgresql();

  [[nodiscard]] std::string connection() const; // for ODBC
  [[nodiscard]] std::string folder() const { return folder_.path().string(); }

private:
  support::temporary_folder folder_;
  pid_t server_ = -1;
};

} // namespace proviso::warehouse
