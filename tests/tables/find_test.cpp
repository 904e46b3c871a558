// Names to files.
#include "support/folder.hpp"
#include "tables/find.hpp"

#include <gtest/gtest.h>

namespace proviso::tables {
namespace {

std::vector<std::string> found(const std::vector<std::string>& names, base::diagnostics& faults) {
  std::vector<base::stated<std::string>> asked;
  for (const auto& name : names)
    asked.push_back({name, {}});
  std::vector<std::string> result;
  for (const auto& each : find_tables(asked, faults))
    result.push_back(std::filesystem::path(each.value).filename().string());
  return result;
}

TEST(find, takes_the_tables_of_a_folder_once) {
  const support::temporary_folder folder;
  for (const auto* name : {"b.csv", "a.csv.gz", "c.json.zst", "notes.md", ".hidden.csv"})
    support::write_file(folder.path() / name, "x");
  base::diagnostics faults;
  const auto path = folder.path().string();
  EXPECT_EQ(found({path, path + "/*.csv", "-"}, faults),
            (std::vector<std::string>{"a.csv.gz", "b.csv", "c.json.zst", "-"}));
  EXPECT_TRUE(faults.empty());
}

TEST(find, says_what_matches_nothing) {
  const support::temporary_folder folder;
  base::diagnostics faults;
  const auto path = folder.path().string();
  EXPECT_TRUE(found({path, path + "/*.csv"}, faults).empty());
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].message, "there is no table in the folder '" + path + "'");
  EXPECT_EQ(faults[1].message, "no file matches '" + path + "/*.csv'");
}

} // namespace
} // namespace proviso::tables
