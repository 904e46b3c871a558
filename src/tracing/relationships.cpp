#include "tracing/relationships.hpp"

#include "base/text.hpp"

#include <array>

namespace proviso::tracing {
namespace {

constexpr std::string_view custom_relationship = "__r";
constexpr std::string_view custom_object = "__c";

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

std::vector<named_object> parents(std::string_view relationship) {
  if (!ends(relationship, custom_relationship))
    return {{std::string(relationship), true}};
  const auto one = std::string(relationship.substr(0, relationship.size() - custom_relationship.size()));
  return {{one, false}, {one + std::string(custom_object), false}};
}

} // namespace proviso::tracing
