// What a command wants said and how the program ends. Commands only fill it; nothing is written before all is
// made.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <string>
#include <vector>

namespace proviso::cli {

enum class ending {
  passed = 0,  // nothing at or above what the run should fail on
  found = 1,   // something
  refused = 2, // bad usage, unreadable or invalid input, an internal error
};

struct output_file { // written whole or not at all
  std::string path;
  std::string content;
  bool is_new = false; // there must be none of that name; the folders it lies in are made
};

struct output_folder { // likewise; it takes the place of one of that name
  std::string path;
  std::vector<output_file> files; // by their names in it
};

struct outcome {
  ending status = ending::passed;
  std::string out; // to standard output
  std::string err; // to standard error
  std::vector<output_file> files;
  std::vector<output_folder> folders{};
};

// The diagnostics, each once, on standard error and nothing else.
[[nodiscard]] outcome refusal(const base::sources& from, const base::diagnostics& faults);

} // namespace proviso::cli
