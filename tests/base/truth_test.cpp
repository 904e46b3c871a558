#include "base/truth.hpp"

#include <gtest/gtest.h>

namespace proviso::base {
namespace {

constexpr truth all[] = {truth::no, truth::yes, truth::unknown};

TEST(truth, what_decides_decides) {
  EXPECT_EQ(both(truth::no, truth::unknown), truth::no);
  EXPECT_EQ(both(truth::yes, truth::unknown), truth::unknown);
  EXPECT_EQ(either(truth::yes, truth::unknown), truth::yes);
  EXPECT_EQ(either(truth::no, truth::unknown), truth::unknown);
  EXPECT_EQ(!truth::unknown, truth::unknown);
}

TEST(truth, order_does_not_matter_and_known_values_are_plain_logic) {
  for (const auto a : all)
    for (const auto b : all) {
      EXPECT_EQ(both(a, b), both(b, a));
      EXPECT_EQ(either(a, b), either(b, a));
      if (a != truth::unknown && b != truth::unknown) {
        EXPECT_EQ(both(a, b), to_truth(a == truth::yes && b == truth::yes));
      }
    }
}

} // namespace
} // namespace proviso::base
