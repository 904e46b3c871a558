// What exports show: people of a population as they are seen, and counts of the org held against what they
// should be.
#include "checking/records/reading.hpp"

namespace proviso::checking::records {
namespace {

const sighting& of(const facts& f, record r) {
  return f.sightings()[r.index];
}
const discrepancy& count_of(const facts& f, record r) {
  return f.discrepancies()[r.index];
}

base::span sku_at(const facts& f, record r) {
  return f.sku(of(f, r).sku).at;
}
base::span counted_at(const facts& f, record r) {
  const auto& sku = f.sku(count_of(f, r).sku);
  const auto at = stated_at(f.terms(count_of(f, r).sku, r.month).quantity);
  return at.somewhere() ? at : sku.at;
}

value other(const facts& f, record r) {
  const auto* found = of(f, r).other;
  return found == nullptr ? value(absent{}) : value(f.sku_record(*found, r.month));
}

constexpr field fields[] = {
    {"population", name_of(domain::any), "the population they belong to",
     [](const facts& f, record r) -> value { return of(f, r).population; }, sku_at},
    {"sku", record_of(record_kind::sku), "what they are on",
     [](const facts& f, record r) -> value {
       return record{record_kind::sku, r.month, of(f, r).sku};
     },
     sku_at},
    {"users", members_type, "who hold its license today",
     [](const facts& f, record r) { return to_value(of(f, r).users); }, sku_at},
    {"months", number_type, "that login histories cover whole",
     [](const facts& f, record r) { return number(of(f, r).months); }},
    {"silent", members_type, "who did not log in in these months",
     [](const facts& f, record r) { return to_value(of(f, r).silent); }, sku_at},
    {"silent_saving", money_type, "what giving up their licenses saves in a month, blocks and minimum heeded",
     [](const facts& f, record r) { return to_value(of(f, r).silent_saves); }, sku_at},
    {"other_sku", record_of(record_kind::sku), "the SKU or quote that sells the license the other way", other,
     sku_at, "other_sku"},
    {"better", members_type, "who would cost less there; who never logs in is not among them",
     [](const facts& f, record r) {
       return of(f, r).other == nullptr ? value(absent{}) : to_value(of(f, r).better);
     },
     sku_at, "other_sku"},
    {"better_saving", money_type, "what moving them saves in a month, blocks and minimum heeded",
     [](const facts& f, record r) {
       return of(f, r).other == nullptr ? value(absent{}) : to_value(of(f, r).better_saves);
     },
     sku_at, "other_sku"},
    {"quiet", members_type, "who came before, and not in the last three months",
     [](const facts& f, record r) { return to_value(of(f, r).quiet); }, sku_at},
    {"crossed", members_type,
     "who were on the other side of the break-even in the first half of these months than in the second",
     [](const facts& f, record r) {
       return of(f, r).other == nullptr ? value(absent{}) : to_value(of(f, r).crossed);
     },
     sku_at, "other_sku"},
    {"switched", members_type, "who changed to or from another population inside a month, as often as they did",
     [](const facts& f, record r) { return to_value(of(f, r).switched); }, sku_at},
};

constexpr field count_fields[] = {
    {"says", text_type, "who counts: the org states",
     [](const facts& f, record r) -> value { return count_of(f, r).says; }},
    {"what", text_type, "what is counted",
     [](const facts& f, record r) -> value { return count_of(f, r).what; }},
    {"sku", record_of(record_kind::sku), "that sells the license; of several the first",
     [](const facts& f, record r) -> value {
       return record{record_kind::sku, r.month, count_of(f, r).sku};
     },
     counted_at},
    {"stated", number_type, "by them",
     [](const facts& f, record r) { return to_value(count_of(f, r).stated); }},
    {"expected", number_type, "by the contract, or counted from exports",
     [](const facts& f, record r) { return to_value(count_of(f, r).expected); }, counted_at},
    {"because", text_type, "where the expected count comes from: the contract gives",
     [](const facts& f, record r) -> value { return count_of(f, r).because; }},
    {"written", text_type, "where it stands: file and line of the export",
     [](const facts& f, record r) -> value { return count_of(f, r).written; }},
    {"remedy", text_type, "what to do where the two differ",
     [](const facts& f, record r) -> value { return count_of(f, r).remedy; }},
};

} // namespace

constinit const record_schema user{
    .of = record_kind::user,
    .documentation = "the users of a population who hold its license today, as exports show them",
    .fields = fields,
    .subject = [](const facts& f, record r) { return of(f, r).population; },
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.contract().months.term(); },
    .declared = sku_at,
};

constinit const record_schema entitlement{
    .of = record_kind::entitlement,
    .documentation = "a count of the org or an export, held against the contract or other exports",
    .fields = count_fields,
    .subject = [](const facts& f, record r) { return f.sku(count_of(f, r).sku).name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return f.days(r.month); },
    .declared = counted_at,
    .identity = [](const facts& f, record r) { return count_of(f, r).what; },
};

} // namespace proviso::checking::records
