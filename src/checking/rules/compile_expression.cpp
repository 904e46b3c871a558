// Single expressions: constants, names, fields, and what is built of one part.
#include "base/currency.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "checking/rules/compiling.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using syntax::expression;
using form = expression::kind;

base::rational exact(const syntax::decimal& d) {
  return base::rational::decimal(d.units, d.scale);
}

constant_value read_duration(const syntax::duration& d) {
  return {type{d.in_days ? shape::days : shape::months}, number(d.count), false, {}};
}

// The literals that mean the same wherever they stand; a word does not.
struct reading_literal {
  constant_value operator()(const syntax::decimal& d) const {
    return {type{shape::number}, exact(d), exact(d).is_whole(), {}};
  }
  constant_value operator()(const syntax::percent& p) const {
    return {type{shape::percent}, exact(p.value) / base::rational(100), false, {}};
  }
  constant_value operator()(const syntax::amount& a) const {
    return {type{shape::money}, exact(a.value), false, a.currency.text};
  }
  constant_value operator()(const syntax::date& d) const { return {type{shape::date}, d.value, false, {}}; }
  constant_value operator()(const syntax::duration& d) const { return read_duration(d); }
  constant_value operator()(const syntax::text& t) const { return {type{shape::text}, t.value, false, {}}; }
  constant_value operator()(const syntax::word& w) const {
    if (w.text == "true" || w.text == "false")
      return {type{shape::truth}, w.text == "true", false, {}};
    return {name_of(domain::any), std::string(w.text), false, {}};
  }
};

template <typename Named>
void add_names(std::vector<std::string_view>& names, const Named& all) {
  for (const auto& one : all)
    names.push_back(one.name);
}

} // namespace

constant_value read_literal(const syntax::literal& literal) {
  return std::visit(reading_literal{}, literal);
}

void expressions::fault(base::span at, std::string message, std::string help, base::ground rests_on) {
  faults_.push_back({std::move(message), at, std::move(help), {}, rests_on});
}

// ---- nodes

maybe expressions::make(node made, operand as) {
  made.is = as.is;
  rule_.nodes.push_back(std::move(made));
  return compiled{static_cast<node_id>(rule_.nodes.size() - 1), as};
}

maybe expressions::make(operation what, type is, base::span at, std::array<node_id, 3> children) {
  node made;
  made.what = what;
  made.at = at;
  made.children = children;
  return make(std::move(made), {is});
}

maybe expressions::fit(const fitted& result, operation what, const expression& tree,
                       std::array<node_id, 3> children, operand as) {
  if (const auto* wrong = std::get_if<misfit>(&result)) {
    fault(tree.at, wrong->message, wrong->help);
    return std::nullopt;
  }
  const auto made = make(what, std::get<type>(result), tree.at, children);
  return compiled{made->id, {made->as.is, as.literal, as.whole}};
}

// ---- dispatch

maybe expressions::compile(const expression& tree) {
  switch (tree.what) {
  case form::constant: return constant(tree.value, tree.at);
  case form::name: return name(tree);
  case form::field: return field(tree, false);
  case form::unary: return unary(tree);
  case form::binary: return binary(tree);
  case form::exists: return exists(tree);
  case form::condition: return condition(tree);
  case form::call: return call(tree);
  case form::aggregate: return aggregate(tree, false);
  case form::today: return make(operation::today, type{shape::date}, tree.at, {no_node, no_node, no_node});
  }
  return std::nullopt;
}

node_id expressions::compile_as(const expression& tree, shape wanted, std::string_view role) {
  const auto made = compile(tree);
  if (!made)
    return no_node;
  if (made->as.is.is == wanted)
    return made->id;
  fault(tree.at, fmt::format("{} asks for {}, not {}", role, describe(type{wanted}), describe(made->as.is)));
  return no_node;
}

// ---- constants and names

maybe expressions::constant(const syntax::literal& literal, base::span at) {
  const auto read = read_literal(literal);
  if (read.is.is == shape::money && read.currency.empty()) {
    fault(at, "money in a rule names its currency", "write '2.00 USD'");
    return std::nullopt;
  }
  if (read.is.is == shape::money && !base::minor_unit(read.currency)) {
    fault(at, fmt::format("there is no currency '{}'", read.currency),
          base::did_you_mean(read.currency, base::currency_codes()));
    return std::nullopt;
  }
  node made;
  made.at = at;
  made.constant = read.what;
  made.currency = read.currency;
  return make(std::move(made), {read.is, true, read.whole});
}

std::optional<std::uint32_t> expressions::slot_of(std::string_view wanted) const {
  for (auto i = variables_.size(); i-- > 0;)
    if (variables_[i].name == wanted)
      return static_cast<std::uint32_t>(i);
  return std::nullopt;
}

std::optional<std::uint32_t> expressions::parameter_of(std::string_view wanted) const {
  for (std::uint32_t i = 0; i < rule_.parameters.size(); ++i)
    if (rule_.parameters[i].name == wanted)
      return i;
  return std::nullopt;
}

maybe expressions::name(const expression& tree) {
  const auto text = tree.name.text;
  node made;
  made.at = tree.at;
  if (const auto slot = slot_of(text)) {
    made.what = operation::variable;
    made.index = *slot;
    return make(std::move(made), {record_of(variables_[*slot].over->of)});
  }
  if (const auto index = parameter_of(text)) {
    const auto& parameter = rule_.parameters[*index];
    made.what = operation::parameter;
    made.index = *index;
    return make(std::move(made), {parameter.is, false, parameter.whole});
  }
  if (text == "contract") {
    made.what = operation::contract;
    return make(std::move(made), {record_of(record_kind::contract)});
  }
  if (text == "true" || text == "false")
    return constant(tree.name, tree.at);
  return unknown_name(tree);
}

