// Places in units of UTF-16, there and back.
#include "editor/documents.hpp"

#include <gtest/gtest.h>

namespace {

using namespace proviso;
using editor::position;

// One, two, three and four bytes; one, one, one and two units.
const std::string text = "aé\n€𝄞z\r\n\n𝄞";

position position_of(std::uint32_t offset) {
  return editor::position_of(base::source("", text), offset);
}

TEST(positions, count_units_of_utf16) {
  EXPECT_EQ(position_of(0), (position{0, 0}));
  EXPECT_EQ(position_of(3), (position{0, 2}));
  EXPECT_EQ(position_of(4), (position{1, 0}));
  EXPECT_EQ(position_of(7), (position{1, 1}));
  EXPECT_EQ(position_of(11), (position{1, 3}));
  EXPECT_EQ(position_of(static_cast<std::uint32_t>(text.size())), (position{3, 2}));
}

TEST(positions, lead_back_to_their_offset) {
  for (const std::uint32_t offset : {0U, 1U, 3U, 4U, 7U, 11U, 12U, 14U, 15U, 19U})
    EXPECT_EQ(editor::offset_of(text, position_of(offset)), offset);
}

TEST(positions, beyond_a_line_are_its_end) {
  EXPECT_EQ(editor::offset_of(text, {0, 99}), 3U);
  EXPECT_EQ(editor::offset_of(text, {1, 99}), 12U); // before CR
  EXPECT_EQ(editor::offset_of(text, {99, 0}), text.size());
  EXPECT_EQ(editor::offset_of(text, {4'294'967'295, 4'294'967'295}), text.size());
}

TEST(positions, inside_a_character_are_its_start) {
  EXPECT_EQ(editor::offset_of(text, {1, 2}), 7U);
}

TEST(documents, change_in_order) {
  editor::documents all;
  all.open("file:///a", 1, text);
  const bool known = all.change("file:///a", 2,
                                {{editor::text_change::stretch{{1, 1}, {1, 3}}, "𝄞𝄞"},
                                 {editor::text_change::stretch{{1, 5}, {1, 6}}, "Z"},
                                 {editor::text_change::stretch{{9, 0}, {0, 0}}, "!"}});
  EXPECT_TRUE(known);
  EXPECT_EQ(all.find("file:///a")->text, "aé\n€𝄞𝄞Z\r\n\n𝄞!");
  EXPECT_EQ(all.find("file:///a")->version, 2);
  EXPECT_FALSE(all.change("file:///b", 1, {}));
}

TEST(documents, are_named_by_paths_and_uris) {
  const std::string path = "/plans/ä b%.proviso";
  EXPECT_EQ(editor::to_uri(path), "file:///plans/%C3%A4%20b%25.proviso");
  EXPECT_EQ(editor::to_path(editor::to_uri(path)), path);
  EXPECT_EQ(editor::to_path("file:///a%zz%4"), "/a%zz%4");
  EXPECT_EQ(editor::to_path("untitled:Untitled-1"), "untitled:Untitled-1");
}

} // namespace
