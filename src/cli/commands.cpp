// The commands with their options and the pages of --help: examples first, then what there is.
#include "cli/check.hpp"
#include "cli/completions.hpp"
#include "cli/init.hpp"
#include "cli/simulate_page.hpp"

#include <fmt/format.h>

namespace proviso::cli {
namespace {

constexpr std::string_view front =
    R"(Proviso checks license contracts: what was bought, what is forbidden, what it costs under planned usage.

  proviso check contracts/northwind.proviso
      checks a contract; contracts/northwind.plan.toml beside it is its plan
  proviso check contracts/northwind.proviso --plan drafts/busy.plan.toml --as-of 2027-03-01
      under another plan, as of another day
  proviso check contracts --format json -o report.json
      all contracts of a folder, for programs
  proviso explain login-pool-exceeded
      what a rule checks and why

Commands:
  check        check contracts against plans
  usage        show what login histories and org exports say was used
  optimize     find the cheapest purchase for the same usage
  verify       check a certificate of savings
  compare      hold two drafts against each other
  simulate     draw demand that is not certain: when a pool runs out, what it costs, how much to buy
  test         run the tests that stand in files
  rules        list the rules
  explain      show a rule, or why a finding is there
  schema       show the facts a rule may use, or the schemas of JSON
  fmt          bring files into the canonical layout
  init         write a first contract, plan and configuration
  lsp          serve an editor: findings, meanings and figures as you type
  completions  what bash, zsh or fish complete by
  version      print the version
  help         show the page of a command: proviso help check

proviso COMMAND --help shows its options.

Exit status: 0 nothing found that the run should fail on, 1 something found, 2 bad usage or input.
)";

constexpr std::string_view usage_page = R"(proviso usage [FILE] [OPTION…]

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
  --covers FROM..TO      the days of which every login is in the files; else those strictly between the first row's
                         and the last row's
  --date-format ORDER    dmy, mdy or ymd: how dates such as 3/4/2027 are written
  --zone ZONE            the time zone of times written without one
  --max-bad-rows N       so many rows may be unreadable (default 0)
  --jobs N               threads; else one for each processor
  --plan FILE            the plan whose populations users belong to; else NAME.plan.toml beside FILE
  --as-of DATE           what to take for today
  --format FORMAT        text (default), toml: a plan with what was observed, csv, or json
  --print-sql            print what the warehouse would be asked, and do nothing else; with dialect=… it is not reached
  --keyed-ids FILE       csv of users, each under a hash that the key in FILE makes, for a join
  -o FILE                write to FILE, not to standard output
  --rules FOLDER         take catalogue and rules from FOLDER, not from the program
  --stdin-name FILE      what to call a contract on standard input
  -h, --help             show this page
)";

constexpr std::string_view optimize_page = R"(proviso optimize [FILE…] [OPTION…]

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
                         "portal-logins: grace 10%" is of one SKU; "overage measured quarterly" keeps the price;
                         may be repeated
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

constexpr std::string_view verify_page = R"(proviso verify FILE [OPTION…]

  proviso optimize contracts/northwind.proviso --certificate northwind.proof.json
  proviso verify northwind.proof.json

Checks a certificate of savings without searching: that the purchase in it serves every user and costs what is
claimed, and that nothing which may be bought costs less than the bound. Its figures are those of the contract and the
plan that it was made from.

  -h, --help   show this page

Exit status: 0 it holds, 1 it does not, 2 it is no certificate.
)";

constexpr std::string_view compare_page = R"(proviso compare A B [OPTION…]
proviso compare FILE [OPTION…]

  proviso compare drafts/first.proviso drafts/second.proviso --plan busy.plan.toml
  proviso compare drafts.proviso#first drafts.proviso#second
  proviso compare drafts.proviso
      the two contracts of a file
  proviso compare contracts/northwind.proviso --without "Amendment 1"
      a contract without an amendment, and with it

Holds two drafts against each other under the same plan: the clauses that differ, which version is better for who
buys and what it saves at most, the cost by SKU and year, the findings of one alone, and the usage at which the
cheaper draft changes.

  --plan FILE            the plan of both; without one, NAME.plan.toml beside A or B
  --without AMENDMENT    compare the contract without and with the amendment of that title
  --as-of DATE           what to take for today
  --format FORMAT        text (default), json or markdown
  -o FILE                write to FILE, not to standard output
  --rules FOLDER         take catalogue and rules from FOLDER, not from the program
  -h, --help             show this page
)";

