// Exports into the directory: forms by their headers, licenses by name, label or key, dated assignments, and
// what is wrong with a row.
#include "org/read.hpp"
#include "support/folder.hpp"

#include <gtest/gtest.h>
#include <map>

namespace proviso::org {
namespace {

model::catalogue words() {
  model::catalogue all;
  const auto group = [&](const char* name, std::vector<std::string> texts) {
    all.groups[name] = {model::group::kind::texts, name, name, std::move(texts), {}, {}};
  };
  group("column-user-id", {"Id", "UserId"});
  group("column-user-name", {"Username"});
  group("column-user-active", {"IsActive"});
  group("column-user-type", {"UserType"});
  group("column-user-profile", {"Profile.Name", "Profile"});
  group("column-user-license", {"Profile.UserLicense.Name"});
  group("column-user-license-key", {"Profile.UserLicense.LicenseDefinitionKey"});
  group("column-assigned-user", {"UserId", "User"});
  group("column-assigned-license", {"License"});
  group("column-assigned-profile", {"Profile"});
  group("column-assigned-from", {"From"});
  group("column-assigned-to", {"To"});
  group("column-license-name", {"Name"});
  group("column-license-total", {"TotalLicenses"});
  group("column-license-used", {"UsedLicenses"});
  group("column-license-logins-used", {"MonthlyLoginsUsed"});
  group("column-permission-holder", {"AssigneeId", "Assignee.Username"});
  group("column-permission-set", {"PermissionSet.Name"});
  group("column-permission-set-id", {"PermissionSetId"});
  group("column-permission-group", {"PermissionSetGroup.DeveloperName", "PermissionSetGroup"});
  group("column-permission-group-id", {"PermissionSetGroupId"});
  group("column-permission-of-profile", {"PermissionSet.IsOwnedByProfile"});
  group("column-permission-active", {"IsActive"});
  group("column-permission-until", {"ExpirationDate"});
  group("profile-set-beginnings", {"X00e"});
  group("internal-user-types", {"Standard"});
  group("internal-license-names", {"Salesforce"});
  model::license community;
  community.name = "community";
  community.names = {{"Community", model::sale::members}, {"Community Login", model::sale::logins}};
  community.keys = {{"PID_Login", model::sale::logins}};
  all.licenses["community"] = community;
  return all;
}

struct outcome {
  directory org;
  base::diagnostics faults;
};

outcome read_texts(const std::vector<std::pair<std::optional<form>, std::string>>& texts,
                   const model::catalogue& known) {
  const support::temporary_folder folder;
  std::vector<asked> all;
  for (const auto& [said, text] : texts) {
    const auto path = folder.path() / ("f" + std::to_string(all.size()));
    support::write_file(path, text);
    all.push_back({{{path.string(), {}}}, said, {}});
  }
  outcome result;
  result.org = read(all, known, known, result.faults);
  for (auto& fault : result.faults) // the folder has another name each time
    if (const auto at = fault.message.find(folder.path().string()); at != std::string::npos)
      fault.message.erase(at, folder.path().string().size() + 1);
  return result;
}

const std::string two_users = "Id,Username,IsActive,UserType,Profile.Name,Profile.UserLicense.Name\n"
                              "005000000000001AAA,A@x.com,true,CspLitePortal,Dealer,community login\n"
                              "005000000000002AAA,b@x.com,false,Standard,Sales,Salesforce\n";

TEST(org, knows_users_by_id_and_by_name) {
  const auto known = words();
  const auto [org, faults] = read_texts({{form::users, two_users}}, known);
  ASSERT_TRUE(faults.empty()) << faults[0].message;
  const auto* one = org.find("005000000000001", "");
  ASSERT_NE(one, nullptr);
  EXPECT_EQ(one, org.find("", "a@x.com"));
  EXPECT_EQ(org.licenses[one->license].is, license::kind::external);
  EXPECT_EQ(org.licenses[one->license].sold, model::sale::logins);
  EXPECT_EQ(one->active, base::truth::yes);
  const auto* two = org.find("005000000000002", "");
  ASSERT_NE(two, nullptr);
  EXPECT_TRUE(two->internal);
  EXPECT_EQ(org.licenses[two->license].is, license::kind::internal);
  EXPECT_EQ(org.find("005000000000003", ""), nullptr);
}

TEST(org, refuses_a_name_of_two_users) {
  const auto known = words();
  const std::string two = "Id,Username,Profile.UserLicense.Name\n005000000000001AAA,a@x.com,Community\n"
                          "005000000000002AAA,A@X.com,Community Login\n";
  const auto [org, faults] =
      read_texts({{form::users, two},
                  {form::users, "Username,Profile.UserLicense.Name\na@x.com,Community\nb@x.com,Community\n"}},
                 known);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_TRUE(faults[0].message.ends_with(":2 with another id")) << faults[0].message;
  EXPECT_TRUE(faults[0].message.starts_with("f0:3: the name of this user stands in ")) << faults[0].message;
  EXPECT_TRUE(faults[1].message.starts_with("f1:2: the name of this user stands in ")) << faults[1].message;
  EXPECT_TRUE(faults[1].message.ends_with(":2 with an id")) << faults[1].message;
}

TEST(org, does_not_guess_a_license) {
  const auto known = words();
  const auto [org, faults] = read_texts(
      {{form::users,
        "Id,Profile.UserLicense.Name,Profile.UserLicense.LicenseDefinitionKey\n005000000000001AAA,Gold,\n"
        "005000000000002AAA,,pid_login\n005000000000003AAA,Community,PID_Login\n"}},
      known);
  ASSERT_TRUE(faults.empty()) << faults[0].message;
  EXPECT_EQ(org.licenses[org.users[0].license].is, license::kind::unknown);
  EXPECT_EQ(org.licenses[org.users[1].license].is, license::kind::external);
  EXPECT_EQ(org.licenses[org.users[2].license].is, license::kind::unknown)
      << "name and key contradict each other";
}

TEST(org, reads_nested_records) {
  const auto known = words();
  const auto [org, faults] = read_texts(
      {{form::users,
        R"([{"Id":"005000000000001AAA","Profile":{"Name":"Dealer","UserLicense":{"Name":"Community"}}}])"}},
      known);
  ASSERT_TRUE(faults.empty()) << faults[0].message;
  ASSERT_EQ(org.users.size(), 1U);
  EXPECT_EQ(org.licenses[org.users[0].license].sold, model::sale::members);
  EXPECT_EQ(org.profiles[org.users[0].profile], "Dealer");
}

TEST(org, ends_an_assignment_where_the_next_begins) {
  const auto known = words();
  const auto [org, faults] =
      read_texts({{form::assignments, "UserId,License,From,To\n005000000000001AAA,Community Login,"
                                      "2027-03-10,\n005000000000001AAA,Community,2027-01-01,\n"}},
                 known);
  ASSERT_TRUE(faults.empty()) << faults[0].message;
  const auto* dated = org.dated(*org.find("005000000000001"));
  ASSERT_NE(dated, nullptr);
  ASSERT_EQ(dated->size(), 2U);
  EXPECT_EQ(base::to_string((*dated)[0].days), "2027-01-01..2027-03-09");
}

TEST(org, knows_whom_only_an_assignment_names) {
  const auto known = words();
  const auto [org, faults] = read_texts({{form::users, "Id,Username,Profile.UserLicense.Name\n"
                                                       "005000000000001AAA,a@x.com,Community\n"},
                                         {form::assignments, "User,License,From,To\n"
                                                             "A@x.com,Community Login,2027-01-01,2027-01-31\n"
                                                             "005000000000001,Community,2027-02-01,\n"
                                                             "005000000000009AAA,Community,2027-02-01,\n"
                                                             "c@x.com,Community,2027-02-01,\n"}},
                                        known);
  ASSERT_TRUE(faults.empty()) << faults[0].message;
  ASSERT_EQ(org.users.size(), 3U);
  ASSERT_NE(org.dated(org.users[0]), nullptr);
  EXPECT_EQ(org.dated(org.users[0])->size(), 2U) << "by name and by id";
  EXPECT_EQ(org.find("005000000000009"), &org.users[1]);
  EXPECT_EQ(org.find("c@x.com"), &org.users[2]);
  EXPECT_EQ(org.users[1].license, none);
  EXPECT_EQ(org.dated(org.users[2])->size(), 1U);
}

TEST(org, takes_the_same_assignment_of_two_files_once) {
  const auto known = words();
  const std::string rows = "UserId,License,From\n005000000000001AAA,Community,2027-01-01\n";
  const auto [org, faults] = read_texts({{form::assignments, rows}, {form::assignments, rows}}, known);
  ASSERT_TRUE(faults.empty()) << faults[0].message;
  EXPECT_EQ(org.dated(org.users[0])->size(), 1U);
}

TEST(org, refuses_two_licenses_from_one_day_on) {
  const auto known = words();
  const auto [org, faults] =
      read_texts({{form::assignments, "UserId,License,From,To\n005000000000001AAA,Community Login,2027-01-01,\n"
                                      "005000000000001AAA,Community,2027-01-01,\n"}},
                 known);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].message.find(
                ":3: this dated assignment begins on 2027-01-01, before that of the same user in "),
            std::string::npos)
      << faults[0].message;
  EXPECT_TRUE(faults[0].message.ends_with(":2 ends")) << faults[0].message;
}

