#include "observing/gather.hpp"

#include <algorithm>
#include <bit>

namespace proviso::observing {
namespace {

using to = route::to;
using mask = std::uint32_t;

mask days_between(int first, int last) { // bits, both ends among them
  return last < first
             ? 0
             : static_cast<mask>(((std::uint64_t{1} << (last + 1)) - 1) & ~((std::uint64_t{1} << first) - 1));
}

// The days of a month, as bits, on which an assignment holds.
mask days_of(const base::period& held, const model::month& in) {
  const auto both = base::overlap(held, in.days);
  if (both.empty())
    return 0;
  return days_between(static_cast<int>((both.first - in.days.first).count()),
                      static_cast<int>((both.last - in.days.first).count()));
}

class gathering {
public:
  gathering(const source& from, router& routes) : from_(from), routes_(routes) {
    const auto months = static_cast<std::size_t>(from.contract.months.size());
    result_.unknown.resize(months);
    result_.undecided.resize(from.contract.skus.size(), std::vector<std::int64_t>(months));
    for (const auto& month : from.contract.months.months())
      result_.whole_months += from.covered.covers(month) ? 1 : 0;
  }

  gathered run() {
    if (from_.logins != nullptr)
      from_.logins->each([this](const logins::user& one) { take(one); });
    for (const auto& user : from_.org.users)
      hold(user);
    each_holder(from_, routes_, [this](const org::user&, std::uint32_t at, const holder_days& days) {
      seen_at(at);
      ++result_.habits[at][days.total];
      ++result_.courses[at].quiet[days.quiet];
      ++result_.courses[at].halves[{days.earlier, days.later}];
    });
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
    bool assumed = false;
  };

  [[nodiscard]] std::vector<month_seen> fresh() const {
    return std::vector<month_seen>(result_.unknown.size());
  }

  [[nodiscard]] std::vector<std::int64_t> no_days() const {
    return std::vector<std::int64_t>(static_cast<std::size_t>(from_.contract.months.term().days()));
  }

