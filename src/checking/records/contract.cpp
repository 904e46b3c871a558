// The contract itself: `contract.term`, without `for`.
#include "checking/records/reading.hpp"

namespace proviso::checking::records {
namespace {

value cost(const facts& f, record) {
  const auto& totals = f.metered().totals;
  if (totals.complete)
    return totals.cost;
  return unknown_because(totals.missing.empty() ? "a complete cost" : totals.missing.front());
}

value employee_use(const facts& f, record) {
  if (!f.contract().employees)
    return false;
  return unknown_because("who the users are: compare their e-mail addresses with the domains in the org");
}

base::span term_at(const facts& f, record) {
  return f.contract().term_at;
}

base::span zone_at(const facts& f, record) {
  return stated_at(f.contract().zone);
}

constexpr field fields[] = {
    {"name", name_of(domain::any), "its name",
     [](const facts& f, record) -> value { return f.contract().name; }},
    {"title", text_type, "its title", [](const facts& f, record) -> value { return f.contract().title; }},
    {"vendor", text_type, "who sells",
     [](const facts& f, record) { return text_or_absent(f.contract().vendor); }, nullptr, "vendor"},
    {"customer", text_type, "who buys",
     [](const facts& f, record) { return text_or_absent(f.contract().customer); }, nullptr, "customer"},
    {"term", period_type, "first and last day",
     [](const facts& f, record) -> value { return f.contract().months.term(); }, term_at},
    {"months", number_type, "contract months, short ones included",
     [](const facts& f, record) { return number(f.contract().months.size()); }, term_at},
    {"currency", text_type, "ISO code", [](const facts& f, record) -> value { return f.contract().currency; }},
    {"time_zone", text_type, "zone whose days separate logins",
     [](const facts& f, record) -> value {
       const auto& zone = f.contract().zone;
       return zone ? value(zone->value) : value(absent{});
     },
     zone_at, "time_zone"},
    {"price_hold", date_type, "last day of additions at this contract's prices",
     [](const facts& f, record) -> value {
       const auto& hold = f.contract().price_hold;
       return hold ? value(hold->value) : value(absent{});
     },
     [](const facts& f, record) { return stated_at(f.contract().price_hold); }, "price_hold"},
    {"external_only", truth_type, "states 'external only': no employee may be a user",
     [](const facts& f, record) -> value { return f.contract().employees.has_value(); },
     [](const facts& f, record) { return stated_at(f.contract().employees); }},
    {"employee_use", truth_type, "some user is an employee by that clause", employee_use,
     [](const facts& f, record) { return stated_at(f.contract().employees); }},
    {"cost", money_type, "of the plan over the term", cost},
    {"clause", text_type, "the document it cites",
     [](const facts& f, record) { return text_or_absent(f.contract().document); }, nullptr, "clause"},
};

} // namespace

constinit const record_schema contract{
    .of = record_kind::contract,
    .documentation = "the contract itself: written 'contract', without 'for'",
    .fields = fields,
    .subject = [](const facts& f, record) { return f.contract().name; },
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.contract().months.term(); },
    .declared = [](const facts& f, record) { return f.contract().at; },
    .named = true,
};

} // namespace proviso::checking::records
