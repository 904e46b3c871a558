// proviso test: the tests that stand in files of the language, with the rules they cover.
#include "testing/report.hpp"

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/options/configuration.hpp"
#include "cli/options/request.hpp"
#include "cli/output/overwriting.hpp"
#include "cli/rule_texts.hpp"
#include "loading/project.hpp"

#include <fmt/format.h>

namespace proviso::cli {
namespace {

constexpr std::string_view formats[] = {"text", "junit"};

class test_run {
public:
  explicit test_run(const invocation& asked) : asked_(asked) {}

  outcome operator()();

private:
  void run(input_file input);
  void finish();
  [[nodiscard]] bool chooses(std::string_view file, std::string_view title) const;
  [[nodiscard]] outcome answer(bool as_junit) const;

  invocation asked_;
  base::sources sources_;
  base::diagnostics faults_;
  std::optional<loading::project> project_;
  std::string standard_input_;
  testing::conditions how_;
  testing::report report_;
};

bool test_run::chooses(std::string_view file, std::string_view title) const {
  const auto* filter = asked_.options.one("filter");
  if (filter == nullptr)
    return true;
  const auto wanted = base::lower(filter->value);
  return base::lower(file).find(wanted) != std::string::npos ||
         base::lower(title).find(wanted) != std::string::npos;
}

void test_run::run(input_file input) {
  const auto named = load(*project_, input, standard_input_, faults_);
  if (faults_.empty())
    report_.files.push_back(testing::run_tests(*project_, sources_, input.path, named, how_, faults_));
}

void test_run::finish() {
  const auto book = checking::rulebook::of(project_->load_rules(faults_), faults_);
  std::vector<std::string> names;
  for (const auto name : book.names())
    names.emplace_back(name);
  report_.sources = &sources_;
  report_.rules = testing::covered_by(report_.files, names);
  const auto all = testing::count(report_);
  if (all.passed + all.failed + all.broken > 0 || !faults_.empty())
    return;
  const auto* filter = asked_.options.one("filter");
  if (filter == nullptr)
    faults_.push_back(
        {"none of these files holds a test", {}, "a test starts with: test \"what it shows\" {", {}});
  else
    faults_.push_back(
        {fmt::format("no test's file or title has '{}' in it", filter->value), filter->at, {}, {}});
}

outcome test_run::answer(bool as_junit) const {
  auto result = printed(as_junit ? testing::to_junit(report_) : testing::to_text(report_), asked_.options,
                        names_of(sources_));
  if (result.status == ending::refused)
    return result;
  const auto all = testing::count(report_);
  result.status = all.broken > 0 ? ending::refused : all.failed > 0 ? ending::found : ending::passed;
  return result;
}

outcome test_run::operator()() {
  const auto folder = offer_configuration(asked_.options, sources_, faults_);
  const auto request = read_common(asked_, faults_);
  standard_input_ = request.standard_input;
  const bool as_junit = choose(asked_.options.one("format"), formats, faults_) == 1;
  if (request.files.empty())
    faults_.push_back(
        {"there is nothing to test",
         {},
         "name a file or a folder: proviso test FILE; or list contracts = [\"…\"] in proviso.toml",
         {}});
  how_.as_of = request.as_of;
  how_.chosen = [this](std::string_view file, std::string_view title) { return chooses(file, title); };
  project_.emplace(sources_, open_library(asked_.options, faults_), folder);
  for (const auto& input : find_inputs(request.files, faults_, folders::deep))
    run(input);
  if (faults_.empty())
    finish();
  return faults_.empty() ? answer(as_junit) : refusal(sources_, faults_);
}

} // namespace

outcome test(const invocation& asked) {
  return test_run(asked)();
}

} // namespace proviso::cli
