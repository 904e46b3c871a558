#include "tracing/relationships.hpp"

#include "base/text.hpp"
#include "tracing/relationship_names.hpp"

#include <array>

namespace proviso::tracing {
namespace {

constexpr std::string_view custom_relationship = "__r";
constexpr std::string_view custom_object = "__c";
constexpr std::string_view parent_word = "Parent";

bool ends(std::string_view text, std::string_view end) {
  return text.size() > end.size() && base::same_but_case(text.substr(text.size() - end.size()), end);
}

std::string singular(std::string_view many) {
  if (ends(many, "ies"))
    return std::string(many.substr(0, many.size() - 3)) + 'y';
  return std::string(ends(many, "s") ? many.substr(0, many.size() - 1) : many);
}

// Satellites that each object has: their relationship, and what their name adds to its own.
struct satellite {
  std::string_view relationship;
  std::string_view suffix;
};
constexpr std::array<satellite, 3> satellites{
    {{"Histories", "History"}, {"Shares", "Share"}, {"Feeds", "Feed"}}};

bool is_of(const named_relationship& one, std::string_view of) {
  return !of.empty() && (base::same_but_case(one.of, of) || base::same_but_case(one.of, singular(of)));
}

void add(std::vector<named_object>& to, const named_relationship& one, std::string_view of, bool certain) {
  const auto& all = one.to;
  if (all.front() != objects::itself[0])
    for (const auto object : all)
      to.push_back({std::string(object), certain && all.size() == 1});
  else if (const auto self = one.of.empty() ? of : one.of; !self.empty())
    to.push_back({std::string(self), certain});
}

// By the row of the object, or that of any; of an object that is not known all rows are possible.
std::vector<named_object> by_table(std::string_view relationship, std::string_view of) {
  std::vector<named_object> result;
  const named_relationship* any = nullptr;
  for (const auto& one : named_relationships)
    if (base::same_but_case(one.name, relationship)) {
      if (is_of(one, of)) {
        add(result, one, of, true);
        return result;
      }
      if (one.of.empty())
        any = &one;
      else if (of.empty())
        add(result, one, of, false);
    }
  if (any != nullptr)
    add(result, *any, of, true);
  return result;
}

// The parent of CaseFeed is Case, that of Acme__Share is Acme__c.
std::vector<named_object> whole_of(std::string_view of) {
  for (const auto& [unused, suffix] : satellites)
    if (ends(of, suffix)) {
      auto whole = std::string(of.substr(0, of.size() - suffix.size()));
      return {{whole.ends_with("__") ? whole + "c" : whole, true}};
    }
  return {};
}

} // namespace

std::vector<named_object> children(std::string_view relationship, std::string_view parent) {
  for (const auto& [name, suffix] : satellites)
    if (base::same_but_case(relationship, name))
      return {{std::string(parent).append(suffix), true}};
  if (!ends(relationship, custom_relationship))
    return {{singular(relationship), true}};
  const auto one = singular(relationship.substr(0, relationship.size() - custom_relationship.size()));
  return {{one, false}, {one + std::string(custom_object), false}};
}

std::vector<named_object> parents(std::string_view relationship, std::string_view of,
                                  const object_test& is_object) {
  if (ends(relationship, custom_relationship)) {
    const auto one = std::string(relationship.substr(0, relationship.size() - custom_relationship.size()));
    return {{one, false}, {one + std::string(custom_object), false}};
  }
  if (auto named = by_table(relationship, of); !named.empty())
    return named;
  if (base::same_but_case(relationship, parent_word))
    return whole_of(of);
  if (is_object(relationship) || ends(relationship, custom_object))
    return {{std::string(relationship), true}};
  return {};
}

} // namespace proviso::tracing
