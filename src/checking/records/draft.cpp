// What a reader of a draft asks of restrictions: exceptions that may never apply, and purposes they defeat.
#include "checking/records/reading.hpp"

#include <algorithm>

namespace proviso::checking::records {
namespace {

record restriction_record(std::uint32_t index) {
  return {record_kind::restriction, 0, index};
}

// ---- exceptions

const facts::exception_of& exception_of(const facts& f, record r) {
  return f.exceptions()[r.index];
}

const model::restriction& restriction_of_exception(const facts& f, record r) {
  return f.contract().restrictions[exception_of(f, r).restriction];
}

base::span exception_at(const facts& f, record r) {
  return exception_of(f, r).exception->at;
}

// Calls `visit` with each version of the restriction that has it.
template <typename Visit>
void each_version(const facts& f, record r, Visit visit) {
  const auto at = exception_at(f, r);
  for (const auto& one : f.contract().restrictions)
    if (std::ranges::find(one.exceptions, at, &model::exception::at) != one.exceptions.end())
      visit(one);
}

// From the first day to the last on which its restriction has it.
base::period carried(const facts& f, record r) {
  const auto term = f.contract().months.term();
  auto days = restriction_of_exception(f, r).within(term);
  each_version(f, r, [&](const model::restriction& version) {
    if (const auto own = version.within(term); !own.empty())
      days = days.empty() ? own : base::period{std::min(days.first, own.first), std::max(days.last, own.last)};
  });
  return days;
}

base::period days_of_exception(const facts& f, record r) {
  const auto within = carried(f, r);
  const auto& own = *exception_of(f, r).exception;
  const auto first = own.from.value_or(std::min(within.first, own.until.value_or(within.first)));
  return {first, own.until.value_or(std::max(within.last, first))};
}

bool in_term(const facts& f, record r) {
  const auto own = days_of_exception(f, r);
  bool result = false;
  each_version(f, r, [&](const model::restriction& version) {
    result = result || !base::overlap(own, version.within(f.contract().months.term())).empty();
  });
  return result;
}

// Whether some SKU may be bound by the restriction, in one of its versions, and freed by the exception.
bool concerns_some_sku(const facts& f, record r) {
  const auto& own = *exception_of(f, r).exception;
  bool result = false;
  each_version(f, r, [&](const model::restriction& version) {
    result = result || std::ranges::any_of(f.contract().skus, [&](const model::sku& sku) {
               return version.subject.covers(sku) != base::truth::no &&
                      (!own.subject || own.subject->covers(sku) != base::truth::no);
             });
  });
  return result;
}

constexpr field exception_fields[] = {
    {"restriction", record_of(record_kind::restriction), "which states it",
     [](const facts& f, record r) -> value { return restriction_record(exception_of(f, r).restriction); }},
    {"because", text_type, "why it was agreed",
     [](const facts& f, record r) -> value { return exception_of(f, r).exception->because; }, exception_at},
    {"period", period_type, "the days it states, else those of the restriction",
     [](const facts& f, record r) -> value { return days_of_exception(f, r); }, exception_at},
    {"stated", period_type, "the days on which its restriction has it: amendments may add or end it",
     [](const facts& f, record r) -> value { return carried(f, r); }, exception_at},
    {"in_term", truth_type, "some of its days are days of the restriction",
     [](const facts& f, record r) -> value { return in_term(f, r); }, exception_at},
    {"concerns_some_sku", truth_type, "some SKU is bound by the restriction and freed by it",
     [](const facts& f, record r) -> value { return concerns_some_sku(f, r); }, exception_at},
};

// ---- conflicts

const checking::conflict& conflict_of(const facts& f, record r) {
  return f.conflicts()[r.index];
}

base::span conflict_at(const facts& f, record r) {
  return f.contract().restrictions[conflict_of(f, r).restriction].at;
}

constexpr field conflict_fields[] = {
    {"restriction", record_of(record_kind::restriction), "what forbids it",
     [](const facts& f, record r) -> value { return restriction_record(conflict_of(f, r).restriction); },
     conflict_at},
    {"sku", record_of(record_kind::sku), "the SKU that is bought for it",
     [](const facts& f, record r) -> value { return f.sku_record(conflict_of(f, r).sku); },
     [](const facts& f, record r) { return f.sku(conflict_of(f, r).sku).license_at; }},
    {"object", name_of(domain::object), "the object it is bought for",
     [](const facts& f, record r) -> value { return conflict_of(f, r).object; }},
    {"operations", names_of(domain::operation),
     "those that are forbidden and that no lasting exception permits",
     [](const facts& f, record r) { return names_of_operations(conflict_of(f, r).forbidden); }},
};

} // namespace

constinit const record_schema exception{
    .of = record_kind::exception,
    .documentation = "what a restriction permits after all",
    .fields = exception_fields,
    .subject = [](const facts& f, record r) { return restriction_of_exception(f, r).name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> { return days_of_exception(f, r); },
    .declared = exception_at,
    .identity = [](const facts& f, record r) { return exception_of(f, r).exception->because; },
};

constinit const record_schema conflict{
    .of = record_kind::conflict,
    .documentation = "a restriction that forbids an object which a SKU's license is bought for",
    .fields = conflict_fields,
    .subject = [](const facts& f, record r) { return f.sku(conflict_of(f, r).sku).name; },
    .days = [](const facts& f, record r) -> std::optional<base::period> {
      return f.contract().restrictions[conflict_of(f, r).restriction].within(f.contract().months.term());
    },
    .declared = conflict_at,
    .identity = [](const facts& f, record r) { return conflict_of(f, r).object; },
};

} // namespace proviso::checking::records
