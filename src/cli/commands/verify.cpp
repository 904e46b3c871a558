// proviso verify: a certificate of savings in, whether it holds out. Nothing here searches.
#include "verifying/verify.hpp"

#include "base/rational.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/commands/certificate.hpp"
#include "loading/input.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace proviso::cli {
namespace {

// What a way costs and what bounds it, in minor units; empty where a figure is beyond any money.
struct figures {
  std::optional<std::int64_t> cost; // none: no purchase serves in this way
  std::int64_t bound = 0;
};

// Commitment and overage are each one line of an offer and month at most, and each is off by less than a minor
// unit.
std::int64_t most_lines(const optimizing::problem& of) {
  return 2 * of.months * std::ssize(of.offers);
}

std::string wrong_with(const settled_way& way, figures& into) {
  if (way.fine < 1 || way.slack < 0 || way.fixed < 0)
    return "its units are no units of money";
  const auto verdict = verifying::verify(way.problem, way.answer);
  if (!verdict.wrong.empty())
    return verdict.wrong;
  if (way.slack > most_lines(way.problem))
    return "it allows for more rounding than it has lines to round";
  constexpr auto none = std::numeric_limits<optimizing::money>::max();
  if (way.answer.cost == none) { // proved that none serves
    into.bound = none;
    return {};
  }
  const auto raised = way.answer.bound / way.fine + (way.answer.bound % way.fine > 0 ? 1 : 0);
  into.bound = raised - way.slack + way.fixed;
  into.cost = way.answer.cost / way.fine + way.fixed;
  return {};
}

// Money is rounded in the lines of an invoice, which a problem in whole units does not do.
bool has_the_cost(const proof_file& of, const settled_way& way, const figures& found) {
  return found.cost && of.cost >= 0 &&
         std::max(*found.cost, of.cost) - std::min(*found.cost, of.cost) <= way.slack;
}

std::string wrong_with(const proof_file& of) {
  auto bound = std::numeric_limits<std::int64_t>::max();
  bool costs = false;
  const auto judge = [&](const settled_way& way, bool bounds) {
    figures found;
    if (const auto wrong = wrong_with(way, found); !wrong.empty())
      return fmt::format("{}: {}", fmt::join(way.settled, ", "), wrong);
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
  return fmt::format("{} {}", base::rational::decimal(minor, of.decimals).fixed(of.decimals, true),
                     of.currency);
}

} // namespace

outcome verify(const invocation& asked) {
  base::diagnostics faults;
  const auto& file = asked.words.front();
  const auto text = loading::read_file(file, {}, faults);
  const auto read = text ? read_proof(file, *text, faults) : std::nullopt;
  if (read && (read->decimals < 0 || read->decimals > 4))
    faults.push_back({fmt::format("'{}' is no certificate: its currency has {} decimals", file, read->decimals),
                      {},
                      {},
                      {}});
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