  void note_days(std::uint32_t place, std::size_t month, mask days) {
    if (result_.daily.size() <= place)
      result_.daily.resize(place + 1, no_days());
    const auto first = from_.contract.months.months()[month].days.first - from_.contract.months.term().first;
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

  void take(const logins::user& one) {
    const auto* known = from_.org.find(one.id, one.name);
    const auto* dated = from_.org.dated(one.id, known != nullptr && one.name.empty() ? known->name : one.name);
    note(known, dated != nullptr);
    for (std::size_t month = 0; month < one.months; ++month)
      take_month(one, month, pieces(one, month, known, dated), known);
  }

  void note(const org::user* known, bool dated) {
    if (!from_.org.has_users && !from_.org.has_assignments)
      return;
    if (known == nullptr && !dated)
      ++result_.without_export;
    if (known == nullptr || dated)
      return;
    const auto lead = routes_.of(known, known->license);
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
      return {{routes_.of_everyone(), ~mask{0}, false}};
    static const org::user nobody;
    std::vector<held_days> result;
    mask left = ~mask{0};
    for (std::size_t i = 0; dated != nullptr && i < dated->size(); ++i) {
      const auto days = days_of((*dated)[i].days, from_.contract.months.months()[month]);
      if (days != 0)
        result.push_back({routes_.of(known != nullptr ? known : &nobody, (*dated)[i].license), days, false});
      left &= ~days;
    }
    if (any_day(one, month, left))
      result.push_back({routes_.of(known, known != nullptr ? known->license : org::none), left, true});
    return result;
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
    bool unknown = false;
    for (const auto& piece : all) {
      if (piece.leads.leads == to::place)
        at[piece.leads.number] |= piece.days;
      else if (piece.leads.leads == to::unknown)
        unknown = unknown || any_day(one, month, piece.days);
      else if (piece.leads.leads == to::undecided && any_day(one, month, piece.days))
        ++result_.undecided[piece.leads.number][month];
    }
    result_.unknown[month] += unknown ? 1 : 0;
    for (const auto& [place, days] : at)
      take_at(one, month, place, days, holds(place, month, all, known));
    note_switch(month, all);
  }

  // Members of a present export are those of today.
  [[nodiscard]] bool holds(std::uint32_t place, std::size_t month, const std::vector<held_days>& all,
                           const org::user* known) const {
    for (const auto& piece : all)
      if (piece.leads.leads == to::place && piece.leads.number == place && !piece.assumed)
        return from_.org.has_users || from_.org.has_assignments;
    return known != nullptr && known->active != base::truth::no && present_tells(place, month);
  }

  [[nodiscard]] bool present_tells(std::uint32_t place, std::size_t month) const {
    const auto& sku = from_.contract.skus[routes_.places()[place].sku];
    if (sku.sold.value == model::sale::logins || from_.org.has_assignments)
      return true;
    return from_.today && static_cast<std::size_t>(*from_.today - 1) == month;
  }

  void take_at(const logins::user& one, std::size_t month, std::uint32_t place, mask days, bool holder) {
    const auto way = from_.question.ways[routes_.places()[place].sku];
    const auto came = one.days(way, month) & days;
    if (came == 0)
      return;
    note_days(place, month, came);
    auto& into = seen_at(place)[month];
    ++into.users[static_cast<std::size_t>(std::popcount(came))];
    // Logins are counted by the month: where a license changed inside it, each login day has its share.
    const auto all_days = std::popcount(one.days(way, month));
    const auto share = static_cast<std::int64_t>(one.logins(way, month)) * std::popcount(came);
    into.logins += (share + all_days - 1) / all_days;
    into.holders_seen += holder ? 1 : 0;
  }

  void note_switch(std::size_t month, const std::vector<held_days>& all) {
    std::vector<std::uint32_t> held;
    for (const auto& piece : all)
      if (piece.leads.leads == to::place && !piece.assumed &&
          (held.empty() || held.back() != piece.leads.number))
        held.push_back(piece.leads.number);
    for (std::size_t i = 1; i < held.size(); ++i)
      ++result_.switches[{static_cast<int>(month) + 1, held[i - 1], held[i]}];
  }

  // ---- who holds a license

  void hold(const org::user& user) {
    const auto* dated = from_.org.dated(user.id, user.name);
    for (std::size_t month = 0; month < result_.unknown.size(); ++month) {
      std::vector<std::uint32_t> places;
      for (std::size_t i = 0; dated != nullptr && i < dated->size(); ++i)
        if (days_of((*dated)[i].days, from_.contract.months.months()[month]) != 0)
          add(places, routes_.of(&user, (*dated)[i].license));
      if (dated == nullptr && user.active != base::truth::no && user.license != org::none) {
        const auto lead = routes_.of(&user, user.license);
        if (lead.leads == to::place && present_tells(lead.number, month))
          add(places, lead);
      }
      for (const auto place : places)
        ++seen_at(place)[month].holders;
    }
  }

  static void add(std::vector<std::uint32_t>& places, route lead) {
    if (lead.leads == to::place && std::ranges::find(places, lead.number) == places.end())
      places.push_back(lead.number);
  }

  const source& from_;
  router& routes_;
  gathered result_;
};

// What a user holds now: the assignment that is open longest, else the present license.
std::uint32_t license_now(const org::directory& org, const org::user& user) {
  const auto* dated = org.dated(user.id, user.name);
  if (dated == nullptr || dated->empty())
    return user.license;
  return dated->back().days.last == base::day::max() ? dated->back().license : org::none;
}

// Months that the data covers, by their place.
std::vector<std::size_t> whole_months(const source& from) {
  std::vector<std::size_t> result;
  for (const auto& month : from.contract.months.months())
    if (from.covered.covers(month))
      result.push_back(static_cast<std::size_t>(month.number - 1));
  return result;
}

void add_days(holder_days& into, const logins::user& one, std::size_t way,
              const std::vector<std::size_t>& whole) {
  const auto half = whole.size() / 2;
  for (std::size_t k = 0; k < whole.size(); ++k) {
    const auto days = std::popcount(one.days(way, whole[k]));
    into.total += days;
    into.earlier += k < half ? days : 0;
    into.later += k >= whole.size() - half ? days : 0;
    if (days > 0)
      into.quiet = std::min(into.quiet, static_cast<int>(whole.size() - 1 - k));
  }
}

} // namespace

gathered gather(const source& from, router& routes) {
  return from.counted != nullptr ? gather_counted(from, routes) : gathering(from, routes).run();
}

void each_holder(const source& from, router& routes, const holder_visit& visit) {
  const auto whole = whole_months(from);
  // By user: way by way would take as much again.
  std::vector<holder_days> days(from.org.users.size(), {0, 0, 0, static_cast<int>(whole.size())});
  std::vector<std::uint32_t> places(from.org.users.size(), org::none);
  for (std::size_t i = 0; i < from.org.users.size(); ++i) {
    const auto& user = from.org.users[i];
    const auto lead = routes.of(&user, license_now(from.org, user));
    if (lead.leads == to::place && user.active != base::truth::no)
      places[i] = lead.number;
  }
  if (from.logins != nullptr)
    from.logins->each([&](const logins::user& one) {
      const auto* known = from.org.find(one.id, one.name);
      if (known == nullptr)
        return;
      const auto i = static_cast<std::size_t>(known - from.org.users.data());
      if (places[i] != org::none)
        add_days(days[i], one, from.question.ways[routes.places()[places[i]].sku], whole);
    });
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i] != org::none)
      visit(from.org.users[i], places[i], days[i]);
}

} // namespace proviso::observing
