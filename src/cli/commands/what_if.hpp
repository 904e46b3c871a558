// A contract with another clause, as `--what-if` states it.
#pragma once

#include "base/diagnostic.hpp"
#include "loading/resolved.hpp"

#include <optional>

namespace proviso::cli {

// "grace 10%", "portal-logins: price 1.80 per login", "overage measured quarterly", "commit 100_000.00 per
// year", "seats: price 3.00 per member per month": a clause of the contract, of one SKU or quote, or of each
// SKU that may state it. It takes the place of every such clause, in later steps and amendments too, so that it
// holds as long as the SKU is there; `overage measured …` leaves each overage its price. Empty, with
// diagnostics, where it is a clause of none.
[[nodiscard]] std::optional<model::contract> with_clause(const std::string& clause, const model::contract& in,
                                                         const loading::resolved_file& of, base::sources& texts,
                                                         base::diagnostics& faults);

} // namespace proviso::cli
