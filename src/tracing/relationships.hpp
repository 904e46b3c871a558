// Objects behind the names of relationships, as far as names tell: Cases of an account are Case, Histories of a
// Lead are LeadHistory, Leads__r may be Lead or Lead__c.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace proviso::tracing {

struct named_object {
  std::string name;
  bool certain = true; // custom relationships are named as anybody likes
};

[[nodiscard]] std::vector<named_object> children(std::string_view relationship, std::string_view parent);
[[nodiscard]] std::vector<named_object> parents(std::string_view relationship);

} // namespace proviso::tracing
