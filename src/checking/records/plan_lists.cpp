// What a plan lists for a population: needed capabilities, and access to objects.
#include "checking/records/reading.hpp"

#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

// ---- shared

record population_of(std::uint32_t index, int month) {
  return {record_kind::population, month, index};
}

record sku_of(const facts& f, std::uint32_t population, int month) {
  return f.sku_record(*f.population(population).sku, month);
}

record license_of(const facts& f, std::uint32_t population) {
  return {record_kind::license, 0, f.index_of(*f.population(population).sku->license)};
}

const std::string& name_of_population(const facts& f, std::uint32_t index) {
  return f.population(index).population->name.value;
}

// ---- needs

const checking::need& need_of(const facts& f, record r) {
  return f.needs()[r.index];
}

base::span need_at(const facts& f, record r) {
  return need_of(f, r).capability->at;
}

value capability_offered(const facts& f, record r) {
  const auto& license = *f.population(need_of(f, r).population).sku->license;
  const auto& capability = need_of(f, r).capability->value;
  return to_value(license.has(capability),
                  fmt::format("whether {} offers {}: the catalogue does not say; ask the vendor", license.name,
                              capability));
}

constexpr field need_fields[] = {
    {"population", record_of(record_kind::population), "who needs it",
     [](const facts& f, record r) -> value { return population_of(need_of(f, r).population, r.month); }},
    {"sku", record_of(record_kind::sku), "the SKU of the population",
     [](const facts& f, record r) -> value { return sku_of(f, need_of(f, r).population, r.month); }},
    {"license", record_of(record_kind::license), "the license of that SKU",
     [](const facts& f, record r) -> value { return license_of(f, need_of(f, r).population); }},
    {"capability", name_of(domain::capability), "what is needed",
     [](const facts& f, record r) -> value { return need_of(f, r).capability->value; }, need_at},
    {"offered", truth_type, "the license offers it; unknown where the catalogue does not say",
     capability_offered, need_at},
};

// ---- accesses

const checking::access& access_of(const facts& f, record r) {
  return f.accesses()[r.index];
}

base::span access_at(const facts& f, record r) {
  return access_of(f, r).planned->at;
}

value object_offered(const facts& f, record r) {
  const auto& one = access_of(f, r);
  const auto& license = *f.population(one.population).sku->license;
  return to_value(license.reaches(one.planned->wanted, one.planned->object),
                  fmt::format("whether {} may {} {}: the catalogue does not say; ask the vendor", license.name,
                              to_string(one.planned->wanted), one.planned->object));
}

constexpr field access_fields[] = {
    {"population", record_of(record_kind::population), "who is to have it",
     [](const facts& f, record r) -> value { return population_of(access_of(f, r).population, r.month); }},
    {"sku", record_of(record_kind::sku), "the SKU of the population",
     [](const facts& f, record r) -> value { return sku_of(f, access_of(f, r).population, r.month); }},
    {"license", record_of(record_kind::license), "the license of that SKU",
     [](const facts& f, record r) -> value { return license_of(f, access_of(f, r).population); }},
    {"object", name_of(domain::object), "API name",
     [](const facts& f, record r) -> value { return access_of(f, r).planned->object; }, access_at},
    {"operations", names_of(domain::operation), "create, read, update, delete",
     [](const facts& f, record r) { return names_of_operations(access_of(f, r).planned->wanted); }, access_at},
    {"period", period_type, "its days within the term",
     [](const facts& f, record r) -> value { return access_of(f, r).days; }, access_at},
    {"offered", truth_type, "the license reaches the object so; unknown where the catalogue does not say",
     object_offered, access_at},
};

} // namespace

constinit const record_schema need{
    .of = record_kind::need,
    .documentation = "a capability that a population needs",
    .fields = need_fields,
    .subject = [](const facts& f, record r) { return name_of_population(f, need_of(f, r).population); },
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.contract().months.term(); },
    .declared = need_at,
    .identity = [](const facts& f, record r) { return need_of(f, r).capability->value; },
};

constinit const record_schema access{
    .of = record_kind::access,
    .documentation = "access of a population to an object, as planned",
    .fields = access_fields,
    .subject = [](const facts& f, record r) { return name_of_population(f, access_of(f, r).population); },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return access_of(f, r).days; },
    .declared = access_at,
    .identity =
        [](const facts& f, record r) {
          const auto& planned = *access_of(f, r).planned;
          return fmt::format("{}:{}", planned.object, to_string(planned.wanted));
        },
};

} // namespace proviso::checking::records
