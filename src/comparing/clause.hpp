// The clauses of a contract as a list to compare: whose, which, and what they state from when on, in the
// words of the draft.
#pragma once

#include "base/source.hpp"
#include "model/contract.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::comparing {

struct statement {
  std::optional<base::day> from; // none: from the start
  std::string words;             // blanks and '_' of numbers aside
  base::span at;

  friend bool operator==(const statement& a, const statement& b) {
    return a.from == b.from && a.words == b.words;
  }
};

enum class owner_kind { contract, sku, quote, restriction, rule }; // rule: what the contract says about one

struct clause {
  owner_kind of = owner_kind::contract;
  std::string owner;   // a name; empty for the contract
  std::string keyword; // "price"; empty for the SKU, quote or restriction as a whole
  std::vector<statement> statements;

  [[nodiscard]] bool same_place(const clause& other) const {
    return of == other.of && owner == other.owner && keyword == other.keyword;
  }
};

// The SKU or quote whose clause it is; null where the contract has none of the name.
[[nodiscard]] const model::sku* sku_of(const model::contract& in, const clause& which);

// In the order of the contract; last what it says about rules: waivers, severities, parameters.
[[nodiscard]] std::vector<clause> clauses_of(const model::contract& contract, const base::sources& from);

} // namespace proviso::comparing
