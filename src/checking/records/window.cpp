// A pool in one window of its overage clause.
#include "checking/records/reading.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

const metering::window& of(const facts& f, record r) {
  return *f.windows()[r.index].window;
}
std::uint32_t sku_of(const facts& f, record r) {
  return f.windows()[r.index].sku;
}

base::span sku_at(const facts& f, record r) {
  return f.sku(sku_of(f, r)).at;
}
base::span quantity_at(const facts& f, record r) {
  return stated_at(f.terms(sku_of(f, r), r.month).quantity);
}
base::span grace_at(const facts& f, record r) {
  return of(f, r).grace_at;
}
base::span overage_at(const facts& f, record r) {
  return of(f, r).overage_at;
}

// ---- season

// The largest factor other than 1 of a calendar month that the window touches, else 1.
base::rational season_of(const usage::population& population, base::period days) {
  base::rational largest(1);
  bool found = false;
  for (auto month = base::month_of(days.first); month <= base::month_of(days.last);
       month += std::chrono::months(1)) {
    const auto& factor = population.season[static_cast<unsigned>(month.month()) - 1];
    if (factor == base::rational(1))
      continue;
    largest = found ? base::larger(largest, factor) : factor;
    found = true;
  }
  return largest;
}

template <typename Take>
void for_populations(const facts& f, record r, Take take) {
  for (const auto& usage : f.metered().populations)
    if (usage.sku == &f.sku(sku_of(f, r)))
      take(*usage.population);
}

value season(const facts& f, record r) {
  if (!f.has_plan())
    return unknown_because(std::string(no_plan));
  base::rational largest(1);
  for_populations(
      f, r, [&](const usage::population& p) { largest = base::larger(largest, season_of(p, of(f, r).days)); });
  return largest;
}

// The season of the first population that has one in the window, else the users of the first.
base::span season_at(const facts& f, record r) {
  base::span users;
  base::span season;
  for_populations(f, r, [&](const usage::population& p) {
    if (!users.somewhere())
      users = p.users_at.somewhere() ? p.users_at : p.name.at;
    if (!season.somewhere() && season_of(p, of(f, r).days) != base::rational(1))
      season = p.season_at;
  });
  return season.somewhere() ? season : users;
}

// ---- figures

value used(const facts& f, record r) {
  const auto& w = of(f, r);
  if (!w.logins || !w.entitled)
    return unknown_of(to_value(w.logins), to_value(w.entitled));
  if (*w.logins == 0)
    return base::rational();
  if (*w.entitled == 0)
    return unknown_because(fmt::format("a share of '{}': it is entitled to nothing", f.sku(sku_of(f, r)).name));
  return base::rational(*w.logins) / base::rational(*w.entitled);
}

value exceeded(const facts& f, record r) {
  const auto& w = of(f, r);
  if (!w.due)
    return to_value(w.due);
  return to_value(w.exceeded, w.overage.why().missing);
}

value locked_out(const facts& f, record r) {
  const auto& w = of(f, r);
  if (w.blocked && !w.due)
    return to_value(w.due);
  return w.locked_out ? value(*w.locked_out) : value(absent{});
}

value measured(const facts& f, record r) {
  const auto& w = of(f, r);
  if (!w.measured)
    return absent{};
  return std::string(*w.measured == model::measure::term ? "term" : to_string(*w.measured));
}

template <auto Figure>
value figure(const facts& f, record r) {
  return to_value(of(f, r).*Figure);
}

// ---- how they come about

const model::sku_terms& terms_of(const facts& f, record r) {
  return f.terms(sku_of(f, r), of(f, r).first_month);
}

template <auto Of>
derivation derived(const facts& f, record r) {
  return Of(f, sku_of(f, r), of(f, r).first_month, of(f, r).last_month);
}

derivation share_used(const facts& f, record r) {
  const auto& w = of(f, r);
  if (!w.logins || !w.entitled || *w.entitled == 0)
    return {};
  auto lines = quotient(*w.logins, *w.entitled);
  std::ranges::move(derived<of_logins>(f, r), std::back_inserter(lines));
  return lines;
}

// ---- how it may go on

template <typename Read>
value foreseen(const facts& f, record r, Read read) {
  const auto found = f.forecast_of(r.index);
  if (!found)
    return absent{};
  return *found ? read(**found) : unknown_because(found->why().missing);
}

