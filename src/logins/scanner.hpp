// A short text read from left to right: numbers, letters, single characters.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace proviso::logins {

struct digits {
  unsigned value = 0;
  std::size_t count = 0;
};

class scanner {
public:
  explicit scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] char next() const { return rest_.empty() ? '\0' : rest_.front(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  bool take(std::string_view text) {
    if (!rest_.starts_with(text))
      return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  // As many as there are; a number of more than `most` is none.
  std::optional<digits> number(std::size_t most) {
    const auto run = take_while("0123456789");
    if (run.empty() || run.size() > most)
      return std::nullopt;
    digits found{0, run.size()};
    for (const char c : run)
      found.value = found.value * 10 + static_cast<unsigned>(c - '0');
    return found;
  }

  std::string_view letters() { return take_while("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"); }
  std::string_view blanks() { return take_while(" "); }

private:
  std::string_view take_while(std::string_view these) {
    const auto run = rest_.substr(0, rest_.find_first_not_of(these));
    rest_.remove_prefix(run.size());
    return run;
  }

  std::string_view rest_;
};

} // namespace proviso::logins
