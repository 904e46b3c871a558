#include "observing/holders.hpp"

#include "observing/held.hpp"
#include "observing/people.hpp"

#include <algorithm>
#include <bit>

namespace proviso::observing {
namespace {

// The assignment that holds today, else the present license.
route place_today(const source& from, router& routes, const org::user& user) {
  const auto* dated = from.org.dated(user);
  const auto* held = dated != nullptr ? held_on(*dated, from.on) : nullptr;
  return held != nullptr ? routes.of(&user, held->license) : routes.of_present(user);
}

// Months that the data covers, by their place.
std::vector<std::size_t> whole_months(const source& from) {
  std::vector<std::size_t> result;
  for (const auto& month : from.contract.months.months())
    if (from.covered.covers(month))
      result.push_back(static_cast<std::size_t>(month.number - 1));
  return result;
}

class counting_holders {
public:
  counting_holders(const source& from, router& routes)
      : from_(from), routes_(routes), whole_(whole_months(from)) {
    for (const auto& sku : from.contract.skus) {
      measures_.push_back(measures_for(from.contract, from.question, *sku.license));
      most_ = std::max(most_, measures_.back().size());
    }
    const auto never = static_cast<int>(whole_.size());
    people_.resize(from.org.users.size(), {{route::to::unknown, 0}, 0, never});
    units_.resize(people_.size() * most_);
  }

  void run(const holder_visit& visit) {
    for (std::size_t i = 0; i < people_.size(); ++i)
      find_place(i);
    if (from_.logins != nullptr)
      each_who_came(*from_.logins, from_.org, [this](const logins::user& one, const org::user* known) {
        if (known != nullptr)
          add(one, static_cast<std::size_t>(known - from_.org.users.data()));
      });
    for (std::size_t i = 0; i < people_.size(); ++i)
      if (const auto& one = people_[i]; is_holder(one.at))
        visit(from_.org.users[i], one.at,
              {one.total, one.quiet, {units_.data() + i * most_, measures_[sku_of(one.at)].size()}});
  }

private:
  struct person {
    route at;
    std::int64_t total = 0;
    int quiet = 0;
  };

  static bool is_holder(const route& at) {
    return at.leads == route::to::place || at.leads == route::to::undecided;
  }

  [[nodiscard]] std::uint32_t sku_of(const route& at) const {
    return at.leads == route::to::place ? routes_.places()[at.number].sku : at.number;
  }

  void find_place(std::size_t i) {
    const auto& user = from_.org.users[i];
    const auto lead = place_today(from_, routes_, user);
    if (!is_holder(lead) || user.active == base::truth::no)
      return;
    people_[i].at = lead;
    const auto& by = measures_[sku_of(lead)];
    for (std::size_t k = 0; k < by.size(); ++k)
      units_[i * most_ + k].by = by[k];
  }

  void add(const logins::user& one, std::size_t i) {
    auto& into = people_[i];
    if (!is_holder(into.at))
      return;
    const auto way = from_.question.ways[sku_of(into.at)];
    for (std::size_t k = 0; k < whole_.size(); ++k)
      if (const auto days = std::popcount(one.days(way, whole_[k])); days > 0) {
        into.total += days;
        into.quiet = static_cast<int>(whole_.size() - 1 - k);
      }
    for (std::size_t k = 0; k < measures_[sku_of(into.at)].size(); ++k)
      add_units(units_[i * most_ + k], one);
  }

  void add_units(holder_units& into, const logins::user& one) const {
    const auto half = whole_.size() / 2;
    for (std::size_t k = 0; k < whole_.size(); ++k) {
      const auto units = units_of(one, into.by, whole_[k]);
      into.total += units;
      into.earlier += k < half ? units : 0;
      into.later += k >= whole_.size() - half ? units : 0;
    }
  }

  const source& from_;
  router& routes_;
  std::vector<std::size_t> whole_;
  std::vector<std::vector<measure>> measures_; // by SKU
  std::size_t most_ = 0;                       // of any SKU
  std::vector<person> people_;                 // by user of the directory: way by way would take as much again
  std::vector<holder_units> units_;            // by user, `most_` each
};

} // namespace

void each_holder(const source& from, router& routes, const holder_visit& visit) {
  counting_holders(from, routes).run(visit);
}

} // namespace proviso::observing