TEST(org, reads_a_day_with_its_time) {
  const auto known = words();
  const auto [org, faults] =
      read_texts({{form::assignments, "UserId,License,From,To\n"
                                      "005000000000001AAA,Community,2027-02-01T23:30:00.000-0800,2999-12-31\n"
                                      "005000000000002AAA,Community,2027-02-01Tgarbage,\n"
                                      "005000000000003AAA,Community,2027-02-30,\n"}},
                 known);
  std::string all;
  for (const auto& fault : faults)
    all += fault.message + "\n";
  EXPECT_EQ(all, "f0:3: From must be a day such as 2027-01-15; this is '2027-02-01Tgarbage'\n"
                 "f0:4: From must be a day such as 2027-01-15; this is '2027-02-30'\n");
  EXPECT_EQ(base::to_string(org.dated(org.users[0])->front().days), "2027-02-01..2999-12-31");
}

TEST(org, reads_days_in_a_stated_order) {
  const support::temporary_folder folder;
  support::write_file(folder.path() / "f", "UserId,License,From\n005000000000001AAA,Community,03/01/2027\n");
  const auto known = words();
  base::diagnostics faults;
  const auto org = read({{{{(folder.path() / "f").string(), {}}}, form::assignments, logins::date_order::dmy}},
                        known, known, faults);
  ASSERT_TRUE(faults.empty()) << faults[0].message;
  EXPECT_EQ(base::to_string(org.dated(org.users[0])->front().days.first), "2027-01-03");
}

