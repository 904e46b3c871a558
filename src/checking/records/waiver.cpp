// Findings that the contract accepts.
#include "checking/records/reading.hpp"

#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

const model::waiver& waiver_of(const facts& f, record r) {
  return f.contract().waivers[r.index];
}

base::span waiver_at(const facts& f, record r) {
  return waiver_of(f, r).at;
}

constexpr field waiver_fields[] = {
    {"rule", name_of(domain::rule), "what is accepted",
     [](const facts& f, record r) -> value { return waiver_of(f, r).rule.value; },
     [](const facts& f, record r) { return waiver_of(f, r).rule.at; }},
    {"subject", text_type, "for whom; everyone where it is absent",
     [](const facts& f, record r) {
       const auto& whom = waiver_of(f, r).subject;
       return whom ? value(*whom) : value(absent{});
     },
     nullptr, "subject"},
    {"end", date_type, "its last day", [](const facts& f, record r) -> value { return waiver_of(f, r).until; }},
    {"owner", text_type, "who accepted it",
     [](const facts& f, record r) -> value { return waiver_of(f, r).owner; }},
    {"reason", text_type, "why", [](const facts& f, record r) -> value { return waiver_of(f, r).because; }},
    {"expired", truth_type, "its last day is past",
     [](const facts& f, record r) -> value { return waiver_of(f, r).until < f.today(); }},
    {"used", truth_type, "it meets a finding of this run",
     [](const facts& f, record r) {
       return to_value(f.waiver_used(r.index),
                       fmt::format("what '{}' finds: it is undetermined", waiver_of(f, r).rule.value));
     }},
};

} // namespace

constinit const record_schema waiver{
    .of = record_kind::waiver,
    .documentation = "a finding that the contract accepts. Rules over waivers run after all others",
    .fields = waiver_fields,
    .subject = [](const facts& f, record r) { return waiver_of(f, r).rule.value; },
    .days = [](const facts& f, record r) -> std::optional<base::period> {
      return base::period{waiver_of(f, r).until, waiver_of(f, r).until};
    },
    .declared = waiver_at,
    .identity =
        [](const facts& f, record r) {
          const auto& accepted = waiver_of(f, r);
          return fmt::format("{}:{}", accepted.subject.value_or(""), base::to_string(accepted.until));
        },
};

} // namespace proviso::checking::records
