#include "testing/expectation.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::testing {
namespace {

using checking::finding;
using checking::judgement;
using checking::verdict;
using kind = syntax::expect::kind;

constexpr int most_decimals = 12; // of an amount, to show where two differ
constexpr std::size_t most_shown = 5;

// ---- rules

// Whether the finding is of the subject and day that are named; by rule alone where none is.
bool speaks_of(const finding& of, const syntax::expect& expected) {
  return of.rule == expected.rule.text && !of.waived &&
         (!expected.subject || of.subject == expected.subject->value) &&
         (!expected.on || (of.days && of.days->holds(expected.on->value)));
}

bool any(const judgement& of, const syntax::expect& expected, verdict wanted) {
  return std::ranges::any_of(of.found.findings,
                             [&](const finding& f) { return f.verdict == wanted && speaks_of(f, expected); });
}

// The option that gives what the rule is about, where that is absent: it then finds nothing, and nobody knows.
std::string_view waits_for(std::string_view rule, const checking::outcome& found) {
  const auto check = std::ranges::find(found.checks, rule, &checking::check::rule);
  return check == found.checks.end() ? std::string_view() : check->waits_for;
}

// What is off was not judged: that it found nothing shows nothing.
bool is_off(std::string_view rule, const checking::outcome& found) {
  return std::ranges::find(found.checks, rule, &checking::check::rule) == found.checks.end();
}

bool holds(const syntax::expect& expected, const judgement& of) {
  if (is_off(expected.rule.text, of.found))
    return false;
  if (!waits_for(expected.rule.text, of.found).empty())
    return expected.what == kind::undetermined && !expected.subject;
  const bool violated = any(of, expected, verdict::violation);
  const bool open = any(of, expected, verdict::undetermined);
  switch (expected.what) {
  case kind::rule: return violated;
  case kind::undetermined: return open && !violated;
  default: return !violated && !open;
  }
}

std::string in_words(const syntax::expect& expected) {
  auto words = fmt::format("{}{}",
                           expected.what == kind::no_rule        ? "no "
                           : expected.what == kind::undetermined ? "undetermined "
                                                                 : "",
                           expected.rule.text);
  if (expected.subject)
    words += fmt::format(" for {}", expected.subject->value);
  if (expected.on)
    words += fmt::format(" on {}", base::to_string(expected.on->value));
  return base::harmless(words);
}

std::string in_words(const finding& f) {
  auto words = f.verdict == verdict::undetermined ? "undetermined " + f.rule : f.rule;
  if (!f.subject.empty())
    words += " for " + f.subject;
  if (f.days)
    words += " in " + base::to_string(*f.days);
  if (f.waived)
    words += ", waived";
  return base::harmless(words + ": " + f.message);
}

// What the rule did find, whether of that subject and day or not.
std::vector<std::string> found_of(std::string_view rule, const checking::outcome& found) {
  std::vector<std::string> lines;
  for (const auto& f : found.findings)
    if (f.rule == rule)
      lines.push_back(in_words(f));
  if (lines.size() > most_shown) {
    const auto more = lines.size() - most_shown;
    lines.resize(most_shown);
    lines.push_back(fmt::format("and {} more", more));
  }
  if (const auto option = waits_for(rule, found); !option.empty())
    lines.push_back(fmt::format("undetermined {}: what it is about is not given; missing: 'given {}'", rule,
                                option.substr(option.find_first_not_of('-'))));
  if (lines.empty())
    lines.push_back(is_off(rule, found) ? "no finding: the rule is off" : "no finding");
  return lines;
}

std::optional<failure> unmet_rule(const syntax::expect& expected, const judgement& of) {
  if (holds(expected, of))
    return std::nullopt;
  return failure{expected.at, in_words(expected), found_of(expected.rule.text, of.found)};
}

// ---- amounts

// The sum of what findings save. Amounts per month and over the term have none.
base::known<base::rational> saving_of(const judgement& of) {
  if (of.figures.plan == nullptr)
    return base::unknown{"there is no plan"};
  base::rational sum;
  std::optional<bool> per_month;
  for (const auto& f : of.found.findings) {
    const bool is_open = f.verdict == verdict::undetermined || !f.saves;
    if (f.kind == checking::kind::saving && is_open)
      return base::unknown{fmt::format("{}: {}", f.rule, base::enumerate(f.missing))};
    if (f.verdict != verdict::violation || !f.saves)
      continue;
    if (per_month.value_or(f.saves_per_month) != f.saves_per_month)
      return base::unknown{"some findings save by the month, some over the term: expect the rules instead"};
    per_month = f.saves_per_month;
    sum += *f.saves;
  }
  return sum;
}

base::known<base::rational> amount_of(kind what, const judgement& of) {
  const auto& totals = of.figures.totals;
  if (what == kind::overage)
    return totals.overage;
  if (what == kind::saving)
    return saving_of(of);
  if (!totals.complete)
    return base::unknown{fmt::format("at least {}; {}", totals.cost.fixed(of.figures.contract->decimals, true),
                                     base::enumerate(totals.missing))};
  return totals.cost;
}

std::string_view name_of(kind what) {
  return what == kind::overage ? "overage" : what == kind::saving ? "saving" : "cost";
}

// As many decimals as it takes to tell the two apart.
int telling_decimals(const base::rational& a, const base::rational& b, int least) {
  int decimals = least;
  while (decimals < most_decimals && a.fixed(decimals) == b.fixed(decimals))
    ++decimals;
  return decimals;
}

std::optional<failure> unmet_amount(const syntax::expect& expected, const judgement& of) {
  const auto wanted = base::rational::decimal(expected.money->value.units, expected.money->value.scale);
  const auto& contract = *of.figures.contract;
  const auto there = amount_of(expected.what, of);
  if (there && *there == wanted)
    return std::nullopt;
  const auto name = name_of(expected.what);
  const int decimals = there ? telling_decimals(wanted, *there, contract.decimals) : contract.decimals;
  auto expectation = fmt::format("{} {} {}", name, wanted.fixed(decimals, true), contract.currency);
  if (!there)
    return failure{expected.at,
                   std::move(expectation),
                   {fmt::format("{} unknown: {}", name, base::harmless(there.why().missing))}};
  return failure{expected.at,
                 std::move(expectation),
                 {fmt::format("{} {} {}", name, there->fixed(decimals, true), contract.currency)}};
}

} // namespace

std::optional<failure> unmet(const syntax::expect& expected, const checking::judgement& of) {
  return expected.money ? unmet_amount(expected, of) : unmet_rule(expected, of);
}

} // namespace proviso::testing
