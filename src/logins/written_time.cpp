#include "logins/timestamp.hpp"

namespace proviso::logins {

read_moment read_time(std::string_view text, const clocks&) {
  return {std::nullopt, "the time '" + std::string(text) + "' is not understood", {}};
}

} // namespace proviso::logins
