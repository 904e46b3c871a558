// Certificates as JSON, for a file that another run verifies.
//
//   {"certificate": 1, "cost": 960000, "bound": 960000, "quantities": [[200], [60]], "packs": [[], []],
//    "users": [240, 0, 0, 60], "proof": [{"what": "quantity", "whole": 0, "part": 0, "at": 200}, …,
//    {"scale": 268435456, "multipliers": [0, …]}]}
//
// Lists have one entry for each offer, stretch, pack and choice, as in `purchase`.
#pragma once

#include "optimizing/certificate.hpp"

#include <string_view>

namespace proviso::optimizing {

[[nodiscard]] std::string certificate_text(const certificate& of);

struct certificate_read {
  certificate read;
  std::string wrong; // "proof 3: no 'at'"; empty where all was read
};

// Bounded in depth and in size: texts of more than `most_text` bytes are refused.
[[nodiscard]] certificate_read certificate_from(std::string_view text);

constexpr std::size_t most_text = std::size_t{1} << 30;

} // namespace proviso::optimizing
