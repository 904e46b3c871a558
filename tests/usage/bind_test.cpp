// A plan that does not fit its contract is refused with what the contract does know.
#include "reading.hpp"
#include "usage/bind.hpp"

#include <gtest/gtest.h>

namespace proviso::usage {
namespace {

base::day day(const char* text) {
  return base::parse_day(text).value();
}

model::sku named(std::string name) {
  model::sku result;
  result.name = std::move(name);
  return result;
}

model::contract contract() {
  model::contract result;
  result.name = "northwind";
  result.months = model::calendar({day("2027-01-15"), day("2027-05-14")}, std::nullopt);
  result.skus = {named("portal-logins"), named("key-dealers")};
  result.quotes = {named("portal-members")};
  return result;
}

model::catalogue catalogue() {
  model::catalogue result;
  result.capabilities["reports"].name = "reports";
  result.capabilities["sharing-rules"].name = "sharing-rules";
  result.objects["case"] = {"Case", {"CaseComment"}, {}};
  result.groups["crm"] = {model::group::kind::objects, "crm", "", {"Lead"}, {}, {}};
  result.groups["names"] = {model::group::kind::texts, "names", "", {"NoObject"}, {}, {}};
  result.licenses["community"].allows = {{model::operations::read, {{"Product2", {}}, {"*__c", {}}}, {}}};
  return result;
}

std::string faults_of_plan(const std::string& text) {
  base::sources sources;
  base::diagnostics faults;
  const auto read = read_plan(sources, sources.add("plan.toml", text), faults);
  EXPECT_TRUE(read);
  if (read)
    bind_plan(*read, contract(), catalogue(), faults);
  return base::render(sources, faults);
}

std::string bound(const std::string& sku, const std::string& lines) {
  return faults_of_plan("[plan]\ncontract = \"northwind\"\n[[population]]\nname = \"a\"\nsku = \"" + sku +
                        "\"\n" + lines + "\n");
}

TEST(bind, finds_all_that_the_contract_and_the_catalogue_know) {
  EXPECT_EQ(bound("key-dealers", R"(users = { 2020-01-01 = 1 }
needs = ["reports"]
observed = { 2027-01-15 = { 0 = 1 }, 2027-05-15 = { 0 = 1 }, 2026-12-01 = { 0 = 1 } }
access = [
  { object = "case", operations = ["read"] },
  { object = "CASECOMMENT", operations = ["read"] },
  { object = "Lead", operations = ["read"] },
  { object = "Product2", operations = ["read"] },
  { object = "Lead__c", operations = ["read"] },
  { object = "pkg__Setting__mdt", operations = ["read"] },
  { object = "Knowledge__kav", operations = ["read"] },
  { object = "Order__x", operations = ["read"] },
  { object = "Sent__e", operations = ["read"] },
])"),
            "");
}

TEST(bind, another_contract_is_one_fault) {
  EXPECT_EQ(faults_of_plan(R"([plan]
contract = "southwind"
[[population]]
name = "a"
sku = "unheard-of"
users = 1
)"),
            R"(error: this plan is for 'southwind', not for 'northwind'
  --> plan.toml:2:12
  |
2 | contract = "southwind"
  |            ^^^^^^^^^^^
)");
}

TEST(bind, an_unknown_sku) {
  EXPECT_EQ(bound("portal-login", "users = 1"), R"(error: 'northwind' has no SKU 'portal-login'
  --> plan.toml:5:7
  |
5 | sku = "portal-login"
  |       ^^^^^^^^^^^^^^
   = help: did you mean 'portal-logins'?
)");
  EXPECT_EQ(bound("z", "users = 1"), R"(error: 'northwind' has no SKU 'z'
  --> plan.toml:5:7
  |
5 | sku = "z"
  |       ^^^
   = help: its SKUs: portal-logins and key-dealers
)");
}

TEST(bind, a_quote_is_not_bought) {
  EXPECT_EQ(bound("portal-members", "users = 1"),
            R"(error: 'portal-members' is a quote of 'northwind': it is priced, not bought
  --> plan.toml:5:7
  |
5 | sku = "portal-members"
  |       ^^^^^^^^^^^^^^^^
   = help: its SKUs: portal-logins and key-dealers
)");
}

TEST(bind, observed_months_start_with_a_month) {
  EXPECT_EQ(bound("key-dealers", "observed = { 2027-02-01 = { 0 = 1 }, 2027-05-14 = { 0 = 1 } }"),
            R"(error: 2027-02-01 is not the first day of a contract month, it lies in month 1
  --> plan.toml:6:14
  |
6 | observed = { 2027-02-01 = { 0 = 1 }, 2027-05-14 = { 0 = 1 } }
  |              ^^^^^^^^^^
   = help: its first day is 2027-01-15, the next month's 2027-02-15
error: 2027-05-14 is not the first day of a contract month, it lies in month 4
  --> plan.toml:6:38
  |
6 | observed = { 2027-02-01 = { 0 = 1 }, 2027-05-14 = { 0 = 1 } }
  |                                      ^^^^^^^^^^
   = help: its first day is 2027-04-15
)");
}

TEST(bind, unknown_capabilities_and_objects) {
  EXPECT_EQ(bound("key-dealers", R"(users = 1
needs = ["report"]
access = [ { object = "Cases", operations = ["read"] }, { object = "NoObject", operations = ["read"] } ])"),
            R"(error: no capability is named 'report'
  --> plan.toml:7:10
  |
7 | needs = ["report"]
  |          ^^^^^^^^
   = help: did you mean 'reports'?
error: no object is named 'Cases'
  --> plan.toml:8:23
  |
8 | access = [ { object = "Cases", operations = ["read"] }, { object = "NoObject", operations = ["read"] } ]
  |                       ^^^^^^^
   = help: did you mean 'Case'?
error: no object is named 'NoObject'
  --> plan.toml:8:68
  |
8 | access = [ { object = "Cases", operations = ["read"] }, { object = "NoObject", operations = ["read"] } ]
  |                                                                    ^^^^^^^^^^
   = help: objects: Case, CaseComment, Lead and Product2
)");
}

TEST(bind, what_only_looks_custom_is_not) {
  for (const std::string object : {"__c", "Lead__", "Lead_c", "Lead__2c", "*__c", "Fo o__c", "F$__c"})
    EXPECT_NE(
        bound("key-dealers", "users = 1\naccess = [ { object = \"" + object + "\", operations = [\"read\"] } ]")
            .find("error: no object is named '" + object + "'"),
        std::string::npos)
        << object;
}

} // namespace
} // namespace proviso::usage
