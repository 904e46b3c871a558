// Comments stay where they are: on their line, or at the end of one.
#include "format/formatting.hpp"

namespace proviso::format {
namespace {

TEST(comments, keep_their_line_or_its_end) {
  EXPECT_EQ(formatted(R"(# of the file

use "a"# of the pack
#of the contract
contract a "A" { # of its block
      # first
  vendor "V"; # of the vendor

# last
} # of its end
# of nothing)"),
            R"(# of the file

use "a"  # of the pack

#of the contract
contract a "A" {  # of its block
  # first
  vendor     "V"  # of the vendor

  # last
}  # of its end
# of nothing
)");
}

TEST(comments, at_the_ends_of_lines_stand_below_each_other) {
  EXPECT_EQ(in_contract(R"(
vendor "V" # one
customer "Customer"
currency USD # two
external only, not "a.com", "b.com"

term 2027-01-01 to 2027-12-31 # three
sku s "S" { # four
block 5 # five
}
)"),
            R"(  vendor     "V"  # one
  customer   "Customer"
  currency   USD  # two
  external only, not "a.com", "b.com"

  term       2027-01-01 to 2027-12-31  # three
  sku s "S" {                          # four
    block      5  # five
  }
)");
}

TEST(comments, before_a_brace_go_behind_it) {
  EXPECT_EQ(formatted("contract a \"A\" # one\n# two\n{ # three\n}\n"), R"(contract a "A" {  # one
  # two
  # three
}
)");
}

TEST(comments, in_a_list_end_its_lines) {
  EXPECT_EQ(formatted(R"(
licenses l "L" { # of the list
  a, # of a
  # of b and c
  b, c # of c
  # of nothing
}
license x "X" {
  offers d, # of d
  e
}
)"),
            R"(licenses l "L" {  # of the list
  a,    # of a
  # of b and c
  b, c  # of c
  # of nothing
}

license x "X" {
  offers     d,  # of d
             e
}
)");
}

TEST(comments, of_an_expression_stay_in_it) {
  EXPECT_EQ(in_rule("when a and # first\n# second\n(b or # third\nc)"), R"(  when      a and  # first
            # second
            (b or  # third
              c)
)");
}

TEST(comments, keep_their_words_but_for_blanks_at_their_end) {
  EXPECT_EQ(formatted("#\tä  \"quoted\" { ; \t\r\nuse \"a\"\n"), "#\tä  \"quoted\" { ;\nuse \"a\"\n");
}

} // namespace
} // namespace proviso::format
