// The reader of XML: what it goes through, what it refuses and where, and that it never says well-formed where
// another reader does not.
#include "metadata/xml.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace proviso::metadata {
namespace {

using event = xml_reader::event;

// "<a <b >b >a", or the fault as "offset: message".
std::string shown(std::string_view text) {
  xml_shapes shapes;
  xml_reader reader(text, shapes);
  std::string result;
  for (;;) {
    switch (reader.next()) {
    case event::open: result += fmt::format("<{} ", reader.name()); break;
    case event::close: result += fmt::format(">{} ", reader.name()); break;
    case event::end: return result;
    case event::fault: return fmt::format("{}: {}", reader.fault().at, reader.fault().message);
    }
  }
}

std::string value_in(std::string_view text) {
  xml_shapes shapes;
  xml_reader reader(text, shapes);
  std::string value;
  if (reader.next() != event::open || !reader.value(value))
    return fmt::format("{}: {}", reader.fault().at, reader.fault().message);
  return value;
}

TEST(xml, goes_through_elements) {
  EXPECT_EQ(shown("<a><b>x</b><c/></a>"), "<a <b >b <c >c >a ");
  EXPECT_EQ(
      shown(
          "\xEF\xBB\xBF<?xml version=\"1.0\" encoding='utf-8'?>\r\n<!-- <x> -->\n<a x = \"1>2\" y='&lt;' />\n"),
      "<a >a ");
  EXPECT_EQ(shown("<a><![CDATA[</a>]]><?go on?></a>"), "<a >a ");
}

TEST(xml, reads_values) {
  EXPECT_EQ(value_in("<a>  Lead\n </a>"), "Lead");
  EXPECT_EQ(value_in("<a>R&amp;D &#x41;&#66; &lt;&gt;&quot;&apos;</a>"), "R&D AB <>\"'");
  EXPECT_EQ(value_in("<a>Le<!-- no comment -->ad</a>"), "Lead");
  EXPECT_EQ(value_in("<a><![CDATA[a<b]]></a>"), "a<b");
  EXPECT_EQ(value_in("<a>a b</a>"), "a b");
  EXPECT_EQ(value_in("<a/>"), "");
  EXPECT_EQ(value_in("<a>x<b/></a>"), "4: <a> holds an element where a text was expected");
}

TEST(xml, refuses_what_is_not_well_formed) {
  EXPECT_EQ(shown(""), "0: there is no element in this file");
  EXPECT_EQ(shown("hello"), "0: expected an element, found text");
  EXPECT_EQ(shown("<a><b></a>"), "6: expected </b>");
  EXPECT_EQ(shown("<a></ab>"), "3: expected </a>");
  EXPECT_EQ(shown("<a></a"), "6: expected '>' after </a");
  EXPECT_EQ(shown("<a><b>"), "6: the file ends inside <b>");
  EXPECT_EQ(shown("<a"), "0: the tag <a> does not end");
  EXPECT_EQ(shown("<a/><b/>"), "4: a second element, <b>, stands beside the first");
  EXPECT_EQ(shown("<a/>x"), "4: expected an element, found text");
  EXPECT_EQ(shown("</a>"), "0: an element is closed that was not opened");
  EXPECT_EQ(shown("<a>1 < 2</a>"), "5: expected the name of an element after '<'");
  EXPECT_EQ(shown("<a>]]></a>"), "3: ']]>' may not stand in a text");
  EXPECT_EQ(shown("<a x='1' x='2'/>"), "9: the attribute 'x' is stated twice");
  EXPECT_EQ(shown("<a x=1/>"), "3: expected an attribute such as name=\"value\"");
  EXPECT_EQ(shown("<a x='1'y='2'/>"), "8: expected '>' at the end of the tag <a");
  EXPECT_EQ(shown("<a><!-- a -- b --></a>"), "10: '--' may not stand in a comment");
  EXPECT_EQ(shown("<a><!--"), "3: the comment does not end");
  EXPECT_EQ(shown("<a><![CDATA[x</a>"), "3: the character data does not end");
  EXPECT_EQ(shown(" <?xml version='1.0'?><a/>"),
            "1: the XML declaration does not stand at the start of the file");
  EXPECT_EQ(shown("<?xml version='1.0' encoding='ISO-8859-1'?><a/>"),
            "20: the file says that its encoding is 'ISO-8859-1'");
}

TEST(xml, never_expands_or_fetches) {
  EXPECT_EQ(shown("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"),
            "0: a document type declaration is refused: entities are never expanded and nothing is fetched");
  EXPECT_EQ(shown("<a>&lol;</a>"), "3: the entity '&lol;' is unknown and never expanded");
  EXPECT_EQ(shown("<a>&#0;</a>"), "3: the entity '&#0;' is unknown and never expanded");
  EXPECT_EQ(shown("<a>&#xD800;</a>"), "3: the entity '&#xD800;' is unknown and never expanded");
  EXPECT_EQ(shown("<a>R & D</a>"), "5: expected an entity such as '&amp;'");
}

TEST(xml, is_bounded_in_depth) {
  std::string deep;
  for (std::size_t i = 0; i <= xml_reader::most_depth; ++i)
    deep += "<a>";
  EXPECT_EQ(shown(deep), "192: elements are nested more than 64 deep");
}

TEST(xml, is_bounded_in_attributes) {
  std::string many = "<a";
  for (std::size_t i = 0; i < xml_reader::most_attributes; ++i)
    many += fmt::format(" x{}=''", i);
  EXPECT_EQ(shown(many + "/>"), "<a >a ");
  EXPECT_EQ(shown(many + " x0=''/>"),
            fmt::format("{}: the tag <a> has more than 64 attributes", many.size() + 1));
}

TEST(xml, finds_bytes_that_are_no_characters) {
  const std::string line(100, 'x');
  EXPECT_EQ(foreign_byte(line + "\r\n\t é €"), std::string_view::npos);
  EXPECT_EQ(foreign_byte(line + "\x01"), 100u);
  EXPECT_EQ(foreign_byte(line + "é\xFF"), 102u);
  EXPECT_EQ(foreign_byte(std::string(70, '\0')), 0u);
}

// ---- another reader

std::string elements(const pugi::xml_node& of) {
  std::string result;
  for (const auto& child : of.children())
    if (child.type() == pugi::node_element)
      result += fmt::format("<{} {}>{} ", child.name(), elements(child), child.name());
  return result;
}

// What this reader accepts, pugixml accepts too, with the same elements.
TEST(xml, agrees_with_another_reader) {
  const std::string_view pieces[] = {
      "<a>",           "</a>",    "<b x='1'>", "</b>", "<c/>", "text", "&amp;", "<!-- c -->",
      "<![CDATA[x]]>", "<?p q?>", "\n",        "<",    ">",    "&",    "]]>"};
  std::uint32_t seed = 7;
  int sound = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text = "<r>";
    for (int i = 0; i < 6; ++i) {
      seed = seed * 1664525 + 1013904223;
      text += pieces[(seed >> 16) % std::size(pieces)];
    }
    text += "</r>";
    const auto own = shown(text);
    if (!own.starts_with("<"))
      continue;
    ++sound;
    pugi::xml_document other;
    ASSERT_TRUE(other.load_buffer(text.data(), text.size())) << text;
    EXPECT_EQ(own, elements(other)) << text;
  }
  EXPECT_GT(sound, 100);
}

} // namespace
} // namespace proviso::metadata
