// Shows places in their sources: file, line, column, the line itself and a caret. Used by diagnostics and
// findings alike, so that both read the same.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <span>
#include <string>

namespace proviso::base {

// "  --> file:23:16\n   |\n23 | line\n   |   ^^^^ label\n" for each place; neighbours in one file share
// nothing, order is kept. Long lines are cut around the caret; text from the source is made harmless.
[[nodiscard]] std::string excerpts(const sources& from, std::span<const label> places);

// "error: message" with its excerpt, its other places and "= help: …".
[[nodiscard]] std::string render(const sources& from, const diagnostic& d);

// The first `most` diagnostics and a line that counts the rest.
[[nodiscard]] std::string render(const sources& from, const diagnostics& all, std::size_t most = 50);

} // namespace proviso::base
