// Three-valued logic (Kleene): what is not known stays not known unless the rest decides.
#pragma once

namespace proviso::base {

enum class truth { no, yes, unknown };

[[nodiscard]] constexpr truth to_truth(bool value) {
  return value ? truth::yes : truth::no;
}

[[nodiscard]] constexpr truth operator!(truth a) {
  return a == truth::unknown ? truth::unknown : to_truth(a == truth::no);
}

[[nodiscard]] constexpr truth both(truth a, truth b) {
  if (a == truth::no || b == truth::no)
    return truth::no;
  return a == truth::unknown || b == truth::unknown ? truth::unknown : truth::yes;
}

[[nodiscard]] constexpr truth either(truth a, truth b) {
  return !both(!a, !b);
}

} // namespace proviso::base
