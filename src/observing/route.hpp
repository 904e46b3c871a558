// Whose pool or license a user draws on: from the license an org states, through the populations of the plan,
// to a SKU of the contract.
#pragma once

#include "model/contract.hpp"
#include "org/directory.hpp"
#include "usage/plan.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace proviso::observing {

// A population of the plan, or one made for users that no population of it is for.
struct place {
  std::string name;
  std::uint32_t sku = 0;                // of the contract
  std::optional<std::uint32_t> planned; // of the plan
};

struct route {
  enum class to {
    place,     // `number` of places
    elsewhere, // a license that this contract does not sell
    internal,  // nobody outside the company
    unknown,   // nobody knows: the month is undetermined
    undecided  // of several SKUs that sell the license the same way
  };
  to leads = to::unknown;
  std::uint32_t number = 0; // of a place; undecided: of the first of the SKUs

  friend bool operator==(const route&, const route&) = default;
};

// By its name in the catalogue, or as an org calls it, by name or key.
[[nodiscard]] bool is_called(const model::license& license, std::string_view text);

// The first SKU that sells the license of this one in the same way: itself, where no other does.
[[nodiscard]] std::uint32_t first_seller(const model::contract& contract, std::uint32_t sku);
// All that sell it so: "'old' or 'new'".
[[nodiscard]] std::string sellers_in_words(const model::contract& contract, std::uint32_t sku);

// Users that a population lists by id or name, by the list's name in the plan.
using user_lists = std::map<std::string, std::set<std::string>, std::less<>>;

class router {
public:
  router(const model::contract& contract, const usage::plan* plan, const org::directory& org,
         const user_lists& lists);

  // Of a user of the directory with a license that is dated, or comes without more of its user. Null: the user
  // is in no export.
  [[nodiscard]] route of(const org::user* user, std::uint32_t license);
  // By the license of today. Who is internal by type now need not have been on another day.
  [[nodiscard]] route of_present(const org::user& user);
  // Without an export of users: everyone, where the contract sells one thing.
  [[nodiscard]] route of_everyone();

  [[nodiscard]] const std::vector<place>& places() const { return places_; }

private:
  [[nodiscard]] route find(const org::user& user, const org::license& license);
  [[nodiscard]] bool fits(const usage::population& population, const org::user& user,
                          const org::license& license) const;
  std::uint32_t place_for(std::uint32_t sku, std::string_view name_if_new);

  const model::contract& contract_;
  const usage::plan* plan_;
  const org::directory& org_;
  const user_lists& lists_;
  bool by_list_ = false; // some population lists its users: no two of them are alike
  std::vector<place> places_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, route> known_; // by license and profile
};

} // namespace proviso::observing
