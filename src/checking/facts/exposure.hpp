// What metadata grants, held against restrictions and licenses: who can touch what the contract forbids.
#pragma once

#include "checking/facts/holding.hpp"
#include "checking/facts/standing.hpp"
#include "metadata/org.hpp"
#include "model/contract.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::checking {

// One grant of one holder under one restriction. What is found is judged as of today or, outside of the term,
// on its nearest day: what the files grant now is what the term will meet.
struct exposure {
  enum class kind : std::uint8_t {
    granted,   // to holders of a license that the restriction binds, or by a set that such people hold
    grouped,   // to such holders, by a set without a license in a group that has one
    grantable, // by a permission set without a license: to anybody, but to nobody of whom exports tell
    guest,     // to guests, whom the restriction does not bind
    related,   // on a child of a forbidden object
    copy,      // on a custom object that is named as a forbidden one
    unlisted,  // on what an open-ended restriction neither forbids nor permits; once a restriction
    limit,     // on more custom objects than the restriction allows
    beyond,    // of operations that the license does not reach; no restriction
  } of = kind::granted;
  const metadata::holder* holder = nullptr;
  const model::license* license = nullptr; // of the holder, where the catalogue knows it
  const model::restriction* restriction = nullptr;
  std::string objects; // "Lead"; several where one permission reaches all
  model::operations operations;
  std::string through;                // "View All Data"; empty: object permissions
  std::string original;               // the forbidden object that this one is a child or copy of
  std::int64_t count = 0;             // of a limit: how many there are
  std::int64_t most = 0;              // of a limit
  std::optional<checking::held> held; // none: exports do not tell who holds it
  base::span at;
  base::span prohibited_at;
  std::string doubt;         // why it is not certain; empty where it is
  base::source_set rests_on; // the files behind it
};

// By holder, then by restriction, in the order of files and contract, those of `groups` behind; those of a
// whole restriction last. Without `who` nothing tells who holds what.
[[nodiscard]] std::vector<exposure> exposures(const model::contract& contract, const metadata::org& found,
                                              const std::vector<metadata::holder>& groups, base::day today,
                                              holdings* who = nullptr);

} // namespace proviso::checking
