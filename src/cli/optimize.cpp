// proviso optimize: contracts with their usage in, what to buy instead out.
#include "report/formats.hpp"
#include "report/savings.hpp"
#include "savings/savings.hpp"

#include "cli/judged.hpp"

#include <deque>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

constexpr std::string_view formats[] = {"text", "json", "markdown"};

class optimizing_run {
public:
  explicit optimizing_run(const invocation& asked) : run_(asked) {}

  std::optional<outcome> judge() {
    if (auto refused = run_.run())
      return refused;
    report_ = run_.report();
    for (auto& each : report_.contracts)
      optimize(each);
    return std::nullopt;
  }

  [[nodiscard]] std::string in_format(std::size_t which) const {
    switch (which) {
    case 1: return report::to_json(report_);
    case 2: return report::savings_to_markdown(report_);
    default: return report::savings_to_text(report_, run_.asked().colour);
    }
  }

private:
  void optimize(report::contract_report& of) {
    auto found = savings::find_savings(*of.assessment, report_.as_of);
    if (found)
      of.saved = &saved_.emplace_back(std::move(*found));
    else
      of.unsaved = found.why().missing;
  }

  judged run_;
  report::report report_;
  std::deque<savings::advice> saved_;
};

} // namespace

outcome optimize(const invocation& asked) {
  static auto& runs = *new std::deque<optimizing_run>; // as in check
  base::diagnostics faults;
  const auto* wanted = asked.options.one("format");
  const auto format = wanted == nullptr ? 0 : choose(*wanted, formats, faults);
  if (!faults.empty())
    return refusal({}, faults);
  auto without = asked;
  without.options.forget("format");
  without.options.forget("out");
  auto& run = runs.emplace_back(without);
  if (auto refused = run.judge())
    return *refused;
  return printed(run.in_format(format), asked.options);
}

} // namespace proviso::cli
