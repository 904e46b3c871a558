// What a first contract says, from flags, from who sits at the terminal, or as is usual.
#pragma once

#include "base/day.hpp"
#include "base/diagnostic.hpp"
#include "cli/command.hpp"

#include <cstdint>
#include <string>

namespace proviso::cli {

struct init_answers {
  std::string name; // of the contract
  std::string folder;
  std::string title;
  std::string vendor;
  std::string customer; // empty: not known
  base::period term;
  std::string currency;
  std::string zone;
  std::string license;
  bool as_logins = true; // else as members
  std::int64_t quantity = 0;
  std::string price; // empty: not known
  std::int64_t users = 0;
};

// Asks on standard error and reads standard input where both are a terminal.
[[nodiscard]] init_answers answers_for_init(const invocation& asked, base::diagnostics& faults);

} // namespace proviso::cli
