#include "savings/serving.hpp"

#include "checking/facts/breach.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::savings {
namespace {

using base::truth;
using usage::planned_access;

struct doubt { // the first need or access that is not surely served
  truth is = truth::yes;
  std::string what;

  void meet(truth answer, const std::string& name) {
    if (answer == truth::yes || is == truth::no || (is == truth::unknown && answer == truth::unknown))
      return;
    is = answer;
    what = name;
  }
};

doubt needs_met(const model::license& by, const usage::population& of) {
  doubt result;
  for (const auto& need : of.needs)
    result.meet(by.has(need.value), need.value);
  for (const auto& access : of.access)
    result.meet(by.reaches(access.wanted, access.object),
                fmt::format("{} on {}", model::to_string(access.wanted), access.object));
  return result;
}

std::string not_for_sale(const offer& of) {
  if (of.bought != nullptr)
    return fmt::format("'{}' is bought as '{}' already", of.sku->name, of.bought->name);
  if (of.sku->sold.value == model::sale::other)
    return fmt::format("'{}' is sold as {}s, which no user is counted in", of.sku->name, of.sku->unit);
  return fmt::format("'{}' is not for sale over the term", of.sku->name);
}

std::ptrdiff_t breaches_at(const model::contract& in, const population& of, const model::sku& sku) {
  const auto all = checking::breaches(in, {metering::population_usage{of.metered->population, &sku, {}}});
  return std::ranges::count_if(all, [](const auto& b) { return b.doubt.empty(); });
}

std::optional<model::measure> measure_of(const model::sku& sku, const model::calendar& months) {
  for (const auto& month : months.months())
    if (const auto terms = sku.on(month.days.first); terms.overage)
      return terms.overage->value.window;
  return std::nullopt;
}

// Another window than that of the contract's own pool of the license, which only a quote can offer.
bool changes_window(const market& in, const offer& to) {
  if (!to.quote || !to.is_pool())
    return false;
  const auto own = [&](const offer& o) { return !o.quote && o.is_pool() && o.sku->license == to.sku->license; };
  const auto pool = std::ranges::find_if(in.offers(), own);
  const auto& months = in.written().months;
  return pool != in.offers().end() && measure_of(*pool->sku, months) != measure_of(*to.sku, months);
}

} // namespace

std::string lacking_of(const model::license& license, const usage::population& of) {
  const auto found = needs_met(license, of);
  return found.is == truth::no ? found.what : "";
}

standing standing_of(const market& in, const population& of, std::size_t index) {
  const auto& to = in.offers()[index];
  const auto& own = in.offers()[of.own];
  const auto& planned = *of.metered->population;
  const auto& license = *to.sku->license;
  if (index == of.own)
    return {change::stay, {}, {}};
  if (to.stretches.empty())
    return {change::none, not_for_sale(to), {}};
  const bool other_license = to.sku->license != own.sku->license;
  const auto found = needs_met(license, planned);
  if (found.is == truth::no)
    return {change::none, fmt::format("{} does not offer {}", license.name, found.what), {}};
  if (other_license && found.is == truth::unknown)
    return {change::none,
            fmt::format("the catalogue does not say whether {} offers {}", license.name, found.what),
            {}};
  if (other_license && planned.needs.empty() && planned.access.empty())
    return {change::none, fmt::format("the plan does not say what '{}' needs", of.name()), {}};
  const auto& contract = in.everything();
  if (breaches_at(contract, of, *to.sku) > breaches_at(contract, of, *own.sku))
    return {change::none,
            fmt::format("'{}' falls under a restriction that '{}' does not", to.sku->name, own.sku->name),
            {}};
  if (changes_window(in, to))
    return {change::window, {}, {}};
  return {other_license ? change::license : change::move, {}, {}};
}

} // namespace proviso::savings
