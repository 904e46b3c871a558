#include "observing/observe.hpp"

#include "observing/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::observing {
namespace {

using base::rational;

class planning {
public:
  planning(const model::contract& contract, const usage::plan* plan, const seen& from, observation& into)
      : contract_(contract), plan_(plan), from_(from), into_(into) {}

  void run() {
    if (plan_ != nullptr)
      into_.plan = *plan_;
    else
      into_.plan.contract = {contract_.name, contract_.at};
    for (std::uint32_t place = 0; place < into_.who.places.size(); ++place) {
      into_.unplanned.push_back(entries(place, false));
      fill(population_of(place), entries(place, is_planned(place)));
    }
  }

private:
  usage::population& population_of(std::uint32_t place) {
    const auto& at = into_.who.places[place];
    if (at.planned)
      return into_.plan.populations[*at.planned];
    auto& fresh = into_.plan.populations.emplace_back();
    const auto& sku = contract_.skus[at.sku];
    fresh.name = {at.name, sku.at};
    fresh.sku = {sku.first_name(), sku.at};
    fresh.users_at = sku.at;
    fresh.season.fill(rational(1));
    if (plan_ != nullptr && !was_seen(place)) // the plan knows nobody beside its own
      fresh.users.push_back({std::nullopt, 0, sku.at});
    return fresh;
  }

  // Whether anybody is at the place in any month, or may be.
  [[nodiscard]] bool was_seen(std::uint32_t place) const {
    const auto sku = into_.who.places[place].sku;
    return std::ranges::any_of(contract_.months.months(), [&](const model::month& month) {
      const auto& one = seen(place, month);
      return one.holders > 0 || std::ranges::any_of(one.users, [](auto users) { return users > 0; }) ||
             undecided_in(contract_, into_.who, sku, month.number).any();
    });
  }

  [[nodiscard]] std::vector<usage::observed_month> entries(std::uint32_t place, bool planned) const {
    std::vector<usage::observed_month> result;
    for (const auto& month : contract_.months.months())
      if (auto entry = entry_of(planned, place, month))
        result.push_back(std::move(*entry));
    return result;
  }

  static void fill(usage::population& into, std::vector<usage::observed_month> entries) {
    for (auto& entry : entries) {
      std::erase_if(into.observed, [&](const auto& old) { return old.first == entry.first; });
      into.observed.push_back(std::move(entry));
    }
    std::ranges::sort(into.observed, {}, &usage::observed_month::first);
  }

  [[nodiscard]] std::optional<usage::observed_month> entry_of(bool planned, std::uint32_t place,
                                                              const model::month& month) const {
    const auto& sku = contract_.skus[into_.who.places[place].sku];
    if (sku.sold.value == model::sale::logins)
      return pool_entry(planned, place, month);
    return sku.sold.value == model::sale::members ? member_entry(planned, place, month) : std::nullopt;
  }

  [[nodiscard]] std::optional<usage::observed_month> pool_entry(bool planned, std::uint32_t place,
                                                                const model::month& month) const {
    if (into_.read() == nullptr || !into_.covered.touches(month))
      return planned ? std::nullopt : account_entry(place, month);
    const bool whole = into_.covered.has_days_of(month);
    if (!whole && planned)
      return std::nullopt; // the plan's figures
    auto result = histogram(place, month, whole || is_present(month));
    const auto& sku = contract_.skus[into_.who.places[place].sku];
    if (sku.count.value == model::counting::every_login)
      result.logins = seen(place, month).logins;
    result.doubt = doubt(place, month, whole);
    return result;
  }

  // Without logins exports still tell the accounts of today.
  [[nodiscard]] std::optional<usage::observed_month> account_entry(std::uint32_t place,
                                                                   const model::month& month) const {
    if (!tells_holders() || !is_present(month))
      return std::nullopt;
    auto result = histogram(place, month, true);
    result.login_days_known = false;
    result.doubt = holders_doubt(place, month);
    return result;
  }

  // Months of which exports tell the members: that of today, and with dated assignments those before it.
  [[nodiscard]] std::optional<usage::observed_month> member_entry(bool planned, std::uint32_t place,
                                                                  const model::month& month) const {
    const auto today = contract_.months.holding(from_.today);
    if (!tells_holders() || !today || month.number > *today ||
        (month.number < *today && !from_.org->has_assignments))
      return std::nullopt;
    if (planned && !is_present(month) && undated_in(month) > 0)
      return std::nullopt; // the plan's figures
    auto result = histogram(place, month, true);
    result.login_days_known = from_.logins != nullptr && into_.covered.covers(month);
    result.doubt = holders_doubt(place, month);
    return result;
  }

