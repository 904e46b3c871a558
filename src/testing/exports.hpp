// What exports say in a test: given logins "FILE", users, assignments and org.
#pragma once

#include "base/diagnostic.hpp"
#include "observing/observe.hpp"
#include "syntax/tree.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace proviso::testing {

struct exports { // stays where it is: the observation points into it
  org::directory org;
  std::optional<logins::tally> logins;
  std::optional<observing::observation> seen;
};

struct observed_contract {
  const model::contract& contract;
  const usage::plan* plan = nullptr; // null: the test has none
  const model::catalogue& known;     // that the contract is written in
  const model::catalogue& words;     // with the words of exports
  base::day today;
};

// The path of a file that the test names; empty where a diagnostic says why not.
using path_of = std::function<std::optional<std::string>(const syntax::text&)>;

// Null where none are given, and where a diagnostic was added.
[[nodiscard]] std::unique_ptr<exports> read_exports(const std::vector<const syntax::given*>& all,
                                                    const observed_contract& of, const path_of& path,
                                                    base::diagnostics& faults);

} // namespace proviso::testing
