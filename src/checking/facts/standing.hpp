// Whom a holder of access is for, by the license it names: what a contract may bind, people inside the company,
// guests, anybody, or nobody knows.
#pragma once

#include "metadata/org.hpp"
#include "model/contract.hpp"

#include <string>
#include <unordered_map>

namespace proviso::checking {

// Groups of the catalogue that give a meaning to what metadata names.
inline constexpr std::string_view internal_licenses = "internal-licenses";        // texts
inline constexpr std::string_view guest_licenses = "guests";                      // licenses
inline constexpr std::string_view stock_profiles = "stock-portal-profiles";       // texts
inline constexpr std::string_view stock_profile_objects = "stock-portal-objects"; // objects
inline constexpr std::string_view copy_words = "copy-words";                      // texts

struct standing {
  enum class of { licensed, internal, guest, anybody, unknown } is = of::unknown;
  const model::license* license = nullptr; // licensed, guest
  std::string doubt;                       // unknown: what would have to be known
};

class standings {
public:
  explicit standings(const model::catalogue& known);

  // A profile has a license; a permission set without one is anybody's.
  [[nodiscard]] standing of(const metadata::holder& one) const;

private:
  void add(const std::vector<model::license_name>& names, const standing& is);

  std::unordered_map<std::string, standing> by_name_; // names, keys and titles in lower case
};

// Whether the restriction binds holders of the license. Without a `for` it binds the licenses that the contract
// sells. One for a SKU binds its license, but it is unknown who of its holders came by another SKU of the same
// license.
[[nodiscard]] base::truth binds(const model::scope& subject, const model::license& license,
                                const model::contract& contract);

} // namespace proviso::checking
