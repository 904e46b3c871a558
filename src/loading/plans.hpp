// The plans of a run and which contract each belongs to.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/catalogue.hpp"
#include "model/contract.hpp"
#include "usage/plan.hpp"

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace proviso::loading {

struct chosen_plan {
  std::string file;                  // as named; empty: none
  const usage::plan* plan = nullptr; // lives as long as the plans
};

struct contract_file { // a file with the contracts it declares
  std::string path;    // as named
  const model::catalogue* catalogue = nullptr;
  std::span<const model::contract> contracts;
};

// NAME.plan.toml beside NAME.proviso; none where there is no such file.
[[nodiscard]] std::optional<std::string> plan_beside(const std::string& file);

class plans {
public:
  // Reads the plans that were named.
  plans(base::sources& sources, const std::vector<base::stated<std::string>>& named, base::diagnostics& faults);

  // The named plan for the contract, else the one beside its file: NAME.plan.toml beside NAME.proviso. The plan
  // is checked against the contract.
  [[nodiscard]] chosen_plan for_contract(const model::contract& contract, const contract_file& in,
                                         base::diagnostics& faults);
  // Named plans that no contract took.
  void report_unused(const std::vector<const model::contract*>& contracts, base::diagnostics& faults) const;

private:
  struct entry {
    std::string file;
    bool named = false;
    std::optional<usage::plan> plan; // none: it has a fault
    bool used = false;
  };

  entry* read(const std::string& file, base::span named_at, base::diagnostics& faults);
  entry* beside(const std::string& file, base::diagnostics& faults);

  base::sources& sources_;
  std::deque<entry> entries_;
};

} // namespace proviso::loading
