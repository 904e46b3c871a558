// Lists of rules and facts.
#include "report/listing.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace proviso;

const std::vector<report::listed_rule> rules = {
    {"idle-members", "Members who never come", "warning", "saving", "rules/idle-members.proviso"},
    {"login-pool-exceeded", "More logins than the pool holds", "error", "breach",
     "rules/login-pool-exceeded.proviso"},
};

TEST(listing, shows_rules_in_columns) {
  EXPECT_EQ(report::rules_to_text(rules), R"(idle-members         warning  saving  Members who never come
login-pool-exceeded  error    breach  More logins than the pool holds
)");
}

TEST(listing, gives_rules_to_programs) {
  EXPECT_EQ(report::rules_to_json({rules[0]}), R"({
  "rules": [
    {
      "name": "idle-members",
      "title": "Members who never come",
      "severity": "warning",
      "kind": "saving",
      "file": "rules/idle-members.proviso"
    }
  ]
}
)");
}

TEST(listing, gives_every_fact_with_its_type_and_meaning) {
  const auto facts = nlohmann::json::parse(report::facts_to_json());
  ASSERT_FALSE(facts["collections"].empty());
  ASSERT_FALSE(facts["records"].empty());
  for (const auto& record : facts["records"])
    for (const auto& field : record["fields"])
      EXPECT_NE(field["documentation"], "") << record["name"] << field["name"];
}

} // namespace
