// Going through collections: loops, aggregates, and the functions min, max and round.
#include "base/nearest.hpp"
#include "checking/rules/compiling.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using syntax::expression;

constexpr std::array functions{std::string_view("min"),  std::string_view("max"), std::string_view("round"),
                               std::string_view("sum"),  std::string_view("any"), std::string_view("all"),
                               std::string_view("count")};

operation aggregate_of(std::string_view word) {
  if (word == "sum")
    return operation::sum;
  if (word == "min")
    return operation::least;
  if (word == "max")
    return operation::most;
  if (word == "any")
    return operation::any;
  return word == "all" ? operation::all : operation::count;
}

bool orders(type of) {
  return is_quantity(of.is) || of.is == shape::date;
}

} // namespace

// ---- loops

std::optional<std::uint32_t> expressions::open_loop(const syntax::word& named, const expression& path,
                                                    const expression* where) {
  const auto* over = path.what == expression::kind::name ? find_collection(path.name.text) : nullptr;
  if (over == nullptr) {
    std::vector<std::string_view> names;
    for (const auto& collection : collections())
      names.push_back(collection.name);
    const bool bare = path.what == expression::kind::name;
    fault(
        path.at, bare ? fmt::format("there is no collection '{}'", path.name.text) : "this is not a collection",
        bare ? base::did_you_mean(path.name.text, names) : fmt::format("there are {}", fmt::join(names, ", ")));
    return std::nullopt;
  }
  if (slot_of(named.text) || parameter_of(named.text) || named.text == "contract") {
    fault(named.at, fmt::format("'{}' means something here already", named.text),
          "give the variable another name");
    return std::nullopt;
  }
  loop made;
  made.slot = static_cast<std::uint32_t>(variables_.size());
  made.over = over;
  variables_.push_back({named.text, over, present_.size()});
  rule_.slots = std::max(rule_.slots, made.slot + 1);
  rule_.about_waivers = rule_.about_waivers || over->of == record_kind::waiver;
  if (where != nullptr) {
    made.where = compile_as(*where, shape::truth, "'where'");
    assume(made.where);
    find_lookup(rule_, made);
  }
  check_nesting(made, path.at);
  rule_.loops.push_back(made);
  return static_cast<std::uint32_t>(rule_.loops.size() - 1);
}

void expressions::close_loop() {
  present_.resize(variables_.back().known_before);
  variables_.pop_back();
}

void expressions::assume(node_id condition) {
  if (condition != no_node)
    learn(rule_, condition, true, present_);
}

void expressions::check_nesting(const loop& inner, base::span at) {
  if (!inner.over->heavy || inner.looks_up())
    return;
  for (std::size_t i = 0; i + 1 < variables_.size(); ++i)
    if (variables_[i].over->heavy) {
      fault(at,
            fmt::format("'{}' inside '{}' would compare each with each", inner.over->name,
                        variables_[i].over->name),
            fmt::format("add 'where' with a field of '{}' == a field of '{}': it is looked up",
                        variables_.back().name, variables_[i].name));
      return;
    }
}

// ---- aggregates

maybe expressions::aggregate(const expression& tree, bool tested) {
  const bool counts = tree.name.text == "count";
  const std::size_t path = counts ? 0 : 1;
  const auto* where = tree.children.size() > path + 1 ? &tree.children[path + 1] : nullptr;
  const auto loop = open_loop(tree.variable, tree.children[path], where);
  if (!loop)
    return std::nullopt;
  const auto result = aggregate_body(tree, *loop, tested);
  close_loop();
  return result;
}

maybe expressions::aggregate_body(const expression& tree, std::uint32_t loop, bool tested) {
  const auto what = aggregate_of(tree.name.text);
  node made;
  made.what = what;
  made.at = tree.at;
  made.index = loop;
  if (what == operation::count)
    return make_aggregate(std::move(made), type{shape::number});
  const auto body = compile(tree.children[0]);
  if (!body)
    return std::nullopt;
  const auto is = body->as.is;
  const bool wants_truth = what == operation::any || what == operation::all;
  if (wants_truth ? is.is != shape::truth : what == operation::sum ? !is_quantity(is.is) : !orders(is)) {
    fault(tree.children[0].at, fmt::format("'{}' asks for {}, not {}", tree.name.text,
                                           wants_truth ? "a condition" : "a quantity", describe(is)));
    return std::nullopt;
  }
  made.children[0] = body->id;
  const auto result = make_aggregate(std::move(made), is);
  const bool may_be_absent = what == operation::least || what == operation::most;
  if (!may_be_absent || tested || is_present(presence_key(rule_, result->id)))
    return result;
  return without_presence(tree, result->id);
}

maybe expressions::make_aggregate(node made, type is) {
  rule_.loops[made.index].by_key_alone = hangs_on_key_alone(rule_, made);
  return make(std::move(made), {is});
}

// ---- functions

maybe expressions::call(const expression& tree) {
  const auto word = tree.name.text;
  if (word == "round" && tree.children.size() == 1)
    return round(tree);
  const bool extreme = word == "min" || word == "max";
  if (!extreme || tree.children.size() != 2) {
    const bool known = extreme || word == "round";
    fault(tree.name.at,
          known ? fmt::format("'{}' takes {}", word, extreme ? "two values" : "one value")
                : fmt::format("there is no function '{}'", word),
          known ? std::string{} : base::did_you_mean(word, functions));
    return std::nullopt;
  }
  const auto left = compile(tree.children[0]);
  const auto right = compile(tree.children[1]);
  if (!left || !right)
    return std::nullopt;
  const auto made = fit(unify(left->as, right->as), word == "min" ? operation::smaller : operation::larger,
                        tree, {left->id, right->id, no_node}, {{}, false, left->as.whole && right->as.whole});
  if (made && !orders(made->as.is)) {
    fault(tree.at, fmt::format("{} has no order", describe(made->as.is)));
    return std::nullopt;
  }
  return made;
}

maybe expressions::round(const expression& tree) {
  const auto part = compile(tree.children.front());
  if (!part)
    return std::nullopt;
  if (is_quantity(part->as.is.is))
    return make(operation::round, part->as.is, tree.at, {part->id, no_node, no_node});
  fault(tree.at, fmt::format("cannot round {}", describe(part->as.is)));
  return std::nullopt;
}

} // namespace proviso::checking
