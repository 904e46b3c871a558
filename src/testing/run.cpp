#include "testing/run.hpp"

#include "base/nearest.hpp"
#include "checking/adjust.hpp"
#include "loading/input.hpp"
#include "loading/joint.hpp"
#include "loading/resolved.hpp"
#include "loading/zone.hpp"
#include "metadata/read.hpp"
#include "testing/exports.hpp"
#include "testing/subjects.hpp"
#include "usage/bind.hpp"
#include "usage/read_plan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace proviso::testing {
namespace {

template <typename Clause>
std::vector<const Clause*> clauses_of(const syntax::test& in) {
  std::vector<const Clause*> all;
  for (const auto& clause : in.clauses)
    if (const auto* found = std::get_if<Clause>(&clause))
      all.push_back(found);
  return all;
}

// The only clause of its kind; a second one is a fault.
template <typename Clause>
const Clause* only(const syntax::test& in, std::string_view keyword, base::diagnostics& faults) {
  const auto all = clauses_of<Clause>(in);
  if (all.size() > 1)
    faults.push_back({fmt::format("'{}' is stated twice", keyword),
                      all[1]->at,
                      "keep one of them",
                      {{all[0]->at, "the first"}}});
  return all.empty() ? nullptr : all[0];
}

// ---- what the tests of a file share

struct scene {
  loading::project& project;
  base::sources& sources;
  const loading::bundle& named;
  std::vector<const syntax::file*> everything; // with the whole library
  model::catalogue known;                      // of the file and what it uses
  std::optional<model::catalogue> whole;       // with the whole library, once it is needed
  checking::rulebook rules;
  const conditions& how;

  const model::catalogue& whole_catalogue(base::diagnostics& faults) {
    if (!whole)
      whole = model::resolve_catalogue(everything, faults);
    return *whole;
  }
};

// ---- the contract

struct written_contract {
  syntax::contract tree; // with what the test sets
  std::vector<const syntax::amendment*> amendments;
  const model::catalogue* known = nullptr;
};

template <typename Declaration>
std::vector<const Declaration*> declared(const std::vector<const syntax::file*>& files) {
  std::vector<const Declaration*> all;
  for (const auto* file : files)
    for (const auto& declaration : file->declarations)
      if (const auto* found = std::get_if<Declaration>(&declaration))
        all.push_back(found);
  return all;
}

std::optional<written_contract> named_contract(const scene& in, const syntax::word& name,
                                               base::diagnostics& faults) {
  std::vector<std::string_view> names;
  for (const auto* tree : declared<syntax::contract>(in.named.files)) {
    if (tree->name.text == name.text) {
      written_contract result{*tree, {}, &in.known};
      for (const auto* amendment : declared<syntax::amendment>(in.named.files))
        if (amendment->contract.text == name.text)
          result.amendments.push_back(amendment);
      return result;
    }
    names.push_back(tree->name.text);
  }
  auto help = base::did_you_mean(name.text, names);
  faults.push_back({fmt::format("there is no contract '{}'", name.text),
                    name.at,
                    help.empty() ? "declare it in this file, or bring its file in with use \"./FILE.proviso\""
                                 : std::move(help),
                    {}});
  return std::nullopt;
}

std::optional<written_contract> contract_of(scene& in, const syntax::test& test, base::diagnostics& faults) {
  const auto* clause = only<syntax::test_contract>(test, "contract", faults);
  if (clause == nullptr) {
    faults.push_back(
        {"this test has no contract", test.title.at, "add 'contract NAME', or a whole contract in place", {}});
    return std::nullopt;
  }
  auto made =
      std::holds_alternative<syntax::word>(clause->value)
          ? named_contract(in, std::get<syntax::word>(clause->value), faults)
          : written_contract{std::get<syntax::contract>(clause->value), {}, &in.whole_catalogue(faults)};
  for (const auto* set : clauses_of<syntax::set>(test))
    if (made)
      made->tree.clauses.emplace_back(*set);
  return made;
}

// ---- the plan

// The plan as it stands in the file, at its lines and columns, so that faults are shown where they are. One
// with escapes is taken as it reads, in its lines at least.
std::string in_its_lines(const base::sources& from, const syntax::text& plan) {
  const auto line = from[plan.at.source].locate(plan.at.begin).line;
  auto written = from.text(plan.at);
  std::string text(line - 1, '\n');
  if (written.find('\\') != std::string_view::npos)
    return text + '\n' + plan.value;
  written.remove_prefix(3); // its quotes
  written.remove_suffix(3);
  return text.append(written);
}

std::optional<std::uint32_t> plan_source(const scene& in, const syntax::test_plan& clause,
                                         base::diagnostics& faults) {
  if (clause.in_place)
    return in.sources.add(in.sources[clause.at.source].name(), in_its_lines(in.sources, clause.value));
  const auto path = in.project.beside(in.named, clause.value, faults);
  auto text = path ? loading::read_file(*path, clause.value.at, faults) : std::nullopt;
  return text ? std::optional(in.sources.add(*path, std::move(*text))) : std::nullopt;
}

// Empty, without a fault, where the test has no plan.
struct test_plan {
  std::string file; // it stands in, or the test's own
  std::optional<usage::plan> read;

