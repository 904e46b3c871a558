#include "observing/gather.hpp"

#include "observing/held.hpp"
#include "observing/holders.hpp"
#include "observing/people.hpp"

#include <algorithm>
#include <bit>

namespace proviso::observing {
namespace {

using to = route::to;
using mask = day_mask;

class gathering {
public:
  gathering(const source& from, router& routes)
      : from_(from), routes_(routes), held_(from, routes), result_(nobody_yet(from)),
        assumed_(from.org.users.size()) {}

  gathered run() {
    if (from_.logins != nullptr)
      each_who_came(*from_.logins, from_.org,
                    [this](const logins::user& one, const org::user* known) { take(one, known); });
    for (const auto& user : from_.org.users)
      hold(user);
    each_holder(from_, routes_, [this](const org::user&, const route& at, const holder_days& days) {
      if (at.leads == to::undecided)
        ++result_.undecided_today[at.number];
      else
        note_holder(at.number, days);
    });
    result_.assumed_between = static_cast<std::uint64_t>(std::ranges::count(assumed_, true));
    seen_at(0);
    result_.places = routes_.places();
    result_.seen.resize(result_.places.size(), fresh());
    result_.habits.resize(result_.places.size());
    result_.courses.resize(result_.places.size());
    result_.daily.resize(result_.places.size(), no_days());
    return std::move(result_);
  }

private:
  struct held_days { // some login days of a month, under one route
    route leads;
    mask days = 0;
  };

  [[nodiscard]] std::vector<month_seen> fresh() const {
    return std::vector<month_seen>(result_.unknown.size());
  }

  [[nodiscard]] std::vector<std::int64_t> no_days() const {
    return std::vector<std::int64_t>(static_cast<std::size_t>(from_.contract.months.term().days()));
  }

  [[nodiscard]] const model::month& month_at(std::size_t month) const {
    return from_.contract.months.months()[month];
  }

  void note_days(std::uint32_t place, std::size_t month, mask days) {
    if (result_.daily.size() <= place)
      result_.daily.resize(place + 1, no_days());
    const auto first = month_at(month).days.first - from_.contract.months.term().first;
    for (; days != 0; days &= days - 1)
      ++result_.daily[place][static_cast<std::size_t>(first.count() + std::countr_zero(days))];
  }

  std::vector<month_seen>& seen_at(std::uint32_t place) {
    if (result_.seen.size() <= place)
      result_.seen.resize(place + 1, fresh());
    if (result_.habits.size() <= place) {
      result_.habits.resize(place + 1);
      result_.courses.resize(place + 1);
    }
    return result_.seen[place];
  }

  // ---- who logged in

  void take(const logins::user& one, const org::user* known) {
    const auto* dated = known != nullptr ? from_.org.dated(*known) : nullptr;
    note(known, dated != nullptr);
    for (std::size_t month = 0; month < one.months; ++month)
      take_month(one, month, pieces(one, month, known, dated), known);
  }

  void note(const org::user* known, bool dated) {
    if (!from_.org.has_users && !from_.org.has_assignments)
      return;
    if (known == nullptr)
      ++result_.without_export;
    if (known == nullptr || dated)
      return;
    const auto lead = routes_.of_present(*known);
    const auto text =
        known->license == org::none ? std::string("none stated") : from_.org.licenses[known->license].text;
    if (lead.leads == to::internal)
      ++result_.internal;
    else if (lead.leads == to::elsewhere)
      ++result_.elsewhere[text];
    else if (lead.leads == to::unknown)
      ++result_.strangers[text];
    else
      ++result_.assumed;
  }

  // Which license was held on which of the days: of dated assignments, else the present one.
  std::vector<held_days> pieces(const logins::user& one, std::size_t month, const org::user* known,
                                const std::vector<org::assignment>* dated) {
    if (!from_.org.has_users && !from_.org.has_assignments)
      return {{routes_.of_everyone(), ~mask{0}}};
    std::vector<held_days> result;
    mask left = ~mask{0};
    for (std::size_t i = 0; dated != nullptr && i < dated->size(); ++i) {
      const auto days = days_of((*dated)[i].days, month_at(month));
      if (days != 0)
        result.push_back({routes_.of(known, (*dated)[i].license), days});
      left &= ~days;
    }
    if (any_day(one, month, left))
      result.push_back({present_of(known), left});
    return result;
  }

  // On days of which no dated assignment tells.
  route present_of(const org::user* known) {
    if (known == nullptr)
      return {to::unknown, 0};
    const auto lead = routes_.of_present(*known);
    note_assumed(*known, lead);
    return lead;
  }

  // Who has no dated assignments at all is noted as who came.
  void note_assumed(const org::user& known, const route& lead) {
    if ((lead.leads == to::place || lead.leads == to::undecided) && from_.org.dated(known) != nullptr)
      assumed_[static_cast<std::size_t>(&known - from_.org.users.data())] = true;
  }

  static bool any_day(const logins::user& one, std::size_t month, mask among) {
    for (std::size_t way = 0; way < one.ways; ++way)
      if ((one.days(way, month) & among) != 0)
        return true;
    return false;
  }

