// The grammar by itself.
#include "grammar/file.hpp"

#include <gtest/gtest.h>
#include <tao/pegtl/contrib/analyze.hpp>

namespace proviso::grammar {
namespace {

TEST(grammar, has_no_cycle_without_progress) {
  EXPECT_EQ(p::analyze<file>(1), 0u);
}

TEST(grammar, reserved_words_are_no_names) {
  for (const auto word : reserved_words)
    EXPECT_EQ(name_length(word), 0u) << word;
  EXPECT_EQ(name_length("forest"), 6u);
  EXPECT_EQ(name_length("in-place"), 8u);
}

TEST(grammar, words_end_where_a_reader_sees_them_end) {
  EXPECT_EQ(word_length("portal-logins until"), 13u);
  EXPECT_EQ(word_length("a- b"), 1u);
  EXPECT_EQ(word_length("a--b"), 1u);
  EXPECT_EQ(word_length("9x"), 0u);
  EXPECT_EQ(object_length("*__c, Case"), 4u);
  EXPECT_EQ(variable_length("unit_price-x"), 10u);
  EXPECT_EQ(variable_length("until"), 0u);
  EXPECT_EQ(field_length("until"), 5u);
}

TEST(grammar, texts_end_at_their_closing_quotes) {
  EXPECT_EQ(text_length(R"("a \" b" c)"), 8u);
  EXPECT_EQ(text_length("\"a\nb\""), std::string_view::npos);
  EXPECT_EQ(text_length("\"\"\"a\n\"b\"\n\"\"\" c"), 12u);
  EXPECT_EQ(text_length("\"\"\"a\n"), std::string_view::npos);
  EXPECT_EQ(text_length("\"\" x"), 2u);
  EXPECT_EQ(text_length("x"), 0u);
}

} // namespace
} // namespace proviso::grammar
