// The restrictions of a contract that hold on a day, asked object by object: what is forbidden, by which
// clause.
#pragma once

#include "metadata/org.hpp"
#include "model/contract.hpp"

#include <array>
#include <string>
#include <vector>

namespace proviso::checking {

struct forbidden { // of one object under one restriction
  model::operations operations;
  base::span at;         // the first clause that forbids one of them
  std::string parent;    // of a child that is not forbidden itself: the forbidden object it belongs to
  std::string resembles; // of a custom object that is not forbidden itself: the forbidden object it is named as
};

struct ban { // one restriction on one day
  const model::restriction* restriction = nullptr;
  std::vector<forbidden> objects;      // by object of the org
  std::vector<std::string> namespaces; // of the project: an object is named with and without them

  // Of `wanted`, what no exception for the license permits on the day, and what one may permit.
  struct verdict {
    model::operations sure;
    model::operations doubtful;
  };
  [[nodiscard]] verdict without_exceptions(model::operations wanted, std::string_view object,
                                           const model::license* license, const model::contract& contract,
                                           base::day on) const;
  // Whether it binds holders of the license, and no exception permits them all of it.
  [[nodiscard]] base::truth forbids(model::operations wanted, std::string_view object,
                                    const model::license& license, const model::contract& contract,
                                    base::day on) const;
};

[[nodiscard]] std::vector<ban> bans(const model::contract& contract, const metadata::object_names& objects,
                                    const std::vector<std::string>& namespaces, base::day on);

// As the catalogue or a restriction spells it, whatever a file does; else as it is.
[[nodiscard]] std::string spelled(std::string_view object, const model::contract& contract);
// What tells objects apart from run to run: the same, but in lower case where nothing spells it.
[[nodiscard]] std::string object_identity(const std::string& object, const model::contract& contract);

// "Lead__c", "acme__Lead_Copy__c" and "Leads__c" are named as Lead, with "Copy" among the words; else empty.
[[nodiscard]] bool is_named_as(std::string_view custom_object, std::string_view standard_object,
                               const std::vector<std::string>& words);

// Ends in the suffix of custom objects; managed: with the prefix of a package as well.
[[nodiscard]] bool is_custom_object(std::string_view name);
[[nodiscard]] bool is_managed(std::string_view name);

} // namespace proviso::checking
