// proviso check: its options and its page.
#pragma once

#include "cli/command.hpp"
#include "cli/options/export_options.hpp"

namespace proviso::cli {

inline constexpr std::string_view check_page = R"(proviso check [FILE…] [OPTION…]

  proviso check contracts/northwind.proviso
  proviso check contracts --fail-on warning
  proviso check draft.proviso --plan busy.plan.toml --max-cost 2_000_000.00
  proviso check draft.proviso --output json=report.json --treat quantity-unused=off
  proviso check draft.proviso --metadata force-app --output sarif=proviso.sarif
  git show HEAD:draft.proviso | proviso check - --stdin-name draft.proviso

FILE is a contract, a folder of contracts, a glob, or - for standard input. Without FILE proviso.toml names them.

  --plan FILE            the plan of the contract it names; may be repeated. Without one, NAME.plan.toml
                         beside NAME.proviso is used
  --metadata DIR         the folder of a Salesforce project, in source or MDAPI format; may be repeated. Who can touch
                         what the contract forbids is then found
  --as-of DATE           what to take for today; else today in the first contract's time zone
  --format FORMAT        text (default), concise, json, csv, markdown, sarif, junit, github,
                         gitlab or html
  -o FILE                write the report to FILE, not to standard output
  --output FORMAT=FILE   write it to FILE in that format too; may be repeated
  --fail-on LEVEL        exit with 1 on findings of error (default), warning or info and above, on
                         undetermined ones and errors, or never
  --max-cost AMOUNT      exit with 1 where a contract costs more, or its cost is incomplete
  --baseline FILE        findings in FILE are known and count no more, but are counted
  --write-baseline       write it where there is none; else take out of it what is gone. Nothing new comes in
  --max-increase AMOUNT  exit with 1 where a contract costs so much more than in the baseline, or that cannot be told
  --changed FILE         report only what lies in changed files: their paths, or lists in @FILE, FILE.txt or -; may be
                         repeated. All is read nevertheless, and what is left out is counted
  --evidence FOLDER      write what proves the run to a folder of its own: hashes of all it read, report, arithmetic
  --savings              add the cheapest purchase for the same usage, as proviso optimize finds it: some seconds
  --no-waivers           take no notice of waivers
  --logins FILE          login histories: files, folders, globs or -; may be repeated; so may the next three;
                         or one warehouse: "odbc:DSN=…;table=…;users=…"
  --users FILE           users with their licenses
  --assignments FILE     dated assignments of licenses: user, license or profile, from, to
  --org FILE             other exports: UserLicense, TenantUsageEntitlement, PermissionSetAssignment
  --covers FROM..TO      the days of which every login is in the files; else those before today strictly between the
                         first row's and the last row's, of files whose days touch or overlap
  --date-format ORDER    dmy, mdy or ymd: how dates such as 3/4/2027 are written
  --zone ZONE            the time zone of times written without one
  --max-bad-rows N       so many rows may be unreadable (default 0)
  --jobs N               threads that read metadata or login histories; else one for each processor
  --max-p-exhaust SHARE  exit with 1 where a pool runs out with more than that probability, such as 5%
  --print-sql            print what the warehouse would be asked, and do nothing else
  --list-users FILE      write the users whom findings speak of to FILE, as CSV
  --treat RULE=SEVERITY  error, warning, info or off; beats the contract and proviso.toml; may be repeated
  --rules FOLDER         take catalogue and rules from FOLDER, not from the program
  --color WHEN           auto (default), always or never
  --stdin-name FILE      what to call standard input
  -h, --help             show this page

Each long option is a variable too, PROVISO_FAIL_ON, and a key of proviso.toml, fail_on; plans = ["…"] are
its plans and [rules] its severities. Flags beat variables, variables beat proviso.toml.
)";

inline constexpr auto options_of_check = with_exports({
    {"plan", option::takes::many},
    {"metadata", option::takes::many},
    {"as-of"},
    {"format"},
    {"out", option::takes::one, 'o'},
    {"output", option::takes::many},
    {"fail-on"},
    {"max-cost"},
    {"baseline"},
    {"write-baseline", option::takes::nothing},
    {"max-increase"},
    {"changed", option::takes::many},
    {"evidence"},
    {"no-waivers", option::takes::nothing},
    {"savings", option::takes::nothing},
    {"treat", option::takes::many},
    {"rules"},
    {"color"},
    {"stdin-name"},
    {"list-users"},
    {"max-p-exhaust"},
    {"print-sql", option::takes::nothing},
});

} // namespace proviso::cli
