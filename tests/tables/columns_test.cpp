// Headers as tools write them.
#include "tables/columns.hpp"

#include <gtest/gtest.h>

namespace proviso::tables {
namespace {

columns users() {
  return columns(
      {{"the user", {"UserId", "User.Id"}}, {"the license", {"Profile.UserLicense.Name", "User License"}}});
}

TEST(columns, are_found_without_case_and_blanks) {
  for (const auto* name : {"UserId", "USER_ID", "User ID", "userid", "USERID", "User.Id"}) {
    auto all = users();
    EXPECT_EQ(all.find_in({"x", name}), "");
    EXPECT_TRUE(all.has(0)) << name;
    EXPECT_FALSE(all.has(1)) << name;
  }
}

TEST(columns, give_their_cells) {
  auto all = users();
  ASSERT_EQ(all.find_in({"PROFILE.USERLICENSE.NAME", "USERID"}), "");
  const std::vector<cell> cells{"Customer Community", std::nullopt};
  EXPECT_EQ(all.of({2, cells}, 1), cell("Customer Community"));
  EXPECT_EQ(all.of({2, cells}, 0), std::nullopt);
}

TEST(columns, are_there_once) {
  EXPECT_EQ(users().find_in({"UserId", "User_Id"}), "the column 'UserId' is there twice");
}

} // namespace
} // namespace proviso::tables
