// Values as JSON the way the protocol writes them, and back. What is not as the protocol says throws
// nlohmann::json::exception.
#pragma once

#include "editor/analysis.hpp"
#include "editor/completion.hpp"
#include "editor/documents.hpp"
#include "editor/fixes.hpp"
#include "editor/hover.hpp"
#include "editor/lenses.hpp"
#include "editor/outline.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace proviso::editor {

using json = nlohmann::json;

// ---- from the editor

[[nodiscard]] position to_position(const json& value);
[[nodiscard]] text_change to_change(const json& value);

// ---- to the editor

// How the sources of one analysis are named to the editor. The files that the program carries have a URI only
// where the editor said that it can ask for their texts.
class places {
public:
  // Sources and settings outlive it.
  places(const base::sources& sources, const settings& by, bool virtual_files);

  // Of the source of that number; empty: it has none.
  [[nodiscard]] const std::string& uri(std::uint32_t source) const { return uris_[source - 1]; }
  [[nodiscard]] json range(base::span at) const;
  [[nodiscard]] json location(base::span at) const; // null where the source has no URI

private:
  const base::sources& sources_;
  std::vector<std::string> uris_;
};

[[nodiscard]] json to_json(const remark& of, const places& in);
[[nodiscard]] json to_json(const explanation& of, const places& in);
[[nodiscard]] json to_json(const suggestions& all, const places& in);
[[nodiscard]] json to_json(const outline_item& of, const places& in);
[[nodiscard]] json to_json(const lens& of, const places& in);
[[nodiscard]] json to_json(const edit& of, const places& in);
[[nodiscard]] json to_json(const quick_fix& of, const places& in);
// Edits as one change of many files.
[[nodiscard]] json to_changes(const std::vector<edit>& all, const places& in);

template <typename Value>
[[nodiscard]] json to_json(const std::vector<Value>& all, const places& in) {
  auto result = json::array();
  for (const auto& each : all)
    result.push_back(to_json(each, in));
  return result;
}

} // namespace proviso::editor
