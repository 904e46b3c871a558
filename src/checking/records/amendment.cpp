// Amendments, which are applied to the contract already.
#include "checking/records/reading.hpp"

namespace proviso::checking::records {
namespace {

const model::amendment& of(const facts& f, record r) {
  return f.contract().amendments[r.index];
}

base::span amendment_at(const facts& f, record r) {
  return of(f, r).at;
}

constexpr field fields[] = {
    {"title", text_type, "its title", [](const facts& f, record r) -> value { return of(f, r).title; }},
    {"effective", date_type, "from when it holds",
     [](const facts& f, record r) -> value { return of(f, r).effective; }},
    {"in_term", truth_type, "the term holds that day",
     [](const facts& f, record r) -> value { return f.contract().months.term().holds(of(f, r).effective); }},
};

} // namespace

constinit const record_schema amendment{
    .of = record_kind::amendment,
    .documentation = "an amendment of the contract; what it changes is in force in all other records",
    .fields = fields,
    .subject = [](const facts& f, record r) { return of(f, r).title; },
    .days = [](const facts& f, record r) -> std::optional<base::period> {
      return base::period{of(f, r).effective, of(f, r).effective};
    },
    .declared = amendment_at,
};

} // namespace proviso::checking::records
