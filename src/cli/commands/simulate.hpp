// proviso simulate: its options and its page.
#pragma once

#include "cli/command.hpp"
#include "cli/options/export_options.hpp"

namespace proviso::cli {

inline constexpr std::string_view simulate_page = R"(proviso simulate [FILE] [OPTION…]

  proviso simulate contracts/northwind.proviso
  proviso simulate northwind.proviso --runs 100000 --seed 7 --format json -o simulation.json
  proviso simulate northwind.proviso --logins logins.csv --users users.csv --sku portal-logins
  proviso simulate northwind.proviso --max-p-exhaust 5%

Plays the term many times: users from the plan times a log-normal factor of standard deviation spread, the login
days of each user from login_days; or, where a plan states no distribution, the observed months drawn again, each
as likely. Shows how often and when a pool runs out, what the contract then costs, which quantity costs least on
average, and which keeps the chance of running out within the limit. FILE is one contract.

  --seed N               the same seed gives the same figures, on every machine and with any number of threads
                         (default 1)
  --runs N               how often (default 10000, at most 10000000); the first runs of many are those of few
  --sku NAME             only this SKU; may be repeated
  --max-p-exhaust SHARE  exit with 1 where a pool runs out in a larger share of runs, such as 5%; also the limit of
                         the quantity that is looked for (default 5%)
  --plan FILE            the plan; else NAME.plan.toml beside FILE
  --logins FILE          these, as in proviso usage, say what was used: months that they cover whole are as they were
  --users FILE
  --assignments FILE
  --org FILE
  --covers FROM..TO
  --date-format ORDER
  --zone ZONE
  --max-bad-rows N
  --jobs N               threads; else one for each processor
  --as-of DATE           what to take for today
  --format FORMAT        text (default), json, csv or markdown; proviso schema simulation describes the JSON
  -o FILE                write to FILE, not to standard output
  --rules FOLDER         take catalogue and rules from FOLDER, not from the program
  --stdin-name FILE      what to call a contract on standard input
  -h, --help             show this page
)";

inline constexpr auto options_of_simulate = with_exports({
    {"seed"},
    {"runs"},
    {"sku", option::takes::many},
    {"max-p-exhaust"},
    {"plan", option::takes::many},
    {"as-of"},
    {"format"},
    {"out", option::takes::one, 'o'},
    {"rules"},
    {"stdin-name"},
});

} // namespace proviso::cli
