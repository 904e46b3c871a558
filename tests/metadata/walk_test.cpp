// Which files of a project are read, and which are refused.
#include "metadata/walk.hpp"

#include "metadata/reading.hpp"
#include "support/folder.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::metadata::testing {
namespace {

namespace fs = std::filesystem;

class walking : public ::testing::Test {
protected:
  void write(const std::string& path, std::string_view text = "<Profile/>") {
    fs::create_directories((folder_.path() / path).parent_path());
    support::write_file(folder_.path() / path, text);
  }
  [[nodiscard]] std::string root() const { return folder_.path().string(); }

  // Names of holders in their order.
  [[nodiscard]] std::string names(const reading& of) const {
    std::string text;
    for (const auto& holder : of.found.holders)
      text += holder.name + ';';
    return text;
  }

  [[nodiscard]] std::string without_root(std::string text) const {
    for (auto at = text.find(root()); at != std::string::npos; at = text.find(root()))
      text.replace(at, root().size(), "$ROOT");
    return text;
  }

  support::temporary_folder folder_;
};

TEST_F(walking, finds_both_formats_at_any_depth) {
  write("force-app/main/default/profiles/B.profile-meta.xml");
  write("src/profiles/A.PROFILE");
  write("src/layouts/L.layout", "not XML");
  write(".sfdx/profiles/Hidden.profile");
  write("node_modules/x/profiles/Foreign.profile");
  const auto all = read_folder(root());
  EXPECT_EQ(all.faults_text(), "");
  EXPECT_EQ(names(all), "B;A;");
}

TEST_F(walking, goes_to_hidden_packages_and_misses_absent_ones) {
  write("sfdx-project.json",
        R"({"packageDirectories": [{"path": ".hidden/app"}, {"path": "gone", "default": true}]})");
  write(".hidden/app/profiles/H.profile");
  const auto all = read_folder(root());
  EXPECT_EQ(names(all), "H;");
  ASSERT_EQ(all.found.gaps.size(), 1u);
  EXPECT_EQ(all.found.gaps[0].missing,
            "the package directory 'gone' is not there: check it out, or take it out of sfdx-project.json");
}

TEST_F(walking, refuses_packages_outside_and_broken_projects) {
  write("a/sfdx-project.json", R"({"packageDirectories": [{"path": "../../etc"}]})");
  write("b/sfdx-project.json", "{");
  EXPECT_EQ(without_root(read_folder(root()).faults_text()),
            "$ROOT/a/sfdx-project.json:1:34: the package directory '../../etc' lies outside of the project | "
            "name it with "
            "--metadata as well, and take it out here\n"
            "$ROOT/b/sfdx-project.json:1:1: '$ROOT/b/sfdx-project.json' is no JSON | mend it, or remove it\n");
}

TEST_F(walking, refuses_links_out_of_the_tree_and_in_circles) {
  write("in/profiles/A.profile");
  write("out/profiles/B.profile");
  fs::create_directory_symlink("../out", folder_.path() / "in/away");
  fs::create_directory_symlink("..", folder_.path() / "in/profiles/up");
  fs::create_symlink("A.profile", folder_.path() / "in/profiles/C.profile");
  fs::create_symlink("Z.profile", folder_.path() / "in/profiles/Z.profile");
  const auto all = read_folder(root() + "/in");
  EXPECT_EQ(without_root(all.faults_text()), "nowhere: cannot read '$ROOT/in/away': the link leads out of the "
                                             "folder | name the other folder with --metadata "
                                             "as well\n"
                                             "nowhere: cannot read '$ROOT/in/profiles/Z.profile': the link "
                                             "leads nowhere, or in a circle | replace it by the "
                                             "file\n");
  EXPECT_EQ(names(all), "A;C;");
}

TEST_F(walking, tells_what_cannot_be_read) {
  EXPECT_EQ(without_root(read_folder(root() + "/none").faults_text()),
            "nowhere: there is no folder '$ROOT/none' | --metadata names the folder of a project\n");
  write("big.profile", "");
  fs::resize_file(folder_.path() / "big.profile", largest_file + 1);
  EXPECT_EQ(without_root(read_folder(root()).faults_text()),
            "nowhere: '$ROOT/big.profile' is larger than 64 MiB | metadata is far smaller: take it out "
            "of the folder, or retrieve it again\n");
}

TEST_F(walking, gives_the_same_whatever_the_number_of_threads) {
  for (int i = 0; i < 300; ++i)
    write(fmt::format("permissionsets/S{:03}.permissionset", i),
          fmt::format("<PermissionSet>{}</PermissionSet>",
                      object_permissions_of(fmt::format("O{}__c", i * 7 % 40), {"allowRead"})));
  std::string first;
  for (const unsigned jobs : {1U, 2U, 5U}) {
    reading all;
    all.found = read_org({{root(), {}}}, all.sources, {jobs}, all.faults);
    if (first.empty())
      first = all.holders_text();
    EXPECT_EQ(all.holders_text(), first) << jobs;
    EXPECT_EQ(all.found.holders.size(), 300u);
  }
}

TEST(names, are_percent_decoded) {
  EXPECT_EQ(percent_decoded("Dealer %28EU%29"), "Dealer (EU)");
  EXPECT_EQ(percent_decoded("100%"), "100%");
  EXPECT_EQ(percent_decoded("%4"), "%4");
  EXPECT_EQ(percent_decoded("%zz%41"), "%zzA");
}

TEST_F(walking, refuses_files_that_are_too_large) {
  constexpr std::size_t largest = 1024 * 1024;
  const std::string start = "<Profile><!--";
  const std::string end = "--></Profile>";
  write("profiles/Fits.profile", start + std::string(largest - start.size() - end.size(), ' ') + end);
  write("profiles/Large.profile", start + std::string(largest, ' ') + end);
  reading all;
  all.found = read_org({{root(), {}}}, all.sources, {.largest = largest}, all.faults);
  EXPECT_EQ(
      without_root(all.faults_text()),
      "nowhere: '$ROOT/profiles/Large.profile' is larger than 1 MiB | metadata is far smaller: take it out of "
      "the folder, or retrieve it again\n");
  ASSERT_EQ(all.found.holders.size(), 2u);
  EXPECT_EQ(all.found.holders[0].name, "Fits");
}

} // namespace
} // namespace proviso::metadata::testing
