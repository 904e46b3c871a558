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

// One count held against what it should be.
struct discrepancy {
  std::string says;                   // who counts: "the org states"
  std::string what;                   // "licenses provisioned"
  std::uint32_t sku = 0;              // of several that sell the license alike, the first
  base::known<std::int64_t> stated;   // by them; unknown: there is nothing to compare
  base::known<std::int64_t> expected; // from the contract, or counted here
  std::string because;                // "the contract buys"
  std::string written;                // where the count stands: "licenses.csv:3"
  std::string remedy;                 // what to do where the two differ
};

// Whether exports have counts of the org, or name the license of one user twice.
[[nodiscard]] bool shows_counts(const observing::observation& seen);
[[nodiscard]] std::vector<discrepancy> discrepancies(const facts& f, const observing::observation& seen);

} // namespace proviso::checking
