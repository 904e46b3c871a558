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
  static constexpr const char* kinds[] = {"contract", "sku", "quote", "restriction", "rule"};
  return {{"of", kinds[static_cast<std::size_t>(one.which.of)]},
          {"name", one.which.owner.empty() ? json(nullptr) : json(one.which.owner)},
          {"clause", one.which.keyword.empty() ? json(nullptr) : json(one.which.keyword)},
          {"a", statements(one.a, of.a)},
          {"b", statements(one.b, of.b)},
          {"better", side_of(one.better)},
          {"depends", one.depends},
          {"worth", money_of(of, one.worth)},
          {"worth_after_renewal", one.after_renewal ? money_of(of, *one.after_renewal) : json(nullptr)}};
}

json clauses(const comparison& of) {
  auto list = json::array();
  for (const auto& one : of.clauses)
    list.push_back(clause_of(of, one));
  return list;
}

json money_of(const comparison& of, const entry& value) {
  return value.is == entry::kind::amount ? money_of(of, base::known<base::rational>(value.amount))
                                         : json(nullptr);
}

// What is meant where there is no amount.
const char* kind_of(const entry& value) {
  static constexpr const char* kinds[] = {"amount", "unknown", "not_sold", "no_contract", "no_cap"};
  return kinds[static_cast<std::size_t>(value.is)];
}

json costs(const comparison& of) {
  auto list = json::array();
  for (const auto& line : of.costs)
    list.push_back({{"sku", line.sku.empty() ? json(nullptr) : json(line.sku)},
                    {"year", line.year},
                    {"same_days", line.same_days},
                    {"a", money_of(of, line.a)},
                    {"a_is", kind_of(line.a)},
                    {"b", money_of(of, line.b)},
                    {"b_is", kind_of(line.b)}});
  return list;
}

json renewals(const comparison& of) {
  auto list = json::array();
  for (const auto& line : of.renewals)
    list.push_back({{"sku", line.sku},
                    {"a", money_of(of, line.a)},
                    {"a_is", kind_of(line.a)},
                    {"b", money_of(of, line.b)},
                    {"b_is", kind_of(line.b)}});
  return list;
}

// What tells which draft is the cheaper.
json measured(const comparison& of) {
  if (!of.measured)
    return nullptr;
  const auto& [days, a, b] = *of.measured;
  return {{"start", base::to_string(days.first)},
          {"end", base::to_string(days.last)},
          {"a", money_of(of, base::known<base::rational>(a))},
          {"b", money_of(of, base::known<base::rational>(b))},
          {"cheaper", side_of(a == b  ? side::neither
                              : a < b ? side::a
                                      : side::b)}};
}

json finding_of(const checking::finding& one) {
  return {{"rule", one.rule},
          {"severity", checking::to_string(one.severity)},
          {"verdict", checking::to_string(one.verdict)},
          {"subject", one.subject.empty() ? json(nullptr) : json(one.subject)},
          {"start", one.days ? json(base::to_string(one.days->first)) : json(nullptr)},
          {"end", one.days ? json(base::to_string(one.days->last)) : json(nullptr)},
          {"message", one.message},
          {"waived", one.waived.has_value()},
          {"fingerprint", one.fingerprint}};
}

json findings(const std::vector<const checking::finding*>& all) {
  auto list = json::array();
  for (const auto* one : all)
    list.push_back(finding_of(*one));
  return list;
}

json findings(const finding_pairs& all) {
  auto differ = json::array();
  for (const auto& pair : all.differ)
    differ.push_back({{"a", finding_of(*pair.a)}, {"b", finding_of(*pair.b)}});
  return {{"a_alone", findings(all.lost)}, {"b_alone", findings(all.gained)}, {"differ", std::move(differ)}};
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
  const auto whole = of.same_term() ? measured(of) : json(nullptr);
  const json result = {{"schema", "proviso/comparison/1"},
                       {"a", of.a.label},
                       {"b", of.b.label},
                       {"plan", of.plan_file.empty() ? json(nullptr) : json(of.plan_file)},
                       {"observed", of.observed},
                       {"as_of", base::to_string(of.as_of)},
                       {"cost",
                        {{"a", money_of(of, of.cost_a)},
                         {"b", money_of(of, of.cost_b)},
                         {"cheaper", whole.is_null() ? json(nullptr) : whole["cheaper"]}}},
                       {"measured", measured(of)},
                       {"costs", costs(of)},
                       {"clauses", clauses(of)},
                       {"renewal", renewals(of)},
                       {"findings", findings(of.findings)},
                       {"usage", turns(of)}};
  return result.dump(2, ' ', true, json::error_handler_t::replace) + '\n';
}

} // namespace proviso::comparing
