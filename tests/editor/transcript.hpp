// Conversations with the language server as texts. A file tests/editor/*.lsp reads from the top:
//
//   > open demo.proviso       a command; the lines with a bar are its text
//   | contract demo "Demo" {
//   published demo.proviso    all that the server says before it reads on
//   > hover "ter|m"           the bar in a quoted stretch of the open text is where the cursor stands
//
//   open, close, file NAME    opens and closes a text, writes a file beside it
//   edit "OLD" to "NEW"       replaces a stretch of the text that was opened last
//   hover, complete, define, references, prepare "…|…"
//   complete "…|…" only NAME…  shows no other names
//   rename "…|…" to "NAME"    actions "…"   symbols   lenses   format
//   send JSON                 any message; bytes BYTES sends them as they are, with \r and \n
//
// Positions are shown from 1 as LINE:COLUMN, ranges as FROM-TO.
#pragma once

#include <filesystem>
#include <string>

namespace proviso::support {

// The transcript with what the server says now. Files it writes lie in a folder of its own.
[[nodiscard]] std::string replayed(const std::string& transcript);

} // namespace proviso::support
