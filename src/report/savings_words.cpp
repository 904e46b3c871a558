#include "report/savings_words.hpp"

#include "report/text_parts.hpp"
#include "savings/curve.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::report {
namespace {

constexpr std::size_t chart_width = 40;

using savings::step_kind;

base::rational charged(const metering::assessment& of, const std::string& sku, int first, int last) {
  base::rational sum;
  for (const auto& charge : of.charges)
    if (charge.sku != nullptr && charge.sku->name == sku && charge.month >= first && charge.month <= last)
      sum += charge.amount;
  return sum;
}

std::string percent(const base::rational& share) {
  const auto hundredths = share * base::rational(100);
  for (int decimals = 2; decimals < 6; ++decimals)
    if (hundredths.rounded(decimals, base::rounding::up) == hundredths || decimals == 5 ||
        !hundredths.rounded(decimals, base::rounding::down).is_zero())
      return hundredths.rounded(decimals, base::rounding::up).fixed(decimals) + "%";
  return {};
}

// Packs whose day lies in the months, those of a quote where they are taken and others where they are not.
void add_packs(purchase_row& to, const savings::advice& of, std::size_t offer, base::period months) {
  const auto& packs = of.in->offers()[offer].sku->packs;
  for (std::size_t k = 0; k < packs.size(); ++k)
    if (months.holds(packs[k].on) && of.best.bought.packs[offer][k] == to.quote)
      (to.quote ? to.taken : to.left).push_back(packs[k]);
}

void add_decided(std::vector<purchase_row>& to, const savings::advice& of, std::size_t index) {
  const auto& offer = of.in->offers()[index];
  const auto& months = of.in->everything().months;
  for (std::size_t s = 0; s < offer.stretches.size(); ++s) {
    const auto& one = offer.stretches[s];
    const auto cost = charged(of.best.exact->figures, offer.sku->name, one.first_month, one.last_month);
    const auto days = months[one.first_month].days;
    purchase_row row{offer.sku->name,
                     days.first,
                     of.best.bought.quantities[index][s],
                     one.written,
                     offer.quote,
                     cost,
                     {},
                     {}};
    add_packs(row, of, index, {days.first, months[one.last_month].days.last});
    if (row.quantity != 0 || row.written != 0 || !cost.is_zero() || !row.taken.empty())
      to.push_back(std::move(row));
  }
}

// Bought as it is written: partner accounts and other units that no user is counted in.
void add_undecided(std::vector<purchase_row>& to, const savings::advice& of, std::size_t index) {
  const auto& figures = of.best.exact->figures;
  const auto& name = of.in->offers()[index].sku->name;
  bool open = false;
  for (const auto& month : figures.skus[index].months) {
    const auto cost = charged(figures, name, month.month, month.month);
    const bool goes_on = open && to.back().quantity == month.quantity;
    open = goes_on || month.quantity != 0 || !cost.is_zero();
    if (goes_on)
      to.back().cost += cost;
    else if (open)
      to.push_back(purchase_row{name,
                                of.in->everything().months[month.month].days.first,
                                month.quantity,
                                month.quantity,
                                false,
                                cost,
                                {},
                                {}});
  }
}

} // namespace

std::string title_of(step_kind step) {
  switch (step) {
  case step_kind::cut: return "cut what is unused";
  case step_kind::move: return "move users between logins and members";
  case step_kind::license: return "move populations to a cheaper license";
  case step_kind::packs: return "buy the season as packs";
  case step_kind::window: return "change the window";
  }
  return {};
}

std::string saves_of(const savings::step& step, const model::contract& in) {
  return step.missing.empty() || !step.saves.is_zero() ? text::amount(step.saves, in) : "undetermined";
}

std::string below_of(const savings::turn& turn, const std::optional<base::rational>& value) {
  return value ? fmt::format("at {} and below", value->fixed(turn.decimals, true))
               : fmt::format("at none down to {}", turn.least.fixed(turn.decimals, true));
}

std::string above_of(const savings::turn& turn, const std::optional<base::rational>& value) {
  return value ? fmt::format("at {} and above", value->fixed(turn.decimals, true))
               : fmt::format("at none up to {}", turn.most.fixed(turn.decimals, true));
}

std::string when_of(const savings::step& step) {
  if (step.saves.is_zero())
    return {};
  return step.now ? "now" : "at renewal";
}

std::string binds_of(const savings::step& step) {
  auto words = step.binds;
  if (!step.missing.empty())
    words.push_back("needs " + step.missing);
  return text::line(fmt::format("{}", fmt::join(words, ", ")));
}

