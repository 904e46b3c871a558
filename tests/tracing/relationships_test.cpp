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

std::vector<named_object> up(std::string_view relationship, std::string_view of) {
  return parents(relationship, of, [](std::string_view name) { return name == "Lead"; });
}

TEST(relationships, to_children) {
  EXPECT_EQ(shown(children("Cases", "Account")), "Case ");
  EXPECT_EQ(shown(children("Opportunities", "Account")), "Opportunity ");
  EXPECT_EQ(shown(children("histories", "Lead")), "LeadHistory ");
  EXPECT_EQ(shown(children("Leads__r", "Account")), "?Lead ?Lead__c ");
  EXPECT_EQ(shown(children("s", "Account")), "s ");
}

TEST(relationships, to_parents) {
  EXPECT_EQ(shown(up("Lead", "CampaignMember")), "Lead ");
  EXPECT_EQ(shown(up("Lead__r", "Account")), "?Lead ?Lead__c ");
  EXPECT_EQ(shown(up("Foo", "Account")), "");
  EXPECT_EQ(shown(up("Acme__c", "")), "Acme__c ");
}

TEST(relationships, to_parents_of_another_name) {
  for (const auto* one : {"EmailMessage", "EmailMessages", "casecomment", "CaseFeed"})
    EXPECT_EQ(shown(up("Parent", one)), "Case ") << one;
  EXPECT_EQ(shown(up("parent", "Campaign")), "Campaign ");
  EXPECT_EQ(shown(up("Parent", "Acme__Share")), "Acme__c ");
  EXPECT_EQ(shown(up("Parent", "Contact")), "");
  EXPECT_EQ(shown(up("Parent", "")).find("?Account ?Asset ?Account"), 0u);
  EXPECT_EQ(shown(up("Who", "Task")), "?Lead ?Contact ");
  EXPECT_EQ(
      shown(up("What", "Event")),
      "?Account ?Asset ?Campaign ?Case ?Contract ?Opportunity ?Order ?Product2 ?Quote ?Solution ?WorkOrder ");
  EXPECT_EQ(shown(up("ConvertedOpportunity", "Lead")), "Opportunity ");
  EXPECT_EQ(shown(up("MasterRecord", "Lead")), "Lead ");
}

} // namespace
} // namespace proviso::tracing::testing
