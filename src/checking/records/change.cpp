// Dated entries of contract and plan.
#include "checking/records/reading.hpp"

namespace proviso::checking::records {
namespace {

const checking::change& change_of(const facts& f, record r) {
  return f.changes()[r.index];
}

std::string_view name_of_entry(checking::change::kind of) {
  switch (of) {
  case checking::change::kind::ramp: return "ramp";
  case checking::change::kind::pack: return "pack";
  case checking::change::kind::users: return "users";
  case checking::change::kind::observed: return "observed";
  case checking::change::kind::access: return "access";
  }
  return {};
}

std::string subject_of_change(const facts& f, record r) {
  const auto& one = change_of(f, r);
  return one.population ? one.population->name.value : one.sku->name;
}

value late(const facts& f, record r) {
  const auto& one = change_of(f, r);
  return one.by_month && one.takes_effect && *one.takes_effect != one.date && one.in_term;
}

bool never(const facts& f, record r) {
  const auto& day = change_of(f, r).takes_effect;
  return day && *day > f.contract().months.term().last;
}

value effect(const facts& f, record r) {
  const auto& day = change_of(f, r).takes_effect;
  if (never(f, r))
    return std::string("never takes effect: no month of the term begins after it");
  return day ? value("takes effect on " + base::to_string(*day)) : value(absent{});
}

base::span change_at(const facts& f, record r) {
  return change_of(f, r).at;
}

constexpr field change_fields[] = {
    {"entry", name_of(domain::dated), "ramp, pack, users, observed or access",
     [](const facts& f, record r) -> value { return std::string(name_of_entry(change_of(f, r).of)); }},
    {"sku", record_of(record_kind::sku), "of a population: the SKU it uses",
     [](const facts& f, record r) -> value { return f.sku_record(*change_of(f, r).sku, r.month); }},
    {"population", record_of(record_kind::population), "of an entry of the plan",
     [](const facts& f, record r) -> value {
       const auto* wanted = change_of(f, r).population;
       for (const auto& usage : f.metered().populations)
         if (wanted != nullptr && usage.population == wanted)
           return record{record_kind::population, r.month, f.index_of(usage)};
       return absent{};
     },
     nullptr, "population"},
    {"holder", text_type, "the name of its population or SKU",
     [](const facts& f, record r) -> value { return subject_of_change(f, r); }},
    {"date", date_type, "as written", [](const facts& f, record r) -> value { return change_of(f, r).date; }},
    {"in_term", truth_type, "the term holds the date",
     [](const facts& f, record r) -> value { return change_of(f, r).in_term; }},
    {"inside_month", truth_type, "dated inside a month, so that it takes effect with the next one", late},
    {"takes_effect", date_type, "from when it counts; the day after the term: never",
     [](const facts& f, record r) {
       const auto& day = change_of(f, r).takes_effect;
       return day ? value(*day) : value(absent{});
     },
     nullptr, "takes_effect"},
    {"never", truth_type, "no month of the term is left for it to count in",
     [](const facts& f, record r) -> value { return never(f, r); }},
    {"effect", text_type, "'takes effect on 2028-01-01', or that it never does", effect, nullptr,
     "takes_effect"},
};

} // namespace

constinit const record_schema change{
    .of = record_kind::change,
    .documentation = "a dated entry: a ramp or pack of a SKU, users or access of a population",
    .fields = change_fields,
    .subject = subject_of_change,
    .days = [](const facts& f, record r) -> std::optional<base::period> {
      return base::period{change_of(f, r).date, change_of(f, r).date};
    },
    .declared = change_at,
    .identity = [](const facts& f, record r) { return std::string(name_of_entry(change_of(f, r).of)); },
};

} // namespace proviso::checking::records
