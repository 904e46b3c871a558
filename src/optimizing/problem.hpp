// What to buy for users who must be served, as whole numbers: offers with prices, and segments of users with
// the offers that each may take. Knows nothing of contracts; whoever builds it gives each number its meaning.
//
// Money is whole in a unit of the caller's choice, fine enough that every price is whole. Months count from 0.
// Not expressed: unused logins that roll over to later months, and swaps of logins for members. A purchase
// found without them must not be called the cheapest where they matter.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace proviso::optimizing {

using money = std::int64_t;
using count = std::int64_t;

constexpr count unlimited = std::numeric_limits<count>::max();

// The months first, first + 1, … first + count - 1.
struct run {
  std::uint32_t first = 0;
  std::uint32_t count = 1;
};

// The price of a unit, for one charge, of the units beyond the first `over`.
struct tier {
  count over = 0;
  money price = 0; // at least 0
};

// Each unit at the price of its own tier, or all units at that of the last one.
enum class tiering { graduated, volume };

// One quantity for a run of months: a multiple of the block, from the minimum to the limit; 0 too where it may
// be left out. Where minimum and limit are the same number it is that one, whatever the block. It costs
//   charges × (price of the quantity by its tiers, rounded half up to a multiple of `minor`).
struct stretch {
  run months;
  count block = 1;
  count minimum = 0;
  count limit = unlimited;
  bool optional = true;
  tiering kind = tiering::graduated;
  std::vector<tier> tiers;            // rising, the first over 0
  count charges = 1;                  // one for each month, or each year
  std::vector<count> in_periods = {}; // of them, by period of the problem; empty where it has none
};

// Logins beyond what was bought: a price for each block begun. Rounded like a charge.
struct overage {
  money price = 0;
  count block = 1;
};

// Months whose logins are judged together, and charged in the last of them. Entitled is the sum over them of
// the quantity in force and of the packs taken. Free beyond it: floor(entitled × share / shares) + grace. What
// goes beyond that is paid, or impossible where there is no overage. Months in no window use as many logins as
// they like.
struct window {
  run months;
  count share = 0;
  count shares = 1;
  count grace = 0;
  std::optional<overage> beyond;
};

// Logins bought once for one month.
struct pack {
  std::uint32_t month = 0;
  count logins = 0;
  money cost = 0;
  bool forced = false; // already bought
};

// What may be bought: a pool of logins with windows, or, without windows, seats. In a month without a stretch
// the quantity is 0. In each month users + Σ users who chose it <= users_per_unit × quantity, where that is not
// 0: 1 for seats, the accounts a login allows for a pool.
struct offer {
  std::vector<stretch> stretches;
  std::vector<window> windows;
  std::vector<pack> packs;
  count users_per_unit = 0;
  std::vector<count> users; // by month, whatever is chosen; may be negative; empty for none
};

// Logins that are rounded together, as those of one population in one pool. In month m they are
//   max(0, base[m] + Σ users × scale × profile[m]) / denominator
// over the users who chose it, to whole logins: rounded half up if `rounded`, else up.
struct load {
  std::uint32_t offer = 0;
  bool rounded = false;
  std::vector<count> base; // by month; may be negative; empty for none
};

constexpr std::uint32_t no_load = std::numeric_limits<std::uint32_t>::max();

// An offer that a segment may take, and where its logins count; no_load for seats.
struct choice {
  std::uint32_t offer = 0;
  std::uint32_t load = no_load;
};

// Users who are alike: any whole number of them takes each choice of the menu, for the whole term. In month m
// one of them has scale × profiles[profile × months + m] / denominator logins.
struct segment {
  count users = 0;
  std::uint32_t menu = 0;
  std::uint32_t profile = 0;
  count scale = 1;
};

// Months for whose charges no less than `least` is paid; what they lack is paid besides.
struct period {
  run months;
  money least = 0; // at least 0
};

struct problem {
  std::uint32_t months = 0;
  count denominator = 1;
  money minor = 1;                        // charges of quantities and of overage are rounded to multiples of it
  money least_cost = 0;                   // what is paid at the least over the term
  std::vector<period> periods;            // none, or all months, one after the other
  std::vector<count> profiles;            // rows of `months` figures, none negative
  std::vector<std::vector<choice>> menus; // a segment's choices
  std::vector<segment> segments;
  std::vector<load> loads;
  std::vector<offer> offers;
};

// What is wrong with a problem's shape ("segment 3 names menu 7 of 5"), or with its size, when a figure could
// leave 62 bits; empty where all is well.
[[nodiscard]] std::string flaw(const problem& of);

} // namespace proviso::optimizing
