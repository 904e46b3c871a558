// Who may be on a site: profiles and permission sets that sites name as members, and the profile of whoever
// registers.
#pragma once

#include "checking/facts/standing.hpp"
#include "metadata/effective.hpp"
#include "metadata/org.hpp"
#include "model/contract.hpp"

#include <string>
#include <vector>

namespace proviso::checking {

struct membership {
  enum class kind : std::uint8_t { profile, permission_set, self_registration } of = kind::profile;
  const metadata::network* site = nullptr;
  const base::stated<std::string>* name = nullptr;
  std::vector<const metadata::holder*> holders; // of that name; none: no file
  bool internal = false;                        // one of them is of a license for people inside the company
  bool stock = false;                           // a profile that the vendor ships
  std::vector<std::string> forbidden;           // stock: what it grants as shipped and a restriction forbids
};

// In the order of the sites, each name of a site once a kind.
[[nodiscard]] std::vector<membership> memberships(const model::contract& contract, const metadata::org& found);

} // namespace proviso::checking
