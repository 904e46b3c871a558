#include "observing/question.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::observing {
namespace {

constexpr std::size_t most_ways = 8;

logins::unit unit_of(model::counting how) {
  switch (how) {
  case model::counting::per_user_day: return logins::unit::per_user_day;
  case model::counting::per_user_month: return logins::unit::per_user_month;
  case model::counting::every_login: return logins::unit::every_login;
  }
  return logins::unit::per_user_day;
}

std::vector<std::string> texts(const std::vector<base::stated<std::string>>& all) {
  std::vector<std::string> result;
  for (const auto& each : all)
    result.push_back(each.value);
  return result;
}

logins::way way_of(const model::sku& sku) {
  if (sku.sold.value != model::sale::logins)
    return {};
  return {unit_of(sku.count.value), texts(sku.count_only), texts(sku.count_except)};
}

bool same(const logins::way& a, const logins::way& b) {
  return a.unit == b.unit && a.only == b.only && a.except == b.except;
}

} // namespace

std::optional<question_of> ask(const model::contract& contract, base::diagnostics& faults) {
  question_of result;
  auto& ways = result.asked.ways;
  ways = {logins::way{}};
  for (const auto& sku : contract.skus) {
    const auto way = way_of(sku);
    const auto found = std::ranges::find_if(ways, [&](const auto& w) { return same(w, way); });
    result.ways.push_back(static_cast<std::size_t>(found - ways.begin()));
    if (found == ways.end())
      ways.push_back(way);
    if (ways.size() > most_ways) {
      faults.push_back(
          {fmt::format("the SKUs of '{}' count logins in more than {} ways", contract.name, most_ways),
           sku.count.at,
           "observe them in several contracts",
           {}});
      return std::nullopt;
    }
  }
  result.asked.zone = contract.zone ? contract.zone->value : "UTC";
  for (const auto& month : contract.months.months())
    result.asked.months.push_back(month.days.first);
  result.asked.months.push_back(contract.months.term().last + std::chrono::days(1));
  return result;
}

} // namespace proviso::observing
