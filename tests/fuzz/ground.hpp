// What fuzzed texts meet: the catalogue of rules/, read once. Fuzzers run in the project's folder.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/resolve.hpp"
#include "syntax/parse.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::fuzz {

class ground {
public:
  // The catalogue and, where one is named, a contract file. Stops the fuzzer if they have faults.
  explicit ground(const std::string& contract = {});

  // Texts to add a fuzzed one to, for as long as the ground is there; spans of the catalogue are valid in them.
  [[nodiscard]] base::sources sources() const;
  [[nodiscard]] std::vector<const syntax::file*> files() const;

private:
  void read(const std::string& path);

  base::sources sources_;
  std::deque<syntax::parsed> parsed_;
};

// Stops the fuzzer if a place lies outside its text, and renders all of them.
void examine(const base::sources& from, const base::diagnostics& faults);

} // namespace proviso::fuzz
