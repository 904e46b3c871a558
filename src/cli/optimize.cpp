// proviso optimize: contracts with their usage in, what to buy instead out.
#include "report/formats.hpp"
#include "report/savings.hpp"
#include "savings/flips.hpp"
#include "savings/levers.hpp"
#include "savings/resolve.hpp"

#include "base/text.hpp"
#include "cli/certificate.hpp"
#include "cli/judged.hpp"
#include "cli/what_if.hpp"

#include <deque>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

constexpr std::string_view formats[] = {"text", "json", "markdown"};

class optimizing_run {
public:
  optimizing_run(const invocation& asked, std::vector<given> what_ifs, bool outlook)
      : run_(asked), what_ifs_(std::move(what_ifs)), outlook_(outlook) {}

  std::optional<outcome> judge() {
    if (auto refused = run_.run())
      return refused;
    report_ = run_.report();
    for (std::size_t i = 0; i < report_.contracts.size(); ++i)
      optimize(report_.contracts[i], run_.subjects()[i]->of);
    if (!faults_.empty())
      return refusal(run_.texts(), faults_);
    return std::nullopt;
  }

  [[nodiscard]] std::string in_format(std::size_t which) const {
    switch (which) {
    case 1: return report::to_json(report_);
    case 2: return report::savings_to_markdown(report_);
    default: return report::savings_to_text(report_, run_.asked().colour);
    }
  }

  // The proof as a file; empty, with a diagnostic, where there is none.
  [[nodiscard]] std::string certificate(const given& wanted, base::diagnostics& faults) const {
    const auto proof = saved_.size() == 1 ? proof_of(saved_.front()) : std::nullopt;
    if (proof)
      return to_json(*proof);
    faults.push_back({report_.contracts.size() != 1 ? "a certificate is that of one contract"
                                                    : "there is no bound to certify",
                      wanted.at,
                      report_.contracts.size() != 1 ? "name one FILE" : "proviso optimize FILE says why",
                      {}});
    return {};
  }

private:
  void optimize(report::contract_report& of, const loading::resolved_file& file) {
    auto found = savings::find_savings(*of.assessment, report_.as_of);
    if (!found) {
      of.unsaved = found.why().missing;
      return;
    }
    auto& made = saved_.emplace_back(std::move(*found));
    of.saved = &made;
    const auto& plan = *of.assessment->plan;
    for (const auto& each : what_ifs_)
      if (const auto changed = with_clause(each.value, of.contract(), file, run_.texts(), faults_))
        made.what_ifs.push_back(answer(each.value, *changed, plan));
    if (!outlook_ || !faults_.empty())
      return;
    made.levers = savings::levers_of(made, plan);
    made.turns = savings::turns_of(made, plan);
  }

  [[nodiscard]] savings::what_if answer(const std::string& clause, const model::contract& changed,
                                        const usage::plan& plan) const {
    base::diagnostics ignored; // what is beyond range is told by the least cost too
    const auto written = metering::assess(changed, &plan, ignored);
    const auto least = savings::resolve(changed, plan, report_.as_of);
    using amount = base::known<base::rational>;
    return {clause,
            ignored.empty() && written.totals.complete
                ? amount(written.totals.cost)
                : amount(base::unknown{base::enumerate(written.totals.missing)}),
            least ? amount(least->cost()) : amount(least.why())};
  }

  judged run_;
  std::vector<given> what_ifs_;
  bool outlook_;
  base::diagnostics faults_;
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
  const auto what_ifs = asked.options.all("what-if");
  auto& run = runs.emplace_back(without, std::vector<given>(what_ifs.begin(), what_ifs.end()),
                                asked.options.one("outlook") != nullptr);
  if (auto refused = run.judge())
    return *refused;
  auto result = printed(run.in_format(format), asked.options);
  if (const auto* to = asked.options.one("certificate"))
    result.files.push_back({to->value, run.certificate(*to, faults)});
  return faults.empty() ? result : refusal({}, faults);
}

} // namespace proviso::cli
