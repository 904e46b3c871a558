#include "syntax/same.hpp"

#include "syntax/members.hpp"

#include <algorithm>
#include <concepts>
#include <tuple>

namespace proviso::syntax {
namespace {

// Members of one struct, because nodes nest: each may need those below it.
struct comparison {
  static bool equal(const span&, const span&) { return true; }

  template <typename Value>
  static bool equal(const std::optional<Value>& a, const std::optional<Value>& b) {
    return a.has_value() == b.has_value() && (!a || equal(*a, *b));
  }

  template <typename Value>
  static bool equal(const std::vector<Value>& a, const std::vector<Value>& b) {
    return std::ranges::equal(a, b, [](const Value& x, const Value& y) { return equal(x, y); });
  }

  template <typename... Values>
  static bool equal(const std::variant<Values...>& a, const std::variant<Values...>& b) {
    const auto as_in_b = [&](const auto& value) {
      return equal(value, std::get<std::remove_cvref_t<decltype(value)>>(b));
    };
    return a.index() == b.index() && std::visit(as_in_b, a);
  }

  template <typename... Members>
  static bool equal(const std::tuple<Members...>& a, const std::tuple<Members...>& b) {
    const auto each = [&]<std::size_t... At>(std::index_sequence<At...>) {
      return (equal(std::get<At>(a), std::get<At>(b)) && ...);
    };
    return each(std::index_sequence_for<Members...>());
  }

  template <typename Value>
  static bool equal(const Value& a, const Value& b) {
    if constexpr (std::equality_comparable<Value>)
      return a == b;
    else
      return equal(members_of(a), members_of(b));
  }
};

} // namespace

bool same(const file& a, const file& b) {
  return comparison::equal(a, b);
}

} // namespace proviso::syntax
