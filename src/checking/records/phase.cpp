// A SKU between changes of its terms.
#include "checking/records/reading.hpp"

#include <algorithm>

namespace proviso::checking::records {
namespace {

const checking::phase& of(const facts& f, record r) {
  return f.phases()[r.index];
}

base::period days(const facts& f, record r) {
  return f.contract().months.days(of(f, r).first_month, of(f, r).last_month);
}

const base::stated<std::int64_t>& quantity(const facts& f, record r) {
  return *f.terms(of(f, r).sku, r.month).quantity; // it is sold
}
// The one quantity that holds in it, and in the phases around it.
const checking::stretch& purchased(const facts& f, record r) {
  const auto& one = of(f, r);
  return *std::ranges::find_if(f.stretches(), [&](const checking::stretch& s) {
    return s.sku == one.sku && s.first_month <= one.first_month && one.last_month <= s.last_month;
  });
}
month_range months(const facts& f, record r) {
  return {of(f, r).first_month, of(f, r).last_month};
}

base::span sku_at(const facts& f, record r) {
  return f.sku(of(f, r).sku).at;
}

constexpr field fields[] = {
    {"sku", record_of(record_kind::sku), "the SKU on the phase's first day",
     [](const facts& f, record r) -> value {
       return record{record_kind::sku, r.month, of(f, r).sku};
     },
     sku_at},
    {"period", period_type, "its days", [](const facts& f, record r) -> value { return days(f, r); }},
    {"quantity", number_type, "purchased, in the SKU's unit",
     [](const facts& f, record r) { return number(quantity(f, r).value); },
     [](const facts& f, record r) { return quantity(f, r).at; }},
    {"need",
     number_type,
     "what the plan needs in it, the minimum aside; where that is more than is bought, in whole blocks",
     [](const facts& f, record r) {
       return to_value(least_needed(f.metered(), purchased(f, r), months(f, r)));
     },
     [](const facts& f, record r) { return quantity(f, r).at; },
     {},
     [](const facts& f, record r) { return of_need(f, purchased(f, r), months(f, r)); }},
};

} // namespace

constinit const record_schema phase{
    .of = record_kind::phase,
    .documentation = "a SKU, while it is sold, between changes of any of its terms, or of a quote of its "
                     "license; what a rule says of phase "
                     "after phase at one clause, or in the same words but for the days, is one finding",
    .fields = fields,
    .subject = [](const facts& f, record r) { return f.sku(of(f, r).sku).name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return days(f, r); },
    .declared = sku_at,
};

} // namespace proviso::checking::records
