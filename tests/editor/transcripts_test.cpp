// Each *.lsp here is one conversation. With PROVISO_CASES_UPDATE=1 what the server says now is written into it.
#include "editor/transcript.hpp"
#include "support/difference.hpp"
#include "support/folder.hpp"

#include <cstdlib>
#include <gtest/gtest.h>
#include <set>

namespace proviso::support {
namespace {

std::set<std::string> transcripts() {
  std::set<std::string> result;
  for (const auto& entry : std::filesystem::directory_iterator("tests/editor"))
    if (entry.path().extension() == ".lsp")
      result.insert(entry.path().string());
  return result;
}

TEST(transcripts, replay) {
  const auto all = transcripts();
  EXPECT_FALSE(all.empty());
  for (const auto& file : all) {
    const auto expected = read_file(file);
    const auto now = replayed(expected);
    if (std::getenv("PROVISO_CASES_UPDATE") != nullptr)
      write_file(file, now);
    else
      EXPECT_EQ(difference(expected, now), "") << file;
  }
}

} // namespace
} // namespace proviso::support
