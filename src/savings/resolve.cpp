#include "savings/resolve.hpp"

#include "base/text.hpp"

namespace proviso::savings {

known<resolved> resolve(const model::contract& contract, const usage::plan& plan, base::day today,
                        effort limits) {
  base::diagnostics faults;
  const auto written = std::make_shared<const metering::assessment>(metering::assess(contract, &plan, faults));
  if (!faults.empty())
    return base::unknown{faults.front().message};
  if (!written->totals.complete)
    return base::unknown{base::enumerate(written->totals.missing)};
  const auto in = std::make_shared<const market>(contract);
  auto made = people_of(*in, *written, today);
  if (!made)
    return made.why();
  const auto who = std::make_shared<const people>(std::move(*made));
  const auto start = serve(*in, *who);
  if (!start)
    return start.why();
  const searching search(*in, *who, start->start.bought, limits);
  auto best = search.cheapest({change::window, true}, start->start);
  return resolved{written, in, who, *start, std::move(best)};
}

} // namespace proviso::savings
