#include "editor/mentions.hpp"

#include "model/resolve.hpp"

#include <fmt/format.h>

namespace proviso::editor {
namespace {

const things any_license{thing::license, thing::license_group};
const things any_object{thing::object_group, thing::object};
const things covered{thing::sku, thing::license, thing::license_group};
const things judged{thing::sku, thing::restriction, thing::license};

// Walks a tree; the contract and the rule it is in are the scopes of what they hold.
class collector {
public:
  explicit collector(std::vector<mention>& out) : out_(out) {}

  template <typename Node>
  void operator()(const Node&) {} // holds no names

  // ---- declarations

  void operator()(const syntax::contract& node) {
    declare(node.name, thing::contract, node.title.value, {});
    contract_ = node.name.text;
    all(node.clauses);
  }
  void operator()(const syntax::amendment& node) {
    use(node.contract, {thing::contract});
    contract_ = node.contract.text;
    all(node.clauses);
  }
  void operator()(const syntax::license& node) {
    declare(node.name, thing::license, node.title.value, {});
    all(node.clauses);
  }
  void operator()(const syntax::capability& node) {
    declare(node.name, thing::capability, node.title.value, {});
  }
  void operator()(const syntax::object& node) {
    declare(node.name, thing::object, {}, {});
    all(node.clauses);
  }
  void operator()(const syntax::group& node) {
    using kind = syntax::group::kind;
    const bool objects = node.of == kind::objects;
    declare(node.name,
            objects                     ? thing::object_group
            : node.of == kind::licenses ? thing::license_group
                                        : thing::text_group,
            node.title.value, {});
    const bool declares = model::declares_members(node);
    for (const auto& member : node.members)
      if (declares)
        declare(member, thing::object, {}, {});
      else
        use(member, objects ? things{thing::object} : any_license);
  }
  void operator()(const syntax::rule& node) {
    declare(node.name, thing::rule, node.title.value, {});
    rule_ = node.name.text;
    all(node.clauses);
  }
  void operator()(const syntax::test& node) {
    contract_.clear();
    all(node.clauses);
  }

  // ---- contracts

  void operator()(const syntax::sku& node) {
    name_again(node.name, thing::sku, node.title);
    all(node.clauses);
  }
  void operator()(const syntax::restriction& node) {
    name_again(node.name, thing::restriction, node.title);
    all(node.clauses);
  }
  void operator()(const syntax::end_of& node) {
    use(node.name, {node.sku ? thing::sku : thing::restriction}, contract_);
  }
  void operator()(const syntax::license_of& node) { use(node.license, {thing::license}); }
  void operator()(const syntax::swap& node) { use(node.sku, {thing::sku}, contract_); }
  void operator()(const syntax::co_termed& node) { use(node.with, {thing::sku}, contract_); }
  void operator()(const syntax::waive& node) {
    use(node.rule, {thing::rule});
    use(node.subject);
  }
  void operator()(const syntax::treat& node) { use(node.rule, {thing::rule}); }
  void operator()(const syntax::set& node) {
    use(node.rule, {thing::rule});
    use(node.parameter, {thing::parameter}, std::string(node.rule.text));
  }

  // ---- restrictions and licenses

  void operator()(const syntax::scope& node) { each(node.names, covered, contract_); }
  void operator()(const syntax::prohibit& node) { each(node.objects, any_object); }
  void operator()(const syntax::prohibit_capability& node) { each(node.capabilities, {thing::capability}); }
  void operator()(const syntax::except& node) {
    each(node.objects, any_object);
    use(node.subject);
  }
  void operator()(const syntax::limit&) {}
  void operator()(const syntax::offers& node) { each(node.capabilities, {thing::capability}); }
  void operator()(const syntax::allows& node) { each(node.objects, any_object); }
  void operator()(const syntax::related& node) { each(node.objects, {thing::object}); }

  // ---- rules

