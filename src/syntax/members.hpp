// The members of a node as a tuple of references. A node is plain data, so they are found by counting how many
// braces it takes: a new member is seen without a word here, and one too many does not compile.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>

namespace proviso::syntax {

template <typename Node>
[[nodiscard]] constexpr std::size_t count_members() {
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
[[nodiscard]] auto members_of(Node& node) {
  constexpr auto count = count_members<std::remove_const_t<Node>>();
  if constexpr (count == 7) {
    auto& [a, b, c, d, e, f, g] = node;
    return std::tie(a, b, c, d, e, f, g);
  } else if constexpr (count == 6) {
    auto& [a, b, c, d, e, f] = node;
    return std::tie(a, b, c, d, e, f);
  } else if constexpr (count == 5) {
    auto& [a, b, c, d, e] = node;
    return std::tie(a, b, c, d, e);
  } else if constexpr (count == 4) {
    auto& [a, b, c, d] = node;
    return std::tie(a, b, c, d);
  } else if constexpr (count == 3) {
    auto& [a, b, c] = node;
    return std::tie(a, b, c);
  } else if constexpr (count == 2) {
    auto& [a, b] = node;
    return std::tie(a, b);
  } else {
    auto& [a] = node;
    return std::tie(a);
  }
}

} // namespace proviso::syntax
