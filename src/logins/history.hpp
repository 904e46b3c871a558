// One login history before its rows are read: where it lies, what its header says, and how it can be read.
#pragma once

#include "base/diagnostic.hpp"
#include "logins/layout.hpp"
#include "logins/rows.hpp"
#include "tables/bytes.hpp"
#include "tables/input.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace proviso::logins {

enum class form {
  blocks,  // a plain file: read in blocks by several threads
  stream,  // packed, or from a pipe: in one go
  records, // JSON: likewise
};

struct history {
  std::string path;
  std::string name; // as messages call it
  logins::form form = logins::form::stream;
  logins::layout layout; // of JSON: found while reading
  char delimiter = ',';
  std::uint64_t size = 0;       // as it is stored; 0: not known
  std::uint64_t first_row = 0;  // offset
  std::uint64_t first_line = 0; // of that row, from 0
};

// A file read by its offsets, by several threads at once.
class plain_file {
public:
  explicit plain_file(const std::string& path);
  plain_file(const plain_file&) = delete;
  plain_file& operator=(const plain_file&) = delete;
  ~plain_file();

  // Fewer bytes than there is room for only at the end of the file, or where it cannot be read.
  [[nodiscard]] std::size_t read(std::uint64_t offset, char* to, std::size_t room) const;

private:
  int number_;
};

// A stream that was looked at already.
struct open_input {
  tables::input from;
  tables::bytes head;
  std::size_t waiting; // of `head`
  buffer text;         // of delimited text

  explicit open_input(tables::input opened);
};

struct found_history {
  history what;
  std::unique_ptr<open_input> kept; // what cannot be opened twice; behind its header
};

// Reads the header. Empty, with a diagnostic, where that is none of a login history.
[[nodiscard]] std::optional<found_history> find_history(const std::string& path, base::diagnostics& faults);

// A stream behind its header, or JSON. Nothing, with a diagnostic, where it cannot be opened any more.
[[nodiscard]] std::unique_ptr<open_input> open_history(const history& what, base::diagnostics& faults);

// "logins.csv:17: …"; `line` counts from 0.
[[nodiscard]] base::diagnostic at_line(const history& what, std::uint64_t line, std::string_view fault,
                                       std::string help = {});

} // namespace proviso::logins
