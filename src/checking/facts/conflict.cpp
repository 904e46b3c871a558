#include "checking/facts/conflict.hpp"

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

bool sold(const model::sku& sku, base::period days) {
  return sold(sku, days.first) || sold(sku, days.last);
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

struct purpose { // what the license of a SKU is bought for
  std::uint32_t sku = 0;
  const model::group* objects = nullptr;
};

std::vector<purpose> purposes(const model::contract& contract) {
  std::vector<purpose> all;
  for (std::uint32_t s = 0; s < contract.skus.size(); ++s)
    if (const auto* objects = contract.known->find_group("purpose-of-" + contract.skus[s].license->name,
                                                         model::group::kind::objects))
      all.push_back({s, objects});
  return all;
}

} // namespace

std::vector<conflict> conflicts(const model::contract& contract) {
  std::vector<conflict> all;
  const auto bought_for = purposes(contract);
  for (std::uint32_t r = 0; r < contract.restrictions.size(); ++r) {
    const auto& by = contract.restrictions[r];
    const auto days = by.within(contract.months.term());
    for (const auto& [s, objects] : bought_for) {
      const auto& sku = contract.skus[s];
      if (days.empty() || by.subject.covers(sku) != base::truth::yes || !sold(sku, days))
        continue;
      for (const auto& object : objects->members)
        if (const auto none = forbidden(by, sku, object, days); !none.empty())
          all.push_back({r, s, object, none});
    }
  }
  return all;
}

} // namespace proviso::checking
