#include "checking/conflict.hpp"

namespace proviso::checking {
namespace {

using model::operations;

bool lasts(const model::exception& permitted, const model::sku& sku) {
  const bool ends = permitted.from || permitted.until;
  return !ends && (!permitted.subject || permitted.subject->covers(sku) == base::truth::yes);
}

operations forbidden(const model::restriction& by, const model::sku& to, std::string_view object) {
  operations result;
  for (const auto& rule : by.prohibits)
    if (rule.names(object))
      result |= rule.allowed;
  for (const auto& exception : by.exceptions)
    if (lasts(exception, to) && exception.permits.names(object))
      result = result.without(exception.permits.allowed);
  return result;
}

} // namespace

std::vector<conflict> conflicts(const model::contract& contract) {
  std::vector<conflict> all;
  for (std::uint32_t r = 0; r < contract.restrictions.size(); ++r)
    for (std::uint32_t s = 0; s < contract.skus.size(); ++s) {
      const auto& sku = contract.skus[s];
      const auto* purpose =
          contract.known->find_group("purpose-of-" + sku.license->name, model::group::kind::objects);
      if (purpose == nullptr || contract.restrictions[r].subject.covers(sku) != base::truth::yes)
        continue;
      for (const auto& object : purpose->members)
        if (const auto none = forbidden(contract.restrictions[r], sku, object); !none.empty())
          all.push_back({r, s, object, none});
    }
  return all;
}

} // namespace proviso::checking
