// Whether a certificate holds, found without searching: the cost counted again, and every leaf of the proof
// priced again. Nothing here is shared with what found it but the shape of problems and certificates.
#pragma once

#include "optimizing/certificate.hpp"

namespace proviso::verifying {

struct verdict {
  std::string wrong; // "the purchase costs 9600, not 9500"; empty where all holds
};

// A certificate without a purchase claims that none serves every user: cost and bound are then the largest
// `money`.
[[nodiscard]] verdict verify(const optimizing::problem& of, const optimizing::certificate& claimed);

} // namespace proviso::verifying
