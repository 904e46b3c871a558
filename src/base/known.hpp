// A figure that the inputs may not give. What is missing travels with it to the reader.
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace proviso::base {

// What is missing and how to supply it: "no plan: give one with --plan".
struct unknown {
  std::string missing;
};

// A value, or why there is none. Never a default: reading an unknown is the caller's error.
template <typename Value>
class known {
public:
  known() = default;                                             // unknown without a reason
  known(Value value) : value_(std::move(value)) {}               // NOLINT: every value is known
  known(unknown reason) : missing_(std::move(reason.missing)) {} // NOLINT

  [[nodiscard]] explicit operator bool() const { return value_.has_value(); }
  [[nodiscard]] const Value& operator*() const { return *value_; }
  [[nodiscard]] const Value* operator->() const { return &*value_; }
  [[nodiscard]] unknown why() const { return {missing_}; }

private:
  std::optional<Value> value_;
  std::string missing_;
};

} // namespace proviso::base
