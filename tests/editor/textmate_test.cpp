// What colours the language knows every word of the grammar, and the files for editors are JSON.
#include "support/folder.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

namespace proviso::support {
namespace {

using json = nlohmann::json;

std::set<std::string> grammar_words() {
  const std::regex keyword("kw<\"([^\"]+)\">");
  std::set<std::string> result;
  for (const auto& entry : std::filesystem::directory_iterator("grammar")) {
    if (entry.path().extension() != ".hpp")
      continue;
    const auto text = read_file(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), keyword), end; at != end; ++at)
      result.insert((*at)[1]);
  }
  return result;
}

// The words of "(?:a|b|c)" in the expressions of the grammar's words.
std::set<std::string> coloured_words() {
  const std::regex list("\\(\\?:([a-z|-]+)\\)");
  const std::regex word("[a-z-]+");
  std::set<std::string> result;
  const auto grammar = json::parse(read_file("grammar/editor/proviso.tmLanguage.json"));
  for (const auto& pattern : grammar.at("repository").at("word").at("patterns")) {
    const auto text = pattern.at("match").get<std::string>();
    std::smatch words;
    if (!std::regex_search(text, words, list))
      continue;
    const auto all = words[1].str();
    for (std::sregex_iterator at(all.begin(), all.end(), word), end; at != end; ++at)
      result.insert(at->str());
  }
  return result;
}

TEST(textmate, colours_every_word_of_the_grammar) {
  const auto coloured = coloured_words();
  const auto words = grammar_words();
  EXPECT_GT(words.size(), 100U);
  for (const auto& word : words)
    EXPECT_TRUE(coloured.contains(word)) << "proviso.tmLanguage.json does not colour '" << word << "'";
}

TEST(textmate, includes_only_what_it_holds) {
  const auto text = read_file("grammar/editor/proviso.tmLanguage.json");
  const auto repository = json::parse(text).at("repository");
  const std::regex include("\"include\": \"#(\\w+)\"");
  for (std::sregex_iterator at(text.begin(), text.end(), include), end; at != end; ++at)
    EXPECT_TRUE(repository.contains((*at)[1].str())) << (*at)[1];
}

TEST(textmate, comes_with_an_extension_whose_files_are_there) {
  const std::filesystem::path folder = "grammar/editor";
  EXPECT_FALSE(json::parse(read_file(folder / "language-configuration.json")).empty());
  const auto package = json::parse(read_file(folder / "package.json"));
  const auto& all = package.at("contributes");
  for (const auto& file :
       {package.at("main"), all.at("languages")[0].at("configuration"), all.at("grammars")[0].at("path")})
    EXPECT_TRUE(std::filesystem::exists(folder / file.get<std::string>())) << file;
}

} // namespace
} // namespace proviso::support
