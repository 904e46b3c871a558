// Planned access and needs held against restrictions, by the day.
#include "checking/facts/breach.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::checking {
namespace {

using model::operations;

base::day on(std::string_view text) {
  return base::parse_day(text).value();
}

constexpr operations everything =
    operations(operations::create) | operations::read | operations::update | operations::remove;

model::access_rule rule(operations allowed, std::vector<std::string> objects) {
  model::access_rule made{allowed, {}, {}};
  for (auto& object : objects)
    made.objects.push_back({std::move(object), {}});
  return made;
}

// A contract of one year with one restriction, and one population on the SKU `seats` of the license `plain`.
class breaches_of : public ::testing::Test {
protected:
  breaches_of() {
    plain.name = "plain";
    other.name = "other";
    seats.name = "seats";
    seats.license = &plain;
    contract.months = model::calendar({on("2027-01-01"), on("2027-12-31")}, std::nullopt);
    people.name.value = "dealers";
    restriction().name = "no-crm";
  }

  model::restriction& restriction() {
    if (contract.restrictions.empty())
      contract.restrictions.emplace_back();
    return contract.restrictions.front();
  }

  void access(std::string object, operations wanted, std::optional<std::string> from = {},
              std::optional<std::string> until = {}) {
    usage::planned_access planned{std::move(object), wanted, {}, {}, {}};
    if (from)
      planned.from = base::stated<base::day>{on(*from), {}};
    if (until)
      planned.until = base::stated<base::day>{on(*until), {}};
    people.access.push_back(std::move(planned));
  }

  void prohibit(operations forbidden, std::vector<std::string> objects) {
    restriction().prohibits.push_back(rule(forbidden, std::move(objects)));
  }

  model::exception& except(operations permitted, std::string object) {
    restriction().exceptions.push_back({rule(permitted, {std::move(object)}), {}, {}, {}, {}, {}});
    return restriction().exceptions.back();
  }

  // "create, read Lead 2027-01-01..2027-12-31", then the doubt.
  std::string found() const {
    std::string text;
    for (const auto& b : breaches(contract, {{&people, &seats, {}}}))
      text += fmt::format("{} {} {}{}\n", b.capability ? b.capability->value : to_string(b.operations),
                          b.objects, base::to_string(b.days), b.doubt.empty() ? "" : ": " + b.doubt);
    return text;
  }