  [[nodiscard]] bool is_planned(std::uint32_t place) const {
    const auto& planned = into_.who.places[place].planned;
    return planned && !plan_->populations[*planned].users.empty();
  }

  [[nodiscard]] bool tells_holders() const {
    return from_.org != nullptr && (from_.org->has_users || from_.org->has_assignments);
  }

  [[nodiscard]] bool is_present(const model::month& month) const { return month.days.holds(from_.today); }

  [[nodiscard]] const month_seen& seen(std::uint32_t place, const model::month& month) const {
    return into_.who.seen[place][static_cast<std::size_t>(month.number - 1)];
  }

  // Who logged in by login days, and under 0 who held the license and did not.
  [[nodiscard]] usage::observed_month histogram(std::uint32_t place, const model::month& month,
                                                bool with_others) const {
    const auto& from = seen(place, month);
    usage::observed_month result;
    result.first = month.days.first;
    const auto others = with_others ? std::max<std::int64_t>(0, from.holders - from.holders_seen) : 0;
    if (others > 0 || std::ranges::all_of(from.users, [](auto users) { return users == 0; }))
      result.users.push_back({0, others});
    for (std::size_t days = 1; days < day_counts; ++days)
      if (from.users[days] > 0)
        result.users.push_back({static_cast<int>(days), from.users[days]});
    return result;
  }

  // Why logins of a pool may be more.
  [[nodiscard]] std::string doubt(std::uint32_t place, const model::month& month, bool whole) const {
    const auto sku = into_.who.places[place].sku;
    if (const auto unknown = unknown_in(month).came; unknown > 0)
      return words::unknown_license(unknown, *from_.org);
    if (undecided_in(contract_, into_.who, sku, month.number).any())
      return words::several_sellers(contract_, sku);
    if (const auto undated = seen(place, month).undated; undated > 0)
      return words::undated_logins(undated);
    if (const auto unread = into_.covered.unread_in(month); whole && unread > 0)
      return words::unread_rows(unread);
    if (auto untold = words::untold_rows(into_.covered, month); whole && !untold.empty())
      return untold;
    return whole ? std::string() : words::not_covered(into_.covered);
  }

  // Why holders of a license may be more.
  [[nodiscard]] std::string holders_doubt(std::uint32_t place, const model::month& month) const {
    const auto sku = into_.who.places[place].sku;
    if (const auto unknown = unknown_in(month); unknown.any())
      return words::unknown_holders(std::max(unknown.came, unknown.holders));
    if (undecided_in(contract_, into_.who, sku, month.number).any())
      return words::several_sellers(contract_, sku);
    if (const auto undated = undated_in(month); !is_present(month) && undated > 0)
      return words::undated_holders(undated);
    return {};
  }

  [[nodiscard]] const unplaced& unknown_in(const model::month& month) const {
    return into_.who.unknown[static_cast<std::size_t>(month.number - 1)];
  }

  [[nodiscard]] std::int64_t undated_in(const model::month& month) const {
    return into_.who.undated[static_cast<std::size_t>(month.number - 1)];
  }

  const model::contract& contract_;
  const usage::plan* plan_;
  const observing::seen& from_;
  observation& into_;
};

} // namespace

const logins::figures* observation::read() const {
  if (logins != nullptr)
    return &logins->read;
  return counted != nullptr ? &counted->read : nullptr;
}

observation observe(const model::contract& contract, const usage::plan* plan, question_of asked,
                    const seen& from) {
  observation result;
  result.question = std::move(asked);
  result.org = from.org;
  result.logins = from.logins;
  result.counted = from.counted;
  if (const auto* read = result.read())
    result.covered = coverage_of(*read, from.covers, from.today);
  router routes(contract, plan, *from.org, from.lists);
  result.who = gather({contract, result.question, *from.org, from.logins, result.covered,
                       contract.months.holding(from.today), from.today, from.counted},
                      routes);
  planning(contract, plan, from, result).run();
  result.assumed = words::assumed(contract, result, *from.org);
  result.left_out = words::left_out(contract, result, *from.org);
  return result;
}

} // namespace proviso::observing
