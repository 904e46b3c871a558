// The table of meanings has a row for each clause of the grammar, and none that starts no clause.
#include "editor/keywords.hpp"
#include "grammar/messages.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace proviso;

struct home {
  std::string_view noun;
  std::span<const std::string_view> clauses;
};

std::vector<home> homes() {
  std::vector<home> result{{"file", grammar::file::keywords}, {"step", grammar::step_block::keywords}};
  for (const auto& each : grammar::homes)
    result.push_back({each.noun, each.clauses});
  return result;
}

TEST(keywords, explain_every_clause) {
  for (const auto& home : homes())
    for (const auto word : home.clauses)
      EXPECT_NE(editor::find_keyword(home.noun, word), nullptr) << home.noun << " holds " << word;
}

TEST(keywords, explain_only_clauses) {
  for (const auto& home : homes())
    for (const auto& each : editor::keywords()) {
      if (!each.starts_in(home.noun))
        continue;
      EXPECT_NE(std::ranges::find(home.clauses, each.word), home.clauses.end())
          << home.noun << ' ' << each.word;
    }
}

TEST(keywords, are_sentences_and_start_with_their_word) {
  for (const auto& each : editor::keywords()) {
    EXPECT_TRUE(each.form.starts_with(each.word)) << each.form;
    EXPECT_TRUE(each.meaning.ends_with('.')) << each.meaning;
  }
}

} // namespace
