// Sharing sets that open records of forbidden objects.
#include "checking/records/reading.hpp"

#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

const checking::opening& of(const facts& f, record r) {
  return f.openings()[r.index];
}

base::span opened_at(const facts& f, record r) {
  return of(f, r).object->at;
}
base::span prohibition_at(const facts& f, record r) {
  return of(f, r).prohibited_at;
}

value prohibition(const facts& f, record r) {
  const auto& one = *of(f, r).restriction;
  return one.document.empty() ? one.title : one.document;
}

value level(const facts& f, record r) {
  const auto& stated = of(f, r).object->level;
  return stated.empty() ? std::string("an unstated level") : stated;
}

constexpr field fields[] = {
    {"set", text_type, "the sharing set", [](const facts& f, record r) -> value { return of(f, r).set->name; },
     opened_at},
    {"object", name_of(domain::object), "whose records it opens",
     [](const facts& f, record r) -> value { return of(f, r).object->object; }, opened_at},
    {"level", text_type, "to Read or to Edit them", level, opened_at},
    {"profiles", names_of(domain::any), "to users of these, whom the restriction binds",
     [](const facts& f, record r) -> value { return name_list(of(f, r).profiles); }, opened_at},
    {"restriction", record_of(record_kind::restriction), "what it touches",
     [](const facts& f, record r) -> value {
       return record{record_kind::restriction, 0, f.index_of(*of(f, r).restriction)};
     },
     prohibition_at},
    {"prohibition", text_type, "the clause of the paper, else the restriction's title", prohibition,
     prohibition_at},
};

} // namespace

constinit const record_schema opening{
    .of = record_kind::opening,
    .documentation = "records of a forbidden object that a sharing set opens to users of sites",
    .fields = fields,
    .subject = [](const facts& f, record r) { return of(f, r).set->name; },
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.day_of_term(); },
    .declared = opened_at,
    .identity =
        [](const facts& f, record r) {
          return fmt::format("{}:{}:{}", of(f, r).restriction->name, of(f, r).object->object,
                             of(f, r).object->level);
        },
    .doubt = [](const facts& f, record r) { return of(f, r).doubt; },
    .rests_on = [](const facts& f, record r, base::source_set& to) { to.add(of(f, r).rests_on); },
    .dated_today = true,
};

} // namespace proviso::checking::records
