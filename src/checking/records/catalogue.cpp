// Restrictions, their limits, and licenses.
#include "checking/facts/custom_objects.hpp"
#include "checking/records/reading.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

// ---- restrictions

const model::restriction& restriction_of(const facts& f, record r) {
  return f.contract().restrictions[r.index];
}

base::span restriction_at(const facts& f, record r) {
  return restriction_of(f, r).at;
}

base::period period_of(const facts& f, record r) {
  return restriction_of(f, r).within(f.contract().months.term());
}

base::span open_end_at(const facts& f, record r) {
  return restriction_of(f, r).open_ended.value_or(base::span{});
}

value forbidden_capabilities(const facts& f, record r) {
  name_list names;
  for (const auto& capability : restriction_of(f, r).capabilities)
    names.push_back(capability.value);
  return names;
}

constexpr field restriction_fields[] = {
    {"name", name_of(domain::any), "its name",
     [](const facts& f, record r) -> value { return restriction_of(f, r).name; }},
    {"title", text_type, "its title",
     [](const facts& f, record r) -> value { return restriction_of(f, r).title; }},
    {"period", period_type, "the days on which it holds: amendments may begin and end it",
     [](const facts& f, record r) -> value { return period_of(f, r); }},
    {"open_ended", truth_type, "the text says 'not limited to'",
     [](const facts& f, record r) -> value { return restriction_of(f, r).open_ended.has_value(); },
     open_end_at},
    {"capabilities", names_of(domain::capability), "capabilities that it forbids", forbidden_capabilities},
    {"exceptions", number_type, "how many it has",
     [](const facts& f, record r) {
       return number(static_cast<std::int64_t>(restriction_of(f, r).exceptions.size()));
     }},
    {"clause", text_type, "the clause of the paper it cites",
     [](const facts& f, record r) { return text_or_absent(restriction_of(f, r).document); }, nullptr, "clause"},
};

// ---- limits

const model::object_limit& limit_of(const facts& f, record r) {
  return *f.limits()[r.index].limit;
}

base::span limit_at(const facts& f, record r) {
  return limit_of(f, r).at;
}

base::period days_of_limit(const facts& f, record r) {
  return f.contract().restrictions[f.limits()[r.index].restriction].within(f.contract().months.term());
}

value exceeded(const facts& f, record r) {
  const auto& limit = limit_of(f, r);
  const auto missing = fmt::format("how many {} there are: count them in the org", limit.what);
  if (f.found() == nullptr || f.found()->holders.empty() || limit.what != custom_objects)
    return unknown_because(missing);
  const auto& restriction = f.contract().restrictions[f.limits()[r.index].restriction];
  return to_value(checking::exceeded(restriction, limit, f.contract(), *f.found()), missing);
}

// Exposures tell of such a holder.
value by_one(const facts& f, record r) {
  if (f.found() == nullptr)
    return false;
  const auto at = limit_at(f, r);
  return std::ranges::any_of(f.exposures(), [&](const checking::exposure& one) {
    return one.of == checking::exposure::kind::limit && one.doubt.empty() && one.prohibited_at == at;
  });
}

// Of whoever may be bound, as what they reach together is compared.
void limit_rests_on(const facts& f, record, base::source_set& to) {
  if (f.found() == nullptr)
    return;
  for (const auto& one : f.found()->holders)
    if (!one.grants.empty())
      to.add(one.files);
}

constexpr field limit_fields[] = {
    {"restriction", record_of(record_kind::restriction), "which states it",
     [](const facts& f, record r) -> value {
       return record{record_kind::restriction, 0, f.limits()[r.index].restriction};
     }},
    {"what", name_of(domain::any), "what is counted",
     [](const facts& f, record r) -> value { return limit_of(f, r).what; }, limit_at},
    {"most", number_type, "how many there may be",
     [](const facts& f, record r) { return number(limit_of(f, r).most); }, limit_at},
    {"in_force", truth_type, "on the day that metadata is judged on: today, or the nearest of the term",
     [](const facts& f, record r) -> value { return days_of_limit(f, r).holds(f.day_of_term().first); },
     limit_at},
    {"exceeded", truth_type, "there are more; unknown without metadata", exceeded, limit_at},
    {"by_one", truth_type, "one holder of access reaches more, as exposures tell", by_one, limit_at},
};

// ---- licenses

const model::license& license_of(const facts& f, record r) {
  return *f.licenses()[r.index];
}

name_list names_of_capabilities(const std::vector<base::stated<std::string>>& all) {
  name_list names;
  for (const auto& one : all)
    names.push_back(one.value);
  return names;
}

base::span license_at(const facts& f, record r) {
  return license_of(f, r).at;
}

constexpr field license_fields[] = {
    {"name", name_of(domain::license), "its name",
     [](const facts& f, record r) -> value { return license_of(f, r).name; }},
    {"title", text_type, "its title", [](const facts& f, record r) -> value { return license_of(f, r).title; }},
    {"offers", names_of(domain::capability), "capabilities it has",
     [](const facts& f, record r) -> value { return names_of_capabilities(license_of(f, r).offers); }},
    {"lacks", names_of(domain::capability), "capabilities it does not have",
     [](const facts& f, record r) -> value { return names_of_capabilities(license_of(f, r).lacks); }},
    {"accounts_per_login", number_type, "user records for each purchased login",
     [](const facts& f, record r) { return stated_number(license_of(f, r).accounts); },
     [](const facts& f, record r) { return stated_at(license_of(f, r).accounts); }, "accounts_per_login"},
};

} // namespace

constinit const record_schema restriction{
    .of = record_kind::restriction,
    .documentation = "what users may not do",
    .fields = restriction_fields,
    .subject = [](const facts& f, record r) { return restriction_of(f, r).name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return period_of(f, r); },
    .declared = restriction_at,
    .named = true,
};

constinit const record_schema limit{
    .of = record_kind::limit,
    .documentation = "a number that a restriction sets",
    .fields = limit_fields,
    .subject = [](const facts& f,
                  record r) { return f.contract().restrictions[f.limits()[r.index].restriction].name; },
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.contract().months.term(); },
    .declared = limit_at,
    .identity = [](const facts& f, record r) { return limit_of(f, r).what; },
    .rests_on = limit_rests_on,
};

constinit const record_schema license{
    .of = record_kind::license,
    .documentation = "a license type of the catalogue that a SKU or quote of the contract sells",
    .fields = license_fields,
    .subject = [](const facts& f, record r) { return license_of(f, r).name; },
    .days = [](const facts&, record) -> std::optional<base::period> { return std::nullopt; },
    .declared = license_at,
    .named = true,
};

} // namespace proviso::checking::records