TEST(org, tells_null_from_zero) {
  const auto known = words();
  const auto [org, faults] = read_texts(
      {{std::nullopt, "Name,TotalLicenses,UsedLicenses,MonthlyLoginsUsed\nCommunity Login,400,0,\n"}}, known);
  ASSERT_TRUE(faults.empty()) << faults[0].message;
  ASSERT_EQ(org.provisioned.size(), 1U);
  EXPECT_EQ(org.provisioned[0].total, 400);
  EXPECT_EQ(org.provisioned[0].used, 0);
  EXPECT_EQ(org.provisioned[0].logins_used, std::nullopt);
}

TEST(org, says_what_is_wrong_with_a_row) {
  const auto known = words();
  const auto [org, faults] =
      read_texts({{form::users, two_users + "005,c@x.com,true,,,\n005000000000004AAA,d@x.com,perhaps,,,\n"
                                            "005000000000001AAA,A@x.com,true,CspLitePortal,Dealer,Community\n"},
                  {form::assignments, "UserId,License,From,To\n005000000000001AAA,Community,03/01/2027,\n"
                                      "005000000000001AAA,Community,2027-03-01,2027-02-01\n"},
                  {form::users, "Name,TotalLicenses\nx,1\n"}},
                 known);
  std::vector<std::string> messages;
  for (const auto& fault : faults)
    messages.push_back(fault.message);
  EXPECT_EQ(
      messages,
      (std::vector<std::string>{
          "f0:4: '005' is no id: ids have 15 or 18 letters and digits",
          "f0:5: IsActive must be true or false; this is 'perhaps'",
          "f0:6: this user stands in an earlier row with another license, profile, type or state",
          "f1:2: From must be a day such as 2027-01-15; this is '03/01/2027', the day or the month first: say "
          "which with --date-format dmy or mdy",
          "f1:3: ends on 2027-02-01, before it begins on 2027-03-01",
          "'"
          "f2' is no export that is read here: its columns are Name, TotalLicenses"}));
}

