// What an editor may ask about a text: each method of the protocol with the function that answers it. JSON is
// only here, in the wire and in the server; the features speak in values.
#pragma once

#include "editor/wire.hpp"
#include "editor/workspace.hpp"

#include <span>
#include <string_view>

namespace proviso::editor {

struct session {
  workspace texts;
  bool virtual_files = false; // the editor can ask for the files that the program carries

  [[nodiscard]] places places_of(const analysis& in) const { return {in.sources, texts.by(), virtual_files}; }
};

struct request {
  std::string_view method;
  json (*answer)(const session&, const json& params);
};

[[nodiscard]] std::span<const request> requests();

// What the server says it can do.
[[nodiscard]] json capabilities();

} // namespace proviso::editor
