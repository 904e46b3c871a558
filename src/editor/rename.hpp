// Another name for what a word names: at all its places in the text, in the files it uses, in its plan, and in
// other texts that see it.
#pragma once

#include "editor/origin.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace proviso::editor {

struct edit {
  base::span at; // replaced
  std::string text;
};

// The word to rename; throws `refused` where it is no name, or one that the program's own files declare.
[[nodiscard]] base::span renamable(const analysis& in, const settings& by, std::uint32_t offset);

// Throws `refused` too where the new name is none, or is taken, and where a plan that may hold the name cannot
// be read.
[[nodiscard]] std::vector<edit> rename(const analysis& in, const settings& by, std::uint32_t offset,
                                       const std::string& fresh);
// The same in another analysis, for what is declared at that place; none where it does not see it.
[[nodiscard]] std::vector<edit> rename_elsewhere(const analysis& in, const settings& by, const origin& declared,
                                                 const std::string& fresh);

} // namespace proviso::editor
