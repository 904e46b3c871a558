// What exports and login histories make of a contract's months: who is counted where, and what is in doubt.
#include "observing/holders.hpp"
#include "observing/people.hpp"
#include "observing/seen.hpp"

#include <gtest/gtest.h>

namespace proviso::observing {
namespace {

constexpr auto club = R"(contract demo "Demo" {
  term 2027-01-01 to 2027-03-31
  currency USD
  time zone "UTC"
  sku seats "Seats" { license basic; sold as members; quantity 1; price 5.00 per member per month }
})";

constexpr auto twins = R"(contract demo "Demo" {
  term 2027-01-01 to 2027-03-31
  currency USD
  time zone "UTC"
  sku old "Old" { license basic; sold as members; quantity 1; price 5.00 per member per month }
  sku new "New" { license basic; sold as members; quantity 1; price 5.00 per member per month }
})";

constexpr auto shop = R"(contract demo "Demo" {
  term 2027-01-01 to 2027-03-31
  currency USD
  time zone "UTC"
  sku pool "Pool" { license basic; sold as logins; count every login; quantity 9 per month; price 2.00 per login }
  sku seats "Seats" { license basic; sold as members; quantity 1; price 5.00 per member per month }
})";

constexpr auto ann = "005000000000001";
constexpr auto bob = "005000000000002";

std::string history(const std::vector<std::pair<std::string, std::string>>& logins) {
  std::string text = "Id,UserId,LoginTime,Status\n";
  int row = 100;
  for (const auto& [who, when] : logins)
    text += "0Ya000000000" + std::to_string(++row) + "," + who + "," + when + ":00:00Z,Success\n";
  return text;
}

TEST(members, are_those_whom_only_assignments_name_too) {
  seen_org in(club);
  const auto seat = in.org.license(in.sku(0));
  in.org.assigns(ann, "2027-01-01", "", seat);
  in.org.assigns(bob, "2027-02-01", "", seat);
  EXPECT_EQ(shown(in.observe("2027-02-20").plan.populations[0]), "2027-01-01: 0 x 1\n2027-02-01: 0 x 2\n");
}

TEST(members, of_an_export_and_of_assignments_are_counted_together) {
  seen_org in(club);
  const auto seat = in.org.license(in.sku(0));
  in.org.exports(bob, "", seat);
  in.org.assigns(ann, "2027-01-01", "", seat);
  in.org.assigns(bob, "2027-01-01", "", seat);
  in.reads({history({{ann, "2027-01-05T10"}})});
  EXPECT_EQ(shown(in.observe("2027-01-20").plan.populations[0]), "2027-01-01: 0 x 1 1 x 1\n");
}

TEST(members, of_two_skus_that_sell_alike_are_of_neither) {
  seen_org in(twins);
  const auto seat = in.org.license(in.sku(0));
  in.org.exports(ann, "", seat);
  in.org.exports(bob, "", seat);
  const auto& seen = in.observe("2027-01-20");
  const std::string doubt =
      "2027-01-01: 0 x 0; which users are on 'old' or 'new': both sell 'basic' as members; "
      "say it in the plan with match, by profile or list\n";
  EXPECT_EQ(shown(seen.plan.populations[0]), doubt);
  EXPECT_EQ(shown(seen.plan.populations[1]), doubt);
  EXPECT_EQ(undecided_today(in.contract(), seen.who, 1), 2);
}

TEST(members, may_be_more_where_a_license_is_unknown) {
  seen_org in(club);
  in.org.exports(ann, "", in.org.stranger());
  EXPECT_EQ(shown(in.observe("2027-01-20").plan.populations[0]),
            "2027-01-01: 0 x 0; the license of 1 user: give an export that has it with --users, or dated with "
            "--assignments, and name it in the catalogue\n");
}

