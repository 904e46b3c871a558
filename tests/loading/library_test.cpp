// What the program carries in itself.
#include "base/source.hpp"
#include "loading/embedded.hpp"
#include "loading/library.hpp"
#include "syntax/parse.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace proviso;

std::size_t declarations_but_tests(const syntax::file& file) {
  return static_cast<std::size_t>(std::ranges::count_if(
      file.declarations, [](const auto& d) { return !std::holds_alternative<syntax::test>(d); }));
}

TEST(library, leaves_out_the_tests_of_its_files_and_nothing_else) {
  base::sources sources;
  auto carried = loading::library::embedded();
  const auto whole = loading::embedded_rules();
  ASSERT_EQ(carried.files().size(), whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const auto name = std::string(whole[i].path);
    const auto all = syntax::parse(sources, sources.add(name, std::string(whole[i].text)));
    const auto cut = syntax::parse(sources, sources.add(name, carried.take_text(i)));
    EXPECT_TRUE(cut.diagnostics.empty()) << name;
    EXPECT_EQ(cut.tree.declarations.size(), declarations_but_tests(all.tree)) << name;
  }
}

TEST(library, finds_a_pack_as_a_file_or_as_a_folder) {
  const auto carried = loading::library::embedded();
  EXPECT_GT(carried.pack("salesforce/experience-cloud").size(), 1u);
  EXPECT_EQ(carried.pack("salesforce/experience-cloud/guest").size(), 1u);
  EXPECT_TRUE(carried.pack("salesforce/experience").empty());
}

TEST(library, names_every_pack) {
  const auto packs = loading::library::embedded().packs();
  for (const auto* name : {"salesforce", "salesforce/experience-cloud", "salesforce/experience-cloud/guest"})
    EXPECT_NE(std::ranges::find(packs, name), packs.end()) << name;
}

} // namespace
