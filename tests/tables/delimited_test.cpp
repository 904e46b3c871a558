// Delimited text: every delimiter, any quoting, line ends, and what cannot be told into rows.
#include "tables/delimited.hpp"
#include "tables/reading.hpp"

#include <gtest/gtest.h>

namespace proviso::tables {
namespace {

TEST(delimited, reads_cells_as_they_are) {
  EXPECT_EQ(read_text("Id,Name\n1, x \n2,\n"), "Id|Name\n2: 1| x \n3: 2|-\n");
}

TEST(delimited, tells_the_delimiter_by_the_header) {
  for (const char c : std::string(",\t|;^`")) {
    const std::string d(1, c);
    EXPECT_EQ(read_text("a" + d + "\"b,c;d\"\n1" + d + "2\n"), "a|b,c;d\n2: 1|2\n") << "delimiter " << c;
  }
}

TEST(delimited, keeps_what_stands_in_quotes) {
  EXPECT_EQ(read_text("\"a\",\"b\"\r\n\"x \"\"y\"\",\r\nz\",\"\"\r\nq,w\r\n"),
            "a|b\n2: x \"y\",\r\nz|-\n4: q|w\n");
}

TEST(delimited, passes_over_a_mark_and_empty_lines) {
  EXPECT_EQ(read_text("\xef\xbb\xbf\"a\"\n\n1\n\r\n2"), "a\n3: 1\n5: 2\n");
}

TEST(delimited, counts_the_cells_of_a_row) {
  EXPECT_EQ(read_text("a,b\n1\n1,2\n1,2,3\n"), "a|b\n2! has 1 cell, the header has 2\n3: 1|2\n"
                                               "4! has 3 cells, the header has 2\n");
}

TEST(delimited, refuses_text_behind_a_quote) {
  EXPECT_EQ(read_text("a,b\n\"1\"x,2\n3,4\n"), "a|b\n2! has text after a closing quote\n3: 3|4\n");
}

TEST(delimited, says_where_a_quote_was_opened) {
  EXPECT_EQ(read_text("a,b\n1,2\n3,\"4\n5,6\n"),
            "a|b\n2: 1|2\nfault: t:3: the row that starts here opens a quote that is never closed\n");
}

TEST(delimited, bounds_a_row) {
  EXPECT_EQ(read_text("a,b\n1,\"" + std::string(longest_row, 'x') + "\"\n"),
            "a|b\nfault: t:2: the row that starts here is longer than 1 MiB: is a quote not closed?\n");
}

TEST(delimited, bounds_the_columns) {
  EXPECT_EQ(read_text(std::string(most_columns, ',')),
            "fault: t:1: the row that starts here has more than 2000 cells\n");
}

TEST(delimited, says_that_nothing_is_there) {
  EXPECT_EQ(read_text("\n\r\n"), "fault: 't' is empty\n");
}

TEST(delimited, takes_a_comma_where_no_delimiter_stands) {
  EXPECT_EQ(delimiter_of("Username\nx;y"), ',');
}

} // namespace
} // namespace proviso::tables
