// What queries read, and as whom.
#include "apex/soql.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::apex::testing {
namespace {

// "Lead, children Cases, parent Account; user"
std::string read(std::string_view text) {
  constexpr std::string_view ways[] = {"", "children ", "parent "};
  constexpr std::string_view modes[] = {"", "; user", "; system"};
  const auto result = read_query(text);
  std::vector<std::string> parts;
  for (const auto& one : result.objects)
    parts.push_back(fmt::format("{}{}{}", ways[static_cast<std::size_t>(one.as)], one.name,
                                one.of.empty() ? "" : " of " + one.of));
  return fmt::format("{}{}", fmt::join(parts, ", "), modes[static_cast<std::size_t>(result.mode)]);
}

TEST(queries, name_what_they_read) {
  EXPECT_EQ(read("SELECT Id FROM Lead"), "Lead");
  EXPECT_EQ(read("select id\nfrom\tlead l where l.Name = 'x' for update"), "lead");
  EXPECT_EQ(read("SELECT Id FROM acme__Thing__c ORDER BY Name LIMIT 1 ALL ROWS"), "acme__Thing__c");
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(read("SELECT Id FROM "), "");
}

TEST(queries, inside_of_the_fields_are_about_children) {
  EXPECT_EQ(read("SELECT Id, (SELECT Id FROM Cases), (SELECT Id FROM Contacts WHERE (Name = 'FROM Lead')) FROM "
                 "Account"),
            "children Cases, children Contacts, Account");
  EXPECT_EQ(read("SELECT Id FROM Contact WHERE AccountId IN (SELECT AccountId FROM Opportunity)"),
            "Contact, Opportunity");
}

TEST(queries, read_parents_by_paths_of_fields) {
  EXPECT_EQ(read("SELECT Lead.Name, Account.Owner.Name FROM CampaignMember"),
            "parent Lead of CampaignMember, parent Account of CampaignMember, parent Owner of Account, "
            "CampaignMember");
  EXPECT_EQ(read("SELECT toLabel(p.Status), c.Parent.Id FROM Case c WHERE c.Parent.Parent.Id = 'x' ORDER BY "
                 "Owner.Name"),
            "parent p of Case, parent Parent of Case, Case, parent Parent of Parent, parent Owner of Case");
  EXPECT_EQ(read("SELECT Id, (SELECT Parent.Id FROM EmailMessages WHERE Parent.Id = 'x') FROM Case"),
            "parent Parent of EmailMessages, children EmailMessages, Case");
  EXPECT_EQ(
      read("SELECT Id FROM Lead WHERE Id IN (SELECT LeadId FROM CampaignMember WHERE Campaign.Name = 'x')"),
      "Lead, CampaignMember, parent Campaign of CampaignMember");
  EXPECT_EQ(read("SELECT TYPEOF What WHEN Case THEN Subject END FROM Task"), "parent Case, Task");
  EXPECT_EQ(read("SELECT Id FROM Contact WHERE Id = :record.Lead.Id"), "Contact");
}

TEST(queries, say_whose_permissions_they_obey) {
  EXPECT_EQ(read("SELECT Id FROM Lead WITH USER_MODE"), "Lead; user");
  EXPECT_EQ(read("SELECT Id FROM Lead WHERE Name = 'a' WITH SECURITY_ENFORCED"), "Lead; user");
  EXPECT_EQ(read("SELECT Id FROM Lead WITH SYSTEM_MODE"), "Lead; system");
  EXPECT_EQ(read("SELECT Id FROM Lead WHERE Name = ' WITH USER_MODE'"), "Lead");
}

TEST(queries, searches_return_objects) {
  EXPECT_EQ(
      read("FIND 'x' IN ALL FIELDS RETURNING Lead(Id, Name WHERE City = 'y'), Case (Id), Contact LIMIT 5"),
      "Lead, Case, Contact");
  EXPECT_EQ(read("FIND :text RETURNING Account"), "Account");
  EXPECT_EQ(
      read(
          "FIND :s IN ALL FIELDS RETURNING Account(Id, Name ORDER BY Name LIMIT 5 OFFSET 2), Lead(Id) LIMIT 9"),
      "Account, Lead");
}

TEST(queries, that_end_early_are_read_as_far_as_they_go) {
  EXPECT_EQ(read("SELECT Id FROM Lead WHERE Name = 'x"), "Lead");
  EXPECT_EQ(read(std::string(10'000, '(') + "SELECT Id FROM Lead"), "Lead");
}

} // namespace
} // namespace proviso::apex::testing
