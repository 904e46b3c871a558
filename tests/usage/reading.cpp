#include "reading.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace proviso::usage {
namespace {

std::string with_population(const std::string& lines) {
  return "[plan]\ncontract = \"c\"\n[[population]]\nname = \"a\"\nsku = \"s\"\n" + lines + "\n";
}

} // namespace

reading read(const std::string& text) {
  base::sources sources;
  base::diagnostics faults;
  auto result = read_plan(sources, sources.add("plan.toml", text), faults);
  EXPECT_EQ(result.has_value(), faults.empty());
  return {std::move(result), base::render(sources, faults)};
}

std::string faults_of(const std::string& lines) {
  return read(with_population(lines)).faults;
}

population population_of(const std::string& lines) {
  auto read_text = read(with_population(lines));
  EXPECT_EQ(read_text.faults, "");
  return read_text.result ? read_text.result->populations.at(0) : population{};
}

std::string file_text(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace proviso::usage
