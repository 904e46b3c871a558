// The options that name exports of an org and say how they are read: the same for every command that reads
// them.
#pragma once

#include "cli/options/settings.hpp"

#include <algorithm>
#include <array>

namespace proviso::cli {

inline constexpr auto export_options = std::to_array<option>({
    {"logins", option::takes::many},
    {"users", option::takes::many},
    {"assignments", option::takes::many},
    {"org", option::takes::many},
    {"covers"},
    {"date-format"},
    {"zone"},
    {"max-bad-rows"},
    {"jobs"},
});

// A command's own options and these.
template <std::size_t Count>
constexpr auto with_exports(const option (&own)[Count]) {
  std::array<option, Count + export_options.size()> result;
  std::ranges::copy(export_options, std::ranges::copy(own, result.begin()).out);
  return result;
}

} // namespace proviso::cli
