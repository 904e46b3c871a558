// A run of months in which a SKU has more people than it may.
#include "checking/records/reading.hpp"

namespace proviso::checking::records {
namespace {

const checking::overrun& of(const facts& f, record r) {
  return f.overruns()[r.index];
}

base::period days(const facts& f, record r) {
  return f.contract().months.days(of(f, r).first_month, of(f, r).last_month);
}

value if_certain(const facts& f, record r, std::int64_t figure) {
  return of(f, r).doubt.empty() ? number(figure) : unknown_because(of(f, r).doubt);
}

base::span quantity_at(const facts& f, record r) {
  return stated_at(f.terms(of(f, r).sku, of(f, r).worst_month).quantity);
}
base::span sku_at(const facts& f, record r) {
  return f.sku(of(f, r).sku).at;
}

// The users of the first population on the SKU.
base::span users_at(const facts& f, record r) {
  for (const auto& usage : f.metered().populations)
    if (usage.sku == &f.sku(of(f, r).sku))
      return usage.population->users_at;
  return {};
}

base::span allowed_at(const facts& f, record r) {
  const auto& terms = f.terms(of(f, r).sku, of(f, r).worst_month);
  return of(f, r).of_accounts && terms.accounts ? terms.accounts->at : quantity_at(f, r);
}

constexpr field fields[] = {
    {"sku", record_of(record_kind::sku), "the SKU in the worst month",
     [](const facts& f, record r) -> value {
       return record{record_kind::sku, of(f, r).worst_month, of(f, r).sku};
     },
     sku_at},
    {"limit", name_of(domain::people), "members or accounts",
     [](const facts& f, record r) -> value {
       return std::string(of(f, r).of_accounts ? "accounts" : "members");
     }},
    {"period", period_type, "from the first to the last month of the run",
     [](const facts& f, record r) -> value { return days(f, r); }},
    {"months", number_type, "how many months it has",
     [](const facts& f, record r) { return number(of(f, r).last_month - of(f, r).first_month + 1); }},
    {"worst", period_type, "the month that is furthest beyond the limit",
     [](const facts& f, record r) -> value { return f.days(of(f, r).worst_month); }},
    {"users",
     members_type,
     "people in the worst month",
     [](const facts& f, record r) { return if_certain(f, r, of(f, r).users); },
     users_at,
     {},
     [](const facts& f, record r) { return of_users(f, of(f, r).sku, of(f, r).worst_month); }},
    {"allowed",
     members_type,
     "how many there may be in that month",
     [](const facts& f, record r) { return if_certain(f, r, of(f, r).allowed); },
     allowed_at,
     {},
     [](const facts& f, record r) {
       return of(f, r).of_accounts ? of_accounts(f, of(f, r).sku, of(f, r).worst_month)
                                   : derivation{"the quantity purchased"};
     }},
    {"over",
     members_type,
     "people beyond the limit in that month",
     [](const facts& f, record r) { return if_certain(f, r, of(f, r).users - of(f, r).allowed); },
     users_at,
     {},
     [](const facts& f, record r) { return difference(of(f, r).users, of(f, r).allowed); }},
    {"short", number_type,
     "the least addition to the quantity, in whole blocks, with which nobody is beyond it",
     [](const facts& f, record r) { return if_certain(f, r, of(f, r).needed); }, quantity_at},
};

} // namespace

constinit const record_schema overrun{
    .of = record_kind::overrun,
    .documentation =
        "a run of months in which a SKU has more members than purchased, or more users than accounts",
    .fields = fields,
    .subject = [](const facts& f, record r) { return f.sku(of(f, r).sku).name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return days(f, r); },
    .declared = sku_at,
    .doubt = [](const facts& f, record r) { return of(f, r).doubt; },
};

} // namespace proviso::checking::records
