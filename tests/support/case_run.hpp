// Runs a case: lays its files out in a fresh folder and holds each command against what it must print.
#pragma once

#include "support/case_file.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace proviso::support {

struct case_setting {
  std::filesystem::path programs; // searched before PATH
  std::filesystem::path project;  // what "--- copy" copies from
  std::chrono::milliseconds limit{20'000};
};

struct case_result {
  case_file seen;                    // the case with what its commands really did
  std::vector<std::string> failures; // readable, one each
  std::string lacking;               // what the machine has not and the case needs: it was left there
};

case_result run_case(const case_file& file, const case_setting& setting);

// Makes the files of a section. Throws std::runtime_error with what is wrong.
void lay_out(const layout& section, const std::filesystem::path& folder, const std::filesystem::path& project);

} // namespace proviso::support
