// The types of facts and expressions, and what may be done with them: like adds to and compares with like, a
// number scales anything, logins or members times money is money, dates move by durations.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace proviso::checking {

// What a record is about. `schema.hpp` documents each.
enum class record_kind : std::uint8_t {
  contract,
  sku,
  month,
  usage,
  window,
  stretch,
  phase,
  overrun,
  population,
  band,
  need,
  access,
  grant,
  breach,
  user,
  entitlement,
  restriction,
  limit,
  license,
  charge,
  change,
  waiver,
  amendment,
  exception,
  conflict,
  exposure,
  holder,
  member,
  gap,
  path,
  opening,
};

// Sets of names that a value may come from. A closed one lists its names, so that a mistyped one is an error.
enum class domain : std::uint8_t {
  any,
  license,
  capability,
  object,
  rule,
  operation,
  sale,
  counting,
  measure,
  people,
  line,
  dated,
  exposure,
  means,
  certainty,
};

enum class shape : std::uint8_t {
  number,
  percent,
  money,
  logins,
  members,
  days,
  months,
  date,
  period,
  text,
  truth,
  name,
  names,
  record,
};

struct type {
  shape is = shape::number;
  domain from = domain::any;              // of a name or names
  record_kind of = record_kind::contract; // of a record

  friend bool operator==(const type&, const type&) = default;
};

[[nodiscard]] constexpr type names_of(domain from) {
  return {shape::names, from};
}
[[nodiscard]] constexpr type name_of(domain from) {
  return {shape::name, from};
}
[[nodiscard]] constexpr type record_of(record_kind of) {
  return {shape::record, domain::any, of};
}

// "a number", "logins", "an operation", "a list of objects", "a SKU".
[[nodiscard]] std::string describe(type of);
// "window", "SKU"; in the plural "windows", "SKUs".
[[nodiscard]] std::string_view singular(record_kind of);
[[nodiscard]] std::string_view plural(record_kind of);

// The names of a closed set; empty where any name may stand.
[[nodiscard]] std::span<const std::string_view> names_in(domain from);

// Shapes that are numbers underneath: they add up, scale and have an order.
[[nodiscard]] bool is_quantity(shape is);

// A side of an operation. A whole literal takes the unit beside it; a literal scales a percent, where a fact
// takes a percent of itself.
struct operand {
  type is;
  bool literal = false;
  bool whole = false; // a literal without a fraction
};

// What an operation gives, or why it gives nothing: a sentence and a way out.
struct misfit {
  std::string message;
  std::string help;
};
using fitted = std::variant<type, misfit>;

[[nodiscard]] fitted add(operand left, operand right);
[[nodiscard]] fitted subtract(operand left, operand right);
[[nodiscard]] fitted multiply(operand left, operand right);
[[nodiscard]] fitted divide(operand left, operand right);
[[nodiscard]] fitted negate(operand value);
// == and !=; the result is a truth.
[[nodiscard]] fitted equate(operand left, operand right);
// < <= > >=
[[nodiscard]] fitted order(operand left, operand right);
// A name in names, a date in a period.
[[nodiscard]] fitted contain(operand left, operand right);
// The common type of two values of which one is taken: branches of `if`, arguments of min and max.
[[nodiscard]] fitted unify(operand left, operand right);

} // namespace proviso::checking
