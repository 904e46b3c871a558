// proviso init: its options and its page.
#pragma once

#include "cli/command.hpp"

namespace proviso::cli {

[[nodiscard]] outcome init(const invocation& asked);

inline constexpr std::string_view init_page = R"(proviso init [NAME] [OPTION…]

  proviso init
      asks a few questions on a terminal
  proviso init acme --customer Acme --from 2027-02-01 --months 24 --quantity 10_000 --price 2.00

Writes a first contract, its plan and, where there is none yet, proviso.toml; never over a file that is there. What
no answer gives has a usual value; a price has none, and is then a placeholder that says so. NAME is the
contract's, lower-case letters, digits and '-'.

  --folder FOLDER        where contract and plan go (default: contracts)
  --title TEXT           of the contract
  --vendor TEXT          who sells (default: Salesforce)
  --customer TEXT        who buys
  --from DATE            the first day (default: the first of next month)
  --months N             how long it runs (default: 12)
  --currency CODE        three letters (default: USD)
  --zone ZONE            the time zone whose days separate logins (default: UTC)
  --license NAME         what is bought (default: customer-community)
  --sold-as KIND         logins (default) or members
  --quantity N           logins a month, or members (default: 1_000)
  --price AMOUNT         of a login, or of a member a month
  --expected-users N     users of the plan (default: well inside what is bought)
  --as-of DATE           what to take for today
  -h, --help             show this page
)";

inline constexpr option options_of_init[] = {
    {"folder"}, {"title"},   {"vendor"},  {"customer"}, {"from"},  {"months"},         {"currency"},
    {"zone"},   {"license"}, {"sold-as"}, {"quantity"}, {"price"}, {"expected-users"}, {"as-of"},
};

} // namespace proviso::cli
