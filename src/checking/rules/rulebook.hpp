// All rules of a run by name, checked for types. What `proviso rules` and `proviso explain` say is read from
// here.
#pragma once

#include "base/diagnostic.hpp"
#include "checking/rules/rule.hpp"
#include "syntax/tree.hpp"

#include <string_view>
#include <vector>

namespace proviso::checking {

class rulebook {
public:
  // Rules with a fault are not in the book; two of one name are a fault, unless the second is of the file whose
  // rules are `preferred`. Trees and sources must outlive it.
  [[nodiscard]] static rulebook of(const std::vector<const syntax::file*>& files, base::diagnostics& faults,
                                   const syntax::file* preferred = nullptr);

  [[nodiscard]] const std::vector<rule>& rules() const { return rules_; } // sorted by name
  [[nodiscard]] const rule* find(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> names() const;
  // "did you mean 'login-pool-tight'?", or empty.
  [[nodiscard]] std::string did_you_mean(std::string_view name) const;

private:
  std::vector<rule> rules_;
};

// "share = 90%", "least = 100": a parameter as it is written.
[[nodiscard]] std::string describe(const parameter& of);

} // namespace proviso::checking
