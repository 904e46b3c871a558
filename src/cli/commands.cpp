// The commands with their options and the pages of --help: examples first, then what there is.
#include "cli/commands/check.hpp"
#include "cli/commands/completions.hpp"
#include "cli/commands/init.hpp"
#include "cli/commands/optimize.hpp"
#include "cli/commands/simulate.hpp"
#include "cli/commands/usage.hpp"

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

constexpr std::string_view verify_page = R"(proviso verify FILE [OPTION…]

  proviso optimize contracts/northwind.proviso --certificate northwind.proof.json
  proviso verify northwind.proof.json
  proviso verify -
      a certificate on standard input

Checks a certificate of savings without searching: that the purchase in it serves every user and costs what is
claimed, and that nothing which may be bought costs less than the bound, in each way to settle populations that it names.

It is a proof about the problem that stands in it, prices, users and all: that this is the problem of a contract and a
plan it cannot prove. Who doubts that writes the certificate anew from both, and compares the two.

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
  proviso compare contracts/northwind.proviso drafts/renewal.proviso --logins logins.csv --users users.csv
      under the usage that was seen

Holds two drafts against each other under the same plan: the clauses that differ, which version is better for who
buys and what it saves at most, the cost by SKU and year, the most that renewal may ask, the findings of one alone
and those that differ, and the usage at which the cheaper draft changes. Where one draft runs longer, the cheaper one
is told for the days that both hold; where they start on different days, none is.

  --plan FILE            the plan of both; without one, NAME.plan.toml beside A or B
  --logins FILE          these, as in proviso check, say what was used, counted as A counts; findings are those of
                         that usage
  --users FILE
  --assignments FILE
  --org FILE
  --covers FROM..TO
  --date-format ORDER
  --zone ZONE
  --max-bad-rows N
  --jobs N
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
  --plan FILE           these, as in proviso check, say how the contract is judged: a finding of a check is found
                        again with what that check was given
  --metadata DIR
  --logins FILE
  --users FILE
  --assignments FILE
  --org FILE
  --covers FROM..TO
  --date-format ORDER
  --zone ZONE
  --max-bad-rows N
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

constexpr auto options_of_compare = with_exports(
    {{"plan", takes::many}, {"without"}, {"as-of"}, {"format"}, {"out", takes::one, 'o'}, {"rules"}});
constexpr option options_of_test[] = {
    {"filter"}, {"as-of"}, {"format"}, {"out", takes::one, 'o'}, {"rules"}, {"stdin-name"},
};
constexpr option options_of_rules[] = {{"format"}, {"out", takes::one, 'o'}, {"rules"}};
constexpr auto options_of_explain = with_exports({
    {"for"},
    {"plan", takes::many},
    {"metadata", takes::many},
    {"as-of"},
    {"no-waivers", takes::nothing},
    {"treat", takes::many},
    {"stdin-name"},
    {"out", takes::one, 'o'},
    {"rules"},
});
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

invocation without(invocation asked, std::span<const std::string_view> options) {
  for (const auto name : options)
    asked.options.forget(name);
  return asked;
}

std::span<const command> all_commands() {
  return commands;
}

std::string_view front_page() {
  return front;
}

std::string_view program_version() {
  return PROVISO_VERSION;
}

std::string output_path(const settings& options) {
  const auto* file = options.one("out");
  return file == nullptr || file->value == "-" ? "" : file->value;
}

outcome printed(std::string text, const settings& options) {
  auto path = output_path(options);
  if (path.empty())
    return {ending::passed, std::move(text), {}, {}};
  return {ending::passed, {}, {}, {{std::move(path), std::move(text)}}};
}

std::string version() {
  return fmt::format("proviso {}\n", program_version());
}

outcome version(const invocation&) {
  return {ending::passed, version(), {}, {}};
}

} // namespace proviso::cli
