#include "savings/posing.hpp"

#include "savings/tariff.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::savings {

namespace {

constexpr std::int64_t finest_money = 1'000'000;
constexpr std::int64_t finest_login = 1'000'000'000'000;

} // namespace

posing::posing(const market& in, const people& who, const given_parts& given, const allowance& allowed,
               posing_as how)
    : in_(in), who_(who), given_(given), allowed_(allowed), how_(how) {
  made_.homes = given.homes;
  made_.anywhere = given.anywhere;
  made_.anywhere.resize(given.homes.size(), false);
  if (given.moves != nullptr)
    made_.moves = *given.moves;
  for (const auto& each : given.fixed)
    made_.fixed += each.whole().value_or(0);
}

posed posing::operator()() {
  made_.problem.months = static_cast<std::uint32_t>(months());
  find_scales();
  add_least_cost();
  for (std::size_t i = 0; i < in_.offers().size(); ++i)
    add_offer(i);
  for (std::size_t p = 0; p < who_.all.size(); ++p)
    add_population(p);
  add_swaps();
  if (auto wrong = optimizing::flaw(made_.problem); !wrong.empty())
    throw refused{fmt::format("numbers that the search can hold: {}", wrong)};
  return std::move(made_);
}

const model::contract& posing::contract() const {
  return in_.everything();
}

std::size_t posing::months() const {
  return contract().months.months().size();
}

rational posing::minor(const rational& amount) const {
  return amount * rational(10).power(static_cast<std::uint32_t>(contract().decimals));
}
[[nodiscard]] model::sku_terms posing::terms(const offer& of, int month) const {
  return of.sku->on(contract().months[month].days.first);
}

void posing::leave_out(std::string what) {
  if (made_.partial.empty())
    made_.partial = std::move(what);
}

bool posing::eases(std::string what) {
  if (how_ == posing_as::written)
    leave_out(std::move(what));
  return how_ == posing_as::easier;
}

// ---- units

void posing::find_scales() {
  common_denominator money;
  common_denominator logins;
  for (const auto& each : in_.offers()) {
    for (const auto& one : each.stretches)
      for (const auto& tier : tariff_of(contract(), *each.sku, one, by_year()).tiers)
        money.meet(tier.price);
    for (const auto& step : each.sku->steps)
      if (step.terms.overage)
        money.meet(minor(step.terms.overage->value.amount));
  }
  for (const auto& population : who_.all)
    for (const auto& at : population.at)
      for (const auto* figures : {&at.full.logins, &at.full.factor})
        for (const auto& each : *figures)
          logins.meet(each);
  made_.fine = fits(money.value(finest_money), "prices of fewer decimals");
  made_.problem.minor = made_.fine;
  made_.problem.denominator = fits(logins.value(finest_login), "login days and factors of fewer decimals");
}

std::int64_t posing::fits(std::optional<std::int64_t> value, std::string_view what) {
  if (!value)
    throw refused{fmt::format("{}: the search counts in whole numbers", what)};
  return *value;
}

std::int64_t posing::money(const rational& in_minor) const {
  return fits(common_denominator::scaled(in_minor, made_.fine), "amounts within range");
}

std::int64_t posing::logins(const rational& exact) const {
  return fits(common_denominator::scaled(exact, made_.problem.denominator), "logins within range");
}

// ---- rights to swap, least charges, and what is bought whatever is chosen

// Who swaps in a later month leaves the pool from then on, and its fees stay: a seat from the start serves the
// same users, needs no more logins and costs nothing.
void posing::add_swaps() {
  for (const auto& each : in_.offers()) {
    if (each.stretches.empty() || !each.sku->swapping)
      continue;
    const auto& right = *each.sku->swapping;
    const auto target = in_.index_of(right.sku);
    const auto words =
        fmt::format("the right to swap logins of '{}' for members of '{}'", each.sku->name, right.sku);
    if (in_.offers()[target].stretches.empty())
      leave_out(words);
    else if (eases(words))
      add_free_seats(target, right);
  }
}

void posing::add_free_seats(std::size_t at, const model::swap& right) {
  const auto years = model::calendar::year_of(contract().months.size());
  const auto all = most_users();
  auto& users = made_.problem.offers[at].users;
  users.resize(months());
  for (auto& month : users)
    month -= right.at_most ? std::min(*right.at_most, all) * years : all;
}

// There are never more of them in a month.
std::int64_t posing::most_users() const {
  std::int64_t most = 0;
  for (std::size_t m = 0; m < months(); ++m) {
    std::int64_t sum = 0;
    for (std::size_t p = 0; p < who_.all.size(); ++p)
      sum += who_.all[p].at[made_.homes[p]].full.users[m];
    most = std::max(most, sum);
  }
  return most;
}

bool posing::by_year() const {
  return how_ == posing_as::written && contract().months.size() > 12 && least_of(true) > 0;
}

std::int64_t posing::least_of(bool per_year) const {
  rational least;
  for (const auto& each : contract().commitments)
    if (each.per_year == per_year)
      least = base::larger(least, minor(each.least).rounded(0, contract().rounding));
  return fits(least.whole(), "a least charge within range");
}

void posing::add_least_cost() {
  const auto years = model::calendar::year_of(contract().months.size());
  const auto yearly = rational(least_of(true)) * rational(by_year() ? 0 : years);
  const auto least = base::larger(rational(least_of(false)), yearly) - rational(made_.fixed);
  made_.problem.least_cost = money(base::larger(rational(), least));
  if (by_year())
    add_years();
}

void posing::add_years() {
  const auto all = static_cast<std::uint32_t>(months());
  for (std::uint32_t first = 0; first < all; first += 12) {
    const auto year = made_.problem.periods.size();
    const auto fixed = year < given_.fixed.size() ? given_.fixed[year] : rational();
    made_.problem.periods.push_back({{first, std::min(12U, all - first)},
                                     money(base::larger(rational(), rational(least_of(true)) - fixed))});
  }
}

} // namespace proviso::savings
