// The report as one JSON object. Its keys are promised by report.schema.json.
#include "report/embedded.hpp"
#include "report/formats.hpp"
#include "report/observed.hpp"
#include "report/recommendation.hpp"
#include "savings/savings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace proviso::report {
namespace {

using json = nlohmann::ordered_json;

// ---- values

json text_or_null(const std::string& text) {
  return text.empty() ? json(nullptr) : json(text);
}

json money(const base::rational& value, const model::contract& of) {
  return {{"amount", value.fixed(of.decimals)}, {"currency", of.currency}};
}

json money(const base::known<base::rational>& value, const model::contract& of) {
  return value ? money(*value, of) : json(nullptr);
}

json money(const std::optional<base::rational>& value, const model::contract& of) {
  return value ? money(*value, of) : json(nullptr);
}

json figure(const base::known<std::int64_t>& value) {
  return value ? json(*value) : json(nullptr);
}

json first_day(const std::optional<base::period>& days) {
  return days ? json(base::to_string(days->first)) : json(nullptr);
}

json last_day(const std::optional<base::period>& days) {
  return days ? json(base::to_string(days->last)) : json(nullptr);
}

// ---- figures

json totals(const contract_report& report) {
  const auto& of = report.assessment->totals;
  const auto& contract = report.contract();
  const auto* saved = report.saved;
  return {{"cost", money(of.cost, contract)},
          {"complete", of.complete},
          {"commitment", money(of.commitment, contract)},
          {"packs", money(of.packs, contract)},
          {"overage", money(of.overage, contract)},
          {"true_up", money(of.true_up, contract)},
          {"saving", saved == nullptr ? json(nullptr) : money(saved->saving(), contract)},
          {"optimal_cost", saved == nullptr ? json(nullptr) : money(saved->best.cost(), contract)}};
}

std::string sold_as(const model::sku& sku) {
  return sku.sold.value == model::sale::other ? sku.unit + "s" : std::string(model::to_string(sku.sold.value));
}

// Titles of the amendments that state these terms, each once; empty where the contract itself states all.
json amendments(const model::sku_terms& terms, const model::contract& contract) {
  auto titles = json::array();
  model::each_term([&](auto term, auto /*keyword*/) {
    const auto* by = terms.*term ? contract.origin((terms.*term)->at) : nullptr;
    if (by != nullptr && std::find(titles.begin(), titles.end(), json(by->title)) == titles.end())
      titles.push_back(by->title);
  });
  return titles;
}

using invoice = std::map<std::pair<const model::sku*, int>, base::rational>;

invoice commitments(const metering::assessment& of) {
  invoice result;
  for (const auto& charge : of.charges)
    if (charge.what == metering::charge::kind::commitment)
      result[{charge.sku, charge.month}] += charge.amount;
  return result;
}

json usage_row(const model::sku& sku, const metering::month_usage& m, const model::contract& contract,
               const invoice& lines) {
  const bool pool = sku.sold.value == model::sale::logins;
  const auto& days = contract.months[m.month].days;
  const auto charged = lines.find({&sku, m.month});
  return {{"sku", sku.name},
          {"sold_as", sold_as(sku)},
          {"basis", m.observed ? "observed" : "planned"},
          {"month", m.month},
          {"start", base::to_string(days.first)},
          {"end", base::to_string(days.last)},
          {"users", figure(m.users)},
          {"quantity", m.quantity},
          {"entitled", figure(m.entitled)},
          {"logins", pool ? figure(m.logins) : json(nullptr)},
          {"accounts", pool ? figure(m.accounts) : json(nullptr)},
          {"commitment", charged == lines.end() ? json(nullptr) : money(charged->second, contract)},
          {"amendments", amendments(*m.terms, contract)}};
}

json usage(const metering::assessment& of) {
  auto result = json::array();
  const auto lines = commitments(of);
  for (const auto& sku : of.skus)
    for (const auto& month : sku.months)
      result.push_back(usage_row(*sku.sku, month, *of.contract, lines));
  return result;
}

json window_row(const metering::sku_assessment& of, const metering::window& w,
                const model::contract& contract) {
  const auto& first = of.in(w.first_month);
  return {{"sku", of.sku->name},
          {"measured", w.measured ? json(model::to_string(*w.measured)) : json(nullptr)},
          {"first_month", w.first_month},
          {"last_month", w.last_month},
          {"start", base::to_string(w.days.first)},
          {"end", base::to_string(w.days.last)},
          {"logins", figure(w.logins)},
          {"entitled", figure(w.entitled)},
          {"grace", figure(w.grace)},
          {"over", figure(w.over)},
          {"due", figure(w.due)},
          {"overage", money(w.overage, contract)},
          {"amendments", amendments(*first.terms, contract)}};
}

json windows(const metering::assessment& of) {
  auto result = json::array();
  for (const auto& sku : of.skus)
    for (const auto& window : sku.windows)
      result.push_back(window_row(sku, window, *of.contract));
  return result;
}

// ---- findings

json location(const base::label& place, const base::sources& from, const model::contract& contract) {
  const auto* amendment = contract.origin(place.at);
  const auto& source = from[place.at.source];
  const auto start = source.locate(place.at.begin);
  const auto end = source.locate(place.at.end);
  return {{"file", source.name()},
          {"line", start.line},
          {"column", start.column},
          {"end_line", end.line},
          {"end_column", end.column},
          {"label", text_or_null(place.text)},
          {"amendment", amendment == nullptr ? json(nullptr) : json(amendment->title)}};
}

json locations(const checking::finding& f, const base::sources& from, const model::contract& contract) {
  auto result = json::array();
  for (const auto& place : f.places)
    if (place.at.somewhere())
      result.push_back(location(place, from, contract));
  return result;
}

json waiver(const std::optional<checking::accepted>& by) {
  if (!by)
    return nullptr;
  return {{"until", base::to_string(by->until)}, {"by", by->owner}, {"because", by->because}};
}

json finding(const report& all, const contract_report& in, const checking::finding& f, bool known) {
  const auto& contract = in.contract();
  static const rule_card none;
  const auto* found = in.rule(f.rule);
  const auto& card = found == nullptr ? none : *found;
  json result = {{"rule", f.rule},
                 {"severity", checking::to_string(f.severity)},
                 {"kind", checking::to_string(f.kind)},
                 {"verdict", checking::to_string(f.verdict)},
                 {"message", f.message},
                 {"subject", text_or_null(f.subject)},
                 {"start", first_day(f.days)},
                 {"end", last_day(f.days)},
                 {"cost", money(f.cost, contract)},
                 {"saves", money(f.saves, contract)},
                 {"saves_per", f.saves ? json(f.saves_per_month ? "month" : "term") : json(nullptr)},
                 {"fix", text_or_null(f.fix)},
                 {"because", text_or_null(card.because)},
                 {"source", text_or_null(card.source)},
                 {"missing", f.missing.empty() ? json(nullptr) : json(f.missing)},
                 {"locations", locations(f, *all.sources, contract)},
                 {"fingerprint", f.fingerprint},
                 {"waived", waiver(f.waived)}};
  if (all.has_baseline)
    result["baseline"] = known ? "unchanged" : "new";
  return result;
}

json findings(const report& all, const contract_report& of) {
  auto result = json::array();
  for (const auto& f : of.findings)
    result.push_back(finding(all, of, f, false));
  for (const auto& f : of.known)
    result.push_back(finding(all, of, f, true));
  return result;
}

json checks(const std::vector<checking::check>& all) {
  auto result = json::array();
  for (const auto& check : all)
    result.push_back({{"rule", check.rule}, {"verdict", checking::to_string(check.verdict)}});
  return result;
}

json contract(const report& all, const contract_report& of) {
  const auto& contract = of.contract();
  const auto term = contract.months.term();
  return {{"name", contract.name},
          {"title", contract.title},
          {"file", of.file},
          {"plan", text_or_null(of.plan_file)},
          {"term", {{"start", base::to_string(term.first)}, {"end", base::to_string(term.last)}}},
          {"currency", contract.currency},
          {"assumed", assumptions(of)},
          {"observed", observed_as_json(of)},
          {"totals", totals(of)},
          {"usage", usage(*of.assessment)},
          {"windows", windows(*of.assessment)},
          {"findings", findings(all, of)},
          {"checks", checks(of.checks)},
          {"recommendation", of.saved == nullptr ? json(nullptr) : recommendation(*of.saved, contract)}};
}

json summary(const report& all) {
  const auto of = count(all);
  json result = {{"errors", of.errors},
                 {"warnings", of.warnings},
                 {"infos", of.infos},
                 {"undetermined", of.undetermined},
                 {"waived", of.waived}};
  if (all.has_baseline)
    result["baselined"] = of.known;
  if (all.of_change)
    result["left_out"] = of.untouched;
  return result;
}

} // namespace

std::string to_json(const report& all) {
  auto contracts = json::array();
  for (const auto& each : all.contracts)
    contracts.push_back(contract(all, each));
  const json result = {{"schema", "proviso/report/1"},
                       {"tool", {{"name", "proviso"}, {"version", all.version}}},
                       {"as_of", base::to_string(all.as_of)},
                       {"contracts", std::move(contracts)},
                       {"summary", summary(all)}};
  // Only ASCII leaves, so that no terminal sees a control character of an input.
  return result.dump(2, ' ', true, json::error_handler_t::replace) + '\n';
}

std::string_view schema_of(std::string_view name) {
  const auto all = embedded_schemas();
  const auto found = std::ranges::find(all, fmt::format("{}.schema.json", name), &base::embedded_file::path);
  return found == all.end() ? std::string_view{} : found->text;
}

} // namespace proviso::report