std::string verdict_of(const savings::advice& of, const model::contract& in) {
  const auto base = of.start.start.cost();
  const auto saving = of.saving();
  if (saving.is_zero())
    return fmt::format("nothing cheaper serves this plan: it costs {}", text::money(base, in));
  const auto share = saving / base * base::rational(100);
  return fmt::format("saves {} of {} ({}%): costs {}", text::money(saving, in), text::amount(base, in),
                     share.fixed(1), text::amount(of.best.cost(), in));
}

std::string certainty_of(const savings::advice& of, const model::contract& in) {
  if (of.best.proven())
    return "proven: no purchase costs less";
  const auto gap = of.gap();
  if (!gap)
    return fmt::format("not proven: {}",
                       of.best.doubt.empty() ? "there is no bound" : text::line(of.best.doubt));
  return fmt::format("at most {} above the cheapest, which costs {} or more{}", percent(*gap),
                     text::money(*of.best.bound, in),
                     of.best.doubt.empty() ? "" : ": " + text::line(of.best.doubt));
}

std::string range_of(const savings::range& of, const model::contract& in) {
  if (of.least && of.most)
    return fmt::format("{} to {}", text::amount(*of.least, in), text::amount(*of.most, in));
  if (of.least)
    return text::amount(*of.least, in) + " or more";
  return of.most ? text::amount(*of.most, in) + " or less" : "undetermined";
}

std::string written_of(const savings::what_if& of, const model::contract& in) {
  return text::amount(*of.written, in) + (of.added.is_zero() ? "" : " with what it lacks to serve the plan");
}

std::string cheapest_of(const savings::what_if& of, const model::contract& in) {
  const bool proven = of.bound && *of.bound == *of.least;
  return proven ? text::amount(*of.least, in) : range_of({of.bound, *of.least}, in);
}

std::string doubt_of(const savings::what_if& of) {
  return of.doubt.empty() ? "" : "; " + text::line(of.doubt);
}

std::vector<purchase_row> purchase_of(const savings::advice& of) {
  std::vector<purchase_row> rows;
  for (std::size_t i = 0; i < of.in->offers().size(); ++i) {
    if (of.in->offers()[i].stretches.empty())
      add_undecided(rows, of, i);
    else
      add_decided(rows, of, i);
  }
  return rows;
}

std::string origin_of(const purchase_row& row) {
  auto text = row.quote ? std::string("a quote") : fmt::format("written: {}", base::grouped(row.written));
  const auto add = [&](std::string_view how, const model::pack& one) {
    text += fmt::format(", {} the pack of {} on {}", how, base::grouped(one.logins), base::to_string(one.on));
  };
  for (const auto& one : row.taken)
    add("with", one);
  for (const auto& one : row.left)
    add("without", one);
  return text;
}

std::vector<move_row> moves_of(const savings::advice& of) {
  std::vector<move_row> rows;
  const auto name = [&](std::size_t offer) { return of.in->offers()[offer].sku->name; };
  const auto month = static_cast<std::size_t>(of.in->everything().months.nearest(of.who->today) - 1);
  for (std::size_t p = 0; p < of.who->all.size(); ++p) {
    const auto& each = of.who->all[p];
    const auto home = of.best.bought.homes[p];
    auto rest = each.at[home].full.users[month];
    for (const auto& move : of.best.bought.moves)
      if (move.population == p) {
        rest -= move.users;
        if (move.to != each.own)
          rows.push_back({each.name(), each.bands[move.band].login_days, move.users, name(each.own),
                          name(move.to), false});
      }
    if (home != each.own)
      rows.push_back({each.name(), -1, std::max<std::int64_t>(rest, 0), name(each.own), name(home),
                      std::ranges::count(of.best.bought.moves, p, &savings::move::population) == 0});
  }
  return rows;
}

cost_chart chart_of(const savings::advice& of, const model::contract& in) {
  const auto curve = savings::curve_of(of);
  std::optional<base::rational> least;
  std::optional<base::rational> most;
  for (const auto& point : curve.points)
    if (point.cost) {
      least = least ? base::smaller(*least, *point.cost) : *point.cost;
      most = most ? base::larger(*most, *point.cost) : *point.cost;
    }
  if (!least || *least == *most)
    return {};
  const auto& offer = of.in->offers()[curve.offer];
  cost_chart result{offer.sku->name, in.months[offer.stretches[curve.stretch].first_month].days.first, {}};
  for (const auto& point : curve.points) {
    auto& row = result.rows.emplace_back(chart_row{point.quantity, std::nullopt, 0, false});
    if (!point.cost)
      continue;
    const auto filled = (*point.cost - *least) / (*most - *least) * base::rational(chart_width);
    row.cost = *point.cost;
    row.bar = static_cast<std::size_t>(filled.floor().whole().value_or(0)) + 1;
    row.chosen = point.quantity == of.best.bought.quantities[curve.offer][curve.stretch];
  }
  return result;
}

} // namespace proviso::report
