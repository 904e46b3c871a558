// Runs a shell command as a user would, with a bound on its time.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace proviso::support {

struct process {
  std::string command;
  std::filesystem::path folder;
  std::vector<std::string> environment; // all of it: "NAME=value"
  std::chrono::milliseconds limit{20'000};
};

struct ended {
  std::string out;
  std::string err;
  int status = 0; // as a shell counts: 128 + signal for one that was killed
  bool timed_out = false;
};

// Standard input is empty. What the command left running is ended with it.
ended run(const process& what);

} // namespace proviso::support
