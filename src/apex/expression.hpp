// An expression while it is read: what it may be worth, as far as types and texts tell. Nothing of it is kept
// but that; operators whose result is not followed make it unknown, never something else.
#pragma once

#include "apex/unit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::apex {

struct text_said { // a text, or how it begins
  std::string text;
  bool whole = false; // that is all of it

  bool operator==(const text_said&) const = default;
  // What is said after a text that is known to its end.
  void add(std::string_view more, bool ends);
};

struct value {
  static constexpr std::size_t no_variable = ~std::size_t{0};

  operand is;
  std::optional<text_said> text;      // said after what the variable holds, if it begins with one
  std::size_t variable = no_variable; // that it is, or begins with
  std::string listed{};               // the type of the list in place that it is one of

  bool operator==(const value&) const = default;
};
using values = std::vector<value>; // what may be one thing or the other

// What it says, where it is one text that is known to its end.
[[nodiscard]] std::optional<std::string> whole_text(const values& of);

class expression {
public:
  void begin(value one);
  void begin(values all) { now_ = std::move(all); }
  void cast(std::string type);
  void plus();                      // texts go on
  void mix();                       // any other operator
  void choose();                    // what stood before was the condition
  void otherwise() { finish(); }    // one of its values ends
  [[nodiscard]] values take();      // all values; begins anew
  [[nodiscard]] values take_last(); // what a dot or bracket behind it is about

  [[nodiscard]] bool empty() const { return now_.empty(); }

private:
  void finish();
  void add_to_sum();
  [[nodiscard]] bool is_new_instance() const;
  void forget();

  values options_;
  values now_;
  std::string cast_;
  std::optional<value> sum_;
  bool mixed_ = false;
};

} // namespace proviso::apex
