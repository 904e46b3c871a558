// Options as they were given, whether by flag, environment or configuration: texts, each with who gave it. The
// stronger is offered first and stays.
#pragma once

#include "base/span.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::cli {

struct given {
  std::string value;
  std::string by; // "--fail-on", "PROVISO_FAIL_ON", "fail_on"
  base::span at;  // in the configuration, else nowhere
};

struct option {
  std::string_view name; // "fail-on": --fail-on, PROVISO_FAIL_ON, fail_on
  enum class takes { nothing, one, many } values = takes::one;
  char letter = 0; // -o
};

class settings {
public:
  // Ignored where the option was offered before.
  void offer(std::string_view option, std::vector<given> values);

  // As if it had not been given.
  void forget(std::string_view option);

  [[nodiscard]] const given* one(std::string_view option) const; // null: not given
  [[nodiscard]] std::span<const given> all(std::string_view option) const;
  [[nodiscard]] bool on(std::string_view option) const; // a flag, or a "true"

private:
  std::map<std::string, std::vector<given>, std::less<>> values_;
};

// Offers what PROVISO_* variables say about the options.
void offer_environment(settings& to, std::span<const option> options);

} // namespace proviso::cli
