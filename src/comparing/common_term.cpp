#include "comparing/common_term.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::comparing {
namespace {

base::period term_of(const metering::assessment& of) {
  return of.contract->months.term();
}

// On which day of a calendar month contract months start. One of two months in a row has 31 days: it does not
// cut the day short.
unsigned start_day(const model::calendar& of) {
  unsigned latest = 1;
  for (const auto& month : of.months())
    latest = std::max(latest, static_cast<unsigned>(std::chrono::year_month_day(month.whole.first).day()));
  return latest;
}

// ---- why the draft that runs on cannot end earlier; empty where it can

std::string window_across(const metering::assessment& of, int last_month) {
  for (const auto& sku : of.skus)
    for (const auto& window : sku.windows)
      if (window.first_month <= last_month && window.last_month > last_month)
        return fmt::format("'{}' is measured over {}, beyond that day", sku.sku->name,
                           base::to_string(window.days));
  return {};
}

std::string commitment_across(const metering::assessment& of, int last_month) {
  for (const auto& one : of.contract->commitments)
    if (!one.per_year || last_month % 12 != 0)
      return fmt::format("what the longer one commits {} cannot be cut at that day",
                         one.per_year ? "per year" : "over the term");
  return {};
}

std::string hindrance(const metering::assessment& of, base::day end) {
  const auto& months = of.contract->months;
  const auto last = months.holding(end);
  if (!last || months[*last].days.last != end)
    return "no month of the longer one ends on that day";
  auto why = window_across(of, *last);
  return why.empty() ? commitment_across(of, *last) : why;
}

// ---- ended earlier

model::contract ended(model::contract of, base::day end) {
  of.months = model::calendar({of.months.term().first, end}, start_day(of.months));
  for (auto& sku : of.skus)
    std::erase_if(sku.packs, [&](const model::pack& pack) { return pack.on > end; });
  return of;
}

std::string terms_in_words(const metering::assessment& a, const metering::assessment& b) {
  return fmt::format("A runs {}, B {}", base::to_string(term_of(a)), base::to_string(term_of(b)));
}

} // namespace

base::known<common_term> in_common(const metering::assessment& a, const metering::assessment& b) {
  if (term_of(a).first != term_of(b).first)
    return base::unknown{terms_in_words(a, b) + ": date both from the same day to compare their costs"};
  common_term both{base::overlap(term_of(a), term_of(b)), *a.contract, *b.contract};
  if (term_of(a) == term_of(b))
    return both;
  const bool a_runs_on = term_of(a).last > both.days.last;
  if (const auto why = hindrance(a_runs_on ? a : b, both.days.last); !why.empty())
    return base::unknown{
        fmt::format("{}, and {}: date both to the same day to compare their costs", terms_in_words(a, b), why)};
  auto& longer = a_runs_on ? both.a : both.b;
  longer = ended(std::move(longer), both.days.last);
  return both;
}

} // namespace proviso::comparing
