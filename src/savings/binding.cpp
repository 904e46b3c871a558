#include "savings/binding.hpp"

#include "metering/renewal.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::savings {
namespace {

model::sku_terms terms_of(const market& in, const offer& of, const stretch& one) {
  return of.sku->on(in.everything().months[one.first_month].days.first);
}

// ---- now or at renewal

// Whether the quantity is at least the written one, or the reduction right reaches it as the stretch starts,
// from what is bought before it. More that the contract has from then on is bought before it is reduced.
bool may_fall(const market& in, const offer& of, std::size_t s, const std::vector<std::int64_t>& written,
              const std::vector<std::int64_t>& after) {
  const auto& one = of.stretches[s];
  if (after[s] >= written[s])
    return true;
  if (!of.sku->reduce || one.first_month <= 12)
    return false;
  const bool follows = s > 0 && of.stretches[s - 1].last_month + 1 == one.first_month;
  auto from = follows ? after[s - 1] : written[s];
  if (follows && written[s] > written[s - 1])
    from = std::max(from, written[s]);
  return after[s] >= metering::reducible_to(*of.sku, terms_of(in, of, one), from);
}

bool keeps_to(const market& in, const purchase& after, const purchase& written) {
  for (std::size_t i = 0; i < in.offers().size(); ++i) {
    const auto& of = in.offers()[i];
    for (std::size_t s = 0; s < of.stretches.size(); ++s)
      if (!of.quote && !may_fall(in, of, s, written.quantities[i], after.quantities[i]))
        return false;
    for (std::size_t p = 0; p < of.sku->packs.size(); ++p)
      if (!of.quote && !after.packs[i][p])
        return false;
  }
  return true;
}

// ---- what binds

using reasons = std::vector<std::string>;

void add(reasons& to, std::string reason) {
  if (std::ranges::find(to, reason) == to.end())
    to.push_back(std::move(reason));
}

void add_quantities(reasons& to, const market& in, const purchase& after) {
  for (std::size_t i = 0; i < in.offers().size(); ++i) {
    const auto& of = in.offers()[i];
    for (std::size_t s = 0; s < of.stretches.size(); ++s) {
      const auto terms = terms_of(in, of, of.stretches[s]);
      const auto bought = after.quantities[i][s];
      if (terms.minimum && terms.minimum->value > 0 && bought == terms.minimum->value)
        add(to, fmt::format("minimum of {} of {}", base::grouped(bought), of.sku->name));
      else if (terms.block && terms.block->value > 1 && bought > 0)
        add(to, fmt::format("block of {} of {}", base::grouped(terms.block->value), of.sku->name));
    }
  }
}

// Needs that keep populations from another license of the contract.
void add_needs(reasons& to, const market& in, const people& who) {
  for (const auto& of : who.all)
    for (std::size_t i = 0; i < of.at.size(); ++i)
      if (of.at[i].kind == change::none && in.offers()[i].sku->license != in.offers()[of.own].sku->license)
        add(to, fmt::format("'{}': {}", of.name(), of.at[i].why));
}

} // namespace

void describe(step& to, const market& in, const people& who, const purchase& before, const purchase& written) {
  const bool saves = !to.saves.is_zero();
  const auto& after = to.at.bought;
  const bool buys_the_same = after.quantities == before.quantities && after.packs == before.packs;
  to.now = saves && (keeps_to(in, after, written) || buys_the_same);
  if (saves && !to.now)
    to.binds.emplace_back("term");
  if (saves)
    add_quantities(to.binds, in, after);
  if (to.kind == step_kind::license)
    add_needs(to.binds, in, who);
}

} // namespace proviso::savings
