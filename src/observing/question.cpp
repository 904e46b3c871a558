#include "observing/question.hpp"

#include <algorithm>
#include <bit>
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

// Every way keeps the days; single logins are kept only where they count.
bool keeps(const logins::way& kept, const logins::way& wanted) {
  return kept.same_types(wanted) &&
         (wanted.unit != logins::unit::every_login || kept.unit == logins::unit::every_login);
}

} // namespace

std::optional<measure> measure_for(const question_of& asked, const model::sku& sku) {
  const auto wanted = way_of(sku);
  const auto& ways = asked.asked.ways;
  const auto found = std::ranges::find_if(ways, [&](const auto& way) { return keeps(way, wanted); });
  if (found == ways.end())
    return std::nullopt;
  return measure{static_cast<std::size_t>(found - ways.begin()), wanted.unit};
}

std::vector<measure> measures_for(const model::contract& contract, const question_of& asked,
                                  const model::license& license) {
  std::vector<measure> result;
  for (const auto* all : {&contract.skus, &contract.quotes})
    for (const auto& sku : *all)
      if (sku.license == &license && sku.sold.value == model::sale::logins)
        if (const auto by = measure_for(asked, sku); by && std::ranges::find(result, *by) == result.end())
          result.push_back(*by);
  return result;
}

std::int64_t units_of(const logins::user& one, const measure& by, std::size_t month) {
  const auto days = std::popcount(one.days(by.way, month));
  switch (by.unit) {
  case logins::unit::per_user_day: return days;
  case logins::unit::per_user_month: return std::min(days, 1);
  case logins::unit::every_login: return one.logins(by.way, month);
  }
  return days;
}

std::optional<question_of> ask(const model::contract& contract, base::diagnostics& faults) {
  question_of result;
  auto& ways = result.asked.ways;
  ways = {logins::way{}};
  for (const auto& sku : contract.skus) {
    const auto way = way_of(sku);
    const auto found = std::ranges::find(ways, way);
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
