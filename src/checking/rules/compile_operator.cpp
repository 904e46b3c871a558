// Expressions of two sides: logic, comparisons, arithmetic, and names that mean what they are compared with.
#include "base/nearest.hpp"
#include "checking/rules/compiling.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using syntax::expression;
using op = expression::op;

struct meaning { // of an operator as written
  operation what;
  fitted (*fit)(operand, operand);
};

meaning meaning_of(op how) {
  switch (how) {
  case op::equal: return {operation::equal, equate};
  case op::unequal: return {operation::unequal, equate};
  case op::less: return {operation::less, order};
  case op::at_most: return {operation::at_most, order};
  case op::greater: return {operation::greater, order};
  case op::at_least: return {operation::at_least, order};
  case op::plus: return {operation::add, add};
  case op::minus: return {operation::subtract, subtract};
  case op::times: return {operation::multiply, multiply};
  default: return {operation::divide, divide};
  }
}

bool is_equality(operation what) {
  return what == operation::equal || what == operation::unequal;
}

bool is_text(const expression& tree) {
  return tree.what == expression::kind::constant && std::holds_alternative<syntax::text>(tree.value);
}

bool has_names(type beside) {
  return beside.is == shape::name || beside.is == shape::names ||
         (beside.is == shape::record && schema_of(beside.of).named);
}

// A text may stand for a name with blanks, but not for one of a closed set.
bool takes_text(type beside) {
  return has_names(beside) && names_in(beside.from).empty();
}

} // namespace

// ---- symbols

bool expressions::is_symbol(const expression& tree) const {
  const bool bare = tree.what == expression::kind::name || (tree.what == expression::kind::constant &&
                                                            std::holds_alternative<syntax::word>(tree.value));
  if (!bare)
    return false;
  const auto text =
      tree.what == expression::kind::name ? tree.name.text : std::get<syntax::word>(tree.value).text;
  return !slot_of(text) && !parameter_of(text) && text != "contract" && text != "true" && text != "false";
}

maybe expressions::name_constant(std::string_view text, type beside, base::span at) {
  const auto closed = beside.is == shape::record ? std::span<const std::string_view>{} : names_in(beside.from);
  if (!closed.empty() && std::find(closed.begin(), closed.end(), text) == closed.end()) {
    auto help = base::did_you_mean(text, closed);
    if (help.empty())
      help = fmt::format("it is one of {}", fmt::join(closed, ", "));
    const auto set = describe(name_of(beside.from));
    fault(at, fmt::format("'{}' is not {}", text, set), std::move(help));
    return std::nullopt;
  }
  node made;
  made.at = at;
  made.constant = std::string(text);
  return make(std::move(made), {name_of(beside.from), true, false});
}

maybe expressions::symbol(const expression& tree, type beside) {
  if (is_text(tree) && takes_text(beside))
    return name_constant(std::get<syntax::text>(tree.value).value, beside, tree.at);
  if (!is_symbol(tree))
    return compile(tree);
  if (has_names(beside))
    return name_constant(tree.what == expression::kind::name ? tree.name.text
                                                             : std::get<syntax::word>(tree.value).text,
                         beside, tree.at);
  return tree.what == expression::kind::name ? unknown_name(tree) : compile(tree);
}

// Both sides; the one that is a bare name is read as what the other is.
std::optional<std::pair<compiled, compiled>> expressions::sides(const expression& left,
                                                                const expression& right) {
  const bool left_last = is_symbol(left) || is_text(left);
  const auto first = compile(left_last ? right : left);
  const auto second = first ? symbol(left_last ? left : right, first->as.is) : std::nullopt;
  if (!first || !second)
    return std::nullopt;
  return left_last ? std::pair(*second, *first) : std::pair(*first, *second);
}

// ---- operators

maybe expressions::binary(const expression& tree) {
  switch (tree.how) {
  case op::or_: return logical(tree, operation::or_);
  case op::and_: return logical(tree, operation::and_);
  case op::in: return membership(tree);
  default: break;
  }
  const auto what = meaning_of(tree.how).what;
  return what >= operation::add ? arithmetic(tree, what) : comparison(tree, what);
}

// The right side is read only where the left one does not decide.
maybe expressions::logical(const expression& tree, operation what) {
  const auto role = what == operation::and_ ? "'and'" : "'or'";
  const auto left = compile_as(tree.children[0], shape::truth, role);
  const auto before = present_.size();
  if (left != no_node)
    learn(rule_, left, what == operation::and_, present_);
  const auto right = compile_as(tree.children[1], shape::truth, role);
  present_.resize(before);
  if (left == no_node || right == no_node)
    return std::nullopt;
  return make(what, type{shape::truth}, tree.at, {left, right, no_node});
}

maybe expressions::comparison(const expression& tree, operation what) {
  const auto both = sides(tree.children[0], tree.children[1]);
  if (!both)
    return std::nullopt;
  const auto& [left, right] = *both;
  const std::array<node_id, 3> children{left.id, right.id, no_node};
  const bool by_name = (left.as.is.is == shape::record && right.as.is.is == shape::name) ||
                       (left.as.is.is == shape::name && right.as.is.is == shape::record);
  if (!by_name || !is_equality(what))
    return fit(meaning_of(tree.how).fit(left.as, right.as), what, tree, children);
  const auto made = make(what, type{shape::truth}, tree.at, children);
  rule_.nodes[made->id].by_name = true;
  return made;
}

maybe expressions::membership(const expression& tree) {
  const auto right = compile(tree.children[1]);
  const auto left = right ? symbol(tree.children[0], right->as.is) : std::nullopt;
  if (!left || !right)
    return std::nullopt;
  const auto what = right->as.is.is == shape::period ? operation::in_period : operation::in_names;
  return fit(contain(left->as, right->as), what, tree, {left->id, right->id, no_node});
}

maybe expressions::arithmetic(const expression& tree, operation what) {
  const auto left = compile(tree.children[0]);
  const auto right = compile(tree.children[1]);
  if (!left || !right)
    return std::nullopt;
  const bool literal = left->as.literal && right->as.literal;
  const bool whole = left->as.whole && right->as.whole && what != operation::divide;
  return fit(meaning_of(tree.how).fit(left->as, right->as), what, tree, {left->id, right->id, no_node},
             {{}, literal, whole});
}

} // namespace proviso::checking
