// The proof of a saving as a file: each way to settle whole populations as a problem in whole numbers, with its
// cheapest purchase and what bounds it. Whoever reads it needs no search to check it.
#pragma once

#include "base/diagnostic.hpp"
#include "base/known.hpp"
#include "optimizing/certificate.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::savings {
struct advice; // savings/savings.hpp
}

namespace proviso::cli {

// In place of an offer: of all homes that the population may have, none costs less than the problem says.
constexpr std::uint32_t anywhere = optimizing::no_load;

struct settled_way {
  std::vector<std::uint32_t> settled; // by population: an offer, or anywhere
  std::int64_t slack = 0;             // minor units that rounding may make a purchase cheaper
  optimizing::problem problem;        // its minor unit is that of the currency
  optimizing::certificate answer;
};

struct settled_population {
  std::string name;
  std::vector<std::uint32_t> homes; // offers that all of it may be settled at
};

struct proof_file {
  std::string contract;
  std::string as_of;
  std::string currency;
  std::int64_t cost = 0; // in minor units
  std::int64_t bound = 0;
  std::int64_t fixed = 0; // minor units that every purchase costs besides
  std::vector<std::string> offers;
  std::vector<settled_population> populations;
  // Each choice of homes once, where a population does not settle anywhere: their least bound is that of the
  // whole.
  std::vector<settled_way> ways;
  std::optional<settled_way> from; // a narrower one, in which the purchase was found; else one of these has it
};

// Unknown where no search has a bound, or the purchase.
[[nodiscard]] base::known<proof_file> proof_of(const savings::advice& of);

[[nodiscard]] std::string to_json(const proof_file& of);
// Empty, with a diagnostic, where the text is no such file.
[[nodiscard]] std::optional<proof_file> read_proof(const std::string& name, const std::string& text,
                                                   base::diagnostics& faults);

} // namespace proviso::cli
