// Texts of several lines move with their block and say the same.
#include "format/long_text.hpp"

#include "format/formatting.hpp"

namespace proviso::format {
namespace {

TEST(long_texts, stand_two_blanks_deeper_than_their_clause) {
  EXPECT_EQ(formatted("test \"t\" {\nplan \"\"\"  \n[plan]\n  name = 1\n   \n\"\"\"\n"
                      "given metadata \"a.xml\" \"\"\"\r\n\t<a/>\r\n\t\"\"\" # end\n}\n"),
            R"(test "t" {
  plan """
    [plan]
      name = 1
       
    """
  given metadata "a.xml" """
    <a/>
    """  # end
}
)");
}

TEST(long_texts, have_no_blanks_on_empty_lines) {
  EXPECT_EQ(indented("\"\"\"\n  a\n\n  \n   \n  b\n  \"\"\"", 4),
            "\"\"\"\n    a\n\n\n     \n    b\n    \"\"\"");
}

TEST(long_texts, without_closing_quotes_of_their_own_line_are_left_alone) {
  for (const auto* const text : {R"("""a""")", "\"\"\"\n a\n b\"\"\"", "\"a\""})
    EXPECT_EQ(indented(text, 4), text);
}

TEST(long_texts, with_holes_that_stand_left_of_the_quotes_are_left_alone) {
  EXPECT_EQ(in_rule("report \"\"\"\n    {a +\n b}\n    \"\"\""),
            "  report \"\"\"\n    {a +\n b}\n    \"\"\"\n");
}

TEST(long_texts, keep_carriage_returns_that_belong_to_them) {
  const std::string text = "\"\"\"\n a\r\r\n \"\"\"";
  EXPECT_EQ(indented(text, 4), text);
}

} // namespace
} // namespace proviso::format
