#include "cli/options/colour.hpp"

#include "cli/options/request.hpp"

#include <cstdlib>
#include <unistd.h>

namespace proviso::cli {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : value;
}

bool by_surroundings() {
  if (!variable("NO_COLOR").empty())
    return false;
  if (const auto forced = variable("CLICOLOR_FORCE"); !forced.empty() && forced != "0")
    return true;
  return variable("CLICOLOR") != "0" && variable("TERM") != "dumb" && ::isatty(STDOUT_FILENO) == 1;
}

} // namespace

bool wants_colour(const given* colour, base::diagnostics& faults) {
  static constexpr std::string_view names[] = {"auto", "always", "never"};
  const auto chosen = choose(colour, names, faults);
  return chosen == 1 || (chosen == 0 && by_surroundings());
}

} // namespace proviso::cli
