#include "editor/requests.hpp"

#include "editor/formatting.hpp"
#include "editor/navigation.hpp"
#include "editor/refused.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::editor {
namespace {

// ---- what a request is about

const analysis& text_of(const session& of, const json& params) {
  const auto uri = params.at("textDocument").at("uri").get<std::string>();
  if (const auto* understood = of.texts.understood(uri))
    return *understood;
  throw refused(fmt::format("'{}' is not open", uri));
}

std::uint32_t offset_in(const analysis& in, const json& params) {
  return offset_of(in.text(), to_position(params.at("position")));
}

base::span range_in(const analysis& in, const json& range) {
  return {in.source(), offset_of(in.text(), to_position(range.at("start"))),
          offset_of(in.text(), to_position(range.at("end")))};
}

// ---- features

json hover(const session& of, const json& params) {
  const auto& in = text_of(of, params);
  const auto found = explain(in, offset_in(in, params));
  return found ? to_json(*found, of.places_of(in)) : json();
}

json completion(const session& of, const json& params) {
  const auto& in = text_of(of, params);
  return to_json(suggest(in, of.texts.by(), offset_in(in, params)), of.places_of(in));
}

// Those that have a URI.
json locations(const std::vector<base::span>& all, const places& in) {
  auto result = json::array();
  for (const auto at : all)
    if (auto location = in.location(at); !location.is_null())
      result.push_back(std::move(location));
  return result;
}

json definition(const session& of, const json& params) {
  const auto& in = text_of(of, params);
  return locations(definitions_of(in, offset_in(in, params)), of.places_of(in));
}

void add_new(json& to, json more) {
  for (auto& each : more)
    if (std::ranges::find(to, each) == to.end())
      to.push_back(std::move(each));
}

// Calls `visit(analysis, declared)` for each other text that sees what the word names.
template <typename Visit>
void for_others(const session& of, const analysis& in, std::uint32_t offset, Visit visit) {
  const auto declared = origin_at(in, offset);
  if (!declared)
    return;
  const auto others = of.texts.others_that_read(declared->file, in);
  for (const auto* each : others.open)
    visit(*each, *declared);
  if (others.closed)
    visit(*others.closed, *declared);
}

json references(const session& of, const json& params) {
  const auto& in = text_of(of, params);
  const auto offset = offset_in(in, params);
  const bool declarations = params.at("context").value("includeDeclaration", true);
  auto result = locations(references_of(in, offset, declarations), of.places_of(in));
  for_others(of, in, offset, [&](const analysis& other, const origin& declared) {
    add_new(result, locations(references_elsewhere(other, declared, declarations), of.places_of(other)));
  });
  return result;
}

json prepare_rename(const session& of, const json& params) {
  const auto& in = text_of(of, params);
  return of.places_of(in).range(renamable(in, of.texts.by(), offset_in(in, params)));
}

json rename_all(const session& of, const json& params) {
  const auto& in = text_of(of, params);
  const auto offset = offset_in(in, params);
  const auto fresh = params.at("newName").get<std::string>();
  auto result = to_changes(rename(in, of.texts.by(), offset, fresh), of.places_of(in));
  for_others(of, in, offset, [&](const analysis& other, const origin& declared) {
    const auto more = to_changes(rename_elsewhere(other, of.texts.by(), declared, fresh), of.places_of(other));
    for (const auto& [uri, edits] : more.at("changes").items())
      add_new(result["changes"][uri], edits);
  });
  return result;
}

json document_symbol(const session& of, const json& params) {
  const auto& in = text_of(of, params);
  return to_json(outline_of(in.tree()), of.places_of(in));
}

json code_action(const session& of, const json& params) {
  const auto& in = text_of(of, params);
  return to_json(fixes_of(in, range_in(in, params.at("range"))), of.places_of(in));
}

json code_lens(const session& of, const json& params) {
  const auto& in = text_of(of, params);
  return to_json(lenses_of(in), of.places_of(in));
}

json formatting(const session& of, const json& params) {
  const auto& in = text_of(of, params);
  return to_json(formatted(in), of.places_of(in));
}

// The text of a file that the program carries, by the URI that a definition gave.
json virtual_text(const session& of, const json& params) {
  const auto uri = params.at("uri").get<std::string>();
  for (const auto& file : of.texts.by().rules.files())
    if (uri.ends_with("/" + file.path))
      return file.text;
  throw refused(fmt::format("'{}' is no file of proviso", uri));
}

constexpr request all_requests[] = {
    {"textDocument/hover", hover},
    {"textDocument/completion", completion},
    {"textDocument/definition", definition},
    {"textDocument/references", references},
    {"textDocument/prepareRename", prepare_rename},
    {"textDocument/rename", rename_all},
    {"textDocument/documentSymbol", document_symbol},
    {"textDocument/codeAction", code_action},
    {"textDocument/codeLens", code_lens},
    {"textDocument/formatting", formatting},
    {"proviso/text", virtual_text},
};

} // namespace

std::span<const request> requests() {
  return all_requests;
}

json capabilities() {
  return {{"positionEncoding", "utf-16"},
          {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
          {"hoverProvider", true},
          {"completionProvider", {{"triggerCharacters", {" ", "\"", "."}}}},
          {"definitionProvider", true},
          {"referencesProvider", true},
          {"renameProvider", {{"prepareProvider", true}}},
          {"documentSymbolProvider", true},
          {"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}},
          {"documentFormattingProvider", true},
          {"codeLensProvider", json::object()}};
}

} // namespace proviso::editor
