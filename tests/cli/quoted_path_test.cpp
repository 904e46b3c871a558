// Paths as git prints them.
#include "cli/pipeline/quoted_path.hpp"

#include <gtest/gtest.h>

namespace {

using proviso::cli::unquoted_path;

TEST(quoted_path, is_itself_without_quotes) {
  EXPECT_EQ(unquoted_path("a b/c.xml"), "a b/c.xml");
  EXPECT_EQ(unquoted_path("a\\303.xml"), "a\\303.xml");
}

TEST(quoted_path, has_bytes_as_octal_digits_and_letters) {
  EXPECT_EQ(unquoted_path("\"Gr\\303\\266\\303\\237e.xml\""), "Gr\xc3\xb6\xc3\x9f"
                                                              "e.xml");
  EXPECT_EQ(unquoted_path("\"a\\tb\\n\\\"c\\\\d\\a\\r\""), "a\tb\n\"c\\d\a\r");
}

TEST(quoted_path, is_none_where_the_quotes_do_not_end) {
  EXPECT_EQ(unquoted_path("\""), std::nullopt);
  EXPECT_EQ(unquoted_path("\"a"), std::nullopt);
  EXPECT_EQ(unquoted_path("\"a\\\""), std::nullopt);
}

} // namespace
