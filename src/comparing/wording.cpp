#include "comparing/wording.hpp"

#include "base/text.hpp"
#include "report/text_parts.hpp"

#include <fmt/format.h>

namespace proviso::comparing {
namespace {

std::string cheaper(const scaled_cost& of) {
  return of.a == of.b ? "both cost the same" : of.a < of.b ? "A is cheaper" : "B is cheaper";
}

std::string at_usage(const comparison& of, const scaled_cost& cost) {
  return fmt::format("at {} users {} (A {}, B {})", base::grouped(cost.users), cheaper(cost), money(of, cost.a),
                     money(of, cost.b));
}

// Where one draft runs on.
std::string until_when(const comparison& of) {
  if (of.same_term())
    return {};
  const auto end = of.measured->days.last;
  const bool a_ends = of.a.metered->contract->months.term().last == end;
  return fmt::format(" until {}, when {} ends; {} is taken as if it ended then", base::to_string(end),
                     a_ends ? "A" : "B", a_ends ? "B" : "A");
}

std::string words_of(const checking::finding& of) {
  return report::text::line(fmt::format("{}[{}]: {}", level_of(of), of.rule, of.message));
}

bool alike(const checking::finding& a, const checking::finding& b) {
  return a.rule == b.rule && a.subject == b.subject && level_of(a) == level_of(b);
}

std::string and_more(std::size_t count) {
  return count == 0 ? "" : fmt::format(" (and {} more)", count);
}

} // namespace

std::string name_of_owner(const clause& which) {
  switch (which.of) {
  case owner_kind::contract: return "contract";
  case owner_kind::sku: return "sku " + which.owner;
  case owner_kind::quote: return "quote " + which.owner;
  case owner_kind::restriction: return "restriction " + which.owner;
  case owner_kind::rule: return "rule " + which.owner;
  }
  return {};
}

std::string words_of(const std::vector<statement>& statements) {
  std::string words;
  for (const auto& one : statements) {
    words += words.empty() ? "" : "; ";
    words += one.from ? fmt::format("from {} {}", base::to_string(*one.from), one.words) : one.words;
  }
  return statements.empty() ? "not stated" : base::harmless(words);
}

std::string amount(const comparison& of, const base::known<base::rational>& value) {
  return value ? report::text::amount(*value, *of.a.metered->contract) : "unknown";
}

std::string amount(const comparison& of, const entry& value) {
  switch (value.is) {
  case entry::kind::amount: return amount(of, base::known<base::rational>(value.amount));
  case entry::kind::unknown: return "unknown";
  case entry::kind::not_sold: return "not sold";
  case entry::kind::no_contract: return "no contract";
  case entry::kind::no_cap: return "no cap";
  }
  return {};
}

std::string money(const comparison& of, const base::known<base::rational>& value) {
  return value ? report::text::money(*value, *of.a.metered->contract) : "unknown";
}

std::string verdict_on(const comparison& of, const difference& one) {
  if (one.depends)
    return fmt::format("depends on the other clauses, by {} at most", money(of, one.worth));
  const bool moves = one.worth && !one.worth->is_zero();
  if (one.better == side::neither)
    return one.worth ? "the same under this plan" : "";
  const std::string_view better = one.better == side::a ? "A is better" : "B is better";
  if (moves)
    return fmt::format("{}, by {} at most", better, money(of, one.worth));
  if (one.after_renewal)
    return fmt::format("{}, by {} a month after renewal at most", better, money(of, *one.after_renewal));
  return one.worth ? fmt::format("{}, though not under this plan", better) : std::string(better);
}

std::string usage_of(const comparison& of, std::string (*shown)(std::string_view)) {
  if (of.plan_file.empty())
    return of.observed ? "under observed usage" : "without a plan";
  return fmt::format("under {}{}", shown(of.plan_file), of.observed ? " and observed usage" : "");
}

std::string verdict_on_cost(const comparison& of) {
  if (!of.measured)
    return "which one costs less is not known: " + base::harmless(of.measured.why().missing);
  const auto& [days, a, b] = *of.measured;
  const auto words = a == b ? "both cost the same under this plan"
                            : fmt::format("{} costs {} less under this plan", a < b ? "A" : "B",
                                          money(of, a < b ? b - a : a - b));
  return words + until_when(of);
}

std::vector<std::string> verdict_on_flips(const comparison& of) {
  if (!of.turns)
    return {"where the cheaper draft changes is not known: " + base::harmless(of.turns.why().missing)};
  std::vector<std::string> lines;
  for (const auto& one : of.turns->found) {
    const auto share = base::rational(one.after.users, of.turns->planned) * base::rational(100);
    lines.push_back(fmt::format("{}, {} ({}% of the plan's {})", at_usage(of, one.before),
                                at_usage(of, one.after), share.fixed(2), base::grouped(of.turns->planned)));
  }
  const auto& turns = *of.turns;
  if (lines.empty())
    lines.push_back(fmt::format("{} from none to {} users",
                                of.measured->a == of.measured->b ? "both cost the same"
                                                                 : "the same draft stays the cheaper",
                                base::grouped(turns.most)));
  if (turns.cut_short)
    lines.push_back("more changes may follow beyond the last one on a side");
  if (!turns.tried_all())
    lines.push_back(fmt::format("every count from {} to {} was tried, farther away not each one",
                                base::grouped(turns.tried_from), base::grouped(turns.tried_to)));
  return lines;
}

std::vector<std::string> words_of(const std::vector<const checking::finding*>& all) {
  std::vector<std::string> lines;
  for (std::size_t i = 0, next = 0; i < all.size(); i = next) {
    for (next = i + 1; next < all.size() && alike(*all[i], *all[next]);)
      ++next;
    lines.push_back(words_of(*all[i]) + and_more(next - i - 1));
  }
  return lines;
}

std::vector<told_twice> words_of(const std::vector<finding_pair>& all) {
  std::vector<told_twice> lines;
  for (std::size_t i = 0, next = 0; i < all.size(); i = next) {
    for (next = i + 1; next < all.size() && alike(*all[i].a, *all[next].a) && alike(*all[i].b, *all[next].b);)
      ++next;
    const auto more = and_more(next - i - 1);
    lines.push_back({words_of(*all[i].a) + more, words_of(*all[i].b) + more});
  }
  return lines;
}

} // namespace proviso::comparing
