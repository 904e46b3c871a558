#include "report/observed.hpp"
#include "report/over_time.hpp"
#include "report/usage.hpp"

#include <nlohmann/json.hpp>

namespace proviso::report {
namespace {

using json = nlohmann::ordered_json;

json histogram(const usage_month& of) {
  json result = json::array();
  for (const auto& one : of.users)
    result.push_back({{"login_days", one.login_days}, {"users", one.users}});
  return result;
}

json population(const usage_population& of) {
  json months = json::array();
  for (const auto& month : of.months)
    months.push_back({{"start", base::to_string(month.days.first)},
                      {"end", base::to_string(month.days.last)},
                      {"whole", month.whole},
                      {"logins", month.logins},
                      {"users", histogram(month)}});
  return {
      {"name", of.name}, {"sku", of.sku.empty() ? json(nullptr) : json(of.sku)}, {"months", std::move(months)}};
}

} // namespace

std::string usage_as_json(const model::contract& contract, const observing::observation& seen,
                          const std::vector<usage_population>& all) {
  json populations = json::array();
  for (const auto& one : all)
    populations.push_back(population(one));
  const json result = {{"schema", "proviso/usage/1"},
                       {"contract", contract.name},
                       {"zone", contract.zone ? contract.zone->value : "UTC"},
                       {"zone_assumed", !contract.zone},
                       {"covered", days_as_json(seen.covered.whole)},
                       {"gaps", gaps_as_json(seen.covered)},
                       {"read", read_as_json(*seen.read())},
                       {"assumed", seen.assumed},
                       {"left_out", seen.left_out},
                       {"populations", std::move(populations)},
                       {"over_time", over_time_as_json(contract, seen)}};
  return result.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

} // namespace proviso::report
