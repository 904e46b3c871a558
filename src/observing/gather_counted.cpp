// The same as of single users, from counts: rows of a warehouse, by month, license and login days.
#include "observing/gather.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace proviso::observing {
namespace {

using to = route::to;

class counted_gathering {
public:
  counted_gathering(const source& from, router& routes)
      : from_(from), routes_(routes), result_(nobody_yet(from)) {}

  gathered run() {
    for (const auto& row : from_.counted->histogram)
      take(row, route_of(row.license));
    tell_outsiders();
    result_.places = routes_.places();
    const auto places = result_.places.size();
    result_.seen.resize(places, fresh());
    result_.habits.resize(places);
    result_.courses.resize(places);
    const auto days = static_cast<std::size_t>(from_.contract.months.term().days());
    result_.daily.resize(places, std::vector<std::int64_t>(days));
    return std::move(result_);
  }

private:
  // Users outside the contract, by month: who comes in two months cannot be told from two who come in one.
  using by_month = std::vector<std::uint64_t>;
  using by_license = std::map<std::string, by_month>;

  [[nodiscard]] std::vector<month_seen> fresh() const {
    return std::vector<month_seen>(result_.unknown.size());
  }

  route route_of(const std::string& license) {
    static const org::user somebody; // whose id, profile and type stay in the warehouse
    if (!from_.org.elsewhere)
      return routes_.of_everyone();
    const auto& all = from_.org.licenses;
    const auto found = std::ranges::find_if(
        all, [&](const org::license& one) { return base::same_but_case(one.text, license); });
    return license.empty() || found == all.end()
               ? route{to::unknown, 0}
               : routes_.of(&somebody, static_cast<std::uint32_t>(found - all.begin()));
  }

  void take(const warehouse::histogram_row& row, const route& lead) {
    if (lead.leads == to::place)
      take_at(row, lead.number);
    else if (row.way == 0) // the one in which every user is seen
      take_nowhere(row, lead);
  }

  void take_at(const warehouse::histogram_row& row, std::uint32_t place) {
    const auto sku = routes_.places()[place].sku;
    if (row.way != from_.question.ways[sku])
      return;
    if (result_.seen.size() <= place)
      result_.seen.resize(place + 1, fresh());
    auto& into = result_.seen[place][row.month];
    into.users[static_cast<std::size_t>(row.login_days)] += row.users;
    if (from_.question.asked.ways[row.way].unit == logins::unit::every_login)
      into.logins += row.logins;
  }

  void take_nowhere(const warehouse::histogram_row& row, const route& lead) {
    if (lead.leads == to::undecided)
      result_.undecided[lead.number][row.month].came += row.users;
    if (lead.leads == to::unknown)
      result_.unknown[row.month].came += row.users;
    if (!from_.org.elsewhere)
      return;
    if (lead.leads == to::internal)
      note(internal_, row);
    else if (lead.leads == to::elsewhere)
      note(elsewhere_[row.license], row);
    else if (lead.leads == to::unknown)
      note(row.license.empty() ? without_license_ : strangers_[row.license], row);
  }

  void note(by_month& into, const warehouse::histogram_row& row) const {
    into.resize(result_.unknown.size());
    into[row.month] += static_cast<std::uint64_t>(row.users);
  }

  static std::uint64_t most(const by_month& of) { return of.empty() ? 0 : std::ranges::max(of); }

  void tell_outsiders() {
    for (const auto& [license, users] : elsewhere_)
      result_.elsewhere[license] = most(users);
    for (const auto& [license, users] : strangers_)
      result_.strangers[license] = most(users);
    result_.internal = most(internal_);
    result_.without_export = most(without_license_);
  }

  const source& from_;
  router& routes_;
  gathered result_;
  by_license elsewhere_;
  by_license strangers_;
  by_month internal_;
  by_month without_license_;
};

} // namespace

gathered gather_counted(const source& from, router& routes) {
  return counted_gathering(from, routes).run();
}

} // namespace proviso::observing
