#include "checking/rules/explanation.hpp"

#include "base/text.hpp"
#include "checking/adjust.hpp"
#include "checking/rules/evaluate.hpp"
#include "checking/rules/wording.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::rational;
using base::truth;

bool compares(operation what) {
  return what >= operation::equal && what <= operation::in_period;
}

bool aggregates(operation what) {
  return what >= operation::sum;
}

class explaining {
public:
  explaining(const finding& of, const rule& in, const metering::assessment& all, const settings& how,
             const base::sources& from)
      : finding_(of), rule_(in), from_(from), facts_(all, how.today, how.found, how.seen), lists_(facts_),
        parameters_(parameters_of(in, *all.contract, how.today)),
        evaluator_(in, facts_, lists_, parameters_, how.most_steps) {}

  explanation run() {
    bind();
    for (const auto each : rule_.each)
      condition(rule_.loops[each].where);
    condition(rule_.when);
    amount("cost", rule_.cost);
    amount("saves", rule_.saves);
    for (const auto* text : {&rule_.report, &rule_.fix})
      for (const auto& piece : *text)
        if (const auto* hole = std::get_if<node_id>(&piece))
          facts_in(*hole);
    return std::move(result_);
  }

private:
  // An undetermined finding may hold fewer records than the rule has: what hangs on the others is left out.
  void bind() {
    const auto count = std::min(finding_.records.size(), rule_.each.size());
    for (std::size_t level = 0; level < count; ++level) {
      const auto& loop = rule_.loops[rule_.each[level]];
      const auto record = finding_.records[level];
      evaluator_.bind(loop.slot, record);
      bound_.push_back(loop.slot);
      result_.records.push_back(fmt::format("{}: {}", variable(level), described(record)));
    }
  }

  [[nodiscard]] std::string variable(std::size_t level) const {
    std::size_t at = 0;
    for (const auto& clause : rule_.written->clauses)
      if (const auto* each = std::get_if<syntax::each>(&clause); each != nullptr && at++ == level)
        return std::string(each->variable.text);
    return {};
  }

  [[nodiscard]] std::string described(record r) const {
    const auto& schema = schema_of(r.of);
    auto words = fmt::format("{} {}", singular(r.of), base::harmless(schema.subject(facts_, r)));
    if (const auto days = schema.days(facts_, r))
      words += ", " + base::to_string(*days);
    return words;
  }

  // ---- whether a node hangs on bound records only

  [[nodiscard]] bool can_tell(node_id id) const {
    if (id == no_node)
      return true;
    const auto& node = rule_[id];
    if (node.what == operation::variable)
      return std::ranges::find(bound_, node.index) != bound_.end();
    if (aggregates(node.what))
      return bound_.size() == rule_.each.size();
    return std::ranges::all_of(node.children, [&](node_id child) { return can_tell(child); });
  }

  // ---- figures

  [[nodiscard]] std::string in_words(const value& v, type is) const {
    if (const auto* why = std::get_if<unknown>(&v))
      return "unknown: " + base::harmless(base::enumerate(why->missing));
    if (const auto* exact = std::get_if<rational>(&v))
      return computed(*exact, is.is);
    return base::harmless(said(v, is, facts_));
  }

  // A price of a unit may have more decimals than the currency: with fewer a sum would not come out.
  [[nodiscard]] std::string computed(const rational& exact, shape unit) const {
    constexpr int usual = 2;
    constexpr int most = 6;
    const auto shown = unit == shape::percent ? exact * rational(100) : exact;
    const auto decimals = unit == shape::money ? facts_.contract().decimals : usual;
    const auto ends = shown.exact_decimals();
    if (!ends && unit == shape::money)
      return figure(exact, unit, most, facts_.contract());
    if (!ends || !is_priced(unit))
      return figure(exact, unit, decimals, facts_.contract());
    const auto point = ends->find('.');
    const auto own = point == std::string::npos ? 0 : static_cast<int>(ends->size() - point - 1);
    return figure(exact, unit, std::clamp(own, decimals, most), facts_.contract());
  }
  static bool is_priced(shape unit) { return unit == shape::money || unit == shape::number; }

