#include "checking/rules/derivation.hpp"

#include "base/text.hpp"
#include "checking/rules/wording.hpp"
#include "metering/population.hpp"

#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::grouped;
using base::rational;

constexpr int many_decimals = 6;

// All decimals where they end soon, else a fraction of whole numbers would be meant: as many as help.
std::string exact(const rational& value) {
  const auto whole = value.exact_decimals();
  return whole && whole->size() <= 12 ? *whole : value.fixed(many_decimals);
}

// With the decimals of the currency, more where the amount has more.
std::string amount(const facts& f, const rational& value) {
  const auto& contract = f.contract();
  int decimals = contract.decimals;
  while (decimals < many_decimals && value.rounded(decimals, base::rounding::down) != value)
    ++decimals;
  return figure(value, shape::money, decimals, contract);
}

std::string days_of(const facts& f, int month) {
  return base::to_string(f.days(month));
}

std::string known(const base::known<std::int64_t>& figure) {
  return figure ? grouped(*figure) : "unknown";
}

// " (Amendment 1)" behind what it states.
template <typename Term>
std::string origin_of(const facts& f, const std::optional<base::stated<Term>>& stated) {
  const auto* amendment = stated ? f.contract().origin(stated->at) : nullptr;
  return amendment ? fmt::format(" ({})", amendment->title) : "";
}

const metering::month_usage& month_of(const facts& f, std::uint32_t sku, int month) {
  return f.metered().skus[sku].in(month);
}

// ---- populations

// "1,000 × (1 + 2%)^5"
std::string users_in_words(const facts& f, const usage::population& of, int month) {
  const auto [entry, since] = metering::users_in(of, f.contract().months, month);
  if (entry == nullptr)
    return "0";
  if (of.monthly_growth.is_zero() || month == since)
    return grouped(entry->users);
  return fmt::format("{} × (1 + {}%)^{}", grouped(entry->users), exact(of.monthly_growth * rational(100)),
                     month - since);
}

std::string login_days_in_words(const usage::login_days& of) {
  if (of.mean)
    return exact(*of.mean);
  std::string sum;
  for (const auto& band : of.shares)
    sum += fmt::format("{}{} × {}", sum.empty() ? "" : " + ", band.login_days, exact(band.share));
  return of.shares.size() == 1 ? std::to_string(of.shares[0].login_days)
                               : fmt::format("({} = {})", sum, exact(of.average()));
}

// "17 + 14 × 1.8": the days of each calendar month by its factor.
std::string season_in_words(const usage::population& of, base::period days) {
  std::string sum;
  metering::each_calendar_month(days, [&](auto month, auto count) {
    const auto& factor = of.season[static_cast<unsigned>(month.month()) - 1];
    sum += fmt::format("{}{}{}", sum.empty() ? "" : " + ", count,
                       factor == rational(1) ? "" : " × " + exact(factor));
  });
  return sum;
}

// " × (17 + 14 × 1.8 = 42.2) / 31 days" where a season or a short month weighs its days.
std::string weight(const facts& f, const usage::population& of, int month) {
  const auto& in = f.contract().months[month];
  const auto days = metering::season_days(of, in.days);
  const auto whole = in.whole.days();
  if (days == rational(whole))
    return {};
  return fmt::format(" × ({} = {}) / {} days", season_in_words(of, in.days), exact(days), whole);
}

// "13,556 users", with the growth that leads there.
std::string grown_users(const facts& f, const usage::population& of, const base::known<std::int64_t>& users,
                        int month) {
  const auto words = users_in_words(f, of, month);
  const auto figure = known(users);
  return words == figure ? figure + " users" : fmt::format("({} = {}) users", words, figure);
}

std::string logins_in_words(const facts& f, const metering::population_usage& usage, int month) {
  const auto& of = *usage.population;
  const auto& figures = usage.in(month);
  const auto name = base::harmless(of.name.value);
  if (figures.observed || !of.days)
    return fmt::format("  {}: {}{}", name, known(figures.logins), figures.observed ? ", observed" : "");
  auto text = fmt::format("  {}: {}", name, grown_users(f, of, figures.users, month));
  switch (usage.sku->count.value) {
  case model::counting::per_user_month: text += " × the share that logs in at all"; break;
  case model::counting::per_user_day:
    text += fmt::format(" × {} login days", login_days_in_words(*of.days));
    break;
  case model::counting::every_login:
    text += fmt::format(" × {} login days × {} logins a day", login_days_in_words(*of.days),
                        of.logins_per_day ? exact(of.logins_per_day->value) : "unknown");
  }
  return text + weight(f, of, month) + " = " + known(figures.logins);
}

