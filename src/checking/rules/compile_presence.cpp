// What is known about a rule without running it: which facts are there, and which conditions look records up.
#include "checking/rules/compiling.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

std::string loop_key(const rule& in, const loop& of) {
  return fmt::format("{}:{}", of.over->name, of.where == no_node ? std::string{} : presence_key(in, of.where));
}

// ---- lookups

template <typename Holds>
bool any_node(const rule& in, node_id id, Holds holds) {
  if (id == no_node)
    return false;
  if (holds(in[id]))
    return true;
  for (const auto child : in[id].children)
    if (any_node(in, child, holds))
      return true;
  return false;
}

bool reads(const rule& in, node_id id, std::uint32_t slot) {
  return any_node(in, id, [&](const node& n) { return n.what == operation::variable && n.index == slot; });
}

bool reads_outer(const rule& in, node_id id, std::uint32_t slot) {
  return any_node(in, id, [&](const node& n) { return n.what == operation::variable && n.index < slot; });
}

// x.a.b with the variable of the loop at its root.
bool is_field_of(const rule& in, node_id id, std::uint32_t slot) {
  const auto& n = in[id];
  if (n.what == operation::variable)
    return n.index == slot;
  return n.what == operation::field && is_field_of(in, n.children[0], slot);
}

// Whether the expression reads a variable of an outer loop, elsewhere than in `key`. Loops inside have higher
// slots.
bool reads_past_key(const rule& in, node_id id, std::uint32_t slot, node_id key) {
  if (id == no_node || id == key)
    return false;
  const auto& n = in[id];
  if (n.what == operation::variable)
    return n.index < slot;
  if (n.what >= operation::sum && reads_past_key(in, in.loops[n.index].where, slot, key))
    return true;
  return std::ranges::any_of(n.children, [&](node_id child) { return reads_past_key(in, child, slot, key); });
}

bool try_lookup(const rule& in, loop& of, node_id inner, node_id outer) {
  if (!is_field_of(in, inner, of.slot) || reads(in, outer, of.slot) || !reads_outer(in, outer, of.slot))
    return false;
  of.inner_key = inner;
  of.outer_key = outer;
  return true;
}

bool find_lookup(const rule& in, loop& of, node_id condition) {
  const auto& n = in[condition];
  const auto [left, right, none] = n.children;
  if (n.what == operation::and_)
    return find_lookup(in, of, left) || find_lookup(in, of, right);
  if (n.what != operation::equal || n.by_name)
    return false;
  return try_lookup(in, of, left, right) || try_lookup(in, of, right, left);
}

} // namespace

bool hangs_on_key_alone(const rule& in, const node& aggregate) {
  const auto& of = in.loops[aggregate.index];
  return !reads_past_key(in, of.where, of.slot, of.outer_key) &&
         !reads_past_key(in, aggregate.children[0], of.slot, of.outer_key);
}

std::string presence_key(const rule& in, node_id id) {
  const auto& n = in[id];
  if (n.what == operation::field)
    return fmt::format("{}.{}", presence_key(in, n.children[0]),
                       n.read->with.empty() ? n.read->name : n.read->with);
  std::string key = fmt::format("{}#{}", static_cast<int>(n.what), n.index);
  if (n.what == operation::constant)
    key += fmt::format("={}{}", key_of(n.constant), n.currency);
  if (n.what >= operation::sum)
    key = fmt::format("{}({})", static_cast<int>(n.what), loop_key(in, in.loops[n.index]));
  for (const auto child : n.children)
    if (child != no_node)
      key += fmt::format("({})", presence_key(in, child));
  return key;
}

void learn(const rule& in, node_id condition, bool outcome, std::vector<std::string>& keys) {
  const auto& n = in[condition];
  switch (n.what) {
  case operation::exists:
    if (outcome)
      keys.push_back(presence_key(in, n.children[0]));
    break;
  case operation::not_: learn(in, n.children[0], !outcome, keys); break;
  case operation::and_:
  case operation::or_:
    if (outcome == (n.what == operation::and_)) {
      learn(in, n.children[0], outcome, keys);
      learn(in, n.children[1], outcome, keys);
    }
    break;
  default: break;
  }
}

void find_lookup(const rule& in, loop& of) {
  if (of.where != no_node)
    find_lookup(in, of, of.where);
}

} // namespace proviso::checking