template <auto Day>
value foreseen_day(const facts& f, record r) {
  return foreseen(f, r, [](const forecast& one) { return one.*Day ? value(*(one.*Day)) : value(absent{}); });
}

constexpr field fields[] = {
    {"sku", record_of(record_kind::sku), "the SKU on the window's first day",
     [](const facts& f, record r) -> value {
       return record{record_kind::sku, r.month, sku_of(f, r)};
     },
     sku_at},
    {"period", period_type, "its days", [](const facts& f, record r) -> value { return of(f, r).days; }},
    {"months", number_type, "how many contract months it has",
     [](const facts& f, record r) { return number(of(f, r).last_month - of(f, r).first_month + 1); },
     overage_at},
    {"measured", name_of(domain::measure), "by the overage clause", measured, overage_at, "measured"},
    {"blocked", truth_type, "logins beyond are refused",
     [](const facts& f, record r) -> value { return of(f, r).blocked; }, overage_at},
    {"logins", logins_type, "used", figure<&metering::window::logins>, season_at, {}, derived<of_logins>},
    {"entitled",
     logins_type,
     "quantity, packs and rollover",
     figure<&metering::window::entitled>,
     quantity_at,
     {},
     derived<of_entitled>},
    {"grace",
     logins_type,
     "tolerated beyond that",
     figure<&metering::window::grace>,
     grace_at,
     {},
     [](const facts& f, record r) { return of_grace(f, of(f, r), terms_of(f, r)); }},
    {"over",
     logins_type,
     "beyond what is entitled",
     figure<&metering::window::over>,
     quantity_at,
     {},
     [](const facts& f, record r) { return of_over(of(f, r)); }},
    {"due",
     logins_type,
     "beyond the grace too",
     figure<&metering::window::due>,
     overage_at,
     {},
     [](const facts& f, record r) { return of_due(of(f, r)); }},
    {"overage",
     money_type,
     "the charge for what is due",
     figure<&metering::window::overage>,
     overage_at,
     {},
     [](const facts& f, record r) { return of_overage(f, of(f, r), terms_of(f, r)); }},
    {"exceeded",
     truth_type,
     "something is due",
     exceeded,
     overage_at,
     {},
     [](const facts& f, record r) { return of_due(of(f, r)); }},
    {"short",
     logins_type,
     "the least addition per month, in whole blocks, with which nothing is due",
     figure<&metering::window::needed>,
     quantity_at,
     {},
     [](const facts& f, record r) { return of_addition(of(f, r), terms_of(f, r)); }},
    {"used", percent_type, "logins as a share of what is entitled", used, quantity_at, {}, share_used},
    {"season", number_type, "the largest factor of a calendar month in it; 1 where there is none", season,
     season_at},
    {"locked_out", date_type, "the first day on which logins are refused", locked_out, overage_at, "locked_out",
     [](const facts& f, record r) { return of_lock_out(f, sku_of(f, r), of(f, r)); }},
    {"exhaust", percent_type,
     "of the running window: the share of past whole months, as login histories show them, that would exhaust "
     "it; 1 where the logins that are seen do already",
     [](const facts& f, record r) {
       return foreseen(f, r, [](const forecast& one) { return value(one.share); });
     },
     quantity_at, "exhaust"},
    {"past_months", number_type, "on which that rests",
     [](const facts& f, record r) {
       return foreseen(f, r, [](const forecast& one) { return number(one.months); });
     },
     quantity_at, "exhaust"},
    {"runs_out", date_type, "the middle one of the days on which it then runs out",
     foreseen_day<&forecast::middle>, quantity_at, "runs_out"},
    {"runs_out_first", date_type, "the earliest of them", foreseen_day<&forecast::first>, quantity_at,
     "runs_out"},
    {"runs_out_last", date_type, "the latest of them", foreseen_day<&forecast::last>, quantity_at, "runs_out"},
    {"at_least", truth_type, "not all of its logins are known, and those that are exceed it",
     [](const facts& f, record r) -> value { return of(f, r).at_least; }},
};

} // namespace

constinit const record_schema window{
    .of = record_kind::window,
    .documentation =
        "a pool in one window of its overage clause; a contract year where it has none; while the SKU "
        "is sold",
    .fields = fields,
    .subject = [](const facts& f, record r) { return f.sku(sku_of(f, r)).name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return of(f, r).days; },
    .declared = sku_at,
};

} // namespace proviso::checking::records
