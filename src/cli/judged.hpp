// Contracts with their plans, read, resolved and judged as a command line asks: what check, explain and compare
// start from. Each stage reports all faults it can see; the next starts only where there are none.
#pragma once

#include "checking/check.hpp"
#include "cli/inputs.hpp"
#include "cli/options/request.hpp"
#include "loading/exports.hpp"
#include "loading/plans.hpp"
#include "loading/project.hpp"
#include "loading/resolved.hpp"
#include "metadata/org.hpp"
#include "report/report.hpp"

#include <deque>
#include <optional>
#include <span>
#include <vector>

namespace proviso::cli {

struct subject { // a named file, and what is checked in it
  input_file input;
  loading::resolved_file of;

  [[nodiscard]] loading::contract_file file() const { return {input.path, of.catalogue.get(), of.contracts}; }
};

class judged {
public:
  explicit judged(const invocation& asked) : asked_(asked) {}
  judged(const judged&) = delete;
  judged& operator=(const judged&) = delete;

  // Null where all went well; else what to answer.
  [[nodiscard]] std::optional<outcome> run();
  // The same up to what exports show; nothing is judged.
  [[nodiscard]] std::optional<outcome> observe_only();

  struct observed_one {
    const model::contract* contract = nullptr;
    const observing::observation* seen = nullptr;
  };
  [[nodiscard]] std::vector<observed_one> observed() const;
  struct planned_one {
    const model::contract* contract = nullptr;
    const usage::plan* plan = nullptr; // with what was observed in it, where exports were given; null: neither
    std::string plan_file;
  };
  [[nodiscard]] std::vector<planned_one> planned() const;
  // Of the first contract.
  [[nodiscard]] std::string users_as_csv() const;
  // What a command answers, with the rows of login histories that could not be read told beside it.
  [[nodiscard]] outcome with_unread_rows(outcome answer) const;

  [[nodiscard]] const request& asked() const { return request_; }
  [[nodiscard]] const report::report& report() const { return report_; }
  [[nodiscard]] report::report& report() { return report_; }
  // One for each contract of the report, in its order.
  [[nodiscard]] const std::vector<const subject*>& subjects() const { return subject_of_; }
  [[nodiscard]] checking::settings how() const;
  [[nodiscard]] const base::sources& sources() const { return sources_; }
  // Of metadata: the first and the last. Their texts are not kept.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> metadata_sources() const { return metadata_sources_; }
  // One for each contract, in order.
  [[nodiscard]] const std::vector<loading::chosen_plan>& plans() const { return chosen_; }
  // What is judged beside the files, such as a clause on the command line, is read among their texts.
  [[nodiscard]] base::sources& texts() { return sources_; }

private:
  using stage = void (judged::*)();
  [[nodiscard]] std::optional<outcome> run(std::span<const stage> stages);
  [[nodiscard]] outcome print_sql(); // what the warehouse would be asked for each contract

  void configure();
  void read_and_resolve();
  void read();
  void leave_out_parts();
  void resolve();
  void choose_plans();
  void join_sellers();
  void read_metadata();
  void observe();
  void judge();

  void read(const input_file& input);
  void resolve(subject& in);
  void check_treatments(const std::vector<treatment>& all, const checking::rulebook& rules);
  void check_limit(const std::optional<cost_limit>& limit, const model::contract& contract);
  void judge(const subject& in, const model::contract& contract, const loading::chosen_plan& plan,
             const observing::observation* seen);

  invocation asked_;
  request request_;
  base::sources sources_;
  base::diagnostics faults_;
  std::optional<loading::project> project_;
  std::optional<loading::plans> plans_;
  std::deque<subject> subjects_;
  std::deque<checking::judgement> judgements_;
  std::optional<metadata::org> found_; // where --metadata was given
  std::pair<std::uint32_t, std::uint32_t> metadata_sources_{1, 0};
  std::vector<loading::chosen_plan> chosen_; // one for each contract, in order
  std::deque<loading::exports> exports_;     // likewise, where exports were given
  std::vector<const subject*> subject_of_;
  report::report report_;
};

} // namespace proviso::cli
