// Commands, options, keys and formats that are promised and not there yet: they are told apart from typing
// errors.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace proviso::cli {

inline constexpr std::string_view later_commands[] = {"optimize", "verify", "init", "completions"};

// As options; keys of the configuration have '_' for '-'.
inline constexpr std::string_view later_options[] = {
    "max-increase",
    "write-baseline",
    "baseline",
    "evidence",
};

inline constexpr std::string_view later_formats[] = {"html"};

[[nodiscard]] inline bool comes_later(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

} // namespace proviso::cli
