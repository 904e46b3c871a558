// The plan's populations, read in a month.
#include "checking/facts/cheaper.hpp"
#include "checking/records/reading.hpp"

#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

const usage::population& of(const facts& f, record r) {
  return *f.population(r.index).population;
}
const metering::population_month& figures(const facts& f, record r) {
  return f.population(r.index).in(r.month);
}

base::span name_at(const facts& f, record r) {
  return of(f, r).name.at;
}
base::span sku_at(const facts& f, record r) {
  return of(f, r).sku.at;
}
base::span users_at(const facts& f, record r) {
  return of(f, r).users_at;
}
base::span days_at(const facts& f, record r) {
  return of(f, r).days ? of(f, r).days->at : base::span{};
}
base::span needs_at(const facts& f, record r) {
  return of(f, r).needs.empty() ? base::span{} : of(f, r).needs.front().at;
}
base::span access_at(const facts& f, record r) {
  return of(f, r).access.empty() ? base::span{} : of(f, r).access.front().at;
}

value peak_users(const facts& f, record r) {
  std::int64_t most = 0;
  for (const auto& month : f.population(r.index).months) {
    if (!month.users)
      return to_value(month.users);
    most = std::max(most, *month.users);
  }
  return number(most);
}

value logins(const facts& f, record r) {
  if (f.population(r.index).sku->sold.value != model::sale::logins)
    return absent{};
  return to_value(figures(f, r).logins);
}

value login_days(const facts& f, record r) {
  if (const auto& days = of(f, r).days)
    return days->average();
  return unknown_because(
      fmt::format("population '{}' has no login_days: state them as shares of its users, or as a mean",
                  of(f, r).name.value));
}

value needs(const facts& f, record r) {
  name_list names;
  for (const auto& need : of(f, r).needs)
    names.push_back(need.value);
  return names;
}

value objects(const facts& f, record r) {
  name_list names;
  for (const auto& access : of(f, r).access)
    names.push_back(access.object);
  return names;
}

// ---- a cheaper license

template <typename Read>
value of_cheaper(const facts& f, record r, Read read) {
  const auto& found = f.cheaper(r.index, r.month);
  if (!found)
    return unknown_because(found.why().missing);
  return *found ? read(**found) : value(absent{});
}

value cheaper_sku(const facts& f, record r) {
  return of_cheaper(f, r, [&](const offer& o) -> value { return record{record_kind::sku, r.month, o.sku}; });
}
value cheaper_price(const facts& f, record r) {
  return of_cheaper(f, r, [](const offer& o) -> value { return o.unit_price; });
}
derivation cheaper_price_derived(const facts& f, record r) {
  const auto& found = f.cheaper(r.index, r.month);
  return found && *found != nullptr ? of_unit_price(f, *(*found)->of, (*found)->terms) : derivation{};
}
value cheaper_saving(const facts& f, record r) {
  return of_cheaper(f, r, [&](const offer& o) -> value {
    const auto by = move_of_license(f, r.index, r.month, o);
    return by ? to_value(saved(f, *by)) : unknown_because(by.why().missing);
  });
}
derivation cheaper_saving_derived(const facts& f, record r) {
  const auto& found = f.cheaper(r.index, r.month);
  if (!found || *found == nullptr)
    return {};
  const auto by = move_of_license(f, r.index, r.month, **found);
  return by ? of_move(f, *by) : derivation{};
}

constexpr field fields[] = {
    {"name", name_of(domain::any), "its name",
     [](const facts& f, record r) -> value { return of(f, r).name.value; }, name_at},
    {"sku", record_of(record_kind::sku), "what its people are on",
     [](const facts& f, record r) -> value { return f.sku_record(*f.population(r.index).sku, r.month); },
     sku_at},
    {"users", members_type, "people in the month",
     [](const facts& f, record r) { return to_value(figures(f, r).users); }, users_at},
    {"peak_users", members_type, "people in the month that has most of them", peak_users, users_at},
    {"logins", logins_type, "of a pool, in the month", logins, days_at, "logins"},
    {"login_days", number_type, "of one user in an ordinary month, on average", login_days, days_at},
    {"growth", percent_type, "from month to month",
     [](const facts& f, record r) -> value { return of(f, r).monthly_growth; }, users_at},
    {"needs", names_of(domain::capability), "capabilities that it needs", needs, needs_at},
    {"objects", names_of(domain::object), "objects that it accesses", objects, access_at},
    {"cheaper_sku", record_of(record_kind::sku),
     "the cheapest SKU or quote of another license, sold the same way, that serves it as well", cheaper_sku,
     sku_at, "cheaper_sku"},
    {"cheaper_price", money_type, "its unit price", cheaper_price, sku_at, "cheaper_sku",
     cheaper_price_derived},
    {"cheaper_saving", money_type, "what the move there saves in the month, blocks and minimum heeded",
     cheaper_saving, sku_at, "cheaper_sku", cheaper_saving_derived},
};

} // namespace

constinit const record_schema population{
    .of = record_kind::population,
    .documentation =
        "people of the plan who use one SKU alike; read in the month that holds today, or in that of "
        "the record through which it is read",
    .fields = fields,
    .subject = [](const facts& f, record r) { return of(f, r).name.value; },
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.contract().months.term(); },
    .declared = name_at,
    .named = true,
};

} // namespace proviso::checking::records
