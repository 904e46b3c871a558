// On which day a pool runs out: logins of a month fall on its days by the season of their population.
#pragma once

#include "metering/assessment.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace proviso::simulating {

// Populations of one SKU whose seasons are the same come in one stream.
class day_shares {
public:
  // `seasons` has the populations' factors, one for each stream.
  day_shares(const model::calendar& months, const std::vector<const usage::population*>& seasons);

  // The first day of the month, from 0, whose running sum of the streams' logins is above what is left. The
  // last day where no season says on which day they fall.
  [[nodiscard]] int first_above(std::size_t month, std::span<const std::int64_t> logins,
                                std::int64_t left) const;

private:
  // Of a month's logins, what has come by the end of each day, in units of 2^-60, rounded down.
  std::vector<std::vector<std::vector<std::uint64_t>>> come_; // by month, stream, day
};

} // namespace proviso::simulating
