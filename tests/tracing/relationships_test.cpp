// Which objects the names of relationships stand for.
#include "tracing/relationships.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::tracing::testing {
namespace {

std::string shown(const std::vector<named_object>& all) {
  std::string text;
  for (const auto& one : all)
    text += fmt::format("{}{} ", one.certain ? "" : "?", one.name);
  return text;
}

TEST(relationships, to_children) {
  EXPECT_EQ(shown(children("Cases", "Account")), "Case ");
  EXPECT_EQ(shown(children("Opportunities", "Account")), "Opportunity ");
  EXPECT_EQ(shown(children("histories", "Lead")), "LeadHistory ");
  EXPECT_EQ(shown(children("Leads__r", "Account")), "?Lead ?Lead__c ");
  EXPECT_EQ(shown(children("s", "Account")), "s ");
}

TEST(relationships, to_parents) {
  EXPECT_EQ(shown(parents("Lead")), "Lead ");
  EXPECT_EQ(shown(parents("Lead__r")), "?Lead ?Lead__c ");
}

} // namespace
} // namespace proviso::tracing::testing
