// The catalogue and the rules that the program carries in itself: the files of rules/, parsed when it was
// built.
#pragma once

#include <span>
#include <string_view>

namespace proviso::loading {

struct embedded_rules_file {
  std::string_view path; // from rules/, with '/'
  std::string_view text; // without the tests at its end, which are for those who write rules
  std::string_view tree; // the text's, as `syntax::to_bytes` gives it
  bool declares_rules = false;
};

// Sorted by path: "salesforce/catalogue/capabilities.proviso".
[[nodiscard]] std::span<const embedded_rules_file> embedded_rules();

} // namespace proviso::loading
