// The grammars as such: no rule can go in circles without taking a byte.
#include "apex/grammar.hpp"
#include "apex/soql_grammar.hpp"

#include <gtest/gtest.h>
#include <tao/pegtl/contrib/analyze.hpp>

namespace proviso::apex::testing {
namespace {

TEST(grammars, make_progress) {
  EXPECT_EQ(tao::pegtl::analyze<grammar::file>(1), 0u);
  EXPECT_EQ(tao::pegtl::analyze<grammar::soql::query>(1), 0u);
}

} // namespace
} // namespace proviso::apex::testing
