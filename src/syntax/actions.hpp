// How a match becomes a node: a rule makes a node, fills a member or sets one. The tables in actions_*.hpp say
// which rule does what.
//
// A node is a local of its rule's match and handed to its parent when that is complete, so that one that fails
// half-way is gone when its error unwinds, and nothing of it is found in its neighbours.
#pragma once

#include "grammar/file.hpp"
#include "syntax/context.hpp"

namespace proviso::syntax {

namespace p = tao::pegtl;

template <typename Rule>
struct action : p::nothing<Rule> {};

template <typename Input>
[[nodiscard]] lexeme lexeme_of(const Input& in, const context& c) {
  return {{in.begin(), in.size()}, c.between(in.begin(), in.end())};
}

// ---- handing a node to what it stands in

template <typename Parent, typename Node>
void add(Parent& to, Node&& node) {
  if constexpr (requires { to.clauses.emplace_back(std::move(node)); })
    to.clauses.emplace_back(std::move(node));
  else if constexpr (requires { to.source = std::move(node); })
    to.source = std::move(node);
  else
    to.value = std::move(node);
}
inline void add(price& to, slice&& node) {
  to.slices.push_back(node);
}
inline void add(names& to, stated_name&& node) {
  to.values.push_back(std::move(node));
}
// Clauses of rules are large and their number is much the same: growing step by step takes as long as reading
// them.
template <typename Node>
void add(rule& to, Node&& node) {
  constexpr std::size_t usual = 12;
  if (to.clauses.capacity() == 0)
    to.clauses.reserve(usual);
  to.clauses.emplace_back(std::move(node));
}
template <typename Node>
void add(file& to, Node&& node) {
  to.declarations.emplace_back(std::move(node));
}

// ---- kinds of actions

// The rule is a Node of its own; Settings are applied to it.
template <typename Node, typename... Settings>
struct makes : p::maybe_nothing {
  template <typename Rule, p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename Parent>
  [[nodiscard]] static bool match(Input& in, Parent& parent, context& c) {
    if constexpr (requires { typename Rule::opening; })
      if (!Rule::opening::stands(in.current(), in.end()))
        return false;
    const char* const begin = in.current();
    Node node;
    (Settings::apply(node), ...);
    if (!p::match<Rule, A, M, Action, Control>(in, node, c))
      return false;
    if constexpr (requires { node.at; })
      node.at = c.between(begin, c.word_end);
    add(parent, std::move(node));
    return true;
  }
};

// The lexeme is read into a member of the node it stands in.
template <auto Member>
struct fills {
  template <typename Input, typename Node>
  static void apply(const Input& in, Node& node, context& c) {
    read(lexeme_of(in, c), node.*Member, c.out);
  }
};

// The same where the member can hold values of several types.
template <auto Member, typename Value>
struct fills_as {
  template <typename Input, typename Node>
  static void apply(const Input& in, Node& node, context& c) {
    Value value;
    read(lexeme_of(in, c), value, c.out);
    node.*Member = std::move(value);
  }
};

// That the rule matches says it all.
template <auto Member, auto Value>
struct sets {
  template <typename Node>
  static void apply(Node& node) {
    node.*Member = Value;
  }
  template <typename Node>
  static void apply0(Node& node, context&) {
    apply(node);
  }
};

// The rule is read into a member that is a node of its own.
template <auto Member>
struct into : p::maybe_nothing {
  template <typename Rule, p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename Node>
  [[nodiscard]] static bool match(Input& in, Node& node, context& c) {
    return p::match<Rule, A, M, Action, Control>(in, place(node.*Member), c);
  }

private:
  template <typename Value>
  static Value& place(Value& value) {
    return value;
  }
  template <typename Value>
  static Value& place(std::optional<Value>& value) {
    return value.emplace();
  }
  template <typename Value>
  static Value& place(std::vector<Value>& values) {
    return values.emplace_back();
  }
};

// ---- what stands in many nodes

template <grammar::letters What>
struct action<grammar::name_of<What>> {
  template <typename Input, typename Node>
  static void apply(const Input& in, Node& node, context& c) {
    read_name(lexeme_of(in, c), node.name, c.out);
  }
};

template <grammar::letters What>
struct action<grammar::title_of<What>> {
  template <typename Input, typename Node>
  static void apply(const Input& in, Node& node, context& c) {
    read(lexeme_of(in, c), node.title, c.out);
  }
};

template <operation Value>
struct adds_operation {
  template <typename Input, typename Node>
  static void apply(const Input& in, Node& node, context& c) {
    node.operations.push_back({Value, lexeme_of(in, c).at});
  }
};

struct adds_object {
  template <typename Input, typename Node>
  static void apply(const Input& in, Node& node, context& c) {
    read(lexeme_of(in, c), node.objects, c.out);
  }
};

struct adds_capability {
  template <typename Input, typename Node>
  static void apply(const Input& in, Node& node, context& c) {
    read(lexeme_of(in, c), node.capabilities, c.out);
  }
};

struct reads_subject {
  template <typename Input, typename Node>
  static void apply(const Input& in, Node& node, context& c) {
    read(lexeme_of(in, c), node.subject, c.out);
  }
};

struct reads_rule {
  template <typename Input, typename Node>
  static void apply(const Input& in, Node& node, context& c) {
    read(lexeme_of(in, c), node.rule, c.out);
  }
};

template <typename Value>
struct reads_literal {
  template <typename Input, typename Node>
  static void apply(const Input& in, Node& node, context& c) {
    Value value;
    read(lexeme_of(in, c), value, c.out);
    node.value = std::move(value);
  }
};

// clang-format off
template <> struct action<grammar::op_create>       : adds_operation<operation::create> {};
template <> struct action<grammar::op_read>         : adds_operation<operation::read> {};
template <> struct action<grammar::op_update>       : adds_operation<operation::update> {};
template <> struct action<grammar::op_delete>       : adds_operation<operation::remove> {};
template <> struct action<grammar::object_word>     : adds_object {};
template <> struct action<grammar::capability_word> : adds_capability {};
template <> struct action<grammar::subject>         : reads_subject {};
template <> struct action<grammar::rule_word>       : reads_rule {};

template <> struct action<grammar::literal_number>   : reads_literal<decimal> {};
template <> struct action<grammar::literal_percent>  : reads_literal<percent> {};
template <> struct action<grammar::literal_money>    : reads_literal<amount> {};
template <> struct action<grammar::literal_duration> : reads_literal<duration> {};
template <> struct action<grammar::literal_date>     : reads_literal<date> {};
template <> struct action<grammar::literal_text>     : reads_literal<text> {};
template <> struct action<grammar::literal_word>     : reads_literal<word> {};

template <> struct action<grammar::cited>          : makes<cited> {};
template <> struct action<grammar::cited_document> : fills<&cited::document> {};
template <> struct action<grammar::note>           : makes<note> {};
template <> struct action<grammar::note_text>      : fills<&note::value> {};
template <> struct action<grammar::source>         : makes<source_of> {};
template <> struct action<grammar::source_tail>    : makes<source_of> {};
template <> struct action<grammar::source_text>    : fills<&source_of::value> {};
template <> struct action<grammar::source_date>    : fills<&source_of::as_of> {};
// clang-format on

} // namespace proviso::syntax