constexpr std::string_view test_page = R"(proviso test [FILE…] [OPTION…]

  proviso test contracts
  proviso test rules/draft/overage-undeclared.proviso
  proviso test rules contracts --filter overage
  proviso test contracts --format junit -o tests.xml

Runs every test of the files: its contract under its plan, held against what it expects. FILE is a file, a folder
with those below it, a glob, or - for standard input. Without FILE the contracts of proviso.toml are tested. A rule
of a file takes the place of the program's rule of that name.

  --filter TEXT       only tests whose file or title holds the text
  --as-of DATE        today, for tests that name no day; else the first day of a contract's term
  --format FORMAT     text (default) or junit
  -o FILE             write to FILE, not to standard output
  --rules FOLDER      take catalogue and rules from FOLDER, not from the program
  --stdin-name FILE   what to call standard input
  -h, --help          show this page

Exit status: 0 all passed, 1 some failed, 2 some could not run.
)";

constexpr std::string_view rules_page = R"(proviso rules [OPTION…]

  proviso rules
  proviso rules --format json

Lists every rule with its severity, its kind and its title.

  --format FORMAT   text (default) or json
  -o FILE           write to FILE, not to standard output
  --rules FOLDER    take the rules from FOLDER, not from the program
  -h, --help        show this page
)";

constexpr std::string_view explain_page = R"(proviso explain RULE [OPTION…]
proviso explain FINDING [FILE…] [OPTION…]

  proviso explain login-pool-exceeded
      what a rule checks, why, where that comes from, its parameters and its text
  proviso explain login-pool-exceeded contracts/northwind.proviso --for portal-logins
      its findings on a SKU of a contract: the clauses, the conditions with their figures, how each figure comes
      about and how far it is from the threshold
  proviso explain 0a1b2c3d contracts/northwind.proviso
      the finding whose fingerprint starts so; the JSON report has them

FINDING is a fingerprint or a rule; FILE is as in proviso check.

  --for SUBJECT         only findings of this SKU, population or restriction
  --plan FILE           these, as in proviso check, say how the contract is judged
  --metadata DIR
  --jobs N
  --as-of DATE
  --no-waivers          take no notice of waivers
  --treat RULE=SEVERITY error, warning, info or off
  --stdin-name FILE
  -o FILE               write to FILE, not to standard output
  --rules FOLDER        take the rules from FOLDER, not from the program
  -h, --help            show this page
)";

constexpr std::string_view schema_page = R"(proviso schema [facts|report|baseline|evidence|simulation] [OPTION…]

  proviso schema                 the facts a rule may use, with their types
  proviso schema --format json   the same for programs
  proviso schema report          the JSON Schema of the JSON report; likewise baseline, evidence and simulation

  --format FORMAT   text (default) or json, of the facts
  -o FILE           write to FILE, not to standard output
  -h, --help        show this page
)";

constexpr std::string_view fmt_page = R"(proviso fmt [FILE…] [OPTION…]

  proviso fmt contracts/northwind.proviso
  proviso fmt --check contracts rules
  proviso fmt --diff drafts
  proviso fmt - < draft.proviso

Brings files of the language into the canonical layout; comments stay where they are, and what a file says
never changes. FILE is a file, a folder with all below it, a glob, or - for standard input, which goes to
standard output. Without FILE proviso.toml names the contracts. A fault in one file and none is written.

  --check             write nothing, list the files that would change, exit with 1 if there are any
  --diff              the same, and show what would change
  --stdin-name FILE   what to call standard input
  -h, --help          show this page
)";

constexpr std::string_view lsp_page = R"(proviso lsp [OPTION…]

  proviso lsp
  proviso lsp --as-of 2027-03-01

Serves an editor on standard input and output by the language server protocol: what is wrong and what the rules
find, meanings and figures, completion, definitions and renames. grammar/editor has an extension for VS Code.

  --plan FILE            the plan of the contract it names; may be repeated. Without one, NAME.plan.toml
                         beside NAME.proviso is used
  --as-of DATE           what to take for today; else today in each contract's time zone
  --no-waivers           take no notice of waivers
  --treat RULE=SEVERITY  error, warning, info or off; beats the contract and proviso.toml; may be repeated
  --rules FOLDER         take catalogue and rules from FOLDER, not from the program
  --stdio                changes nothing; some editors add it
  -h, --help             show this page

