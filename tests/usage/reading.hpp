// Reads plans out of texts for tests, and shows what was wrong as people would see it.
#pragma once

#include "base/excerpt.hpp"
#include "usage/read_plan.hpp"

#include <optional>
#include <string>

namespace proviso::usage {

struct reading {
  std::optional<plan> result;
  std::string faults; // rendered; the file is called plan.toml
};

[[nodiscard]] reading read(const std::string& text);

// The faults of a population with these lines below `name = "a"` and `sku = "s"`, so from line 6 on.
[[nodiscard]] std::string faults_of(const std::string& lines);
// The population itself, which must be free of faults.
[[nodiscard]] population population_of(const std::string& lines);

[[nodiscard]] std::string file_text(const std::string& path);

} // namespace proviso::usage
