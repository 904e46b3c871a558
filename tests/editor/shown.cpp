#include "editor/shown.hpp"

#include <fmt/format.h>

namespace proviso::support {
namespace {

using json = nlohmann::json;

std::string position(const json& at) {
  return fmt::format("{}:{}", at["line"].get<int>() + 1, at["character"].get<int>() + 1);
}

bool is_position(const json& value) {
  return value.is_object() && value.size() == 2 && value.contains("line") && value.contains("character");
}

bool is_range(const json& value) {
  return value.is_object() && value.size() == 2 && value.contains("start") && value.contains("end");
}

std::string indented(std::string text, const std::string& by) {
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1 + by.size()))
    text.insert(at + 1, by);
  return text;
}

std::string members(const json& value) {
  std::string result;
  for (const auto& [key, member] : value.items()) {
    const auto text = shown(member);
    const bool inside = member.is_structured() && !is_range(member) && !is_position(member) && !member.empty();
    result +=
        fmt::format("{}{}:{}{}", result.empty() ? "" : "\n", key, inside ? "\n  " : " ", indented(text, "  "));
  }
  return result;
}

std::string items(const json& value) {
  std::string result;
  for (const auto& each : value)
    result += fmt::format("{}- {}", result.empty() ? "" : "\n", indented(shown(each), "  "));
  return result;
}

} // namespace

std::string shown(const json& value) {
  if (is_position(value))
    return position(value);
  if (is_range(value))
    return fmt::format("{}-{}", position(value["start"]), position(value["end"]));
  if (value.is_object() && !value.empty())
    return members(value);
  if (value.is_array() && !value.empty())
    return items(value);
  return value.is_string() ? value.get<std::string>() : value.dump();
}

} // namespace proviso::support