// One row about Ann says nothing of Bob, who stands in a present export.
TEST(members, of_a_past_month_need_dates_of_all) {
  seen_org in(club);
  const auto seat = in.org.license(in.sku(0));
  in.org.exports(ann, "", seat);
  in.org.exports(bob, "", seat);
  in.org.assigns(ann, "2027-01-01", "", seat);
  EXPECT_EQ(shown(in.observe("2027-02-20").plan.populations[0]),
            "2027-01-01: 0 x 1; since when 1 user of the export of users held their license: date it with "
            "--assignments\n"
            "2027-02-01: 0 x 2\n");
}

std::int64_t holders_today(seen_org& in, const char* today) {
  std::int64_t result = 0;
  for (const auto& [days, users] : in.observe(today).who.habits[0])
    result += users;
  return result;
}

TEST(holders, hold_an_assignment_until_it_ends_and_not_before_it_begins) {
  seen_org in(club);
  const auto seat = in.org.license(in.sku(0));
  in.org.assigns(ann, "2027-01-01", "2027-03-31", seat);
  in.org.assigns(bob, "2027-03-01", "", seat);
  EXPECT_EQ(holders_today(in, "2027-02-20"), 1);
  EXPECT_EQ(holders_today(in, "2027-03-20"), 2);
  EXPECT_EQ(holders_today(in, "2027-04-01"), 1);
}

// Ann was a dealer in January, and is somebody of the company's own by now.
TEST(logins, on_a_dated_license_count_whatever_the_user_is_today) {
  seen_org in(shop);
  const auto login = in.org.license(in.sku(0));
  in.org.exports(ann, "", login);
  in.org.of.users[0].internal = true;
  in.org.assigns(ann, "2027-01-01", "2027-01-31", login);
  in.reads({history({{ann, "2027-01-05T10"}, {ann, "2027-02-06T10"}})});
  const auto& pool = in.observe("2027-03-20", base::period{day("2027-01-01"), day("2027-02-28")});
  EXPECT_EQ(shown(pool.plan.populations[0]),
            "2027-01-01: 1 x 1, logins 1\n2027-02-01: 0 x 0, logins 0\n2027-03-01: 0 x 0\n");
}

TEST(members, whose_dated_license_has_ended_hold_the_present_one) {
  seen_org in(shop);
  in.org.exports(ann, "", in.org.license(in.sku(1)));
  in.org.assigns(ann, "2027-01-01", "2027-01-10", in.org.license(in.sku(0)));
  const auto& seen = in.observe("2027-03-20");
  const std::string doubt = "since when 1 user of the export of users held their license: date it with "
                            "--assignments\n";
  EXPECT_EQ(shown(seen.plan.populations[1]),
            "2027-01-01: 0 x 0; " + doubt + "2027-02-01: 0 x 0; " + doubt + "2027-03-01: 0 x 1\n");
  EXPECT_EQ(seen.assumed,
            (std::vector<std::string>{
                "1 user held today's license on the days that their dated assignments leave open"}));
  EXPECT_EQ(seen.who.habits[1], (habits{{0, 1}}));
}

TEST(members, whose_license_of_today_is_dated_did_not_hold_it_before) {
  seen_org in(club);
  const auto seat = in.org.license(in.sku(0));
  in.org.exports(ann, "", seat);
  in.org.assigns(ann, "2027-02-01", "", seat);
  const auto& seen = in.observe("2027-02-20");
  EXPECT_EQ(shown(seen.plan.populations[0]), "2027-01-01: 0 x 0\n2027-02-01: 0 x 1\n");
  EXPECT_TRUE(seen.assumed.empty());
}

TEST(accounts, are_there_on_days_that_dated_assignments_leave_open) {
  seen_org in(shop);
  in.org.exports(ann, "", in.org.license(in.sku(0)));
  in.org.assigns(ann, "2027-02-01", "2027-02-10", in.org.license(in.sku(1)));
  in.reads({"Id,UserId,LoginTime,Status\n"});
  const auto& seen = in.observe("2027-03-20", base::period{day("2027-01-01"), day("2027-02-28")});
  EXPECT_EQ(shown(seen.plan.populations[0]),
            "2027-01-01: 0 x 1, logins 0\n2027-02-01: 0 x 1, logins 0\n2027-03-01: 0 x 1\n");
}

