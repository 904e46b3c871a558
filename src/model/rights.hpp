// Who may do what to which object: operations, object patterns, and what a license grants.
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::model {

// A set of create, read, update, delete.
class operations {
public:
  enum bit : std::uint8_t { create = 1, read = 2, update = 4, remove = 8 };

  constexpr operations() = default;
  constexpr operations(bit one) : bits_(one) {} // NOLINT: one operation is a set of one

  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr bool holds(bit one) const { return (bits_ & one) != 0; }
  constexpr operations& operator|=(operations other) {
    bits_ |= other.bits_;
    return *this;
  }
  [[nodiscard]] friend constexpr operations operator|(operations a, operations b) { return a |= b; }
  [[nodiscard]] friend constexpr operations operator&(operations a, operations b) {
    a.bits_ &= b.bits_;
    return a;
  }
  [[nodiscard]] constexpr operations without(operations other) const {
    operations rest = *this;
    rest.bits_ &= static_cast<std::uint8_t>(~other.bits_);
    return rest;
  }
  friend constexpr bool operator==(operations, operations) = default;

private:
  std::uint8_t bits_ = 0;
};

inline constexpr operations::bit each_operation[] = {operations::create, operations::read, operations::update,
                                                     operations::remove};

[[nodiscard]] std::string_view to_string(operations::bit one); // "create", "read", "update", "delete"
[[nodiscard]] std::string to_string(operations all);           // "create, read"

// An API name, or a pattern where `*` stands for any characters. Compared without case, never by prefix.
struct object_pattern {
  std::string text; // as written: Lead, *__c
  base::span at;

  [[nodiscard]] bool matches(std::string_view object) const;
  // Whether some name matches both.
  [[nodiscard]] bool meets(const object_pattern& other) const;
};

// Operations on objects, from one clause.
struct access_rule {
  operations allowed;
  std::vector<object_pattern> objects;
  base::span at;

  [[nodiscard]] bool names(std::string_view object) const;
};

} // namespace proviso::model
