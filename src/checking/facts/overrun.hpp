// Runs of months in which a SKU has more people than it may: members beyond those purchased, user records
// beyond the accounts that come with purchased logins. One record a run, not one a month.
#pragma once

#include "metering/assessment.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace proviso::checking {

struct overrun {
  bool of_accounts = false; // else of members
  std::uint32_t sku = 0;    // among those of the contract
  int first_month = 0;
  int last_month = 0;
  int worst_month = 0;      // with the most people beyond the limit, the first of equals
  std::int64_t users = 0;   // in the worst month
  std::int64_t allowed = 0; // in the worst month
  std::int64_t needed = 0;  // the least addition to the quantity, in whole blocks, with which all have a place
  std::string doubt;        // why it is not known whether the limit holds; empty where it does not hold
};

// By SKU and month. A SKU sold as neither members nor logins has no such limit.
[[nodiscard]] std::vector<overrun> overruns(const metering::assessment& all);

} // namespace proviso::checking