maybe expressions::unknown_name(const expression& tree) {
  const auto text = tree.name.text;
  if (find_collection(text)) {
    fault(tree.at, fmt::format("'{}' is a collection, not a value", text),
          fmt::format("go through it: 'for x in {}', 'count (x in {})'", text, text));
    return std::nullopt;
  }
  std::vector<std::string_view> names{"contract", "today"};
  add_names(names, variables_);
  add_names(names, rule_.parameters);
  fault(tree.at, fmt::format("there is no variable or parameter '{}'", text), base::did_you_mean(text, names),
        base::ground::name);
  return std::nullopt;
}

// ---- fields

bool expressions::is_present(const std::string& key) const {
  return std::find(present_.begin(), present_.end(), key) != present_.end();
}

maybe expressions::without_presence(const expression& tree, node_id id) {
  const auto& read = rule_[id].read;
  const auto tested =
      read && read->with != read->name ? fmt::format("its '{}'", read->with) : std::string("it");
  fault(tree.at,
        read ? fmt::format("'{}' may be absent", read->name) : std::string("of nothing this is absent"),
        fmt::format("test {} with 'exists' in an earlier condition", tested), base::ground::text);
  return std::nullopt;
}

maybe expressions::field(const expression& tree, bool tested) {
  const auto owner = compile(tree.children.front());
  if (!owner)
    return std::nullopt;
  if (owner->as.is.is == shape::record)
    return record_field(tree, *owner, tested);
  if (owner->as.is.is == shape::period)
    return period_field(tree, *owner);
  fault(tree.name.at, fmt::format("{} has no fields", describe(owner->as.is)));
  return std::nullopt;
}

maybe expressions::record_field(const expression& tree, const compiled& owner, bool tested) {
  const auto& schema = schema_of(owner.as.is.of);
  const auto* found = schema.find(tree.name.text);
  if (found == nullptr) {
    std::vector<std::string_view> names;
    add_names(names, schema.fields);
    auto help = base::did_you_mean(tree.name.text, names);
    if (help.empty())
      help = fmt::format("it has {}", base::enumerate(std::vector<std::string>(names.begin(), names.end())));
    fault(tree.name.at, fmt::format("{} has no field '{}'", describe(owner.as.is), tree.name.text),
          std::move(help));
    return std::nullopt;
  }
  node made;
  made.what = operation::field;
  made.at = tree.at;
  made.children = {owner.id, no_node, no_node};
  made.read = found;
  const auto result = make(std::move(made), {found->is});
  if (found->with.empty() || tested || is_present(presence_key(rule_, result->id)))
    return result;
  return without_presence(tree, result->id);
}

maybe expressions::period_field(const expression& tree, const compiled& owner) {
  const std::array<node_id, 3> children{owner.id, no_node, no_node};
  if (tree.name.text == "start")
    return make(operation::period_start, type{shape::date}, tree.at, children);
  if (tree.name.text == "end")
    return make(operation::period_end, type{shape::date}, tree.at, children);
  if (tree.name.text == "days")
    return make(operation::period_days, type{shape::days}, tree.at, children);
  constexpr std::string_view names[] = {"start", "end", "days"};
  auto help = base::did_you_mean(tree.name.text, names);
  fault(tree.name.at, fmt::format("a period has no field '{}'", tree.name.text),
        help.empty() ? "it has start, end and days" : std::move(help));
  return std::nullopt;
}

// ---- built of parts

maybe expressions::unary(const expression& tree) {
  const auto part = compile(tree.children.front());
  if (!part)
    return std::nullopt;
  const std::array<node_id, 3> children{part->id, no_node, no_node};
  if (tree.how == expression::op::negate)
    return fit(negate(part->as), operation::negate, tree, children, part->as);
  if (part->as.is.is == shape::truth)
    return make(operation::not_, part->as.is, tree.at, children);
  fault(tree.at, fmt::format("'not' asks for a condition, not {}", describe(part->as.is)));
  return std::nullopt;
}

maybe expressions::exists(const expression& tree) {
  const auto& fact = tree.children.front();
  const auto part = fact.what == form::field       ? field(fact, true)
                    : fact.what == form::aggregate ? aggregate(fact, true)
                                                   : compile(fact);
  if (!part)
    return std::nullopt;
  return make(operation::exists, type{shape::truth}, tree.at, {part->id, no_node, no_node});
}

maybe expressions::condition(const expression& tree) {
  const auto test = compile_as(tree.children[0], shape::truth, "'if'");
  const auto before = present_.size();
  if (test != no_node)
    learn(rule_, test, true, present_);
  const auto yes = compile(tree.children[1]);
  present_.resize(before);
  if (test != no_node)
    learn(rule_, test, false, present_);
  const auto no = compile(tree.children[2]);
  present_.resize(before);
  if (test == no_node || !yes || !no)
    return std::nullopt;
  return fit(unify(yes->as, no->as), operation::condition, tree, {test, yes->id, no->id},
             {{}, false, yes->as.whole && no->as.whole});
}

} // namespace proviso::checking
