// Shared by the tables of record fields: the usual ways from the model to a value.
#pragma once

#include "checking/facts/holding.hpp"
#include "checking/rules/schema.hpp"

#include <optional>
#include <string>
#include <utility>

namespace proviso::checking::records {

extern const record_schema contract;
extern const record_schema sku;
extern const record_schema month;
extern const record_schema usage;
extern const record_schema window;
extern const record_schema stretch;
extern const record_schema phase;
extern const record_schema overrun;
extern const record_schema population;
extern const record_schema band;
extern const record_schema need;
extern const record_schema access;
extern const record_schema grant;
extern const record_schema breach;
extern const record_schema user;
extern const record_schema entitlement;
extern const record_schema restriction;
extern const record_schema limit;
extern const record_schema license;
extern const record_schema charge;
extern const record_schema change;
extern const record_schema waiver;
extern const record_schema amendment;
extern const record_schema exception;
extern const record_schema conflict;
extern const record_schema exposure;
extern const record_schema holder;
extern const record_schema member;
extern const record_schema gap;
extern const record_schema path;
extern const record_schema opening;

inline constexpr type number_type{shape::number};
inline constexpr type percent_type{shape::percent};
inline constexpr type money_type{shape::money};
inline constexpr type logins_type{shape::logins};
inline constexpr type members_type{shape::members};
inline constexpr type days_type{shape::days};
inline constexpr type date_type{shape::date};
inline constexpr type period_type{shape::period};
inline constexpr type text_type{shape::text};
inline constexpr type truth_type{shape::truth};

// A contract month, as the collection `months` has it.
[[nodiscard]] inline record month_record(int number) {
  return {record_kind::month, number, static_cast<std::uint32_t>(number - 1)};
}

// Who holds a right; absent where exports do not tell.
[[nodiscard]] inline value users_of(const std::optional<held>& by) {
  return by ? number(by->users) : value(absent{});
}

// Absent where nothing is stated.
template <typename Stated>
[[nodiscard]] value stated_number(const std::optional<Stated>& clause) {
  return clause ? value(base::rational(clause->value)) : value(absent{});
}

template <typename Stated>
[[nodiscard]] base::span stated_at(const std::optional<Stated>& clause) {
  return clause ? clause->at : base::span{};
}

[[nodiscard]] inline value text_or_absent(const std::string& text) {
  return text.empty() ? value(absent{}) : value(text);
}

[[nodiscard]] inline value names_of_operations(model::operations all) {
  name_list names;
  for (const auto one : model::each_operation)
    if (all.holds(one))
      names.emplace_back(to_string(one));
  return names;
}

} // namespace proviso::checking::records
