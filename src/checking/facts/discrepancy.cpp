#include "checking/facts/discrepancy.hpp"

#include "base/text.hpp"
#include "checking/facts/agreement.hpp"
#include "checking/facts/facts.hpp"
#include "observing/observe.hpp"
#include "observing/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace proviso::checking {
namespace {

using model::sale;
using observing::observation;
using known_count = base::known<std::int64_t>;
using sku_numbers = std::vector<std::uint32_t>;

constexpr std::string_view ask_the_vendor =
    "ask the vendor which is right, in writing, before the next true-up";
constexpr std::string_view export_anew =
    "export users and assignments for one day: a login counts for the license that is held when it is made";

license_sold sold_by(const model::sku& sku) {
  return {sku.license, sku.sold.value};
}

// The SKUs that sell a license one way: the org counts all of them together.
sku_numbers sellers(const facts& f, const license_sold& license) {
  sku_numbers result;
  const auto& skus = f.contract().skus;
  for (std::uint32_t i = 0; i < skus.size(); ++i)
    if (skus[i].license == license.of && skus[i].sold.value == license.as)
      result.push_back(i);
  return result;
}

// As the org calls it.
std::string name_of(const license_sold& license) {
  const auto found = std::ranges::find(license.of->names, license.as, &model::license_name::sold);
  return found == license.of->names.end() ? license.of->title : found->text;
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

// Why logins of the month that holds today are not all counted, or are not the org's; none: they are.
std::optional<base::unknown> uncounted(const facts& f, const observation& seen, std::uint32_t sku,
                                       const std::optional<base::day>& metered_from) {
  const auto& month = f.contract().months[f.month()];
  const auto yesterday = f.today() - std::chrono::days(1);
  if (!month.days.holds(f.today()) || !seen.covered.holds({std::min(month.days.first, yesterday), yesterday}))
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

// All counts, export by export, and last what none of them compares.
class reconciling {
public:
  reconciling(const facts& f, const observation& seen, std::vector<discrepancy>& into)
      : f_(f), seen_(seen), into_(into) {}

  void take(const org::provisioned& row) {
    const auto& license = seen_.org->licenses[row.license];
    nameless_ = license.is == org::license::kind::unknown && nameless_.empty() ? license.text : nameless_;
    if (!about({license.of, license.sold}, fmt::format("{}:{}", row.file, row.line)))
      return;
    provisioned_.insert(sku());
    if (row.active == base::truth::no) {
      written_ += fmt::format(", status '{}'", base::harmless(row.status));
      return none_provisioned();
    }
    if (row.active == base::truth::unknown)
      leave_open(
          "licenses provisioned",
          fmt::format("whether '{}' may be assigned: its status is '{}', which the catalogue does not know",
                      base::harmless(license.text), base::harmless(row.status)));
    add("licenses provisioned", row.total, total_of(provisioned), "the contract gives");
    if (is_members())
      purchase(row.total);
    if (seen_.org->has_users || seen_.org->has_assignments)
      add("licenses used", row.used, holders_of(license_, *seen_.org, f_.today()),
          seen_.org->has_users ? "the export of users has" : "dated assignments give");
    logins(row.logins, row.logins_used, std::nullopt);
  }

  void take(const org::metered& row) {
    if (!about({row.of.of, row.of.sold}, fmt::format("{}:{}", row.file, row.line)))
      return;
    if (row.months == 1)
      logins(row.allowed, row.used, row.start);
    else if (is_pool())
      logins_of_another_period(row);
  }

  // Once all rows are taken.
  void finish() {
    for (std::uint32_t i = 0; i < f_.contract().skus.size(); ++i)
      if (const auto license = sold_by(f_.sku(i)); sellers(f_, license).front() == i && about(license, {})) {
        if (seen_.org->has_users && seen_.org->has_assignments)
          compare_exports();
        if (const auto quantity = total_of(bought); !quantity || *quantity > 0)
          compare_purchase();
      }
  }

private:
  [[nodiscard]] bool about(const license_sold& license, std::string written) {
    license_ = license;
    skus_ = license.of == nullptr ? sku_numbers{} : sellers(f_, license);
    written_ = std::move(written);
    return !skus_.empty();
  }

  [[nodiscard]] std::uint32_t sku() const { return skus_.front(); }
  [[nodiscard]] bool is_pool() const { return license_.as == sale::logins; }
  [[nodiscard]] bool is_members() const { return license_.as == sale::members; }

  template <typename Count>
  known_count total_of(Count count) {
    return total(skus_, [&](std::uint32_t sku) { return count(f_, sku); });
  }

  void logins(const std::optional<std::int64_t>& allowed, const std::optional<std::int64_t>& used,
              const std::optional<base::day>& metered_from) {
    if (!is_pool())
      return;
    add("logins a month", allowed, total_of(bought), "the contract buys");
    purchase(allowed);
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
    purchase(row.allowed);
    add("logins used in " + period, row.used, base::unknown{by_the_month(f_, sku(), period)},
        "the login histories give");
  }

  // ---- what is bought, and no row counts

  void compare_purchase() {
    const auto& all = seen_.org->provisioned;
    const bool has_row = provisioned_.contains(sku());
    if (!all.empty() && !has_row && nameless_.empty()) {
      std::set<std::string> files;
      for (const auto& row : all)
        files.insert(row.file);
      written_ = fmt::format("no row of '{}' in {}", name_of(license_), fmt::join(files, ", "));
      none_provisioned();
    }
    if (!compared_.contains(sku()))
      leave_open(is_pool() ? "logins a month" : "licenses provisioned", missing_count(has_row));
  }

  // The org does not give the license at all.
  void none_provisioned() {
    auto given = total_of(provisioned);
    if (!given && is_pool())
      add("logins a month", 0, total_of(bought), "the contract buys");
    else
      add("licenses provisioned", 0, std::move(given), "the contract gives");
    purchase(0);
  }

  [[nodiscard]] std::string missing_count(bool has_row) const {
    const auto name = name_of(license_);
    if (!is_pool() && !is_members())
      return fmt::format(
          "what the org has of '{}': exports count licenses and logins, and it is sold otherwise",
          f_.sku(sku()).name);
    if (has_row && is_pool())
      return fmt::format("how many logins a month the org gives '{}': export MonthlyLoginsEntitlement of "
                         "UserLicense, or TenantUsageEntitlement, where it is not empty",
                         name);
    if (has_row)
      return fmt::format(
          "how many licenses the org gives '{}': export TotalLicenses of UserLicense, where it is "
          "not empty",
          name);
    if (!nameless_.empty())
      return fmt::format(
          "what the org gives '{}': no row of UserLicense names it, and what '{}' is the catalogue "
          "does not know",
          name, base::harmless(nameless_));
    return fmt::format("what the org gives '{}': name an export of UserLicense that has it with --org", name);
  }

  // ---- who holds it, by two exports

  void compare_exports() {
    const auto found = agreement_on(license_, *seen_.org, f_.today());
    written_ = "on " + base::to_string(f_.today());
    add("holders with a dated assignment", found.exported, found.both, "assignments agree on",
        "the export of users states", export_anew);
    add("holders who are in the export of users", found.assigned, found.both, "the export agrees on",
        "dated assignments state", export_anew);
    if (found.untold > 0)
      leave_open("holders with a dated assignment",
                 fmt::format("whether the export of users and dated assignments agree on the license of {} "
                             "user{}: one of them states none that the catalogue knows",
                             base::grouped(found.untold), found.untold == 1 ? "" : "s"));
  }

  // ---- entries

  void purchase(const std::optional<std::int64_t>& stated) {
    if (stated)
      compared_.insert(sku());
  }

  void leave_open(std::string what, std::string missing) {
    const base::unknown why{std::move(missing)};
    into_.push_back({"the org states", std::move(what), sku(), why, why, "the contract buys", written_,
                     std::string(ask_the_vendor)});
  }

  void add(std::string what, const std::optional<std::int64_t>& stated, known_count expected,
           std::string because, std::string says = "the org states", std::string_view remedy = ask_the_vendor) {
    if (stated) // null is not zero
      into_.push_back({std::move(says), std::move(what), sku(), *stated, std::move(expected),
                       std::move(because), written_, std::string(remedy)});
  }

  const facts& f_;
  const observation& seen_;
  std::vector<discrepancy>& into_;
  std::set<std::uint32_t> provisioned_; // SKUs whose license has a row of UserLicense
  std::set<std::uint32_t> compared_;    // and whose purchase some row states
  std::string nameless_;                // a license of UserLicense that the catalogue does not know
  license_sold license_;                // of the row
  sku_numbers skus_;
  std::string written_;
};

} // namespace

bool shows_counts(const observation& seen) {
  return !seen.org->provisioned.empty() || !seen.org->metered.empty() ||
         (seen.org->has_users && seen.org->has_assignments);
}

std::vector<discrepancy> discrepancies(const facts& f, const observation& seen) {
  std::vector<discrepancy> result;
  reconciling all(f, seen, result);
  for (const auto& row : seen.org->provisioned)
    all.take(row);
  for (const auto& row : seen.org->metered)
    all.take(row);
  all.finish();
  return result;
}

} // namespace proviso::checking
