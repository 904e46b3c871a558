// What exports show of one contract: read, joined and ready to be judged with. It keeps what the observation
// points into, so it stays where it is.
#pragma once

#include "cli/request.hpp"
#include "loading/plans.hpp"
#include "observing/observe.hpp"

#include <optional>

namespace proviso::cli {

struct observed_contract {
  const model::contract& contract;
  const loading::chosen_plan& plan;
  const model::catalogue& known; // that the contract is written in
  const model::catalogue& words; // with the words of exports
  base::day today;
};

class evidence {
public:
  evidence() = default;
  evidence(const evidence&) = delete;
  evidence& operator=(const evidence&) = delete;

  void gather(const observed_contract& of, const exports_request& asked, base::diagnostics& faults);

  // After a gathering without faults.
  [[nodiscard]] const observing::observation& observed() const { return *observed_; }

  // CSV of everyone who holds a license of the contract today, with the login days in all months that the data
  // covers whole: ids, or names where the export has none.
  [[nodiscard]] std::string users_as_csv() const;

private:
  void count(const observed_contract& of, const exports_request& asked, const logins::question& question,
             base::diagnostics& faults);
  void try_zones(const exports_request& asked);

  org::directory org_;
  std::optional<logins::tally> logins_;
  std::optional<warehouse::answer> counted_; // in its place
  std::optional<observing::observation> observed_;
  observing::user_lists lists_;
  const model::contract* contract_ = nullptr;
  const usage::plan* plan_ = nullptr;
  base::day today_;
};

// The days of the question, the zone and the ways to count of a contract, with what the command line says of
// the files.
[[nodiscard]] std::optional<observing::question_of>
question_for(const model::contract& contract, const exports_request& asked, base::diagnostics& faults);
[[nodiscard]] std::optional<logins::tally>
count_logins(const exports_request& asked, const logins::question& question, base::diagnostics& faults);
// What the warehouse would be asked of a contract; empty where a diagnostic was added.
[[nodiscard]] std::optional<std::string> sql_for(const model::contract& contract, const exports_request& asked,
                                                 base::diagnostics& faults);

} // namespace proviso::cli