  model::license plain;
  model::license other;
  model::sku seats;
  model::contract contract;
  usage::population people;
};

TEST_F(breaches_of, go_on_where_an_amendment_forbids_more) {
  prohibit(operations::read, {"Lead"});
  access("Lead", operations(operations::read) | operations::create);
  auto version = restriction();
  version.prohibits.push_back(rule(operations::create, {"Lead"}));
  version.from = on("2027-07-01");
  restriction().until = on("2027-06-30");
  contract.restrictions.push_back(version);
  EXPECT_EQ(found(), "read Lead 2027-01-01..2027-12-31\n"
                     "create Lead 2027-07-01..2027-12-31\n");
}

TEST_F(breaches_of, operations_with_the_same_days_are_one) {
  prohibit(everything, {"Lead", "Case"});
  access("Lead", operations(operations::create) | operations::read);
  EXPECT_EQ(found(), "create, read Lead 2027-01-01..2027-12-31\n");
}

TEST_F(breaches_of, only_forbidden_operations_and_objects_count) {
  prohibit(operations::remove, {"Lead"});
  access("Lead", operations(operations::read) | operations::remove);
  access("Lead__c", everything);
  access("LEAD", operations::remove);
  EXPECT_EQ(found(), "delete Lead 2027-01-01..2027-12-31\ndelete LEAD 2027-01-01..2027-12-31\n");
}

TEST_F(breaches_of, patterns_match_whole_names) {
  prohibit(everything, {"*__c"});
  access("Lead__c", operations::read);
  access("Lead", operations::read);
  EXPECT_EQ(found(), "read Lead__c 2027-01-01..2027-12-31\n");
}

TEST_F(breaches_of, access_holds_by_the_day_and_within_the_term) {
  prohibit(everything, {"Lead"});
  access("Lead", operations::read, "2027-03-02", "2028-06-30");
  access("Lead", operations::update, "2028-01-01");
  EXPECT_EQ(found(), "read Lead 2027-03-02..2027-12-31\n");
}

TEST_F(breaches_of, an_exception_until_a_day_leaves_the_rest) {
  prohibit(everything, {"Case"});
  except(operations::read, "Case").until = on("2027-07-14");
  access("Case", operations(operations::read) | operations::update);
  EXPECT_EQ(found(), "read Case 2027-07-15..2027-12-31\nupdate Case 2027-01-01..2027-12-31\n");
}

TEST_F(breaches_of, an_exception_in_the_middle_cuts_in_two) {
  prohibit(everything, {"Case"});
  auto& middle = except(operations::read, "Case");
  middle.from = on("2027-02-01");
  middle.until = on("2027-02-28");
  access("Case", operations::read);
  EXPECT_EQ(found(), "read Case 2027-01-01..2027-01-31\nread Case 2027-03-01..2027-12-31\n");
}

TEST_F(breaches_of, exceptions_that_meet_cover_the_whole) {
  prohibit(everything, {"Case"});
  except(operations::read, "Case").until = on("2027-06-30");
  except(operations::read, "Case").from = on("2027-07-01");
  access("Case", operations::read);
  EXPECT_EQ(found(), "");
}

TEST_F(breaches_of, an_exception_is_for_its_subject) {
  prohibit(everything, {"Case"});
  except(operations::read, "Case").subject = model::scope{false, {&other}, {}, {}, {}};
  access("Case", operations::read);
  EXPECT_EQ(found(), "read Case 2027-01-01..2027-12-31\n");
  except(operations::read, "Case").subject = model::scope{false, {}, {}, {"seats"}, {}};
  EXPECT_EQ(found(), "");
}

TEST_F(breaches_of, a_restriction_binds_its_scope) {
  prohibit(everything, {"Lead"});
  access("Lead", operations::read);
  restriction().subject = model::scope{false, {&other}, {}, {}, {}};
  EXPECT_EQ(found(), "");
  restriction().subject = model::scope{false, {}, {&plain}, {}, {}};
  EXPECT_EQ(
      found(),
      "read Lead 2027-01-01..2027-12-31: whether 'no-crm' binds plain: sources disagree; name the license in "
      "its 'for', or leave it out in writing\n");
}

TEST_F(breaches_of, a_disputed_exception_leaves_its_days_open) {
  prohibit(everything, {"Case"});
  auto& perhaps = except(operations::read, "Case");
  perhaps.subject = model::scope{false, {}, {&plain}, {}, {}};
  perhaps.until = on("2027-06-30");
  access("Case", operations::read);
  EXPECT_EQ(
      found(),
      "read Case 2027-07-01..2027-12-31\n"
      "read Case 2027-01-01..2027-06-30: whether the exception of 'no-crm' holds for plain: sources disagree; "
      "name the SKU in the exception\n");
}

TEST_F(breaches_of, an_amended_restriction_holds_for_its_days) {
  prohibit(everything, {"Lead"});
  restriction().from = on("2027-05-01");
  access("Lead", operations::read);
  EXPECT_EQ(found(), "read Lead 2027-05-01..2027-12-31\n");
}

TEST_F(breaches_of, forbidden_capabilities_are_breached_by_needs) {
  restriction().capabilities.push_back({"reports", {}});
  people.needs = {{"reports", {}}, {"roles", {}}};
  EXPECT_EQ(found(), "reports  2027-01-01..2027-12-31\n");
}

TEST_F(breaches_of, an_open_end_is_one_doubt_about_all_it_does_not_list) {
  prohibit(everything, {"Lead"});
  restriction().open_ended = base::span{};
  access("Lead", operations::read);
  access("Order", operations::read);
  access("Account", operations::read);
  access("Order", operations::create);
  EXPECT_EQ(found(), "read Lead 2027-01-01..2027-12-31\n"
                     " Order and Account 2027-01-01..2027-12-31: 'no-crm' is open ended (\"not limited to\") "
                     "and does not list "
                     "Order and Account: have the vendor state it in writing\n");
}

TEST_F(breaches_of, an_open_end_doubts_the_operations_alone_of_what_is_listed_for_others) {
  prohibit(operations::read, {"Case"});
  restriction().open_ended = base::span{};
  except(operations::read, "Case");
  access("Case", operations(operations::read) | operations::update);
  EXPECT_EQ(found(),
            " Case 2027-01-01..2027-12-31: 'no-crm' is open ended (\"not limited to\") and does not list "
            "update on Case: have the vendor state it in writing\n");
}

TEST_F(breaches_of, an_open_end_that_lists_all_there_is_leaves_no_doubt) {
  prohibit(everything, {"Lead"});
  restriction().open_ended = base::span{};
  except(operations::read, "Lead");
  access("Lead", operations::read);
  EXPECT_EQ(found(), "");
}

} // namespace
} // namespace proviso::checking
