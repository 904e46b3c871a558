// proviso verify: a certificate of savings in, whether it holds out. Nothing here searches.
#include "verifying/verify.hpp"

#include "base/currency.hpp"
#include "base/rational.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/commands/certificate.hpp"
#include "loading/input.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>

namespace proviso::cli {
namespace {

// What a way costs and what bounds it, in minor units; empty where a figure is beyond any money.
struct figures {
  std::optional<std::int64_t> cost; // none: no purchase serves in this way
  std::int64_t bound = 0;
};

bool has_rest(const optimizing::problem& of, optimizing::money price) {
  return price % of.minor != 0;
}

// Each line of an invoice that is rounded by itself is off by less than a minor unit. Lines of whole prices are
// not, but for those that a stretch joins in one charge, or in charges that its periods share evenly.
std::int64_t most_rounded(const optimizing::problem& of) {
  std::int64_t lines = 0;
  for (const auto& offer : of.offers) {
    for (const auto& stretch : offer.stretches) {
      const bool by_period = !stretch.in_periods.empty() && stretch.charges != stretch.months.count;
      const bool joined = (stretch.charges == 1 || by_period) && stretch.months.count > 1;
      const bool rests =
          std::ranges::any_of(stretch.tiers, [&](const auto& t) { return has_rest(of, t.price); });
      if (joined || rests)
        lines += stretch.months.count + (stretch.in_periods.empty() ? 0 : stretch.charges);
    }
    for (const auto& window : offer.windows)
      lines += window.beyond && has_rest(of, window.beyond->price) ? window.months.count : 0;
  }
  return lines;
}

std::string wrong_with(const proof_file& of, const settled_way& way, figures& into) {
  const auto verdict = verifying::verify(way.problem, way.answer);
  if (!verdict.wrong.empty())
    return verdict.wrong;
  if (way.slack < 0 || way.slack > most_rounded(way.problem))
    return "it allows for more rounding than it has lines to round";
  constexpr auto none = std::numeric_limits<optimizing::money>::max();
  if (way.answer.cost == none) { // proved that none serves
    into.bound = none;
    return {};
  }
  const auto fine = way.problem.minor;
  const auto raised = way.answer.bound / fine + (way.answer.bound % fine > 0 ? 1 : 0);
  into.bound = raised - way.slack + of.fixed;
  into.cost = way.answer.cost / fine + of.fixed;
  return {};
}

// Money is rounded in the lines of an invoice, which a problem in whole units does not do.
bool has_the_cost(const proof_file& of, const settled_way& way, const figures& found) {
  return found.cost && of.cost >= 0 &&
         std::max(*found.cost, of.cost) - std::min(*found.cost, of.cost) <= way.slack;
}

// ---- which ways there are

std::string words_of(const proof_file& of, const settled_way& way) {
  std::vector<std::string> all;
  for (std::size_t p = 0; p < way.settled.size(); ++p)
    all.push_back(way.settled[p] == anywhere
                      ? fmt::format("{} anywhere", of.populations[p].name)
                      : fmt::format("{} at {}", of.populations[p].name, of.offers[way.settled[p]]));
  return fmt::format("{}", fmt::join(all, ", "));
}

// Users who may be split between offers may settle at each of them as a whole: a home is named for that.
bool has_homes(const proof_file& of, const settled_way& way, const std::vector<optimizing::choice>& menu) {
  for (std::size_t p = 0; p < way.settled.size(); ++p) {
    const auto& homes = of.populations[p].homes;
    const bool starts = !menu.empty() && (way.settled[p] == anywhere || menu.front().offer == way.settled[p]);
    if (starts && std::ranges::all_of(
                      menu, [&](const auto& c) { return std::ranges::find(homes, c.offer) != homes.end(); }))
      return true;
  }
  return false;
}

// Users who may settle anywhere may take each home that there is: else the way bounds less than it is said to.
std::string wrong_choice(const proof_file& of, const settled_way& way) {
  const auto takes_all = [&](const std::vector<std::uint32_t>& homes) {
    return std::ranges::any_of(way.problem.menus, [&](const auto& menu) {
      return std::ranges::all_of(homes, [&](auto home) {
        return std::ranges::find(menu, home, &optimizing::choice::offer) != menu.end();
      });
    });
  };
  for (std::size_t p = 0; p < way.settled.size(); ++p)
    if (const auto& who = of.populations[p];
        way.settled[p] == anywhere && who.homes.size() > 1 && !takes_all(who.homes))
      return fmt::format("{} may settle anywhere, and cannot take each of its homes", who.name);
  return {};
}

std::string wrong_homes(const proof_file& of, const settled_way& way) {
  if (way.settled.size() != of.populations.size() || way.problem.offers.size() != of.offers.size())
    return "a way settles other populations, or at other offers, than there are";
  for (std::size_t p = 0; p < way.settled.size(); ++p) {
    const auto& who = of.populations[p];
    const bool is_home =
        way.settled[p] < of.offers.size() && std::ranges::find(who.homes, way.settled[p]) != who.homes.end();
    if (way.settled[p] != anywhere && !is_home)
      return fmt::format("a way settles {} where it may not be", who.name);
  }
  for (const auto& menu : way.problem.menus)
    if (!has_homes(of, way, menu))
      return fmt::format("{}: users move to offers at which nobody may settle", words_of(of, way));
  return {};
}

// In all ways a population settles anywhere, or in none: else two could name one purchase, and none another.
bool agree(const proof_file& of, std::size_t population) {
  const bool first = of.ways.front().settled[population] == anywhere;
  return std::ranges::all_of(of.ways,
                             [&](const auto& way) { return (way.settled[population] == anywhere) == first; });
}

// Each choice of one home for each population once.
std::string wrong_ways(const proof_file& of) {
  std::set<std::vector<std::uint32_t>> seen;
  for (const auto& way : of.ways) {
    if (auto wrong = wrong_homes(of, way); !wrong.empty())
      return wrong;
    if (auto wrong = wrong_choice(of, way); !wrong.empty())
      return wrong;
    seen.insert(way.settled);
  }
  std::size_t all = 1;
  for (std::size_t p = 0; p < of.populations.size() && !of.ways.empty(); ++p) {
    if (!agree(of, p))
      return fmt::format("{} settles anywhere in some ways, and not in others", of.populations[p].name);
    const auto homes = of.ways.front().settled[p] == anywhere ? 1 : of.populations[p].homes.size();
    all = homes > of.ways.size() ? of.ways.size() + 1 : std::min(all * homes, of.ways.size() + 1);
  }
  return seen.size() == all && of.ways.size() == all
             ? ""
             : "a way to settle its populations is missing, or is there twice";
}

std::string wrong_with(const proof_file& of) {
  if (of.fixed < 0)
    return "its units are no units of money";
  if (auto wrong = wrong_ways(of); !wrong.empty())
    return wrong;
  if (of.from)
    if (auto wrong = wrong_homes(of, *of.from); !wrong.empty())
      return wrong;
  auto bound = std::numeric_limits<std::int64_t>::max();
  bool costs = false;
  const auto judge = [&](const settled_way& way, bool bounds) {
    figures found;
    if (const auto wrong = wrong_with(of, way, found); !wrong.empty())
      return fmt::format("{}: {}", words_of(of, way), wrong);
    if (bounds)
      bound = std::min(bound, found.bound);
    costs = costs || has_the_cost(of, way, found);
    return std::string();
  };
  for (const auto& way : of.ways)
    if (auto wrong = judge(way, true); !wrong.empty())
      return wrong;
  if (of.from)
    if (auto wrong = judge(*of.from, false); !wrong.empty())
      return wrong;
  if (of.ways.empty() || !costs)
    return "no purchase in it has the cost that is claimed";
  if (of.bound > bound)
    return "a bound is claimed that its ways do not prove";
  return of.bound > of.cost ? "the bound is above the cost" : "";
}

std::string money(const proof_file& of, std::int64_t minor) {
  const auto decimals = base::minor_unit(of.currency).value_or(0);
  return fmt::format("{} {}", base::rational::decimal(minor, decimals).fixed(decimals, true), of.currency);
}

} // namespace

outcome verify(const invocation& asked) {
  base::diagnostics faults;
  const bool piped = asked.words.front() == "-";
  const auto file = piped ? std::string("standard input") : asked.words.front();
  const auto text = piped ? loading::read_standard_input(file, faults) : loading::read_file(file, {}, faults);
  const auto read = text ? read_proof(file, *text, faults) : std::nullopt;
  if (!faults.empty())
    return refusal({}, faults);
  if (const auto wrong = wrong_with(*read); !wrong.empty())
    return {ending::found, base::harmless(fmt::format("{}: does not hold: {}\n", file, wrong)), {}, {}};
  return {
      ending::passed,
      base::harmless(fmt::format("{}: holds: a purchase for {} costs {}, and none costs less than {}\n", file,
                                 read->contract, money(*read, read->cost), money(*read, read->bound))),
      {},
      {}};
}

} // namespace proviso::cli
