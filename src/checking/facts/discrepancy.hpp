// The org's own counts, beside what they should be: by the contract, and by what was counted here.
#pragma once

#include "base/known.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace proviso::observing {
struct observation;
}

namespace proviso::checking {

class facts;

// One count of the org held against what it should be.
struct discrepancy {
  std::string what;                   // "licenses provisioned"
  std::uint32_t sku = 0;              // of several that sell the license alike, the first
  std::int64_t stated = 0;            // by the org
  base::known<std::int64_t> expected; // from the contract, or counted here
  std::string because;                // "the contract buys"
  std::string file;
  std::size_t line = 0;
};

// Whether an export has counts of the org.
[[nodiscard]] bool shows_counts(const observing::observation& seen);
[[nodiscard]] std::vector<discrepancy> discrepancies(const facts& f, const observing::observation& seen);

} // namespace proviso::checking
