// Which files names, folders and globs mean.
#include "cli/inputs.hpp"
#include "support/folder.hpp"

#include <gtest/gtest.h>

namespace {

using namespace proviso;

struct inputs : testing::Test {
  support::temporary_folder folder;

  void SetUp() override {
    for (const auto* name : {"b.proviso", "a.proviso", "a.plan.toml", ".hidden.proviso", "deep/one/c.proviso",
                             "deep/two/d.proviso", "odd[1].proviso"}) {
      std::filesystem::create_directories((folder.path() / name).parent_path());
      support::write_file(folder.path() / name, "");
    }
  }

  // Paths from the folder, with blanks between; the first message where there is one.
  std::string found(const std::vector<std::string>& names) {
    std::vector<cli::given> asked;
    for (const auto& name : names)
      asked.push_back({name == "-" ? name : (folder.path() / name).string(), {}, {}});
    base::diagnostics faults;
    std::string result;
    for (const auto& each : cli::find_inputs(asked, faults))
      result +=
          (result.empty() ? "" : " ") +
          (each.path == "-" ? each.path
                            : std::filesystem::path(each.path).lexically_relative(folder.path()).string());
    return faults.empty() ? result : faults.front().message;
  }
};

TEST_F(inputs, are_files_in_the_order_named_and_once) {
  EXPECT_EQ(found({"b.proviso", "a.proviso", "./b.proviso"}), "b.proviso a.proviso");
}

TEST_F(inputs, of_a_folder_are_its_contracts_by_name) {
  EXPECT_EQ(found({"."}), "a.proviso b.proviso odd[1].proviso");
}

TEST_F(inputs, of_a_glob_match_each_part_of_the_path) {
  EXPECT_EQ(found({"deep/*/?.proviso"}), "deep/one/c.proviso deep/two/d.proviso");
  EXPECT_EQ(found({"[ab].proviso"}), "a.proviso b.proviso");
}

TEST_F(inputs, that_exist_are_no_glob) {
  EXPECT_EQ(found({"odd[1].proviso"}), "odd[1].proviso");
}

TEST_F(inputs, that_match_nothing_are_a_fault) {
  EXPECT_EQ(found({"deep"}), "there is no *.proviso in the folder '" + (folder.path() / "deep").string() + "'");
  EXPECT_EQ(found({"*.contract"}), "no file matches '" + (folder.path() / "*.contract").string() + "'");
}

TEST_F(inputs, take_standard_input_and_leave_missing_files_to_the_reader) {
  EXPECT_EQ(found({"-", "none.proviso"}), "- none.proviso");
}

} // namespace