  [[nodiscard]] const usage::plan* get() const { return read ? &*read : nullptr; }
};

test_plan plan_of(const scene& in, const syntax::test& test, const model::contract& contract,
                  const model::catalogue& known, base::diagnostics& faults) {
  const auto* clause = only<syntax::test_plan>(test, "plan", faults);
  const auto source = clause != nullptr ? plan_source(in, *clause, faults) : std::nullopt;
  if (!source)
    return {in.sources[contract.at.source].name(), std::nullopt};
  test_plan result{in.sources[*source].name(), usage::read_plan(in.sources, *source, faults)};
  if (result.read)
    usage::bind_plan(*result.read, contract, known, faults);
  return result;
}

// ---- what metadata says

constexpr std::string_view metadata_input = "metadata";

// Null where the test gives none. A path alone names a folder beside the test; a text stands for the file it
// names.
std::unique_ptr<metadata::org> metadata_of(const scene& in, const syntax::test& test,
                                           base::diagnostics& faults) {
  std::vector<base::stated<std::string>> folders;
  std::vector<base::stated<metadata::text_file>> texts;
  for (const auto* given : clauses_of<syntax::given>(test)) {
    if (given->what.text != metadata_input)
      continue;
    if (given->path && given->content)
      texts.push_back({{given->path->value, given->content->value}, given->path->at});
    else if (given->content)
      faults.push_back({"this text has no name",
                        given->content->at,
                        "write the file's name before it: given metadata \"profiles/NAME.profile\"",
                        {}});
    else if (const auto folder = in.project.beside(in.named, *given->path, faults))
      folders.push_back({*folder, given->path->at});
  }
  if (!texts.empty() && !folders.empty())
    faults.push_back({"metadata is given as a folder and as texts", test.title.at, "give one of them", {}});
  if (!texts.empty())
    return std::make_unique<metadata::org>(metadata::read_texts(texts, in.sources, faults));
  if (!folders.empty())
    return std::make_unique<metadata::org>(metadata::read_org(folders, in.sources, {}, faults));
  return nullptr;
}

// ---- what exports say

// Whether there are any, and all of them could be read. SKUs that they cannot tell apart are joined.
bool read_exports(scene& in, const syntax::test& test, model::contract& contract, const test_plan& plan,
                  const model::catalogue& known, base::day today, loading::exports& into,
                  base::diagnostics& faults) {
  const auto beside = [&](const syntax::text& name) { return in.project.beside(in.named, name, faults); };
  given_files texts;
  const auto files = exports_of(clauses_of<syntax::given>(test), beside, texts, faults);
  if (!faults.empty())
    return false;
  contract = loading::joined_for(std::move(contract), plan.get(), files.any());
  if (!files.any())
    return false;
  into.read({contract, plan.get(), plan.file, known, in.whole_catalogue(faults), today}, files, faults);
  texts.name_in(faults);
  return faults.empty();
}

// ---- one test

void check_form(const scene& in, const syntax::test& test, base::diagnostics& faults) {
  const auto expectations = clauses_of<syntax::expect>(test);
  if (expectations.empty())
    faults.push_back({"this test expects nothing",
                      test.title.at,
                      "add 'expect …': a test that cannot fail shows nothing",
                      {}});
  for (const auto* each : expectations)
    if (!each->money && in.rules.find(each->rule.text) == nullptr)
      faults.push_back({fmt::format("there is no rule '{}'", each->rule.text),
                        each->rule.at,
                        in.rules.did_you_mean(each->rule.text),
                        {}});
}

void check_currency(const syntax::test& test, const model::contract& contract, base::diagnostics& faults) {
  for (const auto* each : clauses_of<syntax::expect>(test))
    if (each->money && !each->money->currency.text.empty() && each->money->currency.text != contract.currency)
      faults.push_back({fmt::format("this amount is in {}, the contract is in {}", each->money->currency.text,
                                    contract.currency),
                        each->money->currency.at,
                        "leave the currency out, or name the contract's",
                        {}});
}

checking::settings settings_of(const scene& in, const syntax::test& test, const model::contract& contract,
                               base::diagnostics& faults) {
  checking::settings result;
  const auto* as_of = only<syntax::as_of>(test, "as of", faults);
  result.today = as_of != nullptr ? as_of->value.value : in.how.as_of.value_or(contract.months[1].days.first);
  return result;
}

void judge(scene& in, const syntax::test& test, tested& into) {
  auto& faults = into.faults;
  const auto written = contract_of(in, test, faults);
  if (!written || !faults.empty())
    return;
  auto contract = model::resolve_contract(written->tree, written->amendments, *written->known, faults);
  if (contract.zone)
    loading::check_zone(*contract.zone, faults);
  checking::check_adjustments(in.rules, contract, faults);
  check_currency(test, contract, faults);
  if (!faults.empty())
    return;
  const auto plan = plan_of(in, test, contract, *written->known, faults);
  auto how = settings_of(in, test, contract, faults);
  const auto found = metadata_of(in, test, faults);
  how.found = found.get();
  loading::exports exports;
  if (read_exports(in, test, contract, plan, *written->known, how.today, exports, faults))
    how.seen = &exports.observed();
  if (!faults.empty())
    return;
  const auto* used = how.seen != nullptr ? &how.seen->plan : plan.get();
  const auto result = checking::judge(contract, used, in.rules, how, faults);
  if (!result)
    return;
  const bearers bearing{contract, used, how.found, result->found};
  check_subjects(into.expectations, bearing, in.rules, faults);
  check_days(into.expectations, bearing, in.rules, how.today, faults);
  if (!faults.empty())
    return;
  for (const auto* expected : into.expectations)
    if (auto failed = unmet(*expected, *result))
      into.failures.push_back(std::move(*failed));
}

tested run_test(scene& in, const std::string& file, const syntax::test& test) {
  tested result{file, test.title.value, test.title.at, clauses_of<syntax::expect>(test), {}, {}};
  check_form(in, test, result.faults);
  if (result.faults.empty())
    judge(in, test, result);
  return result;
}

} // namespace

file_tested run_tests(loading::project& in, base::sources& sources, const std::string& file,
                      const loading::bundle& named, const conditions& how, base::diagnostics& faults) {
  file_tested result;
  for (const auto* rule : declared<syntax::rule>({named.named}))
    result.rules.emplace_back(rule->name.text);
  const auto tests = declared<syntax::test>({named.named});
  if (tests.empty())
    return result;
  scene all{in, sources, named, in.with_library(named, faults), {}, std::nullopt, {}, how};
  all.known = model::resolve_catalogue(named.files, faults);
  all.rules = checking::rulebook::of(named.files, faults, named.named);
  if (!faults.empty())
    return result;
  for (const auto* test : tests)
    if (!how.chosen || how.chosen(file, test->title.value))
      result.tests.push_back(run_test(all, file, *test));
  return result;
}

} // namespace proviso::testing
