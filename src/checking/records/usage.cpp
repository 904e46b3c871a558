// A SKU in a contract month.
#include "checking/records/reading.hpp"

#include <algorithm>

namespace proviso::checking::records {
namespace {

const metering::month_usage& of(const facts& f, record r) {
  return f.metered().skus[r.index].in(r.month);
}

bool pooled(const facts& f, record r) {
  return f.sku(r.index).sold.value == model::sale::logins;
}

value if_pooled(const facts& f, record r, base::known<std::int64_t> metering::month_usage::*figure) {
  return pooled(f, r) ? to_value(of(f, r).*figure) : value(absent{});
}

base::span quantity_at(const facts& f, record r) {
  return stated_at(of(f, r).terms->quantity);
}

// Where it is ended, or the first quantity.
base::span sold_at(const facts& f, record r) {
  const auto& sku = f.sku(r.index);
  if (const auto now = sku.on(f.days(r.month).first); now.quantity)
    return now.quantity->at;
  const auto begins =
      std::ranges::find_if(sku.steps, [](const model::step& s) { return s.terms.quantity.has_value(); });
  return begins == sku.steps.end() ? sku.at : begins->terms.quantity->at;
}

base::span sku_at(const facts& f, record r) {
  return f.sku(r.index).at;
}

// A month that was to be seen, and was not or in part, is not planned either.
value observed(const facts& f, record r) {
  const auto& month = of(f, r);
  if (!month.observed && f.has_plan() && !month.users)
    return to_value(month.users);
  return month.observed;
}

constexpr field fields[] = {
    {"sku", record_of(record_kind::sku), "the SKU",
     [](const facts&, record r) -> value {
       return record{record_kind::sku, r.month, r.index};
     },
     sku_at},
    {"month", record_of(record_kind::month), "the month",
     [](const facts&, record r) -> value { return month_record(r.month); }},
    {"period", period_type, "the days of the month",
     [](const facts& f, record r) -> value { return f.days(r.month); }},
    {"observed", truth_type, "seen, not planned", observed},
    {"sold", truth_type, "it has begun and has not ended",
     [](const facts& f, record r) -> value { return of(f, r).terms->quantity.has_value(); }, sold_at},
    {"users",
     members_type,
     "people on the SKU",
     [](const facts& f, record r) { return to_value(of(f, r).users); },
     nullptr,
     {},
     [](const facts& f, record r) { return of_users(f, r.index, r.month); }},
    {"quantity", number_type, "purchased, in the SKU's unit",
     [](const facts& f, record r) { return number(of(f, r).quantity); }, quantity_at},
    {"logins", logins_type, "of a pool: what is used",
     [](const facts& f, record r) { return if_pooled(f, r, &metering::month_usage::logins); }, nullptr,
     "logins", [](const facts& f, record r) { return of_logins(f, r.index, r.month, r.month); }},
    {"entitled", logins_type, "of a pool: quantity, packs and rollover",
     [](const facts& f, record r) { return if_pooled(f, r, &metering::month_usage::entitled); }, quantity_at,
     "logins", [](const facts& f, record r) { return of_entitled(f, r.index, r.month, r.month); }},
    {"packs", logins_type, "of a pool: logins of packs",
     [](const facts& f, record r) { return pooled(f, r) ? number(of(f, r).packs) : value(absent{}); }, nullptr,
     "logins"},
    {"accounts", members_type, "of a pool: user records that may exist",
     [](const facts& f, record r) { return if_pooled(f, r, &metering::month_usage::accounts); }, quantity_at,
     "logins", [](const facts& f, record r) { return of_accounts(f, r.index, r.month); }},
    {"commitment",
     money_type,
     "the charge for the quantity, exact",
     [](const facts& f, record r) -> value { return of(f, r).commitment; },
     [](const facts& f, record r) { return stated_at(of(f, r).terms->price); },
     {},
     [](const facts& f, record r) { return of_charged_price(f, r.index, r.month); }},
};

} // namespace

constinit const record_schema usage{
    .of = record_kind::usage,
    .documentation = "a SKU in a contract month",
    .fields = fields,
    .subject = [](const facts& f, record r) { return f.sku(r.index).name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return f.days(r.month); },
    .declared = sku_at,
};

} // namespace proviso::checking::records
