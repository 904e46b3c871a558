// proviso verify: a certificate of savings in, whether it holds out. Nothing here searches.
#include "verifying/verify.hpp"

#include "base/rational.hpp"
#include "base/text.hpp"
#include "cli/certificate.hpp"
#include "cli/command.hpp"
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

std::string wrong_with(const settled_way& way, figures& into) {
  if (way.fine < 1 || way.slack < 0 || way.fixed < 0)
    return "its units are no units of money";
  const auto verdict = verifying::verify(way.problem, way.answer);
  if (!verdict.wrong.empty())
    return verdict.wrong;
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

std::string wrong_with(const proof_file& of) {
  auto bound = std::numeric_limits<std::int64_t>::max();
  bool costs = false;
  for (const auto& way : of.ways) {
    figures found;
    if (const auto wrong = wrong_with(way, found); !wrong.empty())
      return fmt::format("{}: {}", fmt::join(way.settled, ", "), wrong);
    bound = std::min(bound, found.bound);
    costs = costs || found.cost == of.cost;
  }
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
      base::harmless(fmt::format("{}: holds: a purchase for {} costs {}, and none of {} costs less than {}\n",
                                 file, read->contract, money(*read, read->cost),
                                 read->ways.size() == 1 ? "its way" : fmt::format("{} ways", read->ways.size()),
                                 money(*read, read->bound))),
      {},
      {}};
}

} // namespace proviso::cli
