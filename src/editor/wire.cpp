#include "editor/wire.hpp"

#include <filesystem>

namespace proviso::editor {
namespace {

constexpr std::string_view virtual_scheme = "proviso:/";

json to_json(position at) {
  return {{"line", at.line}, {"character", at.character}};
}

} // namespace

position to_position(const json& value) {
  return {value.at("line").get<std::uint32_t>(), value.at("character").get<std::uint32_t>()};
}

text_change to_change(const json& value) {
  text_change result{std::nullopt, value.at("text").get<std::string>()};
  if (value.contains("range"))
    result.replaced = {to_position(value["range"].at("start")), to_position(value["range"].at("end"))};
  return result;
}

std::string places::uri(const base::source& source) const {
  if (is_built_in(by, source))
    return virtual_files ? std::string(virtual_scheme) + source.name() : std::string();
  if (source.name().find(':') != std::string::npos) // a text that was never saved: its name is its URI
    return source.name();
  std::error_code error;
  return to_uri(std::filesystem::absolute(source.name(), error).lexically_normal().string());
}

json places::range(base::span at) const {
  const auto& source = sources[at.source];
  return {{"start", to_json(position_of(source, at.begin))}, {"end", to_json(position_of(source, at.end))}};
}

json places::location(base::span at) const {
  const auto named = at.somewhere() ? uri(sources[at.source]) : std::string();
  return named.empty() ? json() : json{{"uri", named}, {"range", range(at)}};
}

json to_json(const remark& of, const places& in) {
  json result{{"range", in.range(of.at)},
              {"severity", static_cast<int>(of.severity)},
              {"source", "proviso"},
              {"message", of.message}};
  if (!of.code.empty())
    result["code"] = of.code;
  for (const auto& other : of.others)
    if (auto place = in.location(other.at); !place.is_null())
      result["relatedInformation"].push_back({{"location", place}, {"message", other.text}});
  return result;
}

json to_json(const std::vector<remark>& all, const places& in) {
  auto result = json::array();
  for (const auto& each : all)
    result.push_back(to_json(each, in));
  return result;
}

} // namespace proviso::editor
