#include "editor/shown.hpp"

#include <fmt/format.h>
#include <optional>

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

// ---- shapes of the protocol, a line each

std::string name_of(const std::string& uri) {
  return uri.substr(uri.rfind('/') + 1);
}

std::string member(const json& value, const char* key) {
  return value.contains(key) ? value[key].is_string() ? value[key].get<std::string>() : shown(value[key]) : "";
}

std::string diagnostic(const json& value) {
  static constexpr const char* severities[] = {"", "error", "warning", "information"};
  const auto code = member(value, "code");
  auto result = fmt::format("{} {}{}: {}", shown(value["range"]), severities[value["severity"].get<int>()],
                            code.empty() ? code : "[" + code + "]", indented(member(value, "message"), "  "));
  if (value.contains("relatedInformation"))
    for (const auto& each : value["relatedInformation"])
      result += fmt::format("\n  {}: {}", shown(each["location"]), member(each, "message"));
  return result;
}

std::string action(const json& value) {
  return fmt::format("{}\n  {}", member(value, "title"), indented(shown(value["edit"]["changes"]), "  "));
}

std::string suggestion(const json& value) {
  return fmt::format("{} {}{}{}", shown(value["textEdit"]["range"]), member(value, "label"),
                     value.contains("detail") ? ": " : "", member(value, "detail"));
}

std::string symbol(const json& value) {
  auto result = fmt::format("{} {} {} ({})", shown(value["range"]), member(value, "name"),
                            member(value, "detail"), member(value, "kind"));
  if (value.contains("children"))
    for (const auto& each : value["children"])
      result += "\n  " + indented(symbol(each), "  ");
  return result;
}

std::optional<std::string> known_shape(const json& value) {
  if (value.contains("severity"))
    return diagnostic(value);
  if (value.contains("edit"))
    return action(value);
  if (value.contains("textEdit"))
    return suggestion(value);
  if (value.contains("selectionRange"))
    return symbol(value);
  if (value.contains("newText"))
    return fmt::format("{} {}", shown(value["range"]), value["newText"].dump());
  if (value.contains("uri") && value.contains("range"))
    return fmt::format("{} {}", name_of(value["uri"]), shown(value["range"]));
  if (value.contains("contents"))
    return fmt::format("{} {}", shown(value["range"]), member(value["contents"], "value"));
  if (value.contains("command"))
    return fmt::format("{} {}", shown(value["range"]), member(value["command"], "title"));
  return std::nullopt;
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
  if (value.is_object())
    if (auto shape = known_shape(value))
      return *shape;
  if (value.is_object() && !value.empty())
    return members(value);
  if (value.is_array() && !value.empty())
    return items(value);
  return value.is_string() ? value.get<std::string>() : value.dump();
}

} // namespace proviso::support
