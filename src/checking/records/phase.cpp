// A SKU between changes of its terms.
#include "checking/records/reading.hpp"

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
};

} // namespace

constinit const record_schema phase{
    .of = record_kind::phase,
    .documentation = "a SKU, while it is sold, between changes of any of its terms; what a rule says of phase "
                     "after phase at one clause is one finding",
    .fields = fields,
    .subject = [](const facts& f, record r) { return f.sku(of(f, r).sku).name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return days(f, r); },
    .declared = sku_at,
};

} // namespace proviso::checking::records
