// proviso fmt: files in the canonical layout. All are read and formatted before the first is written.
#include "format/reformat.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/options/configuration.hpp"
#include "format/difference.hpp"
#include "loading/input.hpp"

#include <fmt/format.h>

namespace proviso::cli {
namespace {

struct sheet { // a file, before and after
  std::string name;
  std::string_view before;
  std::string after;
  bool is_standard_input = false;

  [[nodiscard]] bool changes() const { return before != after; }
};

class reformat_run {
public:
  explicit reformat_run(const invocation& asked) : asked_(asked) {}

  outcome operator()();

private:
  [[nodiscard]] std::vector<given> named();
  void read(const input_file& input);
  void add(std::string name, std::string text, bool is_standard_input);
  [[nodiscard]] outcome compared() const;
  [[nodiscard]] outcome written() const;

  invocation asked_;
  base::sources sources_;
  base::diagnostics faults_;
  std::vector<sheet> sheets_;
  std::string doubts_;
};

outcome reformat_run::operator()() {
  const auto names = named();
  if (names.empty() && faults_.empty())
    faults_.push_back({"there is nothing to format",
                       {},
                       "name a file: proviso fmt FILE; or list contracts = [\"…\"] in proviso.toml",
                       {}});
  for (const auto& each : find_inputs(names, faults_, folders::deep))
    read(each);
  if (!faults_.empty() || !doubts_.empty()) {
    auto result = refusal(sources_, faults_);
    result.err += doubts_;
    return result;
  }
  const auto& options = asked_.options;
  return options.on("check") || options.on("diff") ? compared() : written();
}

// proviso.toml matters only where no file is named.
std::vector<given> reformat_run::named() {
  std::vector<given> result;
  for (const auto& each : asked_.words)
    result.push_back({each, "FILE", {}});
  if (!result.empty())
    return result;
  settings configured;
  (void)offer_configuration(configured, sources_, faults_);
  const auto all = configured.all(configured_contracts);
  return {all.begin(), all.end()};
}

void reformat_run::read(const input_file& input) {
  const bool is_standard_input = input.path == "-";
  const auto* name = asked_.options.one("stdin-name");
  auto called = !is_standard_input ? input.path : name == nullptr ? "standard-input.proviso" : name->value;
  auto text = is_standard_input ? loading::read_standard_input(called, faults_)
                                : loading::read_file(input.path, input.named_at, faults_);
  if (text)
    add(std::move(called), std::move(*text), is_standard_input);
}

void reformat_run::add(std::string name, std::string text, bool is_standard_input) {
  const auto source = sources_.add(name, std::move(text));
  auto result = proviso::format::reformat(sources_, source);
  faults_.insert(faults_.end(), result.diagnostics.begin(), result.diagnostics.end());
  if (!result.doubt.empty())
    doubts_ += fmt::format("internal error: '{}' is not formatted: {}; no file is changed\n",
                           base::harmless(name), result.doubt);
  sheets_.push_back({std::move(name), sources_[source].text(), std::move(result.text), is_standard_input});
}

// The names of the files that would change, or what would.
outcome reformat_run::compared() const {
  const bool differences = asked_.options.on("diff");
  outcome result;
  for (const auto& each : sheets_)
    if (each.changes())
      result.out += differences ? proviso::format::difference(each.name, each.before, each.after)
                                : base::harmless(each.name) + "\n";
  result.status = result.out.empty() ? ending::passed : ending::found;
  return result;
}

outcome reformat_run::written() const {
  outcome result;
  for (const auto& each : sheets_) {
    if (each.is_standard_input) {
      result.out += each.after;
    } else if (each.changes()) {
      result.files.push_back({each.name, each.after});
      result.err += fmt::format("formatted {}\n", base::harmless(each.name));
    }
  }
  return result;
}

} // namespace

outcome reformat(const invocation& asked) {
  return reformat_run(asked)();
}

} // namespace proviso::cli
