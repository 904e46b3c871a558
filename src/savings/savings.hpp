// The door of the layer: a metered contract in; what to buy instead, what that saves step by step, and how sure
// that is.
#pragma once

#include "savings/addition.hpp"
#include "savings/search.hpp"

#include <memory>
#include <string>
#include <vector>

namespace proviso::savings {

enum class step_kind : std::uint8_t { cut, move, license, packs, window };
inline constexpr step_kind each_step[] = {step_kind::cut, step_kind::move, step_kind::license, step_kind::packs,
                                          step_kind::window};
[[nodiscard]] std::string_view to_string(step_kind of); // "cut", "move", "license", "packs", "window"

struct step { // the optimum with the kinds of change before it, less the optimum with this one too
  step_kind kind = step_kind::cut;
  rational saves;
  std::vector<std::string> binds; // what stops it there: a minimum, a block, a need, the term
  bool now = false;    // the contract lets it happen; else only at renewal. Of one that saves nothing: no
  found at;            // what is bought after it
  std::string missing; // why it may save more; empty where all of it was looked at
};

struct alternative { // another way, with the best quantities for it
  std::string name;
  known<rational> cost;
};

struct break_even { // of a pool and members of one license
  std::size_t logins = 0;
  std::size_t members = 0;
  rational login_days; // a month; from there on a member costs less
};

// What a figure is between where a search did not prove it; an end that is empty is not known.
struct range {
  std::optional<rational> least;
  std::optional<rational> most;
};

struct lever {                    // what may be asked for in a negotiation
  std::string name;               // "grace of 10%"
  known<rational> worth;          // the least cost as it is, less the least cost with it
  std::optional<range> between{}; // none: it is exact
};

struct turn {
  std::string what; // "price of portal-members", "users of 'dealers'"
  rational now;
  std::optional<rational> below; // the nearest value below at which other users move; none within range
  std::optional<rational> above; // the same above
  int decimals = 0;              // that values are exact to
  std::string missing;           // why it is not known; empty where it is
  rational least;                // the range that was looked at
  rational most;
  // The nearest values at which another purchase is cheaper, or another number of users moves.
  std::optional<rational> purchase_below;
  std::optional<rational> purchase_above;
};

struct what_if { // the contract with another clause
  std::string clause;
  known<rational> written;         // what it costs as it is written then, with what it lacks to serve the plan
  known<rational> least;           // and with the cheapest purchase that was found
  rational added{};                // of `written`, what it lacked
  std::optional<rational> bound{}; // no purchase costs less then
  std::string doubt{};             // of `least`, as in `found`
  std::optional<range> saves{};    // what `least` is below the cost now; none: exactly their difference
};

struct advice {
  std::shared_ptr<const market> in;
  std::shared_ptr<const people> who;
  rational written; // what the contract costs as it is
  served start;     // with what it lacks to serve the plan
  std::vector<step> steps;
  found best;
  std::vector<alternative> alternatives;
  std::vector<break_even> break_evens;
  // Where they were asked for:
  std::vector<lever> levers;
  std::vector<turn> turns;
  std::vector<what_if> what_ifs;

  [[nodiscard]] rational saving() const { return start.start.cost() - best.cost(); }
  // (cost - bound) ÷ cost; none where there is no bound.
  [[nodiscard]] std::optional<rational> gap() const;
};

// By how much the cheapest purchase of one search is below that of another; none where both are proven, so that
// it is their difference.
[[nodiscard]] std::optional<range> fall(const found& from, const found& to);

// Unknown, and why, without a plan, where the baseline is not priced whole, and where nothing serves. `written`
// and what it points to must outlive it.
[[nodiscard]] known<advice> find_savings(const metering::assessment& written, base::day today,
                                         effort limits = {});

} // namespace proviso::savings
