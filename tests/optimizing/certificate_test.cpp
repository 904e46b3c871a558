// Certificates are read as they were written, and verified as they were found; forged ones are refused with
// what is wrong.
#include "optimizing/certificate_text.hpp"
#include "optimizing/random_problem.hpp"
#include "optimizing/solution.hpp"
#include "verifying/verify.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace proviso::optimizing {
namespace {

// Ten users with one login a month: logins at 3, or seats at 2.
problem ten_users() {
  problem of;
  of.months = 1;
  offer logins;
  logins.stretches = {{{0, 1}, 4, 0, unlimited, true, tiering::graduated, {{0, 3}}, 1}};
  logins.windows = {{{0, 1}, 0, 1, 0, std::nullopt}};
  offer seats;
  seats.stretches = {{{0, 1}, 1, 0, 6, true, tiering::graduated, {{0, 2}}, 1}};
  seats.users_per_unit = 1;
  of.offers = {logins, seats};
  of.loads = {{0, false, {}}};
  of.profiles = {1};
  of.menus = {{{0, 0}, {1, no_load}}};
  of.segments = {{10, 0, 0, 1}};
  return of;
}

solution solved_quickly(const problem& of) {
  effort limits;
  limits.work = 1'000'000;
  return solve(of, limits);
}

std::string wrong_with(const certificate& claimed) {
  return verifying::verify(ten_users(), claimed).wrong;
}

TEST(certificate, is_verified) {
  const auto found = solve(ten_users()).found;
  EXPECT_EQ(found.cost, 24);
  EXPECT_EQ(found.bound, 24);
  EXPECT_EQ(wrong_with(found), "");
}

TEST(certificate, with_another_cost_is_refused) {
  auto forged = solve(ten_users()).found;
  forged.cost = 23;
  forged.bound = 23;
  EXPECT_EQ(wrong_with(forged), "the purchase costs 24, not 23");
}

TEST(certificate, with_a_bound_above_its_cost_is_refused) {
  auto forged = solve(ten_users()).found;
  forged.bound = 25;
  EXPECT_EQ(wrong_with(forged), "the bound 25 is above the cost 24");
}

TEST(certificate, that_leaves_out_users_is_refused) {
  auto forged = solve(ten_users()).found;
  forged.bought.users = {4, 5};
  EXPECT_EQ(wrong_with(forged), "segment 0 has 10 users, but 9 choose");
}

TEST(certificate, that_buys_too_little_is_refused) {
  auto forged = solve(ten_users()).found;
  forged.bought.quantities = {{4}, {6}};
  forged.bought.users = {5, 5};
  EXPECT_EQ(wrong_with(forged), "offer 0: window 0: 1 logins more than it allows");
}

TEST(certificate, that_buys_what_is_not_for_sale_is_refused) {
  auto forged = solve(ten_users()).found;
  forged.bought.quantities = {{5}, {6}};
  EXPECT_EQ(wrong_with(forged), "offer 0: stretch 0: 5 is not for sale");
}

TEST(certificate, of_a_dearer_purchase_cannot_claim_its_bound) {
  certificate forged;
  forged.bought = {{{12}, {0}}, {{}, {}}, {10, 0}};
  forged.cost = 36;
  forged.bound = 36;
  forged.why.nodes = {{std::nullopt, 1, {3, 0, 0, 2, 0}}};
  EXPECT_EQ(wrong_with(forged), "node 0: proves a bound of 20, not 36");
}

// A least of 30: all of it is counted, and none of the charges.
TEST(certificate, counts_no_more_than_all_of_a_least) {
  auto of = ten_users();
  of.periods = {{{0, 1}, 30}};
  for (auto& each : of.offers)
    each.stretches[0].in_periods = {1};
  certificate claimed;
  claimed.bought = {{{4}, {6}}, {{}, {}}, {4, 6}};
  claimed.cost = 30;
  claimed.bound = 30;
  claimed.why.nodes = {{std::nullopt, 2, {0, 0, 0, 0, 0, 2}}};
  EXPECT_EQ(verifying::verify(of, claimed).wrong, "");
  claimed.cost = 24;
  claimed.bound = 24;
  EXPECT_EQ(verifying::verify(of, claimed).wrong, "the purchase costs 30, not 24");
  claimed.cost = 30;
  claimed.why.nodes[0].multipliers.back() = 3;
  EXPECT_EQ(verifying::verify(of, claimed).wrong, "node 0: more than all charges of a period, at scale 2");
}

TEST(certificate, with_half_a_tree_is_refused) {
  auto forged = solve(ten_users()).found;
  forged.why.nodes = {{split{splitting::quantity, 0, 0, 4}, 1, {}}, {std::nullopt, 1, {2, 0, 0, 2, 0}}};
  forged.bound = 0;
  EXPECT_EQ(wrong_with(forged), "1 parts of the tree are missing");
}

TEST(certificate, with_nodes_beside_the_tree_is_refused) {
  auto forged = solve(ten_users()).found;
  forged.bound = 0;
  forged.why.nodes = {{std::nullopt, 1, {0, 0, 0, 0, 0}}, {std::nullopt, 1, {0, 0, 0, 0, 0}}};
  EXPECT_EQ(wrong_with(forged), "node 1 belongs to no split");
}

TEST(certificate, with_multipliers_out_of_range_is_refused) {
  auto forged = solve(ten_users()).found;
  forged.why.nodes = {{std::nullopt, 1, {-1, 0, 0, 0, 0}}};
  EXPECT_EQ(wrong_with(forged), "node 0: multiplier -1");
  forged.why.nodes = {{std::nullopt, 0, {0, 0, 0, 0, 0}}};
  EXPECT_EQ(wrong_with(forged), "node 0: scale 0");
  forged.why.nodes = {{std::nullopt, 1, {0}}};
  EXPECT_EQ(wrong_with(forged), "node 0: 1 multipliers for 5 rows");
}

TEST(certificate, that_splits_what_is_not_there_is_refused) {
  auto forged = solve(ten_users()).found;
  forged.why.nodes = {{split{splitting::pack, 0, 3, 0}, 1, {}}};
  EXPECT_EQ(wrong_with(forged), "node 0: a split of part 3 of 0, which is not there");
}

TEST(certificate_text, that_is_none_says_why) {
  EXPECT_EQ(certificate_from("").wrong, "no JSON");
  EXPECT_EQ(certificate_from("[]").wrong, "no 'certificate'");
  EXPECT_EQ(certificate_from(R"({"certificate":2})").wrong, "'certificate' is a version other than 1");
  EXPECT_EQ(certificate_from(R"({"certificate":1,"cost":1.5})").wrong,
            "'cost' holds no whole number in its range");
  EXPECT_EQ(certificate_from(R"({"certificate":1,"cost":9223372036854775808})").wrong,
            "'cost' holds no whole number in its range");
  EXPECT_EQ(certificate_from("[[[[[[[[[[[[]]]]]]]]]]]]").wrong, "deeper than a certificate");
  EXPECT_EQ(certificate_from(R"({"certificate":1,"cost":1,"bound":1,"users":[],"quantities":[],"packs":[],)"
                             R"("proof":[{"what":"quantity","whole":0,"part":0}]})")
                .wrong,
            "proof 0: no 'at'");
}

RC_GTEST_PROP(certificate_text, is_read_as_it_was_written, (std::uint64_t seed)) {
  const auto of = support::random_problem(seed)();
  RC_PRE(flaw(of).empty());
  const auto found = solved_quickly(of).found;
  const auto again = certificate_from(certificate_text(found));
  RC_ASSERT(again.wrong == std::string());
  RC_ASSERT(again.read == found);
}

// Whatever one changes in the purchase, a certificate that still claims to be cheaper than the best is refused.
RC_GTEST_PROP(certificate, changed_at_random_never_proves_too_much, (std::uint64_t seed)) {
  const auto of = support::random_problem(seed)();
  RC_PRE(flaw(of).empty());
  const auto best = solved_quickly(of);
  RC_PRE(best.status == outcome::proven);
  auto forged = best.found;
  auto& leaf = forged.why.nodes[*rc::gen::inRange<std::size_t>(0, forged.why.nodes.size())];
  if (leaf.inner) {
    leaf.inner->at = *rc::gen::inRange<count>(0, 20);
  } else {
    leaf.multipliers[*rc::gen::inRange<std::size_t>(0, leaf.multipliers.size())] =
        *rc::gen::inRange<std::int64_t>(0, 50) * leaf.scale;
  }
  auto lowered = forged;
  forged.bound = best.found.bound + 1;
  forged.cost = best.found.cost + 1;
  RC_ASSERT(!verifying::verify(of, forged).wrong.empty());
  if (!lowered.bought.users.empty()) {
    ++lowered.bought.users[*rc::gen::inRange<std::size_t>(0, lowered.bought.users.size())];
    RC_ASSERT(!verifying::verify(of, lowered).wrong.empty());
  }
}

} // namespace
} // namespace proviso::optimizing