// ---- permission sets

// "Name: holder, holder until day"
std::string shown(const std::unordered_map<std::string, permissions::held>& all, const permissions& in) {
  std::map<std::string, std::string> lines;
  for (const auto& [key, held] : all)
    for (const auto& one : held.by)
      lines[held.name] += " " + in.assignees[one.who] +
                          (one.until == base::day::max() ? "" : " until " + base::to_string(one.until));
  std::string result;
  for (const auto& [name, holders] : lines)
    result += name + ":" + holders + "\n";
  return result;
}

TEST(org, knows_who_is_assigned_sets_and_groups) {
  const auto known = words();
  const auto [org, faults] = read_texts(
      {{std::nullopt, "AssigneeId,PermissionSetId,PermissionSet.Name,PermissionSetGroup.DeveloperName,"
                      "PermissionSet.IsOwnedByProfile,IsActive,ExpirationDate\n"
                      "005000000000001AAA,0PS1,Desk,,false,true,\n"
                      "005000000000002AAA,0PS1,DESK,,false,true,2027-03-31T10:00:00.000+0000\n"
                      "005000000000003AAA,0PS1,Desk,,false,false,\n"
                      "005000000000001AAA,0PS2,X00ex00000018ozAAA,,,true,\n"
                      "005000000000001AAA,0PS3,Owned,,true,true,\n"
                      "005000000000001AAA,0PS4,Of_Group,Team,false,true,\n"
                      "005000000000001AAA,0PS5,,,false,true,\n"}},
      known);
  ASSERT_TRUE(faults.empty()) << faults[0].message;
  EXPECT_TRUE(org.permissions.told);
  EXPECT_FALSE(org.permissions.without_groups);
  EXPECT_EQ(org.permissions.unnamed, 1U);
  EXPECT_EQ(shown(org.permissions.sets, org.permissions),
            "Desk: 005000000000001 005000000000002 until 2027-03-31\n");
  EXPECT_EQ(shown(org.permissions.groups, org.permissions), "Team: 005000000000001\n");
}

TEST(org, knows_assignments_of_a_query_in_json) {
  const auto known = words();
  const auto [org, faults] = read_texts({{std::nullopt,
                                          R"({"result":{"records":[
{"Assignee":{"Username":"A@x.com"},"PermissionSet":{"Name":"Desk"},"PermissionSetGroup":null},
{"Assignee":{"Username":"b@x.com"},"PermissionSet":{"Name":"Team"},"PermissionSetGroup":{"DeveloperName":"Team"}}]}})"}},
                                        known);
  ASSERT_TRUE(faults.empty()) << faults[0].message;
  EXPECT_FALSE(org.permissions.without_groups);
  EXPECT_EQ(shown(org.permissions.sets, org.permissions), "Desk: a@x.com\n");
  EXPECT_EQ(shown(org.permissions.groups, org.permissions), "Team: b@x.com\n");
}

TEST(org, says_what_is_wrong_with_an_assignment_of_a_set) {
  const auto known = words();
  const auto [org, faults] =
      read_texts({{std::nullopt, "AssigneeId,PermissionSet.Name,IsActive,ExpirationDate\n"
                                 "005000000000001AAA,,true,\n"
                                 ",Desk,true,\n"
                                 "005000000000001AAA,Desk,perhaps,\n"
                                 "005000000000001AAA,Desk,true,soon\n"
                                 "005000000000001AAA,Desk,true,\n"}},
                 known);
  std::string all;
  for (const auto& fault : faults)
    all += fault.message + "\n";
  EXPECT_EQ(all, "f0:2: says no permission set or nobody who holds it\n"
                 "f0:3: says no permission set or nobody who holds it\n"
                 "f0:4: IsActive must be true or false; this is 'perhaps'\n"
                 "f0:5: ExpirationDate must be a day such as 2027-01-15; this is 'soon'\n");
  EXPECT_TRUE(org.permissions.without_groups);
  EXPECT_EQ(shown(org.permissions.sets, org.permissions), "Desk: 005000000000001\n");
}

} // namespace
} // namespace proviso::org
