#include "checking/facts/discrepancy.hpp"

#include "base/text.hpp"
#include "checking/facts/facts.hpp"
#include "observing/observe.hpp"
#include "observing/words.hpp"

#include <fmt/format.h>

namespace proviso::checking {
namespace {

using model::sale;
using observing::observation;
using known_count = base::known<std::int64_t>;
using sku_numbers = std::vector<std::uint32_t>;

// The SKUs that sell a license one way: the org counts all of them together.
sku_numbers sellers(const facts& f, const org::license& license) {
  sku_numbers result;
  const auto& skus = f.contract().skus;
  for (std::uint32_t i = 0; i < skus.size(); ++i)
    if (license.of != nullptr && skus[i].license == license.of && skus[i].sold.value == license.sold)
      result.push_back(i);
  return result;
}

template <typename Count>
known_count total(const sku_numbers& skus, Count count) {
  std::int64_t result = 0;
  for (const auto sku : skus) {
    const known_count one = count(sku);
    if (!one)
      return one;
    result += *one;
  }
  return result;
}

known_count bought(const facts& f, std::uint32_t sku) {
  return f.metered().skus[sku].in(f.month()).quantity;
}

// Whether periods of so many months that are counted from a day begin where this month does.
bool begins_with(const model::month& month, base::day from, int period) {
  const auto months = (base::month_of(month.days.first) - base::month_of(from)).count();
  return months % period == 0 && base::add_months(from, static_cast<int>(months)) == month.days.first;
}

std::string by_the_month(const facts& f, std::uint32_t sku, std::string_view period) {
  return fmt::format("what '{}' counts in {}: its logins are compared by the month", f.sku(sku).name, period);
}

// In the running window, where windows are as long as the org's period and begin as it does.
known_count bought_in_window(const facts& f, std::uint32_t sku, const org::metered& row,
                             std::string_view period) {
  const auto& of = f.metered().skus[sku];
  for (const auto& window : of.windows) {
    if (!window.measured || window.first_month > f.month() || window.last_month < f.month() ||
        window.last_month - window.first_month + 1 != row.months ||
        (row.start && !begins_with(f.contract().months[window.first_month], *row.start, row.months)))
      continue;
    std::int64_t result = 0;
    for (int month = window.first_month; month <= window.last_month; ++month)
      result += of.in(month).quantity;
    return result;
  }
  return base::unknown{by_the_month(f, sku, period)};
}

known_count provisioned(const facts& f, std::uint32_t sku) {
  const auto& month = f.metered().skus[sku].in(f.month());
  return f.sku(sku).sold.value == sale::logins ? month.accounts : known_count(month.quantity);
}

// Who holds it today; those whom several SKUs may serve are counted with the first.
known_count holders(const observation& seen, std::uint32_t sku) {
  auto result = seen.who.undecided_today[sku];
  for (std::size_t place = 0; place < seen.who.places.size(); ++place)
    if (seen.who.places[place].sku == sku)
      for (const auto& [days, users] : seen.who.habits[place])
        result += users;
  return result;
}

// Why logins of the month that holds today are not all counted, or are not the org's; none: they are.
std::optional<base::unknown> uncounted(const facts& f, const observation& seen, std::uint32_t sku,
                                       const std::optional<base::day>& metered_from) {
  const auto& month = f.contract().months[f.month()];
  const auto& whole = seen.covered.whole;
  if (!month.days.holds(f.today()) || !whole || whole->first > month.days.first ||
      whole->last < f.today() - std::chrono::days(1))
    return base::unknown{
        "all logins of the current month: give login histories from its first day up to today"};
  if (metered_from && !begins_with(month, *metered_from, 1))
    return base::unknown{
        fmt::format("logins of the org's own month, which begins on the day of {}: the contract's "
                    "begins on {}",
                    base::to_string(*metered_from), base::to_string(month.days.first))};
  return observing::words::more_logins(f.contract(), seen, sku, month.number);
}

// At one place in one month, as its SKU counts them.
std::int64_t logins_at(const observing::month_seen& seen, model::counting how) {
  if (how == model::counting::every_login)
    return seen.logins;
  std::int64_t result = 0;
  for (std::size_t days = 1; days < observing::day_counts; ++days)
    result += seen.users[days] *
              static_cast<std::int64_t>(how == model::counting::per_user_month ? std::size_t{1} : days);
  return result;
}

// Logins of the month that holds today, where the data goes from its first day up to yesterday at least.
known_count counted(const facts& f, const observation& seen, std::uint32_t sku,
                    const std::optional<base::day>& metered_from) {
  if (const auto why = uncounted(f, seen, sku, metered_from))
    return *why;
  std::int64_t result = 0;
  for (std::size_t place = 0; place < seen.who.places.size(); ++place) {
    if (seen.who.places[place].sku != sku)
      continue;
    const auto& in_month = seen.who.seen[place][static_cast<std::size_t>(f.month() - 1)];
    if (in_month.undated > 0)
      return base::unknown{observing::words::undated_logins(in_month.undated)};
    result += logins_at(in_month, f.sku(sku).count.value);
  }
  return result;
}

// The rows of one export about one license.
class reconciling {
public:
  reconciling(const facts& f, const observation& seen, std::vector<discrepancy>& into)
      : f_(f), seen_(seen), into_(into) {}

