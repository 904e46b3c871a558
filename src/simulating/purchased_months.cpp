#include "simulating/purchased_months.hpp"

namespace proviso::simulating {

std::vector<stretch> stretches_of(const metering::sku_assessment& of, const model::calendar& months,
                                  base::day today) {
  std::vector<stretch> result;
  for (const auto& month : of.months) {
    if (!month.terms->quantity || months[month.month].days.last < today)
      continue;
    const bool goes_on = !result.empty() && result.back().last == month.month - 1 &&
                         of.in(result.back().last).quantity == month.quantity;
    if (goes_on)
      result.back().last = month.month;
    else
      result.push_back({month.month, month.month});
  }
  return result;
}

} // namespace proviso::simulating
