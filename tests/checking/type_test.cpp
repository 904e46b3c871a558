// The algebra of units: what fits, and what is said where it does not.
#include "checking/small.hpp"

#include <gtest/gtest.h>

namespace proviso::checking::testing {
namespace {

std::string fault(std::string_view condition) {
  return faults_of("for w in windows\n  for b in bands\n  when " + std::string(condition));
}

// ---- like with like

TEST(types, like_adds_to_like) {
  EXPECT_EQ(fault("w.logins + w.entitled > w.grace"), "");
  EXPECT_EQ(fault("w.overage + 2.00 USD > 1.00 USD"), "");
  EXPECT_EQ(fault("w.logins + b.users > w.grace"), "cannot add members to logins\n");
  EXPECT_EQ(fault("w.logins - w.overage > w.grace"), "cannot subtract money from logins\n");
  EXPECT_EQ(fault("w.logins + w.period > w.grace"), "cannot add a period to logins\n");
}

TEST(types, like_compares_with_like) {
  EXPECT_EQ(fault("w.logins > w.entitled"), "");
  EXPECT_EQ(fault("w.logins > b.users"), "cannot compare logins with members\n");
  EXPECT_EQ(fault("w.sku == b.sku"), "");
  EXPECT_EQ(fault("w.sku == b.population"), "cannot compare a SKU with a population\n");
  EXPECT_EQ(fault("w.sku < b.sku"), "a SKU has no order | compare with '==' or '!='\n");
  EXPECT_EQ(fault("w.blocked > w.exceeded"), "a condition has no order | compare with '==' or '!='\n");
}

TEST(types, a_whole_literal_takes_the_unit_beside_it) {
  EXPECT_EQ(fault("w.logins > 1_000 and b.users - 1 > 0 and w.overage > 0"), "");
  EXPECT_EQ(fault("w.logins > 2 * 500"), "");
  EXPECT_EQ(fault("w.overage > 2.5"),
            "cannot compare money with a number | money names its currency: write '2.50 USD'\n");
  EXPECT_EQ(fault("w.logins > 2.5"), "cannot compare logins with a number\n");
}

TEST(types, a_percent_adds_to_numbers_only) {
  EXPECT_EQ(fault("b.login_days * (1 + 10%) > 2"), "");
  EXPECT_EQ(fault("w.entitled + 10% < w.logins"),
            "cannot add a percent to logins | write '* (1 + 10%)' with your percent\n");
  EXPECT_EQ(fault("w.overage - 10% > 2.00 USD"),
            "cannot subtract a percent from money | write '* (1 - 10%)' with your percent\n");
  EXPECT_EQ(fault("w.used > 90%"), "");
  EXPECT_EQ(
      fault("w.used > 1"),
      "cannot compare a percent with a number | a share is written with '%': write '90%', or multiply by the "
      "percent\n");
}

TEST(types, a_percent_of_a_figure_is_that_figures_unit) {
  EXPECT_EQ(fault("w.logins > w.entitled * 90%"), "");
  EXPECT_EQ(fault("b.login_days > b.login_days * 90%"), "");
  EXPECT_EQ(fault("w.used > 2 * 45%"), "");
}

// ---- scaling, prices, quotients

TEST(types, a_number_scales_anything) {
  EXPECT_EQ(fault("w.logins * 2 > w.entitled * b.login_days"), "");
  EXPECT_EQ(fault("w.logins * w.entitled > 1"), "cannot multiply logins by logins\n");
  EXPECT_EQ(fault("w.overage * w.overage > 1.00 USD"), "cannot multiply money by money\n");
  EXPECT_EQ(fault("w.period * 2 == w.period"), "cannot multiply a period by a number\n");
}

TEST(types, logins_or_members_times_money_is_money) {
  EXPECT_EQ(fault("w.logins * 2.00 USD > w.overage and 2.00 USD * b.users > w.overage"), "");
  EXPECT_EQ(fault("w.overage / w.logins > 2.00 USD"), "");
  EXPECT_EQ(fault("w.logins * 2.00 USD > w.logins"), "cannot compare money with logins\n");
}

TEST(types, like_divided_by_like_is_a_number) {
  EXPECT_EQ(fault("w.logins / w.entitled > 0.9"), "");
  EXPECT_EQ(fault("w.overage / 2.00 USD > b.login_days"), "");
  EXPECT_EQ(fault("w.logins / b.users > 1"), "cannot divide logins by members\n");
  EXPECT_EQ(fault("1.5 / w.logins > 1"), "cannot divide a number by logins\n");
}

// ---- days

TEST(types, dates_move_by_durations) {
  EXPECT_EQ(fault("w.period.start + 3 months > today and today - 90 days < w.period.end"), "");
  EXPECT_EQ(fault("w.period.end - w.period.start > 30"), "");
  EXPECT_EQ(fault("w.period.days > 30 days"), "");
  EXPECT_EQ(fault("today + 30 > today"),
            "cannot add a number to a date | a date moves by a duration: write '90 days' or '3 months'\n");
  EXPECT_EQ(fault("today + today > today"), "cannot add a date to a date\n");
  EXPECT_EQ(fault("3 months > 90 days"), "cannot compare months with days\n");
}

TEST(types, a_date_may_be_in_a_period) {
  EXPECT_EQ(fault("today in w.period"), "");
  EXPECT_EQ(fault("w.logins in w.period"),
            "logins cannot be in a period | 'in' asks for a name in a list, or for a date in a period\n");
}

// ---- names

TEST(types, a_bare_name_is_what_it_is_compared_with) {
  EXPECT_EQ(fault("w.sku.sold_as == logins and w.sku == portal-logins"), "");
  EXPECT_EQ(fault("logins == w.sku.sold_as"), "");
  EXPECT_EQ(fault("b.population == \"key dealers\""), "");
  EXPECT_EQ(fault("w.sku.sold_as == login"), "'login' is not a way of selling | did you mean 'logins'?\n");
  EXPECT_EQ(fault("w.sku.sold_as == partners"),
            "'partners' is not a way of selling | it is one of logins, members, other\n");
  EXPECT_EQ(fault("w.logins > many"), "there is no variable or parameter 'many'\n");
}

TEST(types, names_are_in_lists_of_their_kind) {
  const auto in = [](std::string_view condition) {
    return faults_of("for a in accesses\n when " + std::string(condition));
  };
  EXPECT_EQ(in("delete in a.operations"), "");
  EXPECT_EQ(in("remove in a.operations"),
            "'remove' is not an operation | it is one of create, read, update, delete\n");
  EXPECT_EQ(in("a.object in a.operations"), "an object cannot be in a list of operations | 'in' asks for a "
                                            "name in a list, or for a date in a period\n");
}

// ---- logic, branches, functions

TEST(types, conditions_are_truths) {
  EXPECT_EQ(fault("w.logins"), "'when' asks for a condition, not logins\n");
  EXPECT_EQ(fault("w.exceeded and w.logins"), "'and' asks for a condition, not logins\n");
  EXPECT_EQ(fault("not w.logins"), "'not' asks for a condition, not logins\n");
  EXPECT_EQ(fault("if w.logins then true else false"), "'if' asks for a condition, not logins\n");
  EXPECT_EQ(faults_of("for w in windows where w.sku"), "'where' asks for a condition, not a SKU\n");
}

TEST(types, branches_and_arguments_are_alike) {
  EXPECT_EQ(fault("(if w.blocked then w.logins else 0) > 3"), "");
  EXPECT_EQ(fault("(if w.blocked then w.logins else w.overage) > 3"), "logins and money are not alike\n");
  EXPECT_EQ(fault("min(w.logins, w.entitled) > 0 and max(w.logins, 5) > 0"), "");
  EXPECT_EQ(fault("min(w.logins, w.overage) > 0"), "logins and money are not alike\n");
  EXPECT_EQ(fault("min(w.sku, b.sku) == w.sku"), "a SKU has no order\n");
  EXPECT_EQ(fault("round(w.sku) == w.sku"), "cannot round a SKU\n");
}

TEST(types, aggregates_ask_for_quantities_or_conditions) {
  EXPECT_EQ(fault("sum (x.logins for x in windows) > w.logins"), "");
  EXPECT_EQ(fault("any (x.exceeded for x in windows where x.sku == w.sku)"), "");
  EXPECT_EQ(fault("count (x in windows) > 3"), "");
  EXPECT_EQ(fault("sum (x.exceeded for x in windows) > 3"), "'sum' asks for a quantity, not a condition\n");
  EXPECT_EQ(fault("all (x.logins for x in windows)"), "'all' asks for a condition, not logins\n");
}

TEST(types, costs_and_savings_are_money) {
  EXPECT_EQ(faults_of("for w in windows\n cost w.logins"), "'cost' asks for money, not logins\n");
  EXPECT_EQ(faults_of("for w in windows\n saves w.used per month"), "'saves' asks for money, not a percent\n");
}

} // namespace
} // namespace proviso::checking::testing
