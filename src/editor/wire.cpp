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

namespace {

std::string uri_of(const base::source& source, const settings& by, bool virtual_files) {
  if (is_built_in(by, source))
    return virtual_files ? std::string(virtual_scheme) + source.name() : std::string();
  if (source.name().find(':') != std::string::npos) // a text that was never saved: its name is its URI
    return source.name();
  std::error_code error;
  return to_uri(std::filesystem::absolute(source.name(), error).lexically_normal().string());
}

} // namespace

places::places(const base::sources& sources, const settings& by, bool virtual_files) : sources_(sources) {
  for (std::uint32_t number = 1; number <= sources.size(); ++number)
    uris_.push_back(uri_of(sources[number], by, virtual_files));
}

json places::range(base::span at) const {
  const auto& source = sources_[at.source];
  return {{"start", to_json(position_of(source, at.begin))}, {"end", to_json(position_of(source, at.end))}};
}

json places::location(base::span at) const {
  const auto named = at.somewhere() ? uri(at.source) : std::string();
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
      result["relatedInformation"].push_back(
          {{"location", place}, {"message", other.text.empty() ? "here" : other.text}});
  return result;
}

json to_json(const explanation& of, const places& in) {
  return {{"contents", {{"kind", "markdown"}, {"value", of.text}}}, {"range", in.range(of.at)}};
}

json to_json(const suggestions& all, const places& in) {
  auto result = json::array();
  for (const auto& each : all.all) {
    json item{{"label", each.name},
              {"kind", static_cast<int>(each.is)},
              {"textEdit", {{"range", in.range(all.at)}, {"newText", each.name}}}};
    if (!each.detail.empty())
      item["detail"] = each.detail;
    result.push_back(std::move(item));
  }
  return result;
}

json to_json(const outline_item& of, const places& in) {
  json result{{"name", of.name},
              {"kind", static_cast<int>(of.is)},
              {"range", in.range(of.at)},
              {"selectionRange", in.range(of.name_at)}};
  if (!of.detail.empty())
    result["detail"] = of.detail;
  if (!of.children.empty())
    result["children"] = to_json(of.children, in);
  return result;
}

json to_json(const lens& of, const places& in) {
  return {{"range", in.range(of.at)}, {"command", {{"title", of.text}, {"command", ""}}}};
}

json to_json(const edit& of, const places& in) {
  return {{"range", in.range(of.at)}, {"newText", of.text}};
}

json to_json(const quick_fix& of, const places& in) {
  return {{"title", of.title},
          {"kind", "quickfix"},
          {"diagnostics", json::array({to_json(of.of, in)})},
          {"edit", to_changes({of.change}, in)}};
}

json to_changes(const std::vector<edit>& all, const places& in) {
  auto changes = json::object();
  for (const auto& each : all)
    if (const auto& uri = in.uri(each.at.source); !uri.empty())
      changes[uri].push_back(to_json(each, in));
  return {{"changes", std::move(changes)}};
}

} // namespace proviso::editor
