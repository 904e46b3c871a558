#include "editor/outline.hpp"

namespace proviso::editor {
namespace {

using kind = outline_item::kind;

std::string text_of(const std::optional<syntax::text>& title) {
  return title ? title->value : std::string();
}

class outliner {
public:
  explicit outliner(std::vector<outline_item>& out) : out_(out) {}

  template <typename Node>
  void operator()(const Node&) {}

  void operator()(const syntax::contract& node) { block(kind::contract, node.name, node.title.value, node); }
  void operator()(const syntax::amendment& node) {
    out_.push_back({kind::contract,
                    node.title.value,
                    "amends " + std::string(node.contract.text),
                    node.at,
                    node.title.at,
                    {}});
    into_last(node.clauses);
  }
  void operator()(const syntax::sku& node) {
    leaf(node.quote ? kind::quote : kind::sku, node.name, text_of(node.title), node.at);
  }
  void operator()(const syntax::restriction& node) {
    leaf(kind::restriction, node.name, text_of(node.title), node.at);
  }
  void operator()(const syntax::license& node) { leaf(kind::license, node.name, node.title.value, node.at); }
  void operator()(const syntax::capability& node) { leaf(kind::license, node.name, node.title.value, node.at); }
  void operator()(const syntax::object& node) { leaf(kind::object, node.name, {}, node.at); }
  void operator()(const syntax::group& node) { leaf(kind::group, node.name, node.title.value, node.at); }
  void operator()(const syntax::rule& node) { leaf(kind::rule, node.name, node.title.value, node.at); }
  void operator()(const syntax::test& node) {
    out_.push_back({kind::test, node.title.value, "test", node.at, node.title.at, {}});
  }

private:
  void leaf(kind is, const syntax::word& name, std::string detail, base::span at) {
    out_.push_back({is, std::string(name.text), std::move(detail), at, name.at, {}});
  }
  template <typename Node>
  void block(kind is, const syntax::word& name, std::string detail, const Node& node) {
    leaf(is, name, std::move(detail), node.at);
    into_last(node.clauses);
  }
  template <typename Clauses>
  void into_last(const Clauses& clauses) {
    outliner inner(out_.back().children);
    for (const auto& clause : clauses)
      std::visit(inner, clause);
  }

  std::vector<outline_item>& out_;
};

} // namespace

std::vector<outline_item> outline_of(const syntax::file& file) {
  std::vector<outline_item> result;
  outliner outline(result);
  for (const auto& declaration : file.declarations)
    std::visit(outline, declaration);
  return result;
}

} // namespace proviso::editor