Exit status: 0 where the editor said shutdown before exit, else 1; 2 bad usage or configuration.
)";

constexpr std::string_view version_page = R"(proviso version

Prints the version.
)";

using takes = option::takes;

constexpr option options_of_usage[] = {
    {"logins", takes::many},
    {"users", takes::many},
    {"assignments", takes::many},
    {"org", takes::many},
    {"covers"},
    {"date-format"},
    {"zone"},
    {"max-bad-rows"},
    {"jobs"},
    {"keyed-ids"},
    {"print-sql", takes::nothing},
    {"plan", takes::many},
    {"as-of"},
    {"format"},
    {"out", takes::one, 'o'},
    {"rules"},
    {"stdin-name"},
};
constexpr option options_of_optimize[] = {
    {"plan", takes::many},
    {"as-of"},
    {"what-if", takes::many},
    {"outlook", takes::nothing},
    {"certificate"},
    {"format"},
    {"out", takes::one, 'o'},
    {"color"},
    {"logins", takes::many},
    {"users", takes::many},
    {"assignments", takes::many},
    {"org", takes::many},
    {"covers"},
    {"date-format"},
    {"zone"},
    {"max-bad-rows"},
    {"jobs"},
    {"rules"},
    {"stdin-name"},
};
constexpr option options_of_compare[] = {
    {"plan", takes::many}, {"without"}, {"as-of"}, {"format"}, {"out", takes::one, 'o'}, {"rules"},
};
constexpr option options_of_test[] = {
    {"filter"}, {"as-of"}, {"format"}, {"out", takes::one, 'o'}, {"rules"}, {"stdin-name"},
};
constexpr option options_of_rules[] = {{"format"}, {"out", takes::one, 'o'}, {"rules"}};
constexpr option options_of_explain[] = {
    {"for"},
    {"plan", takes::many},
    {"metadata", takes::many},
    {"jobs"},
    {"as-of"},
    {"no-waivers", takes::nothing},
    {"treat", takes::many},
    {"stdin-name"},
    {"out", takes::one, 'o'},
    {"rules"},
};
constexpr option options_of_schema[] = {{"format"}, {"out", takes::one, 'o'}};

constexpr option options_of_fmt[] = {{"check", takes::nothing}, {"diff", takes::nothing}, {"stdin-name"}};
constexpr option options_of_lsp[] = {
    {"plan", takes::many},  {"as-of"}, {"no-waivers", takes::nothing},
    {"treat", takes::many}, {"rules"}, {"stdio", takes::nothing},
};

constexpr std::size_t any_number = 100'000;

constexpr command commands[] = {
    {"check", 0, any_number, "FILE", options_of_check, check, check_page},
    {"usage", 0, any_number, "FILE", options_of_usage, usage, usage_page},
    {"optimize", 0, any_number, "FILE", options_of_optimize, optimize, optimize_page},
    {"verify", 1, 1, "FILE", {}, verify, verify_page},
    {"compare", 1, 2, "FILE", options_of_compare, compare, compare_page},
    {"simulate", 0, any_number, "FILE", options_of_simulate, simulate, simulate_page},
    {"test", 0, any_number, "FILE", options_of_test, test, test_page},
    {"rules", 0, 0, "", options_of_rules, rules, rules_page},
    {"explain", 1, any_number, "RULE", options_of_explain, explain, explain_page},
    {"schema", 0, 1, "", options_of_schema, schema, schema_page},
    {"fmt", 0, any_number, "FILE", options_of_fmt, reformat, fmt_page},
    {"init", 0, 1, "NAME", options_of_init, init, init_page},
    {"completions", 1, 1, "SHELL", options_of_completions, completions, completions_page},
    {"lsp", 0, 0, "", options_of_lsp, lsp, lsp_page},
    {"version", 0, 0, "", {}, version, version_page},
};

} // namespace

std::span<const command> all_commands() {
  return commands;
}

std::string_view front_page() {
  return front;
}

std::string_view program_version() {
  return PROVISO_VERSION;
}

outcome printed(std::string text, const settings& options) {
  const auto* file = options.one("out");
  if (file == nullptr || file->value == "-")
    return {ending::passed, std::move(text), {}, {}};
  return {ending::passed, {}, {}, {{file->value, std::move(text)}}};
}

std::string version() {
  return fmt::format("proviso {}\n", program_version());
}

outcome version(const invocation&) {
  return {ending::passed, version(), {}, {}};
}

} // namespace proviso::cli
