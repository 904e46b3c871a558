// What a finding carries: places, money, fingerprints, and an order that does not change.
#include "checking/small.hpp"

#include "checking/rules/run.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <set>

namespace proviso::checking::testing {
namespace {

// The shipped rules on a contract and its plan, with what the places underline.
struct shown {
  world w;
  outcome found;

  shown(const std::string& contract, const std::string& plan) {
    w.add_folder("rules");
    w.add_file(contract);
    w.resolve();
    w.plan(plan, read(plan));
    w.assess();
    found = w.check(base::parse_day("2026-11-01").value());
    EXPECT_EQ(w.rendered(), "");
  }

  static std::string read(const std::string& path) {
    world w;
    w.add_file(path);
    return std::string(w.sources[1].text());
  }

  [[nodiscard]] const finding& of(std::string_view rule, std::size_t number = 0) const {
    for (const auto& f : found.findings)
      if (f.rule == rule && number-- == 0)
        return f;
    ADD_FAILURE() << "no finding of " << rule;
    return found.findings.front();
  }

  [[nodiscard]] std::string places(const finding& f) const {
    std::string text;
    for (const auto& place : f.places)
      text += fmt::format("{}: {}\n", w.text_at(place.at), place.text);
    return text;
  }
};

const shown& northwind() {
  static const shown all("contracts/northwind.proviso", "contracts/northwind.plan.toml");
  return all;
}

TEST(northwind, a_pool_is_exceeded_in_two_windows) {
  const auto& first = northwind().of("login-pool-exceeded");
  EXPECT_EQ(
      first.message,
      "portal-logins needs 89,614 logins in 2028-10-15..2029-01-14, 75,000 are entitled and 7,500 tolerated");
  EXPECT_EQ(first.fix, "buy 3,000 more per month from 2028-10-15, or move the heaviest users to members");
  EXPECT_EQ(first.cost->fixed(2), "17785.00");
  EXPECT_EQ(first.subject, "portal-logins");
  EXPECT_EQ(base::to_string(*first.days), "2028-10-15..2029-01-14");
  EXPECT_EQ(northwind().places(first), "25_000 per month: purchased here\nseason: multiplied here\n");
  const auto& second = northwind().of("login-pool-exceeded", 1);
  EXPECT_EQ(second.cost->fixed(2), "46200.00");
  EXPECT_EQ(base::to_string(*second.days), "2029-10-15..2030-01-14");
}

TEST(northwind, an_exception_ends_and_the_breach_begins) {
  EXPECT_EQ(northwind().of("restricted-access").message,
            "key dealers plans to create and update Case from 2027-01-15 until 2030-01-14, which "
            "no-crm-records forbids");
  EXPECT_EQ(northwind().of("restricted-access", 1).message,
            "key dealers plans to read Case from 2027-07-15 until 2030-01-14, which no-crm-records forbids");
  const auto& open = northwind().of("restricted-access", 2);
  EXPECT_EQ(open.verdict, verdict::undetermined);
  EXPECT_EQ(open.missing, std::vector<std::string>{
                              "'no-crm-records' is open ended (\"not limited to\") and does not list Order "
                              "and Account: have the vendor state it in writing"});
}

TEST(northwind, savings_heed_blocks_and_minimums) {
  const auto& unused = northwind().of("quantity-unused");
  EXPECT_EQ(unused.message,
            "100 of 800 members of key-dealers are needed in no month of 2027-01-15..2030-01-14");
  EXPECT_EQ(unused.saves->fixed(2), "48600.00"); // 36 months of 100 at the 13.50 of their slice
  EXPECT_FALSE(unused.saves_per_month);
  const auto& heavy = northwind().of("login-users-too-frequent", 1);
  EXPECT_EQ(heavy.message, "550 users of dealers log in 12 days a month; the break-even is 2.50");
  EXPECT_EQ(heavy.saves->fixed(2), "9250.00"); // 6 blocks of 1,000 at 2.00 less 550 members at 5.00
  EXPECT_TRUE(heavy.saves_per_month);
}

TEST(northwind, a_waiver_covers_the_first_year) {
  for (const auto& f : northwind().found.findings)
    if (f.rule == "login-pool-tight") {
      EXPECT_EQ(f.waived.has_value(), f.days->first <= base::parse_day("2027-12-31").value())
          << base::to_string(*f.days);
    }
}

// ---- order and fingerprints

TEST(findings, are_the_same_in_every_run) {
  const shown again("contracts/northwind.proviso", "contracts/northwind.plan.toml");
  ASSERT_EQ(again.found.findings.size(), northwind().found.findings.size());
  for (std::size_t i = 0; i < again.found.findings.size(); ++i) {
    EXPECT_EQ(again.found.findings[i].message, northwind().found.findings[i].message);
    EXPECT_EQ(again.found.findings[i].fingerprint, northwind().found.findings[i].fingerprint);
  }
}

TEST(findings, stand_in_order) {
  const auto& all = northwind().found.findings;
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                             [](const finding& a, const finding& b) { return a.severity > b.severity; }));
}

TEST(fingerprints, are_unique) {
  std::set<std::string> seen;
  for (const auto& f : northwind().found.findings) {
    EXPECT_EQ(f.fingerprint.size(), 16u);
    EXPECT_TRUE(seen.insert(f.fingerprint).second) << f.message;
  }
}

TEST(fingerprints, survive_moved_lines_and_other_figures) {
  constexpr auto rule = "for w in windows\n when w.exceeded";
  const auto one = found_in(small_contract(), small_plan, rule_of(rule));
  const auto two =
      found_in("\n\n# moved\n" + small_contract("note \"more\""), small_plan, rule_of(rule, "other words"));
  ASSERT_EQ(one.findings.size(), 1u);
  ASSERT_EQ(two.findings.size(), 1u);
  EXPECT_EQ(one.findings.front().fingerprint, two.findings.front().fingerprint);
  EXPECT_EQ(one.findings.front().fingerprint, fingerprint_of("small\ntest\npool\n2027-07-01\n"));
}

TEST(fingerprints, are_fnv_1a) {
  EXPECT_EQ(fingerprint_of(""), "cbf29ce484222325");
  EXPECT_EQ(fingerprint_of("foobar"), "85944171f73967e8");
}

// ---- places

TEST(places, what_is_not_written_underlines_its_declaration) {
  world w;
  w.add("catalogue", "license basic \"Basic\" { accounts 20 per login }");
  w.add("contract", R"(contract small "Small" {
    term 2027-01-01 to 2027-12-31
    currency USD
    sku pool "Logins" { license basic; sold as logins; quantity 100 per month; price 2.00 per login }
  })");
  w.add("rules", rule_of("for s in skus\n at s.overage \"here\"\n at s.accounts_per_login\n at "
                         "contract.time_zone\n at s.quantity"));
  w.resolve();
  w.assess();
  const auto found = w.check();
  ASSERT_EQ(found.findings.size(), 1u);
  std::vector<std::string> places;
  for (const auto& place : found.findings.front().places)
    places.push_back(w.text_at(place.at));
  EXPECT_EQ(places, (std::vector<std::string>{"pool", "accounts 20 per login", "small", "100 per month"}));
  EXPECT_EQ(found.findings.front().places.front().text, "here");
}

TEST(places, a_rule_without_places_has_that_of_its_record) {
  const auto found = found_by("for s in skus where s == pool");
  ASSERT_EQ(found.findings.front().places.size(), 1u);
}

} // namespace
} // namespace proviso::checking::testing
