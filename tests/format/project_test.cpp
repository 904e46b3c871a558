// The project's own files are in the canonical layout; whatever else is at hand can be brought into it.
#include "format/formatting.hpp"
#include "support/folder.hpp"
#include "syntax/parse.hpp"
#include "syntax/tokens.hpp"

#include <filesystem>

namespace proviso::format {
namespace {

std::vector<std::filesystem::path> language_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> result;
  if (std::filesystem::exists(folder))
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
      if (entry.path().extension() == ".proviso")
        result.push_back(entry.path());
  return result;
}

// The blocks of the language in the manual.
std::vector<std::string> manual() {
  constexpr std::string_view opening = "```proviso\n";
  const auto text = support::read_file("grammar/README.md");
  std::vector<std::string> result;
  for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at)) {
    at += opening.size();
    result.push_back(text.substr(at, text.find("```", at) - at));
  }
  return result;
}

// The words of a text one blank apart, with its line ends and without its indentation.
std::string flattened(const std::string& text) {
  base::sources sources;
  const auto parsed = syntax::parse(sources, sources.add("a.proviso", text));
  std::string result;
  bool after_dot = true;
  for (const auto& each : syntax::tokens_of(sources[1].text(), parsed.tree)) {
    const bool dot = each.text == ".";
    result.append(each.after_empty_line ? "\n\n\n" : each.first_on_line ? "\r\n" : dot || after_dot ? "" : " ");
    result.append(each.text);
    after_dot = dot;
  }
  return result;
}

TEST(project, keeps_its_contracts_and_rules_formatted) {
  std::size_t count = 0;
  for (const auto* folder : {"contracts", "rules"})
    for (const auto& file : language_files(folder)) {
      const auto text = support::read_file(file);
      EXPECT_EQ(formatted(text), text) << file << ": proviso fmt brings it into its layout";
      EXPECT_EQ(formatted(flattened(text)), text) << file;
      ++count;
    }
  EXPECT_GE(count, 30u);
}

TEST(project, has_a_manual_that_can_be_formatted) {
  const auto all = manual();
  EXPECT_GE(all.size(), 9u);
  for (const auto& block : all)
    EXPECT_NE(formatted(block).find('\n'), std::string::npos) << block;
}

TEST(project, formats_the_examples_beside_it) {
  for (const auto& file : language_files("../shared/examples"))
    EXPECT_EQ(formatted(support::read_file(file)).substr(0, 1), "#") << file;
}

} // namespace
} // namespace proviso::format
