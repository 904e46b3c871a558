// Objects behind the names of relationships, as far as names tell: Cases of an account are Case, Histories of a
// Lead are LeadHistory, Leads__r may be Lead or Lead__c; and as far as
// a table of other names goes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::tracing {

struct named_object {
  std::string name;
  bool certain = true; // custom relationships are named as anybody likes
};

[[nodiscard]] std::vector<named_object> children(std::string_view relationship, std::string_view parent);

// Whether an object is called so.
using object_test = std::function<bool(std::string_view)>;
// Of an object, or by the relationship of children that leads to it; of which one is not known where that is
// empty. None: nobody knows where the relationship leads.
[[nodiscard]] std::vector<named_object> parents(std::string_view relationship, std::string_view of,
                                                const object_test& is_object);

} // namespace proviso::tracing
