// run_cases PROGRAMS PROJECT CASE…: runs cases with the programs of one folder; 0 if all hold, 1 if one does
// not, 2 if one cannot be read, 77 if one needs what the machine has not. With PROVISO_CASES_UPDATE set, what
// the commands did becomes what they must do.
#include "support/case_run.hpp"
#include "support/folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>

namespace {

using namespace proviso::support;

constexpr int skipped = 77; // what ctest takes for it

bool updating() {
  const char* value = std::getenv("PROVISO_CASES_UPDATE");
  return value != nullptr && *value != '\0';
}

int run_one(const std::filesystem::path& file, const case_setting& setting) {
  const auto text = read_file(file);
  const auto parsed = parse_case(text);
  if (const auto* error = std::get_if<std::string>(&parsed)) {
    std::cout << file.string() << ":" << *error << "\n";
    return 2;
  }
  const auto result = run_case(std::get<case_file>(parsed), setting);
  if (!result.lacking.empty()) {
    std::cout << file.string() << ": skipped: it needs " << result.lacking << "\n";
    return skipped;
  }
  for (const auto& failure : result.failures) {
    std::cout << file.string() << ": " << failure << "\n";
  }
  if (updating() && !result.failures.empty()) {
    write_file(file, print_case(result.seen));
  }
  return result.failures.empty() ? 0 : 1;
}

} // namespace

int main(int count, char** arguments) try {
  if (count < 4) {
    std::cerr << "usage: run_cases PROGRAMS PROJECT CASE…\n";
    return 2;
  }
  const case_setting setting{std::filesystem::absolute(arguments[1]), std::filesystem::absolute(arguments[2])};
  int worst = 0;
  for (int i = 3; i < count; ++i) {
    worst = std::max(worst, run_one(arguments[i], setting));
  }
  return worst;
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 2;
}