std::string users_line(const facts& f, const metering::population_usage& usage, int month) {
  const auto& figures = usage.in(month);
  const auto name = base::harmless(usage.population->name.value);
  if (figures.observed)
    return fmt::format("  {}: {}, observed", name, known(figures.users));
  return fmt::format("  {}: {}", name, grown_users(f, *usage.population, figures.users, month));
}

template <typename Line>
void add_populations(derivation& to, const facts& f, std::uint32_t sku, int month, Line line) {
  for (const auto& usage : f.metered().populations)
    if (usage.sku == &f.sku(sku))
      to.push_back(line(f, usage, month));
}

// ---- prices

void add_slices(derivation& to, const facts& f, const model::sliced_price& price, std::int64_t quantity) {
  auto left = quantity;
  for (const auto& slice : price.slices) {
    const auto inside = slice.size ? std::min(*slice.size, left) : left;
    const bool last = !slice.size || left <= *slice.size;
    if (!price.volume && inside > 0)
      to.push_back(fmt::format("  {} × {}", grouped(inside), amount(f, slice.amount)));
    if (price.volume && last)
      to.push_back(fmt::format("  {} × {}, the price of the slice the quantity ends in", grouped(quantity),
                               amount(f, slice.amount)));
    left -= inside;
    if (last)
      return;
  }
}

struct price_lines {
  const facts& f;
  std::int64_t quantity;
  derivation& to;

  void operator()(const model::flat_price& p) const {
    to.push_back(fmt::format("  {} × {}", grouped(quantity), amount(f, p.amount)));
  }
  void operator()(const model::block_price& p) const {
    const auto blocks = rational(quantity, p.size).ceil();
    to.push_back(fmt::format("  {} blocks of {} × {}", exact(blocks), grouped(p.size), amount(f, p.amount)));
  }
  void operator()(const model::sliced_price& p) const { add_slices(to, f, p, quantity); }
};

} // namespace

derivation of_logins(const facts& f, std::uint32_t sku, int first, int last) {
  derivation lines;
  for (int month = first; month <= last; ++month) {
    lines.push_back(fmt::format("{}: {}", days_of(f, month), known(month_of(f, sku, month).logins)));
    add_populations(lines, f, sku, month, logins_in_words);
  }
  return lines;
}

derivation of_users(const facts& f, std::uint32_t sku, int month) {
  derivation lines{fmt::format("{}: {}", days_of(f, month), known(month_of(f, sku, month).users))};
  add_populations(lines, f, sku, month, users_line);
  return lines;
}

derivation of_entitled(const facts& f, std::uint32_t sku, int first, int last) {
  derivation lines;
  for (int month = first; month <= last; ++month) {
    const auto& figures = month_of(f, sku, month);
    auto text = fmt::format("{}: {} purchased{}", days_of(f, month), grouped(figures.quantity),
                            origin_of(f, figures.terms->quantity));
    if (figures.packs > 0)
      text += fmt::format(" + {} of packs", grouped(figures.packs));
    if (const auto rolled = figures.entitled ? *figures.entitled - figures.quantity - figures.packs : 0;
        rolled > 0)
      text += fmt::format(" + {} rolled over", grouped(rolled));
    lines.push_back(text + " = " + known(figures.entitled));
  }
  return lines;
}

derivation of_accounts(const facts& f, std::uint32_t sku, int month) {
  const auto& figures = month_of(f, sku, month);
  const auto& each = figures.terms->accounts ? figures.terms->accounts : f.sku(sku).license->accounts;
  if (!each)
    return {};
  return {fmt::format("{} logins{} × {} accounts per login{}", grouped(figures.quantity),
                      origin_of(f, figures.terms->quantity), grouped(each->value), origin_of(f, each))};
}

derivation of_price(const facts& f, std::string_view sku, const model::sku_terms& terms,
                    std::int64_t quantity) {
  if (!terms.price)
    return {};
  const auto& price = terms.price->value;
  derivation lines{fmt::format("{}{}", sku, origin_of(f, terms.price))};
  std::visit(price_lines{f, quantity, lines}, price.how);
  if (terms.discount)
    lines.push_back(fmt::format("  × (1 − {}%) discount", exact(terms.discount->value * rational(100))));
  if (price.per_year)
    lines.emplace_back("  ÷ 12 months");
  return lines;
}

derivation of_price(const facts& f, std::uint32_t sku, int month) {
  const auto& terms = f.terms(sku, month);
  if (!terms.quantity)
    return {};
  return of_price(f, fmt::format("{} in {}", f.sku(sku).name, days_of(f, month)), terms, terms.quantity->value);
}

derivation of_charged_price(const facts& f, std::uint32_t sku, int month) {
  auto lines = of_price(f, sku, month);
  const auto& in = f.contract().months[month];
  if (!lines.empty() && f.contract().short_months_by_day && in.is_short())
    lines.push_back(fmt::format("  × {} of {} days", in.days.days(), in.whole.days()));
  return lines;
}

