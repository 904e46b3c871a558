// What the parts of the resolver share: where faults go, and how words of a tree become checked values.
// Private to this layer.
#pragma once

#include "base/diagnostic.hpp"
#include "base/rational.hpp"
#include "model/catalogue.hpp"
#include "model/contract.hpp"
#include "syntax/tree.hpp"

#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace proviso::model {

inline constexpr std::int64_t most_units = 1'000'000'000'000; // of a quantity, a block, a pack

struct resolving {
  const catalogue& known;
  base::diagnostics& faults;

  void fault(base::span at, std::string message, std::string help = {}) const {
    faults.push_back({std::move(message), at, std::move(help), {}});
  }
  // Of a name that nothing declares.
  void unknown(base::span name, std::string message, std::string help) const {
    faults.push_back({std::move(message), name, std::move(help), {}, base::ground::name});
  }
  // Of a clause, whatever else is stated.
  void wrong(base::span at, std::string message, std::string help = {}) const {
    faults.push_back({std::move(message), at, std::move(help), {}, base::ground::clause});
  }
};

// A clause that may stand once is stated a second time.
inline void stated_twice(const resolving& to, base::span before, base::span now, std::string_view clause) {
  to.faults.push_back({fmt::format("'{}' is stated twice", clause),
                       now,
                       "keep one of them",
                       {{before, "stated here first"}},
                       base::ground::clause});
}

// States a clause that may stand once; a second one is a fault that shows both.
template <typename Value>
void state_once(const resolving& to, std::optional<stated<Value>>& slot, Value value, base::span at,
                std::string_view clause) {
  if (slot)
    stated_twice(to, slot->at, at, clause);
  else
    slot = stated<Value>{std::move(value), at};
}

[[nodiscard]] rational exact(const syntax::decimal& d);
[[nodiscard]] rational share_of(const syntax::percent& p); // 12.5% is 1/8

// A whole number from `least` to 10^12; a fault names `what` otherwise and `least` stands in.
[[nodiscard]] std::int64_t whole(const resolving& to, const syntax::decimal& d, std::string_view what,
                                 std::int64_t least = 0);

[[nodiscard]] model::operations operations_of(const std::vector<syntax::stated_operation>& all);

// API names, patterns and groups as patterns: groups are replaced by their members; with `related`, children of
// the catalogue join. A name that is neither custom nor in the catalogue is a fault with the nearest name.
[[nodiscard]] std::vector<object_pattern> objects_of(const resolving& to,
                                                     const std::vector<syntax::word>& names, bool related);

// Keys of a map or names of a list as candidates for a suggestion.
template <typename Map>
std::vector<std::string_view> keys(const Map& map) {
  std::vector<std::string_view> result;
  for (const auto& [key, value] : map)
    result.emplace_back(key);
  return result;
}

template <typename Named>
std::vector<std::string_view> names(const std::vector<Named>& all) {
  std::vector<std::string_view> result;
  for (const auto& one : all)
    result.emplace_back(one.name);
  return result;
}

// A license, or a fault with the nearest name.
[[nodiscard]] const license* license_of(const resolving& to, const syntax::word& name);
// Whether the catalogue has the capability; a fault with the nearest name otherwise.
bool check_capability(const resolving& to, const syntax::word& name);

// ---- the parts, each in a file of its own

struct contract_head {              // what SKUs and restrictions need to know of their contract
  base::period term;                // where none is stated, all days
  std::string currency;             // likewise empty: any
  std::optional<base::day> since{}; // of an amendment: the day it takes effect
};

[[nodiscard]] sku resolve_sku(const resolving& to, const syntax::sku& tree, const contract_head& head);
// The parts of it that an amendment states anew: its own terms, its later steps, and what holds for the whole
// term.
[[nodiscard]] sku_terms terms_of(const resolving& to, const std::vector<syntax::sku_clause>& clauses,
                                 const sku& of, const contract_head& head);
[[nodiscard]] std::vector<step> steps_of(const resolving& to, const syntax::sku& tree, const sku& of,
                                         const contract_head& head);
void read_details(const resolving& to, const syntax::sku& tree, const contract_head& head, sku& made);
// By day, the one from the start first.
void sort_steps(sku& made);
// What a SKU cannot do without, once all of its steps are known.
void check_complete(const resolving& to, const sku& made);

[[nodiscard]] restriction resolve_restriction(const resolving& to, const syntax::restriction& tree,
                                              const std::vector<sku>& skus);
// The restriction as it reads once the clauses of `tree` are added; a `for` replaces the one before, a `limit`
// that of the same.
[[nodiscard]] restriction amended(const resolving& to, const restriction& before,
                                  const syntax::restriction& tree, const std::vector<sku>& skus);

using amendments_of_one = std::vector<const syntax::amendment*>; // by the day they take effect

// Fills the calendar and the currency. Where either is missing or wrong, what follows is read without.
[[nodiscard]] contract_head read_head(const resolving& to, const syntax::contract& tree,
                                      const amendments_of_one& later, contract& made);
// Clauses of the contract itself that an amendment may state too.
void read_clause(const resolving& to, const syntax::contract_clause& clause, const contract_head& head,
                 contract& made);
// Applies one amendment after those that take effect before it.
void amend(const resolving& to, const syntax::amendment& tree, const contract_head& head, contract& made);
[[nodiscard]] price resolve_price(const resolving& to, const syntax::price& tree, const sku& of,
                                  const contract_head& head);
[[nodiscard]] overage resolve_overage(const resolving& to, const syntax::overage& tree, const sku& of,
                                      const contract_head& head);
[[nodiscard]] rational money_of(const resolving& to, const syntax::amount& a, const contract_head& head);

} // namespace proviso::model
