#include "editor/requests.hpp"

namespace proviso::editor {
namespace {

constexpr request all_requests[] = {
    {"proviso/nothing", [](const session&, const json&) { return json(); }},
};

} // namespace

std::span<const request> requests() {
  return all_requests;
}

json capabilities() {
  return {{"positionEncoding", "utf-16"},
          {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}}};
}

} // namespace proviso::editor
