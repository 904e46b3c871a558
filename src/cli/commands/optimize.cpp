// proviso optimize: contracts with their usage in, what to buy instead out.
#include "report/formats.hpp"
#include "report/savings.hpp"
#include "savings/flips.hpp"
#include "savings/levers.hpp"
#include "savings/resolve.hpp"

#include "cli/commands/certificate.hpp"
#include "cli/commands/recommendations.hpp"
#include "cli/commands/what_if.hpp"
#include "cli/inputs_read.hpp"
#include "cli/output/overwriting.hpp"
#include "loading/joint.hpp"

#include <deque>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

constexpr std::string_view formats[] = {"text", "json", "markdown"};
constexpr std::string_view own_options[] = {"format", "out"};

class optimizing_run {
public:
  optimizing_run(const invocation& asked, std::vector<given> what_ifs, bool outlook)
      : run_(asked), what_ifs_(std::move(what_ifs)), outlook_(outlook) {}

  std::optional<outcome> judge() {
    if (auto refused = run_.run())
      return refused;
    for (std::size_t i = 0; i < report().contracts.size(); ++i)
      optimize(i);
    if (!faults_.empty())
      return refusal(run_.texts(), faults_);
    return std::nullopt;
  }

  [[nodiscard]] std::string in_format(std::size_t which) const {
    switch (which) {
    case 1: return report::to_json(report());
    case 2: return report::savings_to_markdown(report());
    default: return report::savings_to_text(report(), run_.asked().colour);
    }
  }

  // The proof as a file; empty, with a diagnostic, where there is none.
  [[nodiscard]] std::string certificate(const given& wanted, base::diagnostics& faults) const {
    if (report().contracts.size() != 1) {
      faults.push_back({"a certificate is that of one contract", wanted.at, "name one FILE", {}});
      return {};
    }
    const base::known<proof_file> proof = saved_.all().empty()
                                              ? base::unknown{report().contracts.front().unsaved}
                                              : proof_of(saved_.all().front());
    if (proof)
      return to_json(*proof);
    faults.push_back({fmt::format("there is no proof to certify: {}", proof.why().missing),
                      wanted.at,
                      "without --certificate the recommendation is printed all the same",
                      {}});
    return {};
  }

  [[nodiscard]] std::vector<std::string> inputs() const { return files_read(run_); }
  [[nodiscard]] outcome with_unread_rows(outcome answer) const {
    return run_.with_unread_rows(std::move(answer));
  }

private:
  [[nodiscard]] const report::report& report() const { return run_.report(); }

  void optimize(std::size_t i) {
    auto& of = run_.report().contracts[i];
    const auto& file = run_.subjects()[i]->of;
    auto* found = saved_.add_to(of, report().as_of);
    for (const auto& each : what_ifs_) // a wrong clause is refused, be there an answer or not
      if (auto changed = with_clause(each.value, of.contract(), file, run_.texts(), faults_); changed && found)
        found->what_ifs.push_back(
            answer(each.value, joined(std::move(*changed), i), *of.assessment->plan, found->best));
    if (found == nullptr || !outlook_ || !faults_.empty())
      return;
    constexpr savings::effort often{.few_ways = 8}; // a search for each lever and each step towards a turn
    found->levers = savings::levers_of(*found, *of.assessment->plan, often);
    found->turns = savings::turns_of(*found, *of.assessment->plan, often);
  }

  // SKUs that nobody who was seen can be told to be on are one there too.
  [[nodiscard]] model::contract joined(model::contract changed, std::size_t i) const {
    return loading::joined_for(std::move(changed), run_.plans()[i].plan, run_.asked().exports.files.any());
  }

  [[nodiscard]] savings::what_if answer(const std::string& clause, const model::contract& changed,
                                        const usage::plan& plan, const savings::found& now) const {
    const auto then = savings::resolve(changed, plan, report().as_of);
    if (!then)
      return {clause, then.why(), then.why()};
    const auto& start = then->start.start;
    savings::what_if result{clause, start.cost(), then->cost()};
    result.added = start.cost() - then->written->totals.cost;
    result.bound = then->best.bound;
    result.doubt = then->best.doubt;
    result.saves = savings::fall(now, then->best);
    return result;
  }

  judged run_;
  std::vector<given> what_ifs_;
  bool outlook_;
  base::diagnostics faults_;
  recommendations saved_;
};

} // namespace

outcome optimize(const invocation& asked) {
  static auto& runs = *new std::deque<optimizing_run>; // as in check
  base::diagnostics faults;
  const auto format = choose(asked.options.one("format"), formats, faults);
  if (!faults.empty())
    return refusal({}, faults);
  const auto what_ifs = asked.options.all("what-if");
  auto& run =
      runs.emplace_back(without(asked, own_options), std::vector<given>(what_ifs.begin(), what_ifs.end()),
                        asked.options.one("outlook") != nullptr);
  if (auto refused = run.judge())
    return *refused;
  const auto* proof = asked.options.one("certificate");
  check_overwriting(
      {{output_path(asked.options), "report"}, {proof == nullptr ? "" : proof->value, "certificate"}},
      run.inputs(), faults);
  auto result = printed(run.in_format(format), asked.options);
  if (proof != nullptr)
    result.files.push_back({proof->value, run.certificate(*proof, faults)});
  return faults.empty() ? run.with_unread_rows(std::move(result)) : refusal({}, faults);
}

} // namespace proviso::cli