  void take_month(const logins::user& one, std::size_t month, const std::vector<held_days>& all,
                  const org::user* known) {
    std::map<std::uint32_t, mask> at; // days at each place
    std::map<std::uint32_t, bool> undecided;
    bool unknown = false;
    for (const auto& piece : all) {
      if (piece.leads.leads == to::place)
        at[piece.leads.number] |= piece.days;
      else if (!any_day(one, month, piece.days))
        continue;
      else if (piece.leads.leads == to::unknown)
        unknown = true;
      else if (piece.leads.leads == to::undecided)
        undecided[piece.leads.number] = true;
    }
    result_.unknown[month].came += unknown ? 1 : 0;
    for (const auto& [sku, any] : undecided)
      ++result_.undecided[sku][month].came;
    for (const auto& [place, days] : at)
      take_at(one, month, place, days, known);
    if (at.size() > 1)
      join(one, month, at);
  }

  // Who changed places inside the month is one user of the license.
  void join(const logins::user& one, std::size_t month, const std::map<std::uint32_t, mask>& at) {
    std::map<const model::license*, std::vector<mask>> came; // at each place of a license
    for (const auto& [place, days] : at) {
      const auto sku = routes_.places()[place].sku;
      if (const auto some = one.days(from_.question.ways[sku], month) & days; some != 0)
        came[from_.contract.skus[sku].license].push_back(some);
    }
    for (const auto& [license, parts] : came) {
      if (parts.size() < 2)
        continue;
      auto& months = result_.joined[license];
      months.resize(result_.unknown.size());
      mask all = 0;
      for (const auto part : parts) {
        --months[month][static_cast<std::size_t>(std::popcount(part))];
        all |= part;
      }
      ++months[month][static_cast<std::size_t>(std::popcount(all))];
    }
  }

  void take_at(const logins::user& one, std::size_t month, std::uint32_t place, mask days,
               const org::user* known) {
    const auto way = from_.question.ways[routes_.places()[place].sku];
    const auto came = one.days(way, month) & days;
    if (came == 0)
      return;
    note_days(place, month, came);
    auto& into = seen_at(place)[month];
    ++into.users[static_cast<std::size_t>(std::popcount(came))];
    add_logins(into, one, way, month, came);
    into.holders_seen += known != nullptr && held_.holds(*known, place, month) ? 1 : 0;
  }

  // Logins are counted by the month: where a license changed inside it, each day has one of them at least, and
  // no more is known unless each has no more.
  void add_logins(month_seen& into, const logins::user& one, std::size_t way, std::size_t month,
                  mask came) const {
    if (from_.question.asked.ways[way].unit != logins::unit::every_login)
      return;
    const auto logins = std::int64_t{one.logins(way, month)};
    const auto all_days = one.days(way, month);
    into.logins += came == all_days ? logins : std::popcount(came);
    into.undated += came != all_days && logins > std::popcount(all_days) ? 1 : 0;
  }

  // ---- who holds a license

  void hold(const org::user& user) {
    for (std::size_t month = 0; month < result_.unknown.size(); ++month) {
      auto all = held_.dated(user, month);
      for (std::size_t i = 1; i < all.size(); ++i)
        note_switch(month, all[i - 1], all[i]);
      if (held_.leaves_open(user, month) && routes_.of_present(user).leads != to::internal)
        ++result_.undated[month];
      if (const auto lead = held_.present(user, month)) {
        note_assumed(user, *lead);
        all.push_back(*lead);
      }
      for (auto one = all.begin(); one != all.end(); ++one)
        if (std::find(all.begin(), one, *one) == one)
          note_held(*one, month);
    }
  }

  void note_held(const route& lead, std::size_t month) {
    if (lead.leads == to::place)
      ++seen_at(lead.number)[month].holders;
    else if (lead.leads == to::undecided)
      ++result_.undecided[lead.number][month].holders;
    else if (lead.leads == to::unknown)
      ++result_.unknown[month].holders;
  }

  void note_switch(std::size_t month, const route& before, const route& after) {
    const auto at = [](const route& one) { return one.leads == to::place ? one.number : nowhere; };
    if (at(before) != at(after))
      ++result_.switches[{static_cast<int>(month) + 1, at(before), at(after)}];
  }

  void note_holder(std::uint32_t place, const holder_days& days) {
    seen_at(place);
    ++result_.habits[place][days.total];
    auto& into = result_.courses[place];
    ++into.quiet[days.quiet];
    for (const auto& units : days.units) {
      ++into.counted[units.by].totals[units.total];
      ++into.counted[units.by].halves[{units.earlier, units.later}];
    }
  }

  const source& from_;
  router& routes_;
  held_licenses held_;
  gathered result_;
  std::vector<bool> assumed_; // by user: the present license on days that dated assignments leave open
};

} // namespace

gathered nobody_yet(const source& from) {
  gathered result;
  const auto months = static_cast<std::size_t>(from.contract.months.size());
  result.unknown.resize(months);
  result.undated.resize(months);
  result.undecided.resize(from.contract.skus.size(), std::vector<unplaced>(months));
  result.undecided_today.resize(from.contract.skus.size());
  for (const auto& month : from.contract.months.months())
    result.whole_months += from.covered.covers(month) ? 1 : 0;
  return result;
}

unplaced undecided_in(const model::contract& contract, const gathered& who, std::uint32_t sku, int month) {
  return who.undecided[first_seller(contract, sku)][static_cast<std::size_t>(month - 1)];
}

std::int64_t undecided_today(const model::contract& contract, const gathered& who, std::uint32_t sku) {
  return who.undecided_today[first_seller(contract, sku)];
}

gathered gather(const source& from, router& routes) {
  return from.counted != nullptr ? gather_counted(from, routes) : gathering(from, routes).run();
}

} // namespace proviso::observing
