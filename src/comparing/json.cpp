#include "comparing/wording.hpp"

#include <nlohmann/json.hpp>

namespace proviso::comparing {
namespace {

using nlohmann::json;

json money_of(const comparison& of, const base::known<base::rational>& value) {
  const auto& contract = *of.a.metered->contract;
  if (!value)
    return nullptr;
  return {{"amount", value->fixed(contract.decimals)}, {"currency", contract.currency}};
}

json side_of(side which) {
  return which == side::a ? json("a") : which == side::b ? json("b") : json(nullptr);
}

json location(const statement& one, const draft& in) {
  const auto& source = (*in.sources)[one.at.source];
  const auto at = source.locate(one.at.begin);
  return {{"from", one.from ? json(base::to_string(*one.from)) : json(nullptr)},
          {"words", one.words},
          {"file", source.name()},
          {"line", at.line},
          {"column", at.column}};
}

json statements(const std::vector<statement>& all, const draft& in) {
  auto list = json::array();
  for (const auto& one : all)
    list.push_back(location(one, in));
  return list;
}

json clause_of(const comparison& of, const difference& one) {
  static constexpr const char* kinds[] = {"contract", "sku", "quote", "restriction"};
  return {{"of", kinds[static_cast<std::size_t>(one.which.of)]},
          {"name", one.which.owner.empty() ? json(nullptr) : json(one.which.owner)},
          {"clause", one.which.keyword.empty() ? json(nullptr) : json(one.which.keyword)},
          {"a", statements(one.a, of.a)},
          {"b", statements(one.b, of.b)},
          {"better", side_of(one.better)},
          {"depends", one.depends},
          {"worth", money_of(of, one.worth)}};
}

json clauses(const comparison& of) {
  auto list = json::array();
  for (const auto& one : of.clauses)
    list.push_back(clause_of(of, one));
  return list;
}

json costs(const comparison& of) {
  auto list = json::array();
  for (const auto& line : of.costs)
    list.push_back({{"sku", line.sku.empty() ? json(nullptr) : json(line.sku)},
                    {"year", line.year},
                    {"a", money_of(of, line.a)},
                    {"b", money_of(of, line.b)}});
  return list;
}

json findings(const std::vector<const checking::finding*>& all) {
  auto list = json::array();
  for (const auto* one : all)
    list.push_back({{"rule", one->rule},
                    {"severity", checking::to_string(one->severity)},
                    {"verdict", checking::to_string(one->verdict)},
                    {"subject", one->subject.empty() ? json(nullptr) : json(one->subject)},
                    {"start", one->days ? json(base::to_string(one->days->first)) : json(nullptr)},
                    {"end", one->days ? json(base::to_string(one->days->last)) : json(nullptr)},
                    {"message", one->message},
                    {"waived", one->waived.has_value()},
                    {"fingerprint", one->fingerprint}});
  return list;
}

json point(const comparison& of, const scaled_cost& cost) {
  return {{"users", cost.users}, {"a", money_of(of, cost.a)}, {"b", money_of(of, cost.b)}};
}

json turns(const comparison& of) {
  if (!of.turns)
    return nullptr;
  auto list = json::array();
  for (const auto& one : of.turns->found)
    list.push_back({{"before", point(of, one.before)}, {"after", point(of, one.after)}});
  return {{"planned_users", of.turns->planned}, {"most_users", of.turns->most},
          {"tried_from", of.turns->tried_from}, {"tried_to", of.turns->tried_to},
          {"cut_short", of.turns->cut_short},   {"flips", std::move(list)}};
}

} // namespace

std::string to_json(const comparison& of) {
  const auto better = of.cost_a && of.cost_b ? *of.cost_a == *of.cost_b  ? side::neither
                                               : *of.cost_a < *of.cost_b ? side::a
                                                                         : side::b
                                             : side::neither;
  const json result = {
      {"schema", "proviso/comparison/1"},
      {"a", of.a.label},
      {"b", of.b.label},
      {"plan", of.plan_file.empty() ? json(nullptr) : json(of.plan_file)},
      {"observed", of.observed},
      {"as_of", base::to_string(of.as_of)},
      {"cost", {{"a", money_of(of, of.cost_a)}, {"b", money_of(of, of.cost_b)}, {"cheaper", side_of(better)}}},
      {"costs", costs(of)},
      {"clauses", clauses(of)},
      {"findings", {{"a_alone", findings(of.lost)}, {"b_alone", findings(of.gained)}}},
      {"usage", turns(of)}};
  return result.dump(2, ' ', true, json::error_handler_t::replace) + '\n';
}

} // namespace proviso::comparing