derivation of_unit_price(const facts& f, const model::sku& sku, const model::sku_terms& terms) {
  const auto& stated = sku.quote ? terms.minimum : terms.quantity;
  const auto quantity = std::max<std::int64_t>(stated ? stated->value : 1, 1); // as metering::unit_price
  auto lines = of_price(f, sku.name, terms, quantity);
  if (!lines.empty() && quantity > 1)
    lines.push_back(fmt::format("  ÷ {} {}s", grouped(quantity), sku.unit));
  return lines;
}

derivation of_grace(const facts& f, const metering::window& w, const model::sku_terms& terms) {
  if (!terms.grace || !w.entitled)
    return {"no grace is stated"};
  if (const auto* share = std::get_if<rational>(&terms.grace->value.tolerated))
    return {fmt::format("{}{} of {} entitled, rounded down", figure(*share, shape::percent, 2, f.contract()),
                        origin_of(f, terms.grace), grouped(*w.entitled))};
  return {fmt::format("as stated{}, for each window", origin_of(f, terms.grace))};
}

derivation of_over(const metering::window& w) {
  return {fmt::format("{} used − {} entitled, at least 0", known(w.logins), known(w.entitled))};
}

derivation of_due(const metering::window& w) {
  return {fmt::format("{} beyond what is entitled − {} grace, at least 0", known(w.over), known(w.grace))};
}

derivation of_overage(const facts& f, const metering::window& w, const model::sku_terms& terms) {
  if (!terms.overage || terms.overage->value.blocked || !w.due)
    return {};
  const auto& clause = terms.overage->value;
  if (clause.per == 1)
    return {
        fmt::format("{} due × {}{}", grouped(*w.due), amount(f, clause.amount), origin_of(f, terms.overage))};
  const auto blocks = rational(*w.due, clause.per).ceil();
  return {fmt::format("{} due in blocks of {}: {} × {}{}", grouped(*w.due), grouped(clause.per), exact(blocks),
                      amount(f, clause.amount), origin_of(f, terms.overage))};
}

derivation of_all_overage(const facts& f, const std::vector<metering::window>& windows) {
  derivation lines;
  for (const auto& w : windows)
    if (w.overage && w.logins && w.entitled && w.grace && w.due && !w.overage->is_zero())
      lines.push_back(fmt::format("{}: {} used − {} entitled − {} grace = {} due: {}", base::to_string(w.days),
                                  grouped(*w.logins), grouped(*w.entitled), grouped(*w.grace), grouped(*w.due),
                                  amount(f, *w.overage)));
  return lines;
}

derivation of_lock_out(const facts& f, std::uint32_t sku, const metering::window& w) {
  if (!w.locked_out || !w.entitled || !w.grace)
    return {};
  const base::period until{w.days.first, *w.locked_out};
  derivation lines;
  rational sum;
  for (const auto& usage : f.metered().populations) {
    const auto& logins = usage.in(w.first_month).logins;
    const auto& of = *usage.population;
    const auto days = metering::season_days(of, f.days(w.first_month));
    if (usage.sku != &f.sku(sku) || !logins || days.is_zero())
      continue;
    const auto until_then = rational(*logins) * metering::season_days(of, until) / days;
    sum += until_then;
    lines.push_back(fmt::format("{}: {} × ({} = {}) / {} days of the month, by season = {}",
                                base::harmless(of.name.value), grouped(*logins), season_in_words(of, until),
                                exact(metering::season_days(of, until)), exact(days), exact(until_then)));
  }
  lines.push_back(fmt::format("{}: {} needed by the end of the day, {} entitled + {} tolerated",
                              base::to_string(*w.locked_out), exact(sum), grouped(*w.entitled),
                              grouped(*w.grace)));
  return lines;
}

derivation of_addition(const metering::window& w, const model::sku_terms& terms) {
  const int months = w.last_month - w.first_month + 1;
  if (!w.needed || *w.needed == 0 || !w.entitled)
    return {};
  return {fmt::format("the least n{} with {} ≤ {} + {} × n and the grace of that",
                      terms.block ? fmt::format(" in blocks of {}", grouped(terms.block->value)) : "",
                      known(w.logins), grouped(*w.entitled), months)};
}

derivation difference(std::int64_t a, std::int64_t b) {
  return {fmt::format("{} − {}", grouped(a), grouped(b))};
}

derivation quotient(const rational& a, const rational& b) {
  const auto words = [](const rational& one) { return one.is_whole() ? one.fixed(0, true) : exact(one); };
  return {fmt::format("{} ÷ {}", words(a), words(b))};
}

} // namespace proviso::checking
