// What exports say of an org: its users and what they hold, since when, and what the org counts itself. As
// exported, but for ids, which are cut to the 15 characters that tell them apart, and names, which are without
// case.
#pragma once

#include "base/day.hpp"
#include "base/truth.hpp"
#include "model/catalogue.hpp"
#include "org/permissions.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace proviso::org {

inline constexpr std::uint32_t none = ~std::uint32_t{0}; // no such number

// What a license of the org is in the catalogue's words.
struct license {
  enum class kind {
    external, // `of` the catalogue, sold as `sold`
    internal, // of the company's own people, guests, machines
    unknown   // nobody knows it: whatever depends on it is undetermined
  };
  std::string text; // as first written
  kind is = kind::unknown;
  const model::license* of = nullptr;
  model::sale sold = model::sale::members;
};

struct user {
  std::string id;               // 15 characters; empty: the export has names alone
  std::string name;             // in lower case; empty: it has ids alone
  std::uint32_t license = none; // of `directory::licenses`
  std::uint32_t profile = none; // of `directory::profiles`
  base::truth active = base::truth::unknown;
  bool internal = false; // by its type: whatever its license, it is nobody outside the company
};

struct assignment { // a license held on each day of a period
  base::period days;
  std::uint32_t license = none;
  std::uint32_t file = 0; // of `directory::assigned_in`
  std::uint32_t line = 0;

  friend bool operator==(const assignment& a, const assignment& b) { // wherever they stand
    return a.days == b.days && a.license == b.license;
  }
};

// A row of UserLicense. Null is not zero.
struct provisioned {
  std::uint32_t license = none;
  std::string status;
  base::truth active = base::truth::yes; // by its status; unknown: one that nobody knows
  std::optional<std::int64_t> total;
  std::optional<std::int64_t> used;
  std::optional<std::int64_t> logins;      // none: sold by the person
  std::optional<std::int64_t> logins_used; // none: not counted, or not shown to who exported it
  std::string file;
  std::size_t line = 0;
};

// A row of TenantUsageEntitlement.
struct metered {
  std::string label;
  license of;     // the license whose use it counts, where the label names one
  int months = 0; // by which it is renewed; 0: another period, or none that is stated
  std::string setting;
  std::string frequency;
  std::optional<std::int64_t> allowed;
  std::optional<std::int64_t> used; // none: not metered
  std::optional<base::day> start;
  std::string file;
  std::size_t line = 0;
};

struct directory {
  std::vector<org::license> licenses;
  std::vector<std::string> profiles;
  std::vector<user> users;  // of exports of users, then those whom only dated assignments name
  std::size_t exported = 0; // the number of the former
  std::unordered_map<std::string, std::vector<assignment>>
      assignments;                      // by id, else by name, of a user; by day, without overlap
  std::vector<std::string> assigned_in; // files of dated assignments
  std::vector<org::provisioned> provisioned;
  std::vector<org::metered> metered;
  org::permissions permissions;
  bool has_users = false;
  bool has_assignments = false;
  bool elsewhere = false; // a table of users in a warehouse names the licenses of those who logged in, not them

  // Whether anything says who holds which license.
  [[nodiscard]] bool tells_licenses() const { return has_users || has_assignments || elsewhere; }

  // By 15 characters of the id, else by the name in lower case; null: nobody.
  [[nodiscard]] const user* find(std::string_view id, std::string_view name) const;
  // Of an export that has either: 15 characters of the id, or the name in lower case; null: nobody.
  [[nodiscard]] const user* find(std::string_view id_or_name) const;
  // A user's own; null: it has no dated ones.
  [[nodiscard]] const std::vector<assignment>* dated(const user& of) const;

  std::unordered_map<std::string_view, std::uint32_t> by_id; // of `users`, filled by `index`
  std::unordered_map<std::string_view, std::uint32_t> by_name;
  // Once all users are there: their texts stay where they are from then on.
  void index();
  // Gives each dated assignment a user: one by name to the user of that name, even where the export keys it by
  // id, and who stands in no export of users becomes a user of whom no more is known. Indexes them.
  void join_assignments();
};

// The first 15 characters: the rest is a checksum.
[[nodiscard]] std::string short_id(std::string_view id);
// 15 or 18 letters and digits.
[[nodiscard]] bool is_id(std::string_view text);

} // namespace proviso::org
