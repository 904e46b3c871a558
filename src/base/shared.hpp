// A value that many hold and none changes: copies are the same one.
#pragma once

#include <memory>
#include <utility>

namespace proviso::base {

template <typename Value>
class shared {
public:
  shared() : value_(empty()) {}
  shared(Value value) : value_(std::make_shared<const Value>(std::move(value))) {} // NOLINT: as good as it

  [[nodiscard]] const Value& operator*() const { return *value_; }
  [[nodiscard]] const Value* operator->() const { return value_.get(); }

private:
  static const std::shared_ptr<const Value>& empty() {
    static const auto one = std::make_shared<const Value>();
    return one;
  }

  std::shared_ptr<const Value> value_; // never null
};

} // namespace proviso::base
