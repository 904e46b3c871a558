// What a fact or an expression comes to: a value, absent (the contract does not have it) or unknown (the inputs
// do not give it). Unknown carries what is missing, so that an undetermined finding can say how to supply it.
#pragma once

#include "base/day.hpp"
#include "base/known.hpp"
#include "base/rational.hpp"
#include "base/truth.hpp"
#include "checking/rules/type.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace proviso::checking {

// One record, by its place among those of its kind. `month` is the contract month it is read in; 0 where the
// kind has none.
struct record {
  record_kind of = record_kind::contract;
  std::int32_t month = 0;
  std::uint32_t index = 0;

  friend bool operator==(const record&, const record&) = default;
};

using record_list = std::vector<record>;
using name_list = std::vector<std::string>;

struct absent {};

struct unknown {
  std::vector<std::string> missing; // sorted, each once

  void merge(const unknown& other);
};

// Numbers of every unit are rationals: the type of the expression knows the unit. Durations in months are
// whole.
using value = std::variant<absent, unknown, bool, base::rational, base::day, base::period, std::string,
                           name_list, record>;

[[nodiscard]] inline bool is_unknown(const value& v) {
  return std::holds_alternative<unknown>(v);
}
[[nodiscard]] inline bool is_absent(const value& v) {
  return std::holds_alternative<absent>(v);
}

[[nodiscard]] value unknown_because(std::string missing);
// The reasons of both; a known value adds none. Never without a reason.
[[nodiscard]] unknown unknown_of(const value& a, const value& b);

[[nodiscard]] value to_value(base::truth t, std::string_view missing);
[[nodiscard]] base::truth to_truth(const value& v);

[[nodiscard]] inline value number(std::int64_t whole) {
  return base::rational(whole);
}
// A figure, or why it is not known.
[[nodiscard]] value to_value(const base::known<std::int64_t>& figure);
[[nodiscard]] value to_value(const base::known<base::rational>& figure);

// Equality of values of one type. Records are the same whatever month they are read in.
[[nodiscard]] bool same(const value& a, const value& b);
// A text that is equal for equal values: the key of a lookup.
[[nodiscard]] std::string key_of(const value& v);

} // namespace proviso::checking
