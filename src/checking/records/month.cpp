// Contract months.
#include "checking/records/reading.hpp"

namespace proviso::checking::records {
namespace {

const model::month& of(const facts& f, record r) {
  return f.contract().months[r.month];
}

value charged(const facts& f, record r) {
  base::rational sum;
  for (const auto& charge : f.metered().charges)
    if (charge.month == r.month)
      sum += charge.amount;
  return f.metered().totals.complete ? value(sum) : unknown_because(f.metered().totals.missing.front());
}

constexpr field fields[] = {
    {"number", number_type, "from 1", [](const facts&, record r) { return number(r.month); }},
    {"period", period_type, "its days within the term",
     [](const facts& f, record r) -> value { return of(f, r).days; }},
    {"short", truth_type, "cut by the term: not a whole month",
     [](const facts& f, record r) -> value { return of(f, r).is_short(); }},
    {"whole", period_type, "the whole month it is cut from",
     [](const facts& f, record r) -> value { return of(f, r).whole; }},
    {"charged_by_day", truth_type, "a short month is charged by its days",
     [](const facts& f, record) -> value { return f.contract().short_months_by_day; }},
    {"cost", money_type, "all charges of the month", charged},
};

} // namespace

constinit const record_schema month{
    .of = record_kind::month,
    .documentation = "a contract month",
    .fields = fields,
    .subject = [](const facts& f, record) { return f.contract().name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return of(f, r).days; },
    .declared = [](const facts& f, record) { return f.contract().term_at; },
};

} // namespace proviso::checking::records
