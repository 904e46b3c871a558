// Licenses, capabilities, objects and groups.
#include "syntax/reading.hpp"

namespace proviso::syntax {
namespace {

TEST(license, is_known_by_names_and_keys) {
  const in_license<names> read(
      "names \"Customer Community\" as members,\n  \"Customer Community Login\" as logins");
  EXPECT_FALSE(read->keys);
  ASSERT_EQ(read->values.size(), 2u);
  EXPECT_EQ(read->values[1].value.value, "Customer Community Login");
  EXPECT_EQ(read->values[1].sold.words, "login");
  EXPECT_TRUE(in_license<names>("keys \"PID\" as members")->keys);
}

TEST(license, offers_and_lacks_capabilities) {
  const in_license<offers> read("offers knowledge, sharing-sets");
  EXPECT_FALSE(read->lacks);
  EXPECT_EQ(shown(read->capabilities), "knowledge sharing-sets");
  EXPECT_TRUE(in_license<offers>("lacks reports")->lacks);
}

TEST(license, allows_and_denies_access) {
  const in_license<allows> read("allows create, read on Case, Contact");
  EXPECT_FALSE(read->denies);
  EXPECT_EQ(shown(read->operations), "create read");
  EXPECT_EQ(shown(read->objects), "Case Contact");
  EXPECT_TRUE(in_license<allows>("denies delete on Account")->denies);
}

TEST(license, limits_accounts_and_cites_its_source) {
  EXPECT_EQ(shown(in_license<accounts>("accounts 20 per login")->value), "20");
  const in_license<source_of> read("source \"Help\" as of 2027-01-15");
  EXPECT_EQ(read->value.value, "Help");
  EXPECT_EQ(shown(read->as_of.value()), "2027-01-15");
  EXPECT_FALSE(in_license<source_of>("source \"Help\"")->as_of.has_value());
}

TEST(capability, has_a_title_and_perhaps_a_source) {
  const reading r("capability reports \"Reports and dashboards\" source \"Help\" as of 2027-01-15\n");
  const auto& read = r.only<capability>();
  EXPECT_EQ(read.name.text, "reports");
  EXPECT_EQ(read.title.value, "Reports and dashboards");
  EXPECT_EQ(read.source.value().value.value, "Help");
  EXPECT_EQ(r.at(read.source.value().at), "source \"Help\" as of 2027-01-15");
  EXPECT_FALSE(reading("capability a \"A\"").only<capability>().source.has_value());
}

TEST(object, has_related_ones) {
  const reading r("object Case { related CaseComment, EmailMessage; source \"Help\"; clause \"c\" }");
  const auto& read = r.only<object>();
  EXPECT_EQ(read.name.text, "Case");
  EXPECT_EQ(shown(clause<related>(read).objects), "CaseComment EmailMessage");
  EXPECT_EQ(clause<source_of>(read).value.value, "Help");
  EXPECT_EQ(clause<cited>(read).document.value, "c");
}

TEST(group, is_of_objects_licenses_or_texts) {
  const reading r("objects crm \"Sales\" { Lead, *__c }\n"
                  "licenses external \"Outside\" {\n  customer-community, # the usual one\n  "
                  "partner-community\n} source \"Help\"\n"
                  "texts ok \"Good\" { \"Success\",\n \"LOGIN_NO_ERROR\" }\n");
  EXPECT_EQ(r.errors(), "");
  ASSERT_EQ(r.result.tree.declarations.size(), 3u);
  const auto& objects = std::get<group>(r.result.tree.declarations[0]);
  EXPECT_EQ(objects.of, group::kind::objects);
  EXPECT_EQ(objects.name.text, "crm");
  EXPECT_EQ(objects.title.value, "Sales");
  EXPECT_EQ(shown(objects.members), "Lead *__c");
  const auto& licenses = std::get<group>(r.result.tree.declarations[1]);
  EXPECT_EQ(licenses.of, group::kind::licenses);
  EXPECT_EQ(shown(licenses.members), "customer-community partner-community");
  EXPECT_EQ(licenses.source.value().value.value, "Help");
  const auto& texts = std::get<group>(r.result.tree.declarations[2]);
  EXPECT_EQ(texts.of, group::kind::texts);
  EXPECT_EQ(shown(texts.values), "Success|LOGIN_NO_ERROR");
}

} // namespace
} // namespace proviso::syntax
