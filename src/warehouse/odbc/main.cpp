// proviso-odbc: runs statements for proviso, which starts it. Drivers of ODBC are shared libraries, and proviso
// itself is linked statically, so that it starts at once and runs on any Linux: it cannot load them. This small
// program can. It speaks the messages of wire.hpp on standard input and output, and ends when its input does.
#include "warehouse/odbc/database.hpp"
#include "warehouse/wire.hpp"

#include <clocale>
#include <csignal>
#include <memory>
#include <sys/prctl.h>
#include <unistd.h>

namespace proviso::warehouse {
namespace {

// What ends the program: the other end is gone.
struct gone {};

void say(wire& to, const message& what) {
  if (!to.send(what))
    throw gone();
}

void say_columns(wire& to, const std::vector<result_column>& columns) {
  message said{"columns"};
  for (const auto& column : columns) {
    said.push_back(column.name);
    said.push_back(std::to_string(column.type));
  }
  say(to, said);
}

void say_row(wire& to, const std::vector<cell>& row) {
  message said{"row"};
  for (const auto& cell : row)
    said.push_back(cell ? "=" + *cell : "-");
  say(to, said);
}

void answer_request(wire& to, std::unique_ptr<database>& base, const message& asked) {
  if (asked.size() == 2 && asked[0] == "open") {
    base = std::make_unique<database>(asked[1]);
    say(to, {"engine", base->engine()});
  } else if (asked.size() == 2 && asked[0] == "run" && base) {
    base->run(asked[1], {[&](const auto& columns) { say_columns(to, columns); },
                         [&](const auto& row) { say_row(to, row); }});
    say(to, {"done"});
  } else {
    throw gone();
  }
}

// Drivers may print: what they say goes to standard error, and messages to a descriptor of their own.
int message_output() {
  const int out = ::dup(STDOUT_FILENO);
  ::dup2(STDERR_FILENO, STDOUT_FILENO);
  return out;
}

void serve() {
  wire to(STDIN_FILENO, message_output());
  std::unique_ptr<database> base;
  while (const auto asked = to.receive()) {
    try {
      answer_request(to, base, *asked);
    } catch (const odbc_error& error) {
      say(to, {"error", error.state, error.what()});
    }
  }
}

} // namespace
} // namespace proviso::warehouse

int main() {
  ::prctl(PR_SET_PDEATHSIG, SIGTERM); // no statement outlives who asked for it
  std::setlocale(LC_ALL, "");         // drivers convert texts by it
  if (::isatty(STDIN_FILENO) != 0)
    return 2;
  try {
    proviso::warehouse::serve();
  } catch (const proviso::warehouse::gone&) {
    return 1;
  } catch (const std::exception&) {
    return 2;
  }
  return 0;
}
