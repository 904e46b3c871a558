#include "loading/joint.hpp"

#include <algorithm>

namespace proviso::loading {
namespace {

bool tells_users(const usage::population& one) {
  return one.match || !one.users.empty();
}

std::vector<std::string_view> told_apart(const usage::plan& by) {
  std::vector<std::string_view> result;
  for (const auto& population : by.populations)
    if (tells_users(population))
      result.push_back(population.sku.value);
  return result;
}

bool shows_somebody(const usage::plan& one) {
  return std::ranges::any_of(one.populations, [](const auto& p) { return !p.observed.empty(); });
}

} // namespace

model::contract joined_for(model::contract of, const usage::plan* plan, bool exports) {
  if (!exports && (plan == nullptr || !shows_somebody(*plan)))
    return of;
  return model::joined(std::move(of), plan != nullptr ? told_apart(*plan) : std::vector<std::string_view>());
}

} // namespace proviso::loading
