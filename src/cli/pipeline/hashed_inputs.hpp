// Everything a run has read, each with the SHA-256 of its bytes.
#pragma once

#include "cli/judged.hpp"
#include "cli/pipeline/pipeline.hpp"

#include <string>
#include <vector>

namespace proviso::cli {

struct hashed_input {
  std::string path;
  std::string from; // "file", "standard input", "program"
  std::string sha256;

  friend auto operator<=>(const hashed_input&, const hashed_input&) = default;
};

// By path. Logins in a warehouse or on standard input are gone once they were counted: a diagnostic.
[[nodiscard]] std::vector<hashed_input> hashed_inputs(const judged& run, const pipeline& around,
                                                      base::diagnostics& faults);

} // namespace proviso::cli
