// Sharing sets that open records of what the contract forbids to the users of sites.
#pragma once

#include "checking/facts/standing.hpp"
#include "metadata/org.hpp"
#include "model/contract.hpp"

#include <string>
#include <vector>

namespace proviso::checking {

// One object of one sharing set under one restriction, as of the day that exposures are judged on.
struct opening {
  const metadata::sharing_set* set = nullptr;
  const metadata::shared_object* object = nullptr;
  const model::restriction* restriction = nullptr;
  std::vector<std::string> profiles; // of the set, that the restriction binds
  base::span prohibited_at;
  std::string doubt;         // why it is not certain that it binds any of them; empty where it is
  base::source_set rests_on; // the files of the set and of these profiles
};

// In the order of files and contract. Profiles without a file are gaps, and not here.
[[nodiscard]] std::vector<opening> openings(const model::contract& contract, const metadata::org& found,
                                            base::day today);

} // namespace proviso::checking
