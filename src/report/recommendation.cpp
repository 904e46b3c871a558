#include "report/recommendation.hpp"

#include "report/savings_words.hpp"
#include "savings/clause.hpp"
#include "savings/curve.hpp"

namespace proviso::report {
namespace {

using json = nlohmann::ordered_json;

json money(const base::rational& value, const model::contract& of) {
  return {{"amount", value.fixed(of.decimals)}, {"currency", of.currency}};
}

json money(const base::known<base::rational>& value, const model::contract& of) {
  return value ? money(*value, of) : json(nullptr);
}

json money(const std::optional<base::rational>& value, const model::contract& of) {
  return value ? money(*value, of) : json(nullptr);
}

json text_or_null(const std::string& text) {
  return text.empty() ? json(nullptr) : json(text);
}

json packs(const std::vector<model::pack>& all, const model::contract& in) {
  auto list = json::array();
  for (const auto& each : all)
    list.push_back(
        {{"logins", each.logins}, {"on", base::to_string(each.on)}, {"price", money(each.amount, in)}});
  return list;
}

json purchase(const savings::advice& of, const model::contract& in) {
  auto list = json::array();
  for (const auto& row : purchase_of(of))
    list.push_back({{"sku", row.sku},
                    {"start", base::to_string(row.start)},
                    {"quantity", row.quantity},
                    {"packs", packs(row.taken, in)},
                    {"packs_left", packs(row.left, in)},
                    {"cost", money(row.cost, in)}});
  return list;
}

json moves(const savings::advice& of) {
  auto list = json::array();
  for (const auto& row : moves_of(of))
    list.push_back({{"population", row.population},
                    {"login_days", row.login_days < 0 ? json(nullptr) : json(row.login_days)},
                    {"users", row.users},
                    {"from", row.from},
                    {"to", row.to}});
  return list;
}

json steps(const savings::advice& of, const model::contract& in) {
  auto list = json::array();
  for (const auto& step : of.steps)
    list.push_back(
        {{"step", savings::to_string(step.kind)},
         {"saves", step.missing.empty() || !step.saves.is_zero() ? money(step.saves, in) : json(nullptr)},
         {"binds", text_or_null(binds_of(step))},
         {"when", step.saves.is_zero() ? json(nullptr) : json(step.now ? "now" : "renewal")}});
  return list;
}

// Exact where the number has an end, else to twelve decimals.
json break_evens(const savings::advice& of) {
  auto list = json::array();
  for (const auto& each : of.break_evens)
    list.push_back({{"logins", of.in->offers()[each.logins].sku->name},
                    {"members", of.in->offers()[each.members].sku->name},
                    {"login_days", each.login_days.exact_decimals().value_or(each.login_days.fixed(12))}});
  return list;
}

json alternatives(const savings::advice& of, const model::contract& in) {
  auto list = json::array();
  for (const auto& each : of.alternatives)
    list.push_back(
        {{"name", each.name}, {"cost", money(each.cost, in)}, {"note", text_or_null(each.cost.why().missing)}});
  return list;
}

json what_ifs(const savings::advice& of, const model::contract& in) {
  auto list = json::array();
  for (const auto& each : of.what_ifs)
    list.push_back({{"clause", each.clause},
                    {"written", money(each.written, in)},
                    {"added", each.written ? money(each.added, in) : json(nullptr)},
                    {"cost", money(each.least, in)},
                    {"bound", each.least ? money(each.bound, in) : json(nullptr)},
                    {"note", text_or_null(each.least ? each.doubt : each.least.why().missing)}});
  return list;
}

json levers(const savings::advice& of, const model::contract& in) {
  auto list = json::array();
  for (const auto& each : of.levers)
    list.push_back({{"name", each.name},
                    {"worth", money(each.worth, in)},
                    {"least", each.between ? money(each.between->least, in) : money(each.worth, in)},
                    {"most", each.between ? money(each.between->most, in) : money(each.worth, in)},
                    {"note", text_or_null(each.worth.why().missing)}});
  return list;
}

json turns(const savings::advice& of) {
  auto list = json::array();
  const auto number = [](const std::optional<base::rational>& value, int decimals) {
    return value ? json(value->fixed(decimals)) : json(nullptr);
  };
  for (const auto& each : of.turns)
    list.push_back({{"what", each.what},
                    {"now", each.now.fixed(each.decimals)},
                    {"below", number(each.below, each.decimals)},
                    {"above", number(each.above, each.decimals)},
                    {"purchase_below", number(each.purchase_below, each.decimals)},
                    {"purchase_above", number(each.purchase_above, each.decimals)},
                    {"least", number(each.least, each.decimals)},
                    {"most", number(each.most, each.decimals)},
                    {"note", text_or_null(each.missing)}});
  return list;
}

json curve(const savings::advice& of, const model::contract& in) {
  const auto curve = savings::curve_of(of);
  auto points = json::array();
  for (const auto& point : curve.points)
    points.push_back({{"quantity", point.quantity}, {"cost", money(point.cost, in)}});
  const auto& offer = of.in->offers()[curve.offer];
  if (points.empty())
    return nullptr;
  const auto start = in.months[offer.stretches[curve.stretch].first_month].days.first;
  return {{"sku", offer.sku->name}, {"start", base::to_string(start)}, {"points", std::move(points)}};
}

} // namespace

json recommendation(const savings::advice& of, const model::contract& in) {
  const auto gap = of.gap();
  return {{"cost", money(of.best.cost(), in)},
          {"bound", of.best.bound ? money(*of.best.bound, in) : json(nullptr)},
          {"gap", gap ? json(gap->rounded(8, base::rounding::up).fixed(8)) : json(nullptr)},
          {"proven", of.best.proven()},
          {"note", text_or_null(of.best.proven() ? std::string() : of.best.doubt)},
          {"added", money(of.start.start.cost() - of.written, in)},
          {"purchase", purchase(of, in)},
          {"moves", moves(of)},
          {"steps", steps(of, in)},
          {"break_even", break_evens(of)},
          {"alternatives", alternatives(of, in)},
          {"what_if", what_ifs(of, in)},
          {"levers", levers(of, in)},
          {"turns", turns(of)},
          {"curve", curve(of, in)},
          {"clause", text_or_null(savings::as_clause(of))}};
}

} // namespace proviso::report
