#include "simulating/embedded.hpp"
#include "simulating/formats.hpp"

#include <nlohmann/json.hpp>

namespace proviso::simulating {
namespace {

using json = nlohmann::ordered_json;

constexpr int chance_decimals = 7; // of ten million runs

json chance_of(std::int64_t runs, std::int64_t all) {
  return base::rational(runs, all).fixed(chance_decimals);
}

json money_of(const simulation& of, const base::known<base::rational>& value) {
  if (!value)
    return nullptr;
  return {{"amount", value->fixed(of.of->contract->decimals)}, {"currency", of.of->contract->currency}};
}

json window_of(const simulation& of, const window_outcome& one) {
  json when = nullptr;
  if (one.when)
    when = {{"early", base::to_string(one.when->early)},
            {"middle", base::to_string(one.when->middle)},
            {"late", base::to_string(one.when->late)}};
  return {{"first_month", one.first_month},
          {"last_month", one.last_month},
          {"start", base::to_string(one.days.first)},
          {"end", base::to_string(one.days.last)},
          {"blocked", one.blocked},
          {"mean_logins", one.mean_logins.fixed(2)},
          {"chance", chance_of(one.exceeded, of.asked.runs)},
          {"chance_at_most", chance_of(one.exceeded + one.undecided, of.asked.runs)},
          {"runs_out", std::move(when)}};
}

json months_of(const simulation& of, const std::vector<std::int64_t>& runs) {
  auto list = json::array();
  for (const auto& month : of.of->contract->months.months())
    list.push_back({{"month", month.number},
                    {"start", base::to_string(month.days.first)},
                    {"end", base::to_string(month.days.last)},
                    {"chance", chance_of(runs[static_cast<std::size_t>(month.number - 1)], of.asked.runs)}});
  return list;
}

json point(const simulation& of, const sizing& in, const quantity_outcome& one) {
  return {{"quantity", one.quantity},
          {"mean_cost", money_of(of, one.mean_cost)},
          {"chance", chance_of(one.over, in.runs)}};
}

json point(const simulation& of, const sizing& in, const base::known<quantity_outcome>& one) {
  return one ? point(of, in, *one) : json{{"missing", one.why().missing}};
}

json sizing_of(const simulation& of, const sizing& one) {
  auto curve = json::array();
  for (const auto& at : one.curve)
    curve.push_back(point(of, one, at));
  return {{"start", base::to_string(one.days.first)},
          {"end", base::to_string(one.days.last)},
          {"runs", one.runs},
          {"least", one.least},
          {"bought", point(of, one, one.purchased)},
          {"least_cost", point(of, one, one.cheapest)},
          {"within_limit", point(of, one, one.safe)},
          {"curve", std::move(curve)}};
}

json sizings_of(const simulation& of, const pool_outcome& pool) {
  if (!pool.sizings)
    return {{"missing", pool.sizings.why().missing}};
  auto list = json::array();
  for (const auto& one : *pool.sizings)
    list.push_back(sizing_of(of, one));
  return list;
}

json pool_of(const simulation& of, const pool_outcome& pool) {
  auto windows = json::array();
  for (const auto& one : pool.windows)
    windows.push_back(window_of(of, one));
  return {{"sku", pool.sku->name},
          {"chance", chance_of(pool.any, of.asked.runs)},
          {"chance_at_most", chance_of(pool.any + pool.undecided, of.asked.runs)},
          {"windows", std::move(windows)},
          {"months", months_of(of, pool.by_month)},
          {"quantities", sizings_of(of, pool)}};
}

json ceilings(const simulation& of) {
  auto list = json::array();
  for (const auto& one : of.ceilings)
    list.push_back({{"sku", one.sku->name},
                    {"limit", one.accounts ? "accounts" : "members"},
                    {"chance", chance_of(one.any, of.asked.runs)},
                    {"months", months_of(of, one.by_month)}});
  return list;
}

json cost_of(const simulation& of) {
  if (!of.cost)
    return {{"missing", of.cost.why().missing}};
  auto quantiles = json::array();
  for (std::size_t i = 0; i < cost_percents.size(); ++i)
    quantiles.push_back({{"percent", cost_percents[i]}, {"cost", money_of(of, of.cost->quantiles[i])}});
  return {{"mean", money_of(of, of.cost->mean)},
          {"least", money_of(of, of.cost->least)},
          {"most", money_of(of, of.cost->most)},
          {"quantiles", std::move(quantiles)}};
}

} // namespace

std::string to_json(const simulation& of, const occasion& when) {
  auto pools = json::array();
  for (const auto& pool : of.pools)
    pools.push_back(pool_of(of, pool));
  const json result = {{"schema", "proviso/simulation/1"},
                       {"contract", of.of->contract->name},
                       {"plan", when.plan_file.empty() ? json(nullptr) : json(when.plan_file)},
                       {"as_of", base::to_string(when.as_of)},
                       {"seed", of.asked.seed},
                       {"runs", of.asked.runs},
                       {"limit", of.asked.limit.fixed(chance_decimals)},
                       {"assumed", of.assumed},
                       {"pools", std::move(pools)},
                       {"ceilings", ceilings(of)},
                       {"cost", cost_of(of)}};
  return result.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

std::string_view simulation_schema() {
  return embedded_schemas().front().text;
}

} // namespace proviso::simulating
