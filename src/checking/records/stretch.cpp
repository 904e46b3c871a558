// A SKU between two of its own ramps.
#include "checking/records/reading.hpp"

namespace proviso::checking::records {
namespace {

const checking::stretch& of(const facts& f, record r) {
  return f.stretches()[r.index];
}

base::period days(const facts& f, record r) {
  return f.contract().months.days(of(f, r).first_month, of(f, r).last_month);
}

base::span quantity_at(const facts& f, record r) {
  return stated_at(f.terms(of(f, r).sku, r.month).quantity);
}
base::span sku_at(const facts& f, record r) {
  return f.sku(of(f, r).sku).at;
}

value left(const facts& f, record r) {
  const auto given_up = to_value(spare(f.metered(), of(f, r)));
  if (is_unknown(given_up))
    return given_up;
  return base::rational(of(f, r).quantity) - std::get<base::rational>(given_up);
}

template <auto Of>
derivation derived(const facts& f, record r) {
  return Of(f, of(f, r));
}
derivation need_derived(const facts& f, record r) {
  return of_need(f, of(f, r), of(f, r).months());
}

constexpr field fields[] = {
    {"sku", record_of(record_kind::sku), "the SKU on the stretch's first day",
     [](const facts& f, record r) -> value {
       return record{record_kind::sku, r.month, of(f, r).sku};
     },
     sku_at},
    {"period", period_type, "its days", [](const facts& f, record r) -> value { return days(f, r); }},
    {"months", number_type, "how many contract months it has",
     [](const facts& f, record r) { return number(of(f, r).last_month - of(f, r).first_month + 1); }},
    {"quantity", number_type, "purchased, in the SKU's unit",
     [](const facts& f, record r) { return number(of(f, r).quantity); }, quantity_at},
    {"need",
     number_type,
     "what the plan needs, the minimum aside; where that is more than is bought, in whole blocks",
     [](const facts& f, record r) { return to_value(least_needed(f.metered(), of(f, r), of(f, r).months())); },
     quantity_at,
     {},
     need_derived},
    {"spare",
     number_type,
     "what no month needs, in whole blocks and down to the minimum",
     [](const facts& f, record r) { return to_value(spare(f.metered(), of(f, r))); },
     quantity_at,
     {},
     derived<of_spare>},
    {"needed", number_type, "the quantity without what is spare", left, quantity_at},
    {"spare_value",
     money_type,
     "what the contract costs less without it",
     [](const facts& f, record r) { return to_value(spare_value(f.metered(), of(f, r))); },
     quantity_at,
     {},
     derived<of_spare_value>},
};

} // namespace

constinit const record_schema stretch{
    .of = record_kind::stretch,
    .documentation = "a SKU between two of its own ramps, in which one quantity holds",
    .fields = fields,
    .subject = [](const facts& f, record r) { return f.sku(of(f, r).sku).name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return days(f, r); },
    .declared = quantity_at,
};

} // namespace proviso::checking::records
