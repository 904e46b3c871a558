// proviso optimize: its options and its page.
#pragma once

#include "cli/command.hpp"
#include "cli/options/export_options.hpp"

namespace proviso::cli {

inline constexpr std::string_view optimize_page = R"(proviso optimize [FILE…] [OPTION…]

  proviso optimize contracts/northwind.proviso
  proviso optimize draft.proviso --plan busy.plan.toml --format markdown
  proviso optimize draft.proviso --what-if "grace 10%" --what-if "portal-logins: price 1.80 per login"
  proviso optimize draft.proviso --logins logins.csv --users users.csv --as-of 2027-06-01

Says what to buy instead: over the contract's SKUs and quotes, the cheapest purchase that serves every user of the
same plan or of observed usage. It shows what that saves, step by step, what stops each step and whether the contract
lets it happen before renewal; the purchase as a clause to paste; which users move; and how sure it is: "proven" says
that no purchase costs less. Users stay where they are unless the license they would get offers all they need.

FILE is as in proviso check.

  --what-if CLAUSE       what it would cost with that clause of the language, of the contract or of its SKUs;
                         "portal-logins: grace 10%" is of one SKU or quote, "overage measured quarterly" keeps the
                         price; may be repeated
  --outlook              what each lever of a negotiation is worth for this usage, and the prices, users, growth and
                         seasons at which the advice turns: many searches, some seconds
  --certificate FILE     write the proof to FILE; proviso verify checks it without searching
  --plan FILE            the plan of the contract it names; else NAME.plan.toml beside NAME.proviso
  --as-of DATE           what to take for today
  --format FORMAT        text (default), json or markdown
  -o FILE                write to FILE, not to standard output
  --color WHEN           auto (default), always or never
  --logins FILE          these, as in proviso check, say what was used
  --users FILE
  --assignments FILE
  --org FILE
  --covers FROM..TO
  --date-format ORDER
  --zone ZONE
  --max-bad-rows N
  --jobs N
  --rules FOLDER         take catalogue and rules from FOLDER, not from the program
  --stdin-name FILE      what to call a contract on standard input
  -h, --help             show this page
)";

inline constexpr auto options_of_optimize = with_exports({
    {"plan", option::takes::many},
    {"as-of"},
    {"what-if", option::takes::many},
    {"outlook", option::takes::nothing},
    {"certificate"},
    {"format"},
    {"out", option::takes::one, 'o'},
    {"color"},
    {"rules"},
    {"stdin-name"},
});

} // namespace proviso::cli
