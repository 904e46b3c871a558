// What to buy instead of what contracts say, for those of a report.
#pragma once

#include "report/report.hpp"
#include "savings/savings.hpp"

#include <deque>

namespace proviso::cli {

class recommendations {
public:
  // Puts the advice, or why there is none, into the report of the contract, which points to what is kept here.
  // Null where there is none.
  savings::advice* add_to(report::contract_report& of, base::day today);
  void add_to(report::report& all);

  [[nodiscard]] const std::deque<savings::advice>& all() const { return all_; }

private:
  std::deque<savings::advice> all_;
};

} // namespace proviso::cli
