// What a run fails on.
#include "cli/pipeline/gate.hpp"

#include <gtest/gtest.h>

namespace {

using namespace proviso;
using cli::gate;

TEST(gate, stands_at_its_level) {
  const report::tally nothing{};
  const report::tally error{.errors = 1};
  const report::tally warning{.warnings = 1};
  const report::tally info{.infos = 1};
  const report::tally open{.undetermined = 1};
  const report::tally waived{.waived = 1};
  struct {
    gate level;
    bool error, warning, info, open;
  } const rows[] = {
      {gate::error, true, false, false, false},  {gate::warning, true, true, false, false},
      {gate::info, true, true, true, false},     {gate::undetermined, true, false, false, true},
      {gate::never, false, false, false, false},
  };
  for (const auto& row : rows) {
    const auto level = static_cast<int>(row.level);
    EXPECT_EQ(cli::fails_on(row.level, error), row.error) << level;
    EXPECT_EQ(cli::fails_on(row.level, warning), row.warning) << level;
    EXPECT_EQ(cli::fails_on(row.level, info), row.info) << level;
    EXPECT_EQ(cli::fails_on(row.level, open), row.open) << level;
    EXPECT_FALSE(cli::fails_on(row.level, waived)) << level;
    EXPECT_FALSE(cli::fails_on(row.level, nothing)) << level;
  }
}

struct priced {
  model::contract contract;
  metering::assessment assessment;
  report::report all;

  priced(std::int64_t cost, bool complete) {
    contract.name = "shop";
    contract.currency = "USD";
    assessment.contract = &contract;
    assessment.totals.cost = cost;
    assessment.totals.complete = complete;
    all.contracts.push_back({&assessment, "shop.proviso", "", nullptr, {}, {}, {}});
  }
};

const cli::cost_limit limit{100, "", {"100", "--max-cost", {}}};

TEST(cost_limit, lets_the_limit_itself_pass) {
  EXPECT_EQ(cli::over_limit(limit, priced(100, true).all), "");
}

TEST(cost_limit, stops_what_is_dearer) {
  EXPECT_EQ(cli::over_limit(limit, priced(101, true).all),
            "shop costs 101.00 USD: more than 100.00 USD (--max-cost)\n");
}

TEST(cost_limit, never_lets_an_incomplete_cost_pass) {
  EXPECT_EQ(cli::over_limit(limit, priced(0, false).all),
            "shop costs at least 0.00 USD: an incomplete cost never passes 100.00 USD (--max-cost)\n");
}

const cli::cost_limit increase{10, "", {"10", "--max-increase", {}}};

cli::baseline before(std::int64_t cost, bool complete = true, std::string currency = "USD") {
  cli::baseline result;
  result.contracts["shop"] = {{cost, std::move(currency), complete, 2}, {}};
  return result;
}

TEST(cost_increase, lets_the_limit_itself_pass) {
  EXPECT_EQ(cli::over_increase(increase, before(100), priced(110, true).all), "");
  EXPECT_EQ(cli::over_increase(increase, before(100), priced(90, true).all), "");
}

TEST(cost_increase, stops_what_is_dearer) {
  EXPECT_EQ(
      cli::over_increase(increase, before(100), priced(111, true).all),
      "shop costs 111.00 USD, 11.00 USD more than in the baseline: more than 10.00 USD (--max-increase)\n");
}

TEST(cost_increase, never_lets_pass_what_cannot_be_told) {
  const auto passes = ", so it never passes an increase of 10.00 USD (--max-increase)\n";
  EXPECT_EQ(cli::over_increase(increase, before(100), priced(0, false).all),
            std::string("shop: its cost is incomplete") + passes);
  EXPECT_EQ(cli::over_increase(increase, before(100, false), priced(0, true).all),
            std::string("shop: the cost in the baseline is incomplete") + passes);
  EXPECT_EQ(cli::over_increase(increase, before(100, true, "EUR"), priced(0, true).all),
            std::string("shop: it is in USD, in the baseline in EUR") + passes);
  EXPECT_EQ(cli::over_increase(increase, {}, priced(0, true).all),
            std::string("shop: it is not in the baseline") + passes);
}

} // namespace