  [[nodiscard]] std::string written(node_id id) const {
    std::string text;
    for (const char c : from_.text(rule_[id].at))
      if (c != '\n' && (c != ' ' || text.empty() || text.back() != ' '))
        text += c;
    return base::harmless(text);
  }

  // ---- conditions

  void condition(node_id id) {
    if (id == no_node || !can_tell(id))
      return;
    const auto& node = rule_[id];
    if (node.what == operation::and_ || node.what == operation::or_) {
      for (const auto child : node.children)
        condition(child);
      return;
    }
    if (compares(node.what))
      compare(id);
    else
      result_.conditions.push_back(
          {written(id), in_words(evaluator_.evaluate(stated(id)), node.is), {}, holds(id)});
    facts_in(id);
  }

  // What a negation negates: its figure is the one that is known.
  [[nodiscard]] node_id stated(node_id id) const {
    return rule_[id].what == operation::not_ ? rule_[id].children[0] : id;
  }

  [[nodiscard]] truth holds(node_id id) {
    unknown why;
    return evaluator_.holds(id, why);
  }

  void compare(node_id id) {
    const auto& node = rule_[id];
    const auto left = evaluator_.evaluate(node.children[0]);
    const auto right = evaluator_.evaluate(node.children[1]);
    const auto is = rule_[node.children[0]].is;
    comparison made{written(id),
                    fmt::format("{} {} {}", in_words(left, is), sign(node.what),
                                in_words(right, rule_[node.children[1]].is)),
                    {},
                    holds(id)};
    const auto* a = std::get_if<rational>(&left);
    const auto* b = std::get_if<rational>(&right);
    if (a != nullptr && b != nullptr)
      made.distance = computed(*a < *b ? *b - *a : *a - *b, is.is);
    result_.conditions.push_back(std::move(made));
  }

  static std::string_view sign(operation what) {
    switch (what) {
    case operation::equal: return "==";
    case operation::unequal: return "!=";
    case operation::less: return "<";
    case operation::at_most: return "<=";
    case operation::greater: return ">";
    case operation::at_least: return ">=";
    default: return "in";
    }
  }

  // ---- amounts

  void amount(std::string_view word, node_id id) {
    if (id == no_node || !can_tell(id))
      return;
    result_.amounts.push_back(
        {std::string(word), written(id), in_words(evaluator_.evaluate(id), rule_[id].is)});
    facts_in(id);
  }

  // ---- facts

  void facts_in(node_id id) {
    if (id == no_node || !can_tell(id))
      return;
    const auto& node = rule_[id];
    if (aggregates(node.what) || node.what == operation::parameter)
      add({written(id),
           in_words(evaluator_.evaluate(id), node.is),
           node.what == operation::parameter ? "a parameter of the rule" : "",
           {}});
    else if (node.what == operation::field)
      fact(id);
    else
      for (const auto child : node.children)
        facts_in(child);
  }

  void fact(node_id id) {
    const auto& node = rule_[id];
    const auto owner = evaluator_.evaluate(node.children[0]);
    const auto* of = std::get_if<record>(&owner);
    if (of == nullptr || node.is.is == shape::record)
      return;
    explained_fact made{
        written(id), in_words(evaluator_.evaluate(id), node.is), std::string(node.read->documentation), {}};
    if (node.read->derive != nullptr)
      for (const auto& line : node.read->derive(facts_, *of))
        made.derivation.push_back(base::harmless(line));
    add(std::move(made));
  }

  void add(explained_fact made) {
    if (std::ranges::find(result_.facts, made.written, &explained_fact::written) == result_.facts.end())
      result_.facts.push_back(std::move(made));
  }

  const finding& finding_;
  const rule& rule_;
  const base::sources& from_;
  base::diagnostics faults_;
  facts facts_;
  listings lists_;
  std::vector<value> parameters_;
  evaluator evaluator_;
  std::vector<std::uint32_t> bound_;
  explanation result_;
};

} // namespace

explanation explain(const finding& of, const rulebook& rules, const metering::assessment& all,
                    const settings& how, const base::sources& from) {
  const auto* rule = rules.find(of.rule);
  return rule == nullptr ? explanation{} : explaining(of, *rule, all, how, from).run();
}

} // namespace proviso::checking
