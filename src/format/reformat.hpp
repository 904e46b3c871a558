// The canonical layout of a text of the language. Text in, text out; what a text says is never changed.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <string>
#include <string_view>

namespace proviso::format {

struct reformatted {
  std::string text;              // with LF line ends, without a byte-order mark
  base::diagnostics diagnostics; // why the text cannot be read: nothing is formatted then
  std::string_view doubt; // what the result would break: an error of this program, and `text` is of no use
};

[[nodiscard]] reformatted reformat(const base::sources& from, std::uint32_t source);

} // namespace proviso::format
