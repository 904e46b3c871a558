#include "savings/savings.hpp"

#include "base/text.hpp"
#include "savings/alternatives.hpp"
#include "savings/binding.hpp"

namespace proviso::savings {
namespace {

constexpr allowance allowances[] = {{change::stay, false},
                                    {change::move, false},
                                    {change::license, false},
                                    {change::license, true},
                                    {change::window, true}};

bool offers_packs(const market& in) {
  return std::ranges::any_of(in.offers(), [](const offer& o) { return o.is_pool() && !o.sku->packs.empty(); });
}

bool offers_change(const people& who, change kind) {
  return std::ranges::any_of(who.all, [&](const population& p) {
    return std::ranges::any_of(p.at, [&](const standing& s) { return s.kind == kind; });
  });
}

// Whether a step allows anything that the one before did not.
bool adds(const market& in, const people& who, step_kind kind) {
  switch (kind) {
  case step_kind::cut: return true;
  case step_kind::move: return offers_change(who, change::move);
  case step_kind::license: return offers_change(who, change::license);
  case step_kind::packs: return offers_packs(in);
  case step_kind::window: return offers_change(who, change::window);
  }
  return true;
}

// Why the step may save more than was found.
std::string unsplit_in(step_kind kind, const searching& search) {
  switch (kind) {
  case step_kind::move: return search.unsplit(change::move);
  case step_kind::license: return search.unsplit(change::license);
  case step_kind::window: return search.unsplit(change::window);
  default: return {};
  }
}

void climb(advice& to, const searching& search) {
  auto last = to.start.start;
  for (const auto kind : each_step) {
    auto next =
        adds(*to.in, *to.who, kind) ? search.cheapest(allowances[static_cast<std::size_t>(kind)], last) : last;
    step made{kind, last.cost() - next.cost(), {}, false, next, unsplit_in(kind, search)};
    describe(made, *to.in, *to.who, last.bought, to.start.start.bought);
    to.steps.push_back(std::move(made));
    last = std::move(next);
  }
  to.best = std::move(last);
}

} // namespace

std::string_view to_string(step_kind of) {
  constexpr std::string_view names[] = {"cut", "move", "license", "packs", "window"};
  return names[static_cast<std::size_t>(of)];
}

std::optional<rational> advice::gap() const {
  if (!best.bound)
    return std::nullopt;
  return best.cost().is_zero() ? rational() : (best.cost() - *best.bound) / best.cost();
}

std::optional<range> fall(const found& from, const found& to) {
  if (from.proven() && to.proven())
    return std::nullopt;
  range result;
  if (from.bound)
    result.least = *from.bound - to.cost();
  if (to.bound)
    result.most = from.cost() - *to.bound;
  return result;
}

known<advice> find_savings(const metering::assessment& written, base::day today, effort limits) {
  if (written.plan == nullptr)
    return base::unknown{"planned usage: give a plan with --plan"};
  if (!written.totals.complete)
    return base::unknown{base::enumerate(written.totals.missing)};
  advice result;
  const auto in = std::make_shared<const market>(*written.contract);
  auto who = people_of(*in, written, today);
  if (!who)
    return who.why();
  result.in = in;
  result.who = std::make_shared<const people>(std::move(*who));
  auto start = serve(*in, *result.who);
  if (!start)
    return start.why();
  result.written = written.totals.cost;
  result.start = std::move(*start);
  const searching search(*in, *result.who, result.start.start.bought, limits);
  climb(result, search);
  result.alternatives = alternatives_to(result, search);
  result.break_evens = break_evens_of(*in, *result.who);
  return result;
}

} // namespace proviso::savings
