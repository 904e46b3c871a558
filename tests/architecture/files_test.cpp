// Each file is built, small enough to read, and about the project.
#include "architecture/project.hpp"

#include <gtest/gtest.h>

namespace proviso::support {
namespace {

constexpr auto most_lines = 400;

// The text of the nearest CMakeLists.txt at or above a file's folder.
std::string build_of(const path& file) {
  auto folder = file.parent_path();
  while (!std::filesystem::exists(folder / "CMakeLists.txt")) {
    folder = folder.parent_path();
  }
  return read_file(folder / "CMakeLists.txt");
}

bool is_text(const path& file) {
  const auto ending = file.extension();
  return is_code(file) || ending == ".proviso" || ending == ".md" || ending == ".txt" || ending == ".cmake" ||
         ending == ".case" || ending == ".toml" || ending == ".sh" || ending.empty();
}

TEST(files, are_all_built) {
  for (const auto* folder : {"src", "tests", "bench"}) {
    for (const auto& file : code_below(folder)) {
      if (file.extension() == ".cpp") {
        const std::regex listed("[\\s(/]" + file.stem().string() + "\\.cpp[\\s)]");
        EXPECT_TRUE(std::regex_search(build_of(file), listed)) << file << " is in no CMakeLists.txt";
      }
    }
  }
}

TEST(files, are_small) {
  for (const auto* folder : {"grammar", "src", "tests"}) {
    for (const auto& file : code_below(folder)) {
      EXPECT_LE(std::ranges::count(read_file(file), '\n'), most_lines) << file;
    }
  }
}

TEST(files, open_with_what_they_promise) {
  for (const auto* folder : {"grammar", "src"}) {
    for (const auto& file : code_below(folder)) {
      if (file.extension() == ".hpp") {
        EXPECT_TRUE(read_file(file).starts_with("// ")) << file;
      }
    }
  }
}

// What belongs to a machine or to how the work is organised, and means nothing to a reader.
TEST(files, speak_of_the_project_alone) {
  const std::regex foreign("(/(?:home|root|work|Users)/|\\bissue #?[0-9]|\\b(?:TODO|FIXME|XXX|HACK)\\b)");
  for (const auto& file : files_below(".")) {
    if (is_text(file) && file.filename() != "files_test.cpp") {
      for (const auto& word : found(read_file(file), foreign)) {
        ADD_FAILURE() << file << " says " << word;
      }
    }
  }
}

} // namespace
} // namespace proviso::support
