// What the program carries in itself.
#include "base/source.hpp"
#include "loading/library.hpp"
#include "syntax/bytes.hpp"
#include "syntax/parse.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace proviso;

constexpr auto test_of = [](const syntax::declaration& d) { return std::holds_alternative<syntax::test>(d); };

TEST(library, carries_the_trees_of_its_files_without_their_tests) {
  base::sources sources;
  base::diagnostics faults;
  const auto carried = loading::library::embedded();
  const auto whole = loading::library::of_folder("rules", {}, faults);
  ASSERT_EQ(carried.files().size(), whole.files().size());
  for (std::size_t i = 0; i < whole.files().size(); ++i) {
    const auto& file = carried.files()[i];
    const auto source = sources.add(file.path, std::string(whole.files()[i].text));
    auto parsed = syntax::parse(sources, source);
    EXPECT_TRUE(parsed.diagnostics.empty()) << file.path;
    std::erase_if(parsed.tree.declarations, test_of);
    EXPECT_EQ(syntax::to_bytes(parsed.tree, sources, source), file.tree) << file.path;
    EXPECT_TRUE(whole.files()[i].text.starts_with(file.text)) << file.path;
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
