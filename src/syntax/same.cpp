// A node is plain data, so its members are found by counting how many braces it takes. A new member of a node
// is compared without a word here; one too many for `members_of` does not compile.
#include "syntax/same.hpp"

#include <algorithm>
#include <concepts>
#include <tuple>

namespace proviso::syntax {
namespace {

template <typename Node>
constexpr std::size_t count_members() {
  static_assert(
      !requires { Node{{}, {}, {}, {}, {}, {}, {}, {}}; }, "a case more in members_of");
  if constexpr (requires { Node{{}, {}, {}, {}, {}, {}, {}}; })
    return 7;
  else if constexpr (requires { Node{{}, {}, {}, {}, {}, {}}; })
    return 6;
  else if constexpr (requires { Node{{}, {}, {}, {}, {}}; })
    return 5;
  else if constexpr (requires { Node{{}, {}, {}, {}}; })
    return 4;
  else if constexpr (requires { Node{{}, {}, {}}; })
    return 3;
  else
    return requires {
      Node{{}, {}};
    }
  ? 2 : 1;
}

template <typename Node>
auto members_of(const Node& node) {
  constexpr auto count = count_members<Node>();
  if constexpr (count == 7) {
    const auto& [a, b, c, d, e, f, g] = node;
    return std::tie(a, b, c, d, e, f, g);
  } else if constexpr (count == 6) {
    const auto& [a, b, c, d, e, f] = node;
    return std::tie(a, b, c, d, e, f);
  } else if constexpr (count == 5) {
    const auto& [a, b, c, d, e] = node;
    return std::tie(a, b, c, d, e);
  } else if constexpr (count == 4) {
    const auto& [a, b, c, d] = node;
    return std::tie(a, b, c, d);
  } else if constexpr (count == 3) {
    const auto& [a, b, c] = node;
    return std::tie(a, b, c);
  } else if constexpr (count == 2) {
    const auto& [a, b] = node;
    return std::tie(a, b);
  } else {
    const auto& [a] = node;
    return std::tie(a);
  }
}

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