  void operator()(const syntax::param& node) { declare(node.name, thing::parameter, {}, rule_); }
  void operator()(const syntax::each& node) {
    declare(node.variable, thing::variable, {}, rule_);
    (*this)(node.path);
    for (const auto& condition : node.where)
      (*this)(condition);
  }
  void operator()(const syntax::when& node) { (*this)(node.condition); }
  void operator()(const syntax::report& node) { (*this)(node.message); }
  void operator()(const syntax::fix& node) { (*this)(node.advice); }
  void operator()(const syntax::place& node) { (*this)(node.fact); }
  void operator()(const syntax::cost& node) { (*this)(node.value); }
  void operator()(const syntax::saves& node) { (*this)(node.value); }
  void operator()(const syntax::template_text& node) { all(node.pieces); }
  void operator()(const syntax::expression& node) {
    if (node.what == syntax::expression::kind::name)
      use(node.name, {thing::variable, thing::parameter}, rule_);
    if (node.what == syntax::expression::kind::aggregate)
      declare(node.variable, thing::variable, {}, rule_);
    for (const auto& child : node.children)
      (*this)(child);
  }

  // ---- tests

  void operator()(const syntax::test_contract& node) {
    if (const auto* named = std::get_if<syntax::word>(&node.value)) {
      use(*named, {thing::contract});
      contract_ = named->text;
    } else {
      in_place(std::get<syntax::contract>(node.value));
    }
  }
  void operator()(const syntax::expect& node) {
    using kind = syntax::expect::kind;
    if (node.what <= kind::undetermined)
      use(node.rule, {thing::rule});
    use(node.subject);
  }

private:
  // One file may hold many contracts of a name in its tests: none of them is another's.
  void in_place(const syntax::contract& node) {
    contract_ = fmt::format("{} at {}:{}", node.name.text, node.name.at.source, node.name.at.begin);
    out_.push_back({node.name.text, node.name.at, {thing::contract}, contract_, true, node.title.value});
    all(node.clauses);
  }

  void declare(const syntax::word& name, thing is, std::string_view title, std::string scope) {
    out_.push_back({name.text, name.at, {is}, std::move(scope), true, title});
  }
  // What an amendment names again has no title.
  void name_again(const syntax::word& name, thing is, const std::optional<syntax::text>& title) {
    out_.push_back(
        {name.text, name.at, {is}, contract_, title.has_value(), title ? title->value : std::string_view{}});
  }
  void use(const syntax::word& name, things may_be, std::string scope = {}) {
    if (name.at.somewhere())
      out_.push_back({name.text, name.at, std::move(may_be), std::move(scope), false, {}});
  }
  // A subject in quotes is a population of the plan.
  void use(const std::optional<syntax::reference>& subject) {
    if (subject && subject->at.end - subject->at.begin == subject->value.size())
      out_.push_back({subject->value, subject->at, judged, contract_, false, {}});
  }
  void each(const std::vector<syntax::word>& names, const things& may_be, const std::string& scope = {}) {
    for (const auto& name : names)
      use(name, may_be, scope);
  }
  template <typename Nodes>
  void all(const Nodes& nodes) {
    for (const auto& node : nodes)
      std::visit(*this, node);
  }

  std::vector<mention>& out_;
  std::string contract_;
  std::string rule_;
};

} // namespace

std::vector<mention> mentions_of(const syntax::file& file) {
  std::vector<mention> result;
  collector collect(result);
  for (const auto& declaration : file.declarations)
    std::visit(collect, declaration);
  return result;
}

std::vector<mention> mentions_of(const usage::plan& plan) {
  std::vector<mention> result;
  const auto& contract = plan.contract;
  result.push_back({contract.value, contract.at, {thing::contract}, {}, false, {}});
  for (const auto& population : plan.populations) {
    result.push_back({population.sku.value, population.sku.at, {thing::sku}, contract.value, false, {}});
    for (const auto& need : population.needs)
      result.push_back({need.value, need.at, {thing::capability}, {}, false, {}});
    for (const auto& access : population.access)
      result.push_back({access.object, access.at, {thing::object}, {}, false, {}});
  }
  return result;
}

} // namespace proviso::editor
