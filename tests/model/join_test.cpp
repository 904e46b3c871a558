// SKUs that are judged as one.
#include "model/join.hpp"
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace proviso {
namespace {

std::string pool(std::string_view name, std::string_view quantity,
                 std::string_view others = "price 2.00 per login") {
  return fmt::format(
      "sku {} \"{}\" {{ license basic; sold as logins; quantity {} per month; grace 10%; accounts 20 "
      "per login; overage 2.50 per login, measured monthly; {} }}\n",
      name, name, quantity, others);
}

// "a + b 300", "c 50": names and quantities on a day.
std::string joined(std::string_view clauses, std::string_view after = {}, std::string_view on = "2027-12-01",
                   const std::vector<std::string_view>& apart = {}) {
  const auto all = support::sound_scenario(fmt::format(
      "contract demo \"Demo\" {{\nterm 2027-01-01 to 2027-12-31\ncurrency USD\n{}}}\n{}", clauses, after));
  std::vector<std::string> result;
  for (const auto& sku : model::joined(all->contracts.front(), apart).skus)
    result.push_back(fmt::format("{} {}", sku.name, sku.on(*base::parse_day(on)).quantity->value));
  return fmt::format("{}", fmt::join(result, ", "));
}

TEST(joined, skus_of_one_license_and_the_same_terms_are_one) {
  EXPECT_EQ(joined(pool("a", "100") + pool("b", "200") + pool("c", "50")), "a + b + c 350");
  EXPECT_EQ(joined(pool("a", "100")), "a 100");
}

TEST(joined, other_terms_are_another_sku) {
  EXPECT_EQ(joined(pool("a", "100") + pool("b", "200", "price 1.90 per login")), "a 100, b 200");
  EXPECT_EQ(joined(pool("a", "100") + pool("b", "200", "price 2.00 per login; block 100")), "a 100, b 200");
  EXPECT_EQ(joined(pool("a", "100") + pool("b", "200", "price 2.00 per login; rounding half even")),
            "a 100, b 200");
  EXPECT_EQ(joined(pool("a", "100", "price 2.00 per login; count every login") + pool("b", "200")),
            "a 100, b 200");
}

TEST(joined, a_sum_of_slices_or_rollover_is_another_matter) {
  constexpr auto slices = "price graduated per login { first 100 at 2.00; beyond at 1.50 }";
  constexpr auto rolls = "price 2.00 per login; rollover 10 for 1 month";
  EXPECT_EQ(joined(pool("a", "100", slices) + pool("b", "200", slices)), "a 100, b 200");
  EXPECT_EQ(joined(pool("a", "100", rolls) + pool("b", "200", rolls)), "a 100, b 200");
}

TEST(joined, each_follows_its_own_steps) {
  const auto both =
      pool("a", "100", "price 2.00 per login; from 2027-07-01 { quantity 150 per month }") + pool("b", "200");
  EXPECT_EQ(joined(both, {}, "2027-06-30"), "a + b 300");
  EXPECT_EQ(joined(both, {}, "2027-07-01"), "a + b 350");
}

TEST(joined, one_that_an_amendment_adds_counts_from_then_on) {
  const auto later =
      fmt::format("amendment \"More\" to demo effective 2027-07-01 {{\n{}}}\n", pool("b", "200"));
  EXPECT_EQ(joined(pool("a", "100"), later, "2027-06-30"), "a + b 100");
  EXPECT_EQ(joined(pool("a", "100"), later, "2027-07-01"), "a + b 300");
}

TEST(joined, a_price_that_changes_for_one_alone_keeps_them_apart) {
  EXPECT_EQ(joined(pool("a", "100", "price 2.00 per login; from 2027-07-01 { price 1.90 per login }") +
                   pool("b", "200")),
            "a 100, b 200");
}

TEST(joined, a_restriction_of_one_alone_keeps_them_apart) {
  constexpr auto bound = "restriction none \"None\" { for a; prohibit create on sales }\n";
  EXPECT_EQ(joined(pool("a", "100") + pool("b", "200") + bound), "a 100, b 200");
}

TEST(joined, those_that_are_told_apart_stay) {
  EXPECT_EQ(joined(pool("a", "100") + pool("b", "200") + pool("c", "50"), {}, "2027-12-01", {"b"}),
            "a + c 150, b 200");
}

TEST(joined, they_go_by_all_their_names) {
  const auto all = support::sound_scenario(
      fmt::format("contract demo \"Demo\" {{\nterm 2027-01-01 to 2027-12-31\ncurrency USD\n{}{}"
                  "restriction none \"None\" {{ for a, b; prohibit create on sales }}\n"
                  "waive login-pool-tight for \"b\" until 2027-06-01 by \"x\" because \"y\"\n}}\n",
                  pool("a", "100"), pool("b", "200")));
  const auto one = model::joined(all->contracts.front(), {});
  ASSERT_EQ(one.skus.size(), 1u);
  EXPECT_EQ(one.find_sku("b"), &one.skus.front());
  EXPECT_EQ(one.restrictions.front().subject.covers(one.skus.front()), base::truth::yes);
  EXPECT_EQ(one.waivers.front().subject, "a + b");
}

// Whether `a` sells for `b`, whatever their quantities.
bool sells_for(std::string_view a, std::string_view b) {
  const auto all = support::sound_scenario(
      fmt::format("contract demo \"Demo\" {{\nterm 2027-01-01 to 2027-12-31\ncurrency USD\n{}}}\n",
                  pool("a", "100", a) + pool("b", "200", b)));
  const auto& in = all->contracts.front();
  return model::sells_for(in, in.skus[0], in.skus[1]);
}

TEST(sells_for, the_same_terms_whatever_the_quantity) {
  constexpr auto slices = "price graduated per login { first 100 at 2.00; beyond at 1.50 }";
  constexpr auto rolls = "price 2.00 per login; rollover 10 for 1 month";
  EXPECT_TRUE(sells_for("price 2.00 per login", "price 2.00 per login"));
  EXPECT_TRUE(sells_for(slices, slices));
  EXPECT_TRUE(sells_for(rolls, rolls));
  EXPECT_FALSE(sells_for(slices, "price 2.00 per login"));
  EXPECT_FALSE(sells_for("price 2.00 per login", rolls));
  EXPECT_FALSE(sells_for("price 2.00 per login", "price 2.00 per login; block 10"));
  EXPECT_FALSE(sells_for("price 2.00 per login", "price 2.00 per login; from 2027-07-01 { grace 5% }"));
}

TEST(sells_for, packs_that_the_first_has_too) {
  constexpr auto pack = "price 2.00 per login; pack 10 on 2027-07-01 for 5.00";
  EXPECT_TRUE(sells_for(pack, pack));
  EXPECT_TRUE(sells_for(pack, "price 2.00 per login"));
  EXPECT_FALSE(sells_for("price 2.00 per login", pack));
}

} // namespace
} // namespace proviso
