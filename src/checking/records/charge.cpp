// Lines of the invoice.
#include "checking/records/reading.hpp"

namespace proviso::checking::records {
namespace {

const facts::charge_line& charge_of(const facts& f, record r) {
  return f.charges()[r.index];
}

std::string_view name_of_line(metering::charge::kind what) {
  switch (what) {
  case metering::charge::kind::commitment: return "commitment";
  case metering::charge::kind::pack: return "pack";
  case metering::charge::kind::overage: return "overage";
  case metering::charge::kind::true_up: return "true-up";
  }
  return {};
}

base::span charge_at(const facts& f, record r) {
  return charge_of(f, r).at;
}

constexpr field charge_fields[] = {
    {"line", name_of(domain::line), "commitment, pack, overage or true-up",
     [](const facts& f, record r) -> value { return std::string(name_of_line(charge_of(f, r).what)); },
     charge_at},
    {"sku", record_of(record_kind::sku), "what is charged; a true-up is for the whole contract",
     [](const facts& f, record r) {
       const auto* charged = charge_of(f, r).sku;
       return charged ? value(f.sku_record(*charged, r.month)) : value(absent{});
     },
     charge_at, "sku"},
    {"month", record_of(record_kind::month), "when it is charged",
     [](const facts&, record r) -> value { return month_record(r.month); }},
    {"period", period_type, "the days of that month",
     [](const facts& f, record r) -> value { return f.days(r.month); }},
    {"amount",
     money_type,
     "rounded",
     [](const facts& f, record r) { return to_value(charge_of(f, r).amount); },
     charge_at,
     {},
     [](const facts& f, record r) { return of_charge(f, charge_of(f, r)); }},
};

} // namespace

constinit const record_schema charge{
    .of = record_kind::charge,
    .documentation = "a line of the invoice; what is not priced yet is doubtful",
    .fields = charge_fields,
    .subject =
        [](const facts& f, record r) {
          const auto* charged = charge_of(f, r).sku;
          return charged ? charged->name : f.contract().name;
        },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return f.days(r.month); },
    .declared = charge_at,
    .identity = [](const facts& f, record r) { return std::string(name_of_line(charge_of(f, r).what)); },
    .doubt =
        [](const facts& f, record r) {
          return charge_of(f, r).amount ? std::string() : charge_of(f, r).amount.why().missing;
        },
};

} // namespace proviso::checking::records
