// A complaint of the TOML parser as a diagnostic of ours: in our words, and at the words it is about.
#pragma once

#include "base/diagnostic.hpp"

#include <string_view>

namespace proviso::usage {

// `place` is the character where the parser stopped, often one past what it complains about.
[[nodiscard]] base::diagnostic toml_fault(std::string_view description, std::string_view text,
                                          base::span place);

} // namespace proviso::usage
