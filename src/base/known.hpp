// A figure that the inputs may not give. What is missing travels with it to the reader.
#pragma once

#include <memory>
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
  known() = default;                               // unknown without a reason
  known(Value value) : value_(std::move(value)) {} // NOLINT: every value is known
  known(unknown reason)                            // NOLINT
      : missing_(std::make_shared<const std::string>(std::move(reason.missing))) {}

  [[nodiscard]] explicit operator bool() const { return value_.has_value(); }
  [[nodiscard]] const Value& operator*() const { return *value_; }
  [[nodiscard]] const Value* operator->() const { return &*value_; }
  [[nodiscard]] unknown why() const { return {missing_ ? *missing_ : std::string()}; }

private:
  std::optional<Value> value_;
  std::shared_ptr<const std::string> missing_; // one reason often holds for thousands of figures
};

} // namespace proviso::base
