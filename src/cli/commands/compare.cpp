// proviso compare: two drafts under one plan.
#include "comparing/compare.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/inputs_read.hpp"
#include "cli/options/configuration.hpp"
#include "cli/options/request.hpp"
#include "cli/output/overwriting.hpp"
#include "cli/output/progress.hpp"
#include "cli/output/unread_rows.hpp"
#include "cli/rule_texts.hpp"
#include "loading/exports.hpp"
#include "loading/input.hpp"
#include "loading/paths.hpp"
#include "loading/plans.hpp"
#include "loading/resolved.hpp"
#include "loading/zone.hpp"
#include "observing/alike.hpp"
#include "tables/find.hpp"
#include "usage/bind.hpp"
#include "usage/read_plan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <memory>

namespace proviso::cli {
namespace {

constexpr std::string_view formats[] = {"text", "json", "markdown"};

struct side { // one of the two drafts
  std::string file;
  std::string name; // of the contract; empty: the only one of the file
  std::string label;
  const loading::resolved_file* of = nullptr;
  const model::contract* contract = nullptr;
  std::unique_ptr<loading::exports> seen; // counted as this draft counts; null: not, or as the other does
  usage::plan plan;
  std::optional<checking::judgement> judged;
};

class comparing_run {
public:
  explicit comparing_run(const invocation& asked) : asked_(asked) {}

  outcome operator()();

private:
  void configure();
  void name_sides();
  void read();
  void read(side& one);
  void leave_out_amendment();
  void choose_plan();
  void observe();
  void observe(side& one);
  void judge();
  void judge(side& one);
  [[nodiscard]] outcome answer();

  const loading::resolved_file& file(const std::string& path);

