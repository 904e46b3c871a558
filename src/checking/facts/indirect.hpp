// What holders reach by way of code and flows that a restriction forbids: permissions that nobody granted them,
// for code and flows that run as the system ask for none.
#pragma once

#include "checking/facts/exposure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace proviso::checking {

// Groups of objects in the catalogue.
inline constexpr std::string_view objects_of_code = "objects-of-code"; // texts
inline constexpr std::string_view written_by_anybody = "written-without-object-permission";
inline constexpr std::string_view updated_by_anybody = "updated-without-object-permission";

// One way of one holder to one statement or element. Judged as of the same day as exposures are.
struct indirect {
  exposure::kind of = exposure::kind::granted; // granted, grantable or guest
  const metadata::holder* holder = nullptr;
  const model::license* license = nullptr; // of the holder, where the catalogue knows it
  const model::restriction* restriction = nullptr;
  std::string object; // empty: what cannot be told
  model::operations operations;
  enum class by : std::uint8_t { code, flow } by = by::code; // what does it
  bool certain = true;                // each step of the way is resolved by name, and the object is named
  std::optional<checking::held> held; // none: exports do not tell who holds it
  std::string path; // "profile Dealer → class PortalCtrl → class LeadService:41 insert Lead (system mode)"
  base::span at;    // what is done
  base::span from;  // the access it begins with
  base::span prohibited_at;
  std::string doubt;         // why it is not certain that the restriction forbids it, or what cannot be read
  base::source_set rests_on; // the files of the holder and of each step of the way
};

// By holder, those of `groups` behind; of several ways to one operation on one object the shortest of the
// surest. What cannot be read comes once, with the first holder that reaches it.
[[nodiscard]] std::vector<indirect> indirects(const model::contract& contract, const metadata::org& found,
                                              const std::vector<metadata::holder>& groups, base::day today,
                                              holdings* who = nullptr);

} // namespace proviso::checking
