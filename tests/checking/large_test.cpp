// A contract of many SKUs, whose rules two threads judge, is judged like one of few.
#include "checking/world.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sstream>

namespace proviso::checking::testing {
namespace {

// Pools without many a clause, each seventh with a quantity off its block.
std::string contract_of(int skus) {
  std::string text = R"(use "salesforce/experience-cloud"
contract many "Many" {
  term 2027-01-01 to 2028-12-31
  currency USD
)";
  for (int i = 0; i < skus; ++i)
    text +=
        fmt::format("  sku s{:03} \"Pool {}\" {{ license customer-community; sold as logins; quantity {} per "
                    "month; block 100; price {}.25 per login }}\n",
                    i, i, i % 7 == 0 ? 1050 : 1000, i % 5 + 1);
  return text + "}\n";
}

std::string findings_of(int skus) {
  world all;
  all.add_folder("rules");
  all.add("many.proviso", contract_of(skus));
  all.resolve();
  all.assess();
  const auto found = all.check();
  EXPECT_EQ(all.rendered(), "");
  return summary(found);
}

// Of the first SKUs alone.
std::string about_first(const std::string& findings, int skus) {
  std::istringstream lines(findings);
  std::string result;
  for (std::string line; std::getline(lines, line);)
    for (int i = 0; i < skus; ++i)
      if (line.find(fmt::format(" s{:03} ", i)) != std::string::npos)
        result += line + "\n";
  return result;
}

TEST(large_contracts, are_judged_like_small_ones) {
  const auto few = about_first(findings_of(20), 20);
  EXPECT_NE(few.find("quantity-not-in-blocks s007"), std::string::npos) << few;
  EXPECT_EQ(about_first(findings_of(150), 20), few);
}

TEST(large_contracts, are_judged_alike_each_time) {
  const auto first = findings_of(150);
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(findings_of(150), first);
}

} // namespace
} // namespace proviso::checking::testing