  invocation asked_;
  common_request common_;
  loading::export_files files_of_usage_;
  std::size_t format_ = 0;
  base::sources sources_;
  base::diagnostics faults_;
  std::optional<loading::project> project_;
  std::map<std::string, loading::resolved_file> files_;
  std::optional<model::contract> without_; // the contract without an amendment
  side a_;
  side b_;
  std::optional<usage::plan> plan_;
  std::string plan_file_;
  base::day as_of_;
};

void comparing_run::configure() {
  const auto folder = offer_configuration(asked_.options, sources_, faults_);
  common_ = read_common(asked_, faults_);
  files_of_usage_ = read_exports(asked_.options, faults_).files;
  format_ = choose(asked_.options.one("format"), formats, faults_);
  project_.emplace(sources_, open_library(asked_.options, faults_), folder);
}

// ---- which two

// "drafts.proviso#second": a contract of a file.
side side_of(const std::string& word) {
  const auto mark = word.rfind('#');
  side result;
  if (mark == std::string::npos || loading::exists(word))
    result.file = word;
  else
    result = {word.substr(0, mark), word.substr(mark + 1), {}, nullptr, nullptr, {}, {}, {}};
  return result;
}

const loading::resolved_file& comparing_run::file(const std::string& path) {
  const auto [place, fresh] = files_.try_emplace(path);
  if (fresh)
    place->second = loading::resolve(project_->load_file(path, {}, faults_), faults_);
  return place->second;
}

void comparing_run::name_sides() {
  const auto& words = asked_.words;
  const auto* without = asked_.options.one("without");
  a_ = side_of(words.front());
  b_ = side_of(words.back());
  if (words.size() == 2 && without != nullptr)
    faults_.push_back(
        {fmt::format("{} compares one contract with itself: name one file", without->by), without->at, {}, {}});
  if (words.size() == 2 || without != nullptr)
    return;
  const auto& only = file(a_.file);
  if (!faults_.empty())
    return;
  if (only.contracts.size() != 2) {
    faults_.push_back(
        {fmt::format("'{}' declares {} contracts: name two drafts to compare", a_.file, only.contracts.size()),
         {},
         "proviso compare A B; a contract of a file is FILE#NAME; --without AMENDMENT compares a contract with "
         "and without it",
         {}});
    return;
  }
  a_.name = only.contracts[0].name;
  b_.name = only.contracts[1].name;
}

void comparing_run::read(side& one) {
  one.of = &file(one.file);
  const auto& all = one.of->contracts;
  if (!faults_.empty())
    return;
  const auto found = std::ranges::find_if(
      all, [&](const model::contract& c) { return one.name.empty() || c.name == one.name; });
  const bool several = one.name.empty() && all.size() > 1;
  if (found != all.end() && !several) {
    one.contract = &*found;
    one.label = one.file + (one.name.empty() ? "" : "#" + one.name);
    return;
  }
  faults_.push_back({several       ? fmt::format("'{}' declares several contracts", one.file)
                     : all.empty() ? fmt::format("'{}' declares no contract", one.file)
                                   : fmt::format("'{}' declares no contract '{}'", one.file, one.name),
                     {},
                     all.empty() ? std::string{} : fmt::format("name one: {}#{}", one.file, all.front().name),
                     {}});
}

// A is then the contract as if the amendment had not been made.
void comparing_run::leave_out_amendment() {
  const auto* title = asked_.options.one("without");
  if (title == nullptr || !faults_.empty())
    return;
  std::vector<const syntax::amendment*> kept;
  std::vector<std::string> titles;
  const syntax::contract* tree = nullptr;
  for (const auto* file : a_.of->files.files)
    for (const auto& declaration : file->declarations) {
      if (const auto* contract = std::get_if<syntax::contract>(&declaration);
          contract && contract->name.text == a_.contract->name)
        tree = contract;
      const auto* amendment = std::get_if<syntax::amendment>(&declaration);
      if (amendment == nullptr || amendment->contract.text != a_.contract->name)
        continue;
      titles.push_back(amendment->title.value);
      if (amendment->title.value != title->value)
        kept.push_back(amendment);
    }
  if (kept.size() == titles.size()) {
    const std::vector<std::string_view> known(titles.begin(), titles.end());
    faults_.push_back({fmt::format("'{}' has no amendment '{}'", a_.contract->name, title->value),
                       title->at,
                       base::did_you_mean(title->value, known),
                       {}});
    return;
  }
  without_ = model::resolve_contract(*tree, kept, *a_.of->catalogue, faults_);
  a_.contract = &*without_;
  a_.label += fmt::format(" without \"{}\"", title->value);
  b_.label += fmt::format(" with \"{}\"", title->value);
}

void comparing_run::read() {
  name_sides();
  if (faults_.empty())
    read(a_);
  if (faults_.empty())
    read(b_);
  if (!faults_.empty())
    return;
  leave_out_amendment();
  if (a_.contract->currency != b_.contract->currency)
    faults_.push_back({fmt::format("'{}' is in {}, '{}' is in {}: no cost can be compared", a_.contract->name,
                                   a_.contract->currency, b_.contract->name, b_.contract->currency),
                       b_.contract->at,
                       {},
                       {{a_.contract->at, ""}}});
  as_of_ = common_.as_of ? *common_.as_of : loading::today(a_.contract->zone);
}

// ---- the plan of both

void comparing_run::choose_plan() {
  const auto named = asked_.options.all("plan");
  if (named.size() > 1) {
    faults_.push_back({"two drafts are compared under one plan", named[1].at, "give one --plan", {}});
    return;
  }
  if (!named.empty())
    plan_file_ = named[0].value;
  else if (const auto beside_a = loading::plan_beside(a_.file))
    plan_file_ = *beside_a;
  else
    plan_file_ = loading::plan_beside(b_.file).value_or("");
  if (plan_file_.empty())
    return;
  auto text = loading::read_file(plan_file_, named.empty() ? base::span{} : named[0].at, faults_);
  if (text)
    plan_ = usage::read_plan(sources_, sources_.add(plan_file_, std::move(*text)), faults_);
}

// What exports show takes the place of the plan's figures, once for both drafts where they count alike.
void comparing_run::observe() {
  if (!files_of_usage_.any())
    return;
  observe(a_);
  if (!faults_.empty() || observing::count_alike(*a_.contract, *b_.contract))
    return;
  const auto pipe = std::ranges::find_if(files_of_usage_.logins,
                                         [](const auto& each) { return tables::is_read_once(each.value); });
  if (pipe != files_of_usage_.logins.end())
    faults_.push_back(
        {fmt::format("'{}' can be read once, and the two drafts count its logins in different ways",
                     base::harmless(pipe->value)),
         pipe->at,
         "write it to a file and name that",
         {}});
  else
    observe(b_);
}

void comparing_run::observe(side& one) {
  auto plan = plan_;
  if (plan) {
    plan->contract.value = one.contract->name;
    usage::bind_plan(*plan, *one.contract, *one.of->catalogue, faults_);
  }
  const auto words = model::resolve_catalogue(project_->with_library(one.of->files, faults_), faults_);
  const progress_line line;
  files_of_usage_.watch = line.watcher();
  one.seen = std::make_unique<loading::exports>();
  if (faults_.empty())
    one.seen->read({*one.contract, plan ? &*plan : nullptr, plan_file_, *one.of->catalogue, words, as_of_},
                   files_of_usage_, faults_);
}

// ---- both

// A plan names one contract: here it is taken for both, so that only its own name is not held against it.
void comparing_run::judge(side& one) {
  const auto& seen = one.seen ? one.seen : a_.seen;
  const auto* plan = seen ? &seen->observed().plan : plan_ ? &*plan_ : nullptr;
  if (plan != nullptr) {
    one.plan = *plan;
    one.plan.contract.value = one.contract->name;
    usage::bind_plan(one.plan, *one.contract, *one.of->catalogue, faults_);
  }
  checking::settings how;
  how.today = as_of_;
  if (faults_.empty())
    one.judged =
        checking::judge(*one.contract, plan != nullptr ? &one.plan : nullptr, one.of->rules, how, faults_);
}

void comparing_run::judge() {
  if (!a_.seen && plan_ && plan_->contract.value != a_.contract->name &&
      plan_->contract.value != b_.contract->name) {
    faults_.push_back(
        {fmt::format("this plan is for '{}', not for one of the two drafts", plan_->contract.value),
         plan_->contract.at,
         {},
         {}});
    return;
  }
  judge(a_);
  if (faults_.empty())
    judge(b_);
}

outcome comparing_run::answer() {
  const auto* common = plan_ || a_.seen ? &a_.plan : nullptr;
  const auto draft = [&](const side& of, const usage::plan* plan) {
    return comparing::draft{of.label, &of.judged->figures, &of.judged->found.findings, &sources_, plan};
  };
  auto result = comparing::compare(draft(a_, common), draft(b_, b_.seen ? &b_.plan : common));
  result.plan_file = plan_file_;
  result.observed = files_of_usage_.any();
  result.as_of = as_of_;
  using writer = std::string (*)(const comparing::comparison&);
  constexpr writer writers[] = {comparing::to_text, comparing::to_json, comparing::to_markdown};
  auto read = names_of(sources_);
  std::ranges::move(tables_of(files_of_usage_), std::back_inserter(read));
  auto answer = printed(writers[format_](result), asked_.options, read);
  return with_unread_rows(std::move(answer), a_.seen ? a_.seen->observed().read() : nullptr);
}

outcome comparing_run::operator()() {
  for (const auto next :
       {&comparing_run::configure, static_cast<void (comparing_run::*)()>(&comparing_run::read),
        &comparing_run::choose_plan, &comparing_run::observe,
        static_cast<void (comparing_run::*)()>(&comparing_run::judge)}) {
    (this->*next)();
    if (!faults_.empty())
      return refusal(sources_, faults_);
  }
  return answer();
}

} // namespace

outcome compare(const invocation& asked) {
  return comparing_run(asked)();
}

} // namespace proviso::cli