TEST(accounts, of_today_stand_in_an_export_of_users) {
  seen_org in(shop);
  const auto login = in.org.license(in.sku(0));
  in.org.exports(ann, "", login);
  in.org.exports(bob, "", login);
  const auto& pool = in.observe("2027-02-20").plan.populations[0];
  EXPECT_EQ(shown(pool), "2027-02-01: 0 x 2\n");
  EXPECT_FALSE(pool.observed[0].login_days_known);
}

const std::vector<std::pair<std::string, std::string>> ten_and_one{
    {ann, "2027-02-03T10"}, {ann, "2027-02-03T11"}, {ann, "2027-02-03T12"}, {ann, "2027-02-20T10"}};

TEST(logins, have_no_day_where_a_license_changes_and_each_counts) {
  seen_org in(shop);
  in.org.assigns(ann, "2027-01-01", "2027-02-14", in.org.license(in.sku(0)));
  in.org.assigns(ann, "2027-02-15", "", in.org.license(in.sku(1)));
  in.reads({history(ten_and_one)});
  const auto& pool =
      in.observe("2027-04-01", base::period{day("2027-02-01"), day("2027-02-28")}).plan.populations[0];
  EXPECT_EQ(
      shown(pool),
      "2027-02-01: 1 x 1, logins 1; how many logins of 1 user fall on each side of a change of "
      "license "
      "inside the month: where every login counts, Proviso keeps them by the month and only their days one by "
      "one; change licenses on the first day of a month\n");
}

TEST(logins, of_a_user_by_id_and_by_name_are_of_one) {
  seen_org in(club);
  in.org.exports(ann, "a@x.com", in.org.license(in.sku(0)));
  in.reads({history({{ann, "2027-01-05T10"}, {ann, "2027-01-06T10"}}),
            "Username,Login "
            "Time,Status\nA@x.com,2027-01-06T10:00:00Z,Success\nA@x.com,2027-01-07T10:00:00Z,Success\n"});
  EXPECT_EQ(shown(in.observe("2027-01-20").plan.populations[0]), "2027-01-01: 3 x 1\n");
  EXPECT_FALSE(strangers_in(*in.logins, in.org.of).may_be_one());
}

TEST(logins, of_strangers_by_id_and_by_name_may_be_of_one) {
  seen_org in(club);
  in.reads({history({{ann, "2027-01-05T10"}}),
            "Username,Login Time,Status\nA@x.com,2027-01-06T10:00:00Z,Success\n"});
  EXPECT_TRUE(strangers_in(*in.logins, in.org.of).may_be_one());
}

// Break-even is in what the pool counts: every login for a pool that counts each.
TEST(habits, are_in_the_unit_of_the_sku_that_sells_logins) {
  seen_org in(shop);
  in.org.exports(ann, "", in.org.license(in.sku(1)));
  in.reads({history(ten_and_one)});
  const auto& seen = in.observe("2027-03-20", base::period{day("2027-02-01"), day("2027-02-28")});
  EXPECT_EQ(seen.who.habits[1], (habits{{2, 1}}));
  const auto by = measure_for(seen.question, in.sku(0));
  ASSERT_TRUE(by);
  EXPECT_EQ(seen.who.courses[1].counted.at(*by).totals, (habits{{4, 1}}));
}

TEST(switches, to_a_license_of_no_sku_are_switches_too) {
  seen_org in(club);
  in.org.assigns(ann, "2027-01-01", "2027-02-14", in.org.license(in.sku(0)));
  in.org.assigns(ann, "2027-02-15", "", in.org.license(in.sku(0), model::sale::logins));
  const auto& all = in.observe("2027-03-20").who.switches;
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.begin()->first.from, 0U);
  EXPECT_EQ(all.begin()->first.to, nowhere);
}

} // namespace
} // namespace proviso::observing