  void take(const org::provisioned& row) {
    if (!about(seen_.org->licenses[row.license], row.file, row.line))
      return;
    add("licenses provisioned", row.total, total_of(provisioned), "the contract gives");
    if (shows_users(seen_))
      add("licenses used", row.used, total(skus_, [&](std::uint32_t sku) { return holders(seen_, sku); }),
          "the export of users has");
    logins(row.logins, row.logins_used, std::nullopt);
  }

  void take(const org::metered& row) {
    if (!about(row.of, row.file, row.line))
      return;
    if (row.months == 1)
      logins(row.allowed, row.used, row.start);
    else if (f_.sku(skus_.front()).sold.value == sale::logins)
      logins_of_another_period(row);
  }

private:
  [[nodiscard]] bool about(const org::license& license, const std::string& file, std::size_t line) {
    skus_ = sellers(f_, license);
    file_ = file;
    line_ = line;
    return !skus_.empty();
  }

  template <typename Count>
  known_count total_of(Count count) {
    return total(skus_, [&](std::uint32_t sku) { return count(f_, sku); });
  }

  void logins(const std::optional<std::int64_t>& allowed, const std::optional<std::int64_t>& used,
              const std::optional<base::day>& metered_from) {
    if (f_.sku(skus_.front()).sold.value != sale::logins)
      return;
    add("logins a month", allowed, total_of(bought), "the contract buys");
    if (seen_.read() != nullptr)
      add("logins used", used,
          total(skus_, [&](std::uint32_t sku) { return counted(f_, seen_, sku, metered_from); }),
          "the login histories give");
  }

  // What is renewed less often is held against the window of that length; what of it is used is not counted.
  void logins_of_another_period(const org::metered& row) {
    const auto period = row.frequency.empty() ? "a period that is not stated"
                                              : fmt::format("the period '{}'", base::harmless(row.frequency));
    add("logins in " + period, row.allowed,
        total(skus_, [&](std::uint32_t sku) { return bought_in_window(f_, sku, row, period); }),
        "the contract buys");
    add("logins used in " + period, row.used, base::unknown{by_the_month(f_, skus_.front(), period)},
        "the login histories give");
  }

  void add(std::string what, const std::optional<std::int64_t>& stated, known_count expected,
           std::string because) {
    if (stated) // null is not zero
      into_.push_back(
          {std::move(what), skus_.front(), *stated, std::move(expected), std::move(because), file_, line_});
  }

  const facts& f_;
  const observation& seen_;
  std::vector<discrepancy>& into_;
  sku_numbers skus_;
  std::string file_;
  std::size_t line_ = 0;
};

} // namespace

bool shows_counts(const observation& seen) {
  return !seen.org->provisioned.empty() || !seen.org->metered.empty();
}

std::vector<discrepancy> discrepancies(const facts& f, const observation& seen) {
  std::vector<discrepancy> result;
  reconciling all(f, seen, result);
  for (const auto& row : seen.org->provisioned)
    all.take(row);
  for (const auto& row : seen.org->metered)
    all.take(row);
  return result;
}

} // namespace proviso::checking
