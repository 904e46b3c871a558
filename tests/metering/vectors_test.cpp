// The worked cases of the model, one test each: every figure can be recomputed by hand.
#include "metering/pricing.hpp"
#include "metering/renewal.hpp"
#include "support/scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso {
namespace {

using metering::known;
using support::sound_scenario;

using counts = std::vector<std::int64_t>;

// A contract of one SKU sold as logins; `clauses` come after license and unit.
std::string logins_contract(std::string_view term, std::string_view clauses) {
  return fmt::format(
      "contract demo \"Demo\" {{\n  term {}\n  currency USD\n  sku pool \"Pool\" {{\n    license basic\n"
      "    sold as logins\n{}\n  }}\n}}\n",
      term, clauses);
}

std::string members_contract(std::string_view term, std::string_view clauses) {
  return fmt::format(
      "contract demo \"Demo\" {{\n  term {}\n  currency USD\n  sku seats \"Seats\" {{\n    license basic\n"
      "    sold as members\n{}\n  }}\n}}\n",
      term, clauses);
}

std::string plan(std::string_view population) {
  return fmt::format(
      "[plan]\nname = \"Demo\"\ncontract = \"demo\"\n[[population]]\nname = \"people\"\nsku = \"pool\"\n{}\n",
      population);
}

counts figures(const metering::sku_assessment& of, known<std::int64_t> metering::month_usage::*figure) {
  counts result;
  for (const auto& month : of.months)
    result.push_back((month.*figure) ? *(month.*figure) : -1);
  return result;
}

counts figures(const metering::sku_assessment& of, known<std::int64_t> metering::window::*figure) {
  counts result;
  for (const auto& window : of.windows)
    result.push_back((window.*figure) ? *(window.*figure) : -1);
  return result;
}

std::string cost(const support::scenario& of) {
  return of.all.totals.cost.fixed(2);
}

std::vector<std::string> lines(const support::scenario& of) {
  std::vector<std::string> result;
  for (const auto& line : of.all.charges)
    result.push_back(fmt::format("{} {}", line.month, line.amount.fixed(2)));
  return result;
}

std::vector<std::string> months(const support::scenario& of) {
  std::vector<std::string> result;
  for (const auto& month : of.contracts.front().months.months())
    result.push_back(fmt::format("{} {}/{}", to_string(month.days), month.days.days(), month.whole.days()));
  return result;
}

constexpr auto one_month = "2027-01-01 to 2027-01-31";

// V1
TEST(vectors, a_unit_price_is_not_rounded) {
  const auto contract =
      logins_contract(one_month, "quantity 1_001 per month; price 1.33 per login; discount 12.5%\n"
                                 "overage 1.33 per login, measured monthly");
  EXPECT_EQ(cost(*sound_scenario(contract)), "1164.91");
  const auto over = sound_scenario(contract, plan("users = 1002\nlogin_days = { 1 = 1.0 }"));
  EXPECT_EQ(over->all.totals.overage->fixed(2), "1.33"); // a discount is not for overage
}

// V2
TEST(vectors, slices_hold_their_last_unit) {
  const auto price = [](std::string_view how, std::int64_t quantity, std::string_view discount = "") {
    return cost(*sound_scenario(members_contract(
        one_month,
        fmt::format("quantity {}; price {} per member per month {{ first 500 at 15.00; next 1_500 at 13.50; "
                    "beyond at 12.00 }}\n{}",
                    quantity, how, discount))));
  };
  EXPECT_EQ(price("graduated", 500), "7500.00");
  EXPECT_EQ(price("graduated", 501), "7513.50");
  EXPECT_EQ(price("graduated", 2000), "27750.00");
  EXPECT_EQ(price("graduated", 2001), "27762.00");
  EXPECT_EQ(price("volume", 500), "7500.00");
  EXPECT_EQ(price("volume", 501), "6763.50");
  EXPECT_EQ(price("volume", 2000), "27000.00");
  EXPECT_EQ(price("volume", 2001), "24012.00");
  EXPECT_EQ(price("graduated", 803, "discount 12.5%"), "10141.69");
}

// V3
TEST(vectors, a_change_inside_a_month_holds_from_the_next) {
  const auto ramp = sound_scenario(
      logins_contract("2027-01-15 to 2027-05-14", "quantity 1_000 per month; price 2.00 per login\n"
                                                  "overage 2.00 per login, measured monthly\n"
                                                  "from 2027-03-20 { quantity 2_000 per month }"),
      plan("users = { 2027-02-20 = 100 }\nmonthly_growth = 0.10\nlogin_days = { 1 = 1.0 }"));
  EXPECT_EQ(figures(ramp->sku("pool"), &metering::month_usage::entitled), (counts{1000, 1000, 1000, 2000}));
  EXPECT_EQ(cost(*ramp), "10000.00");
  EXPECT_EQ(figures(ramp->sku("pool"), &metering::month_usage::users), (counts{0, 0, 100, 110}));
}

// V4
TEST(vectors, growth_and_season_are_exact) {
  const auto grown = sound_scenario(
      logins_contract("2027-01-01 to 2027-02-28", "quantity 100 per month; price 1.00 per login"),
      plan("users = 50\nmonthly_growth = 0.29\nlogin_days = { mean = 1 }"));
  EXPECT_EQ(figures(grown->sku("pool"), &metering::month_usage::users), (counts{50, 65}));
  const auto seasonal =
      sound_scenario(logins_contract(one_month, "quantity 100 per month; price 1.00 per login"),
                     plan("users = 10\nlogin_days = { mean = 1 }\nseason = { january = 1.15 }"));
  EXPECT_EQ(figures(seasonal->sku("pool"), &metering::month_usage::logins), (counts{12}));
}

// V5
TEST(vectors, overage_in_blocks_is_raised_to_whole_ones) {
  const auto blocks =
      sound_scenario(logins_contract(one_month, "quantity 0 per month; price 1.00 per login\n"
                                                "overage 250.00 per block of 100, measured monthly"),
                     plan("users = 7114\nlogin_days = { 1 = 1.0 }"));
  EXPECT_EQ(figures(blocks->sku("pool"), &metering::window::due), (counts{7114}));
  EXPECT_EQ(blocks->all.totals.overage->fixed(2), "18000.00");
}

std::string observed(std::string_view months) {
  return plan(fmt::format("users = 0\nlogin_days = {{ 1 = 1.0 }}\nobserved = {{ {} }}", months));
}

// V6
TEST(vectors, rollover_is_drawn_first_and_does_not_roll_again) {
  constexpr auto clauses = "quantity 100 per month; price 1.00 per login\n"
                           "overage 1.00 per login, measured monthly\nrollover 50 for {} month{}";
  const auto one =
      sound_scenario(logins_contract("2027-01-01 to 2027-03-31", fmt::format(clauses, 1, "")),
                     observed("2027-01-01 = { 1 = 60 }, 2027-02-01 = { 1 = 100 }, 2027-03-01 = { 1 = 170 }"));
  EXPECT_EQ(figures(one->sku("pool"), &metering::window::entitled), (counts{100, 140, 140}));
  EXPECT_EQ(figures(one->sku("pool"), &metering::window::over), (counts{0, 0, 30}));
  const auto two =
      sound_scenario(logins_contract("2027-01-01 to 2027-04-30", fmt::format(clauses, 2, "s")),
                     observed("2027-01-01 = { 1 = 20 }, 2027-02-01 = { 1 = 100 }, 2027-03-01 = { 1 = 100 }, "
                              "2027-04-01 = { 1 = 170 }"));
  EXPECT_EQ(figures(two->sku("pool"), &metering::window::entitled), (counts{100, 150, 150, 150}));
  EXPECT_EQ(figures(two->sku("pool"), &metering::window::over), (counts{0, 0, 0, 20}));
}

// V7
TEST(vectors, a_yearly_price_is_one_line_a_contract_year) {
  const auto ramp = sound_scenario(
      members_contract("2027-01-01 to 2029-06-30",
                       "quantity 100; price 100.00 per member per year\nfrom 2027-07-01 { quantity 130 }"));
  EXPECT_EQ(lines(*ramp), (std::vector<std::string>{"1 11500.00", "13 13000.00", "25 6500.00"}));
  const auto part = sound_scenario(
      members_contract("2027-01-01 to 2027-10-31", "quantity 7; price 10.00 per member per year"));
  EXPECT_EQ(lines(*part), (std::vector<std::string>{"1 58.33"}));
}

// V8
TEST(vectors, months_on_a_day_of_their_own_may_be_short) {
  const auto first = sound_scenario(
      "contract demo \"Demo\" {\n  term 2027-01-15 to 2030-01-14\n  months start on day 1\n  currency USD\n"
      "  sku pool \"Pool\" { license basic; sold as logins; quantity 1 per month; price 1.00 per login }\n}\n",
      plan("users = 1000\nlogin_days = { mean = 1.6 }"));
  const auto all = months(*first);
  ASSERT_EQ(all.size(), 37u);
  EXPECT_EQ(all.front(), "2027-01-15..2027-01-31 17/31");
  EXPECT_EQ(all.back(), "2030-01-01..2030-01-14 14/31");
  const auto logins = figures(first->sku("pool"), &metering::month_usage::logins);
  EXPECT_EQ(logins.front(), 877);
  EXPECT_EQ(logins.back(), 723);
}

std::vector<std::string> months_of(std::string_view term, std::string_view start) {
  return months(*sound_scenario(
      fmt::format("contract demo \"Demo\" {{\n  term {}\n  currency USD\n  {}\n}}\n", term, start)));
}

TEST(vectors, a_day_that_a_month_lacks_becomes_its_last_and_the_anchor_does_not_drift) {
  EXPECT_EQ(months_of("2027-02-10 to 2027-06-09", "months start on day 31"),
            (std::vector<std::string>{"2027-02-10..2027-02-27 18/28", "2027-02-28..2027-03-30 31/31",
                                      "2027-03-31..2027-04-29 30/30", "2027-04-30..2027-05-30 31/31",
                                      "2027-05-31..2027-06-09 10/30"}));
  EXPECT_EQ(months_of("2027-01-31 to 2027-06-29", ""),
            (std::vector<std::string>{"2027-01-31..2027-02-27 28/28", "2027-02-28..2027-03-30 31/31",
                                      "2027-03-31..2027-04-29 30/30", "2027-04-30..2027-05-30 31/31",
                                      "2027-05-31..2027-06-29 30/30"}));
  EXPECT_EQ(months_of("2028-01-30 to 2028-04-29", ""),
            (std::vector<std::string>{"2028-01-30..2028-02-28 30/30", "2028-02-29..2028-03-29 30/30",
                                      "2028-03-30..2028-04-29 31/31"}));
}

// V9
TEST(vectors, without_an_overage_clause_one_reading_alone_decides_nothing) {
  const auto judge = [](std::string_view grace, std::int64_t users) {
    return sound_scenario(
        logins_contract("2027-01-01 to 2027-12-31",
                        fmt::format("quantity 1_000 per month; price 1.00 per login\n{}", grace)),
        plan(fmt::format("users = {}\nlogin_days = {{ 1 = 1.0 }}", users)));
  };
  const auto unclear = judge("grace 500", 1400);
  const auto& window = unclear->sku("pool").windows.front();
  EXPECT_EQ(*window.logins, 16800);
  EXPECT_EQ(*window.entitled + *window.grace, 12500);
  EXPECT_EQ(window.exceeded, base::truth::unknown);
  EXPECT_FALSE(window.overage);
  EXPECT_FALSE(unclear->all.totals.complete);

  const auto both = judge("", 1400);
  EXPECT_EQ(both->sku("pool").windows.front().exceeded, base::truth::yes);
  EXPECT_FALSE(both->sku("pool").windows.front().overage);
  const auto neither = judge("", 1000);
  EXPECT_EQ(neither->sku("pool").windows.front().exceeded, base::truth::no);
  EXPECT_EQ(neither->all.totals.overage->fixed(2), "0.00");
}

TEST(vectors, a_share_of_grace_is_taken_of_the_window) {
  const auto grace = [](std::string_view measured) {
    const auto all =
        sound_scenario(logins_contract("2027-01-01 to 2027-03-31",
                                       fmt::format("quantity 1_005 per month; price 1.00 per login; grace 10%\n"
                                                   "overage 1.00 per login, measured {}",
                                                   measured)),
                       plan("users = 1\nlogin_days = { 1 = 1.0 }"));
    return *all->sku("pool").windows.front().grace;
  };
  EXPECT_EQ(grace("monthly"), 100);
  EXPECT_EQ(grace("quarterly"), 301);
}

// V10
TEST(vectors, a_blocked_pool_locks_out_from_the_first_day_beyond) {
  const auto blocked = sound_scenario(
      logins_contract(one_month, "quantity 100 per month; price 1.00 per login; overage blocked"),
      plan("users = 155\nlogin_days = { 1 = 1.0 }"));
  const auto& window = blocked->sku("pool").windows.front();
  ASSERT_TRUE(window.locked_out);
  EXPECT_EQ(base::to_string(*window.locked_out), "2027-01-21");
  EXPECT_EQ(window.exceeded, base::truth::yes);
  EXPECT_EQ(blocked->all.totals.overage->fixed(2), "0.00");
}

// V11
TEST(vectors, one_login_a_month_counts_users_who_log_in) {
  const auto all = sound_scenario(
      logins_contract(one_month,
                      "quantity 100 per month; price 1.00 per login; count one login per user per month"),
      plan("users = 1000\nlogin_days = { 0 = 0.4, 1 = 0.3, 12 = 0.3 }\nseason = { january = 1.8 }"));
  EXPECT_EQ(figures(all->sku("pool"), &metering::month_usage::logins), (counts{600}));
}

// V16, and the figures of the worked example
TEST(vectors, the_least_addition_is_in_whole_blocks_and_grace_grows_with_it) {
  const auto short_by = [](std::int64_t logins, std::string_view block) {
    const auto all = sound_scenario(
        logins_contract("2027-01-01 to 2027-03-31",
                        fmt::format("quantity 25_000 per month; price 1.90 per login; grace 10%\n{}\n"
                                    "overage 2.50 per login, measured quarterly",
                                    block)),
        observed(fmt::format("2027-01-01 = {{ 1 = {} }}", logins)));
    return *all->sku("pool").windows.front().needed;
  };
  EXPECT_EQ(short_by(89614, ""), 2156);
  EXPECT_EQ(short_by(89614, "block 1_000"), 3000);
  EXPECT_EQ(short_by(100980, ""), 5600);
  EXPECT_EQ(short_by(100980, "block 1_000"), 6000);
  EXPECT_EQ(short_by(82500, "block 1_000"), 0);
}

// V15
TEST(vectors, average_prices_are_exact) {
  const auto unit = [](std::string_view clauses) {
    const auto all = sound_scenario(members_contract(one_month, clauses));
    const auto& sku = all->contracts.front().skus.front();
    return *metering::unit_price(sku, sku.on(all->contracts.front().months.term().first));
  };
  EXPECT_EQ(unit("quantity 10; price 5.00 per member per month") / base::rational(2), base::rational(5, 2));
  EXPECT_EQ((unit("quantity 10; price 5.00 per member per month") / base::rational(19, 10)).fixed(2), "2.63");
  EXPECT_EQ(unit("quantity 10; price 60.00 per member per year") / base::rational(2), base::rational(5, 2));
}

// V17
TEST(vectors, renewal_is_the_last_price_and_one_uplift) {
  const auto renewal = [](std::string_view uplift) {
    const auto all = sound_scenario(members_contract(
        "2027-01-15 to 2030-01-14",
        fmt::format("quantity 800; price graduated per member per month {{ first 500 at 15.00\n"
                    "next 1_500 at 13.50; beyond at 12.00 }}\n{}",
                    uplift)));
    return metering::renewal_at_most(all->contracts.front(), all->contracts.front().skus.front());
  };
  EXPECT_EQ(renewal("uplift at most 7% per renewal")->fixed(2), "12358.50");
  EXPECT_FALSE(renewal(""));
  EXPECT_EQ(renewal("").why().missing,
            "what 'seats' may cost after renewal: state 'uplift at most …% per renewal'");
}

// V18
TEST(vectors, a_reduction_is_raised_to_a_block) {
  const auto all = sound_scenario(logins_contract(
      one_month, "quantity 20_000 per month; block 1_000; price 2.00 per login; reduce at most 10% per year"));
  const auto& sku = all->contracts.front().skus.front();
  const auto terms = sku.on(all->contracts.front().months.term().first);
  EXPECT_EQ(metering::reducible_to(sku, terms, 20000), 18000);
  EXPECT_EQ(metering::reducible_to(sku, terms, 18000), 17000);
}

// V19: the guide's own licenses, with a plan that names nobody
TEST(vectors, a_hundred_logins_allow_two_thousand_accounts) {
  const auto all = sound_scenario(
      "contract demo \"Demo\" {\n  term 2027-01-01 to 2027-12-31\n  currency USD\n"
      "  sku logins \"L\" { license basic; sold as logins; quantity 100 per month; price 2.00 per login }\n"
      "  sku members \"M\" { license basic; sold as members; quantity 100; price 5.00 per member per month }\n"
      "  sku other \"O\" { license basic; sold as logins; quantity 50 per month; price 6.00 per login }\n}\n",
      "[plan]\nname = \"Nobody\"\ncontract = \"demo\"\n");
  EXPECT_EQ(cost(*all), "12000.00");
  EXPECT_TRUE(all->all.totals.complete);
  EXPECT_EQ(*all->sku("logins").months.front().accounts, 2000);
  EXPECT_EQ(*all->sku("other").months.front().accounts, 1000);
  EXPECT_EQ(*all->sku("logins").months.front().users, 0);
}

// V20
TEST(vectors, season_short_month_grace_and_rounding_together) {
  const auto all = sound_scenario(
      logins_contract("2027-01-15 to 2027-05-04", "quantity 1_005 per month; price 1.99 per login; grace 10%\n"
                                                  "overage 2.50 per login, measured quarterly"),
      plan("users = 1000\nlogin_days = { 1 = 0.5, 2 = 0.5 }\nseason = { march = 0.5 }"));
  EXPECT_EQ(figures(all->sku("pool"), &metering::month_usage::logins), (counts{1500, 1125, 1089, 1000}));
  EXPECT_EQ(figures(all->sku("pool"), &metering::window::logins), (counts{3714, 1000}));
  EXPECT_EQ(figures(all->sku("pool"), &metering::window::entitled), (counts{3015, 1005}));
  EXPECT_EQ(figures(all->sku("pool"), &metering::window::grace), (counts{301, 100}));
  EXPECT_EQ(figures(all->sku("pool"), &metering::window::due), (counts{398, 0}));
  EXPECT_EQ(all->all.totals.overage->fixed(2), "995.00");
  EXPECT_EQ(cost(*all), "8994.80");
}

} // namespace
} // namespace proviso
