// proviso usage: its options and its page.
#pragma once

#include "cli/command.hpp"
#include "cli/options/export_options.hpp"

namespace proviso::cli {

inline constexpr std::string_view usage_page = R"(proviso usage [FILE] [OPTION…]

  proviso usage northwind.proviso --logins logins.csv --users users.csv
  proviso usage northwind.proviso --logins 'history/*.csv.gz' --format toml -o northwind.plan.toml
  proviso usage northwind.proviso --logins logins.csv --format csv

Shows what was used: login days by month and population, without a user's id or name. FILE is one contract, whose
zone, months and terms of counting are taken.

  --logins FILE          login histories: files, folders, globs or -; CSV or JSON, plain, gzip or zstd; may be repeated;
                         or one warehouse that counts: "odbc:DSN=…;table=…[;users=…][;dialect=…]"
  --users FILE           users with their licenses; without them everyone is the population 'all'
  --assignments FILE     dated assignments of licenses: user, license or profile, from, to
  --org FILE             other exports: UserLicense, TenantUsageEntitlement, PermissionSetAssignment
  --covers FROM..TO      the days of which every login is in the files; else those before today strictly between the
                         first row's and the last row's, of files whose days touch or overlap
  --date-format ORDER    dmy, mdy or ymd: how dates such as 3/4/2027 are written
  --zone ZONE            the time zone of times written without one
  --max-bad-rows N       so many rows may be unreadable (default 0)
  --jobs N               threads; else one for each processor
  --plan FILE            the plan whose populations users belong to; else NAME.plan.toml beside FILE
  --as-of DATE           what to take for today
  --format FORMAT        text (default), toml: a plan with what was observed, csv, or json
  --print-sql            print what the warehouse would be asked, and do nothing else; with dialect=… it is not reached
  --keyed-ids FILE       csv of users, each under a hash that the key in FILE makes, for a join: BLAKE2b of 16 bytes,
                         keyed, of the id's 15 characters, or of the name in lower case where no export has the id
  -o FILE                write to FILE, not to standard output
  --rules FOLDER         take catalogue and rules from FOLDER, not from the program
  --stdin-name FILE      what to call a contract on standard input
  -h, --help             show this page
)";

inline constexpr auto options_of_usage = with_exports({
    {"keyed-ids"},
    {"print-sql", option::takes::nothing},
    {"plan", option::takes::many},
    {"as-of"},
    {"format"},
    {"out", option::takes::one, 'o'},
    {"rules"},
    {"stdin-name"},
});

} // namespace proviso::cli
