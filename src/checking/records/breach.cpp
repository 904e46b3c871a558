// Access or need under a restriction that no exception covers.
#include "checking/records/reading.hpp"

#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

using kind = checking::breach::kind;

const checking::breach& of(const facts& f, record r) {
  return f.breaches()[r.index];
}

// A restriction that is open ended speaks of nobody in particular.
value if_somebody(const facts& f, record r,
                  value (*get)(const facts&, const metering::population_usage&, int)) {
  const auto* somebody = of(f, r).population;
  return somebody ? get(f, *somebody, r.month) : unknown_because(of(f, r).doubt);
}

value population_of(const facts& f, const metering::population_usage& p, int month) {
  return record{record_kind::population, month, f.index_of(p)};
}
value sku_of(const facts& f, const metering::population_usage& p, int month) {
  return f.sku_record(*p.sku, month);
}
value license_of(const facts& f, const metering::population_usage& p, int) {
  return record{record_kind::license, 0, f.index_of(*p.sku->license)};
}

base::span access_at(const facts& f, record r) {
  const auto* access = of(f, r).access;
  return access ? access->at : of(f, r).restriction->at;
}

base::span capability_at(const facts& f, record r) {
  const auto* capability = of(f, r).capability;
  return capability ? capability->at : of(f, r).restriction->at;
}

base::span population_at(const facts& f, record r) {
  const auto* somebody = of(f, r).population;
  return somebody ? somebody->population->name.at : base::span{};
}

base::span prohibition_at(const facts& f, record r) {
  return of(f, r).prohibited_at;
}

value object(const facts& f, record r) {
  return of(f, r).of == kind::capability ? value(absent{}) : value(of(f, r).objects);
}

value operations(const facts& f, record r) {
  switch (of(f, r).of) {
  case kind::access: return names_of_operations(of(f, r).operations);
  case kind::unlisted: return unknown_because(of(f, r).doubt);
  case kind::capability: break;
  }
  return absent{};
}

value capability(const facts& f, record r) {
  return of(f, r).capability ? value(of(f, r).capability->value) : value(absent{});
}

value prohibition(const facts& f, record r) {
  const auto& restriction = *of(f, r).restriction;
  return restriction.document.empty() ? restriction.title : restriction.document;
}

value certain(const facts& f, record r) {
  return of(f, r).doubt.empty() ? value(true) : unknown_because(of(f, r).doubt);
}

// ---- how its days come about

base::period days_of(const model::exception& permitted, base::period within) {
  return base::overlap(within, {permitted.from.value_or(within.first), permitted.until.value_or(within.last)});
}

bool may_permit(const model::exception& permitted, const checking::breach& one) {
  return permitted.permits.names(one.objects) && !(permitted.permits.allowed & one.operations).empty() &&
         (!permitted.subject || permitted.subject->covers(*one.population->sku) != base::truth::no);
}

derivation period_derived(const facts& f, record r) {
  const auto& one = of(f, r);
  const auto term = f.contract().months.term();
  derivation lines;
  if (one.access != nullptr)
    lines.push_back(fmt::format("planned {}", base::to_string(access_days(*one.access, term))));
  for (const auto& restriction : f.contract().restrictions) {
    if (restriction.name != one.restriction->name)
      continue;
    const auto within = restriction.within(term);
    lines.push_back(fmt::format("forbidden {}", base::to_string(within)));
    for (const auto& permitted : restriction.exceptions)
      if (const auto days = days_of(permitted, within);
          one.access != nullptr && !days.empty() && may_permit(permitted, one))
        lines.push_back(fmt::format("  permitted {}", base::to_string(days)));
  }
  return lines;
}

std::string subject(const facts& f, record r) {
  const auto* somebody = of(f, r).population;
  return somebody ? somebody->population->name.value : of(f, r).restriction->name;
}

constexpr field fields[] = {
    {"population", record_of(record_kind::population), "who is to have it",
     [](const facts& f, record r) { return if_somebody(f, r, population_of); }, population_at},
    {"sku", record_of(record_kind::sku), "the SKU of the population",
     [](const facts& f, record r) { return if_somebody(f, r, sku_of); }, population_at},
    {"license", record_of(record_kind::license), "the license of that SKU",
     [](const facts& f, record r) { return if_somebody(f, r, license_of); }, population_at},
    {"restriction", record_of(record_kind::restriction), "what forbids it",
     [](const facts& f, record r) -> value {
       return record{record_kind::restriction, 0, f.index_of(*of(f, r).restriction)};
     },
     prohibition_at},
    {"prohibition", text_type, "the clause of the paper, else the restriction's title", prohibition,
     prohibition_at},
    {"object", name_of(domain::object), "the object that is reached", object, access_at, "object"},
    {"operations", names_of(domain::operation), "those that are forbidden", operations, access_at, "object"},
    {"capability", name_of(domain::capability), "the capability that is forbidden", capability, capability_at,
     "capability"},
    {"period",
     period_type,
     "the days that no exception covers",
     [](const facts& f, record r) -> value { return of(f, r).days; },
     access_at,
     {},
     period_derived},
    {"certain", truth_type, "the text forbids it; unknown where sources or an open end leave it open", certain,
     prohibition_at},
};

} // namespace

constinit const record_schema breach{
    .of = record_kind::breach,
    .documentation =
        "access or a capability that a restriction forbids and no exception covers. What an open-ended "
        "restriction does not list is one doubtful breach",
    .fields = fields,
    .subject = subject,
    .days = [](const facts& f, record r) -> std::optional<base::period> { return of(f, r).days; },
    .declared = access_at,
    .identity =
        [](const facts& f, record r) {
          const auto& one = of(f, r);
          return fmt::format("{}:{}:{}:{}", one.restriction->name, one.objects, to_string(one.operations),
                             one.capability ? one.capability->value : std::string{});
        },
    .doubt = [](const facts& f, record r) { return of(f, r).doubt; },
};

} // namespace proviso::checking::records
