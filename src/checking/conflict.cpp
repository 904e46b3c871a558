#include "checking/conflict.hpp"

namespace proviso::checking {
namespace {

using model::operations;

// Whether the exception permits on all of the days.
bool lasts(const model::exception& permitted, const model::sku& sku, base::period days) {
  return (!permitted.from || *permitted.from <= days.first) &&
         (!permitted.until || *permitted.until >= days.last) &&
         (!permitted.subject || permitted.subject->covers(sku) == base::truth::yes);
}

bool sold(const model::sku& sku, base::day on) {
  const auto quantity = sku.on(on).quantity;
  return quantity && quantity->value > 0;
}

bool binds(const model::restriction& by, const model::sku& sku, base::period days) {
  return !days.empty() && (sold(sku, days.first) || sold(sku, days.last)) &&
         by.subject.covers(sku) == base::truth::yes;
}

operations forbidden(const model::restriction& by, const model::sku& to, std::string_view object,
                     base::period days) {
  operations result;
  for (const auto& rule : by.prohibits)
    if (rule.names(object))
      result |= rule.allowed;
  for (const auto& exception : by.exceptions)
    if (lasts(exception, to, days) && exception.permits.names(object))
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
      const auto days = contract.restrictions[r].within(contract.months.term());
      if (purpose == nullptr || !binds(contract.restrictions[r], sku, days))
        continue;
      for (const auto& object : purpose->members)
        if (const auto none = forbidden(contract.restrictions[r], sku, object, days); !none.empty())
          all.push_back({r, s, object, none});
    }
  return all;
}

} // namespace proviso::checking
