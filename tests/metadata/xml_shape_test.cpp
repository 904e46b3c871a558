// What is gone past by comparing with its neighbour is what reading each tag would have gone past.
#include "metadata/xml.hpp"
#include "metadata/xml_shape.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::metadata::testing {
namespace {

using event = xml_reader::event;

std::string ending(const xml_reader& reader, int count) {
  const auto& fault = reader.fault();
  return fault.message.empty() ? fmt::format("{} inside", count)
                               : fmt::format("{}: {}", fault.at, fault.message);
}

std::string skipped(std::string_view text) {
  xml_shapes shapes;
  xml_reader reader(text, shapes);
  int count = 0;
  if (reader.next() == event::open)
    while (reader.next() == event::open && reader.skip())
      ++count;
  if (reader.fault().message.empty())
    EXPECT_EQ(reader.next(), event::end);
  return ending(reader, count);
}

// The same by reading every tag.
std::string read(std::string_view text) {
  xml_shapes shapes;
  xml_reader reader(text, shapes);
  int count = 0;
  for (auto what = reader.next(); what != event::end && what != event::fault; what = reader.next())
    if (what == event::close && reader.depth() == 1)
      ++count;
  return ending(reader, count);
}

std::string with(std::string_view last) {
  std::string text = "<all>";
  for (const auto* field : {"A", "B", "C"})
    text += fmt::format("<one>\n <on>true</on>\n <field>{}</field>\n</one>\n", field);
  return fmt::format("{}{}\n<one>\n <on>false</on>\n <field>Z</field>\n</one></all>", text, last);
}

TEST(xml_shapes, skip_what_reading_reads) {
  for (const std::string_view last :
       {"<one>\n <on>true</on>\n <field>A &amp; ] 'B' \"C\"</field>\n</one>", "<one>\n <on>true</on>\n</one>",
        "<one/>", "<one x='1'>\n <on>true</on>\n <field>D</field>\n</one>",
        "<one>\n <on>true</on>\n <field><![CDATA[</field></one>]]></field>\n</one>",
        "<one>\n <on>true</on>\n <field></field>\n</one>",
        "<one><one>\n <on>a</on>\n <field>b</field>\n</one></one>",
        "<one>\n <on> </on>\n <field>D</field>\n</one>", "<other>\n <on>true</on>\n <field>D</field>\n</other>",
        "<one>\n <on>true</on>\n <!-- <field> --><field>D</field>\n</one>"}) {
    EXPECT_EQ(skipped(with(last)), "5 inside") << last;
    EXPECT_EQ(read(with(last)), "5 inside") << last;
  }
}

TEST(xml_shapes, hide_no_fault) {
  for (const std::string_view last :
       {"<one>\n <on>true</on>\n <field>D</fields>\n</one>",
        "<one>\n <on>&who;</on>\n <field>D</field>\n</one>",
        "<one>\n <on>true</on>\n <field>]]></field>\n</one>", "<one>\n <on>true</on>\n <field>D</field>\n</on>",
        "<one>\n <on>true</on>\n <field>D</field>\n", "<one>\n <on>true</on>\n <field>D</field",
        "<one>\n <on>a<b</on>\n <field>D</field>\n</one>", "<one>\n <on>true</on>\n <field>&",
        "<one y='1' y='2'>\n <on>true</on>\n <field>D</field>\n</one>"}) {
    const auto said = read(with(last));
    EXPECT_NE(said, "5 inside") << last;
    EXPECT_EQ(skipped(with(last)), said) << last;
  }
}

constexpr auto nowhere = std::string_view::npos;

std::size_t end_by(std::string_view learned, std::string_view text, std::size_t at = 0) {
  xml_shape shape;
  shape.learn("s", 1, learned);
  return shape.end_of(text, at);
}

TEST(xml_shapes, are_followed) {
  const std::string_view text = "<a>1</a></s>";
  EXPECT_EQ(end_by(text, text), text.size());
  EXPECT_EQ(end_by(text, "..<a>long</a></s>..", 2), 17u);
  EXPECT_EQ(end_by(text, "<a>1</b></s>"), nowhere);
  EXPECT_EQ(end_by(text, "<a>1</a></s"), nowhere);
  EXPECT_EQ(end_by(text, text, 100), nowhere);
  EXPECT_EQ(xml_shape().end_of(text, 0), nowhere);
}

TEST(xml_shapes, have_few_pieces) {
  std::string many;
  for (int i = 0; i < 20; ++i)
    many += "<a>1</a>";
  many += "</s>";
  EXPECT_EQ(end_by(many, many), nowhere);
}

TEST(xml_shapes, are_found_by_name_and_depth) {
  xml_shapes shapes;
  EXPECT_EQ(shapes.find("s", 1), nullptr);
  shapes.learn("s", 1, "<a>1</a></s>");
  EXPECT_NE(shapes.find("s", 1), nullptr);
  EXPECT_EQ(shapes.find("s", 2), nullptr);
  EXPECT_EQ(shapes.find("t", 1), nullptr);
  shapes.learn("s", 1, "<b>1</b></s>");
  EXPECT_EQ(shapes.find("s", 1)->end_of("<b>2</b></s>", 0), 12u);
}

TEST(xml_shapes, are_few_and_of_small_elements) {
  xml_shapes shapes;
  shapes.learn("first", 1, "</first>");
  for (int i = 0; i < 20; ++i)
    shapes.learn(fmt::format("e{}", i), 1, "</e>");
  EXPECT_EQ(shapes.find("first", 1), nullptr);
  EXPECT_NE(shapes.find("e19", 1), nullptr);
  shapes.learn("large", 1, std::string(5000, ' ') + "</large>");
  EXPECT_EQ(shapes.find("large", 1), nullptr);
}

// ---- leaves

std::string leaves_by(std::string_view learned, std::string_view text) {
  xml_shape shape;
  shape.learn("s", 1, learned);
  std::span<const xml_leaf> leaves;
  const auto end = shape.leaves_of(text, 0, leaves);
  if (end == nowhere)
    return "none";
  std::string said = fmt::format("to {}:", end);
  for (const auto& one : leaves)
    said += fmt::format(" {}={}@{}-{}", one.name, one.text, one.begin, one.end);
  return said;
}

TEST(xml_shapes, tell_leaves) {
  const std::string_view learned = "\n <a>1</a>\n <b>2</b>\n</s>";
  EXPECT_EQ(leaves_by(learned, "\n <a>long</a>\n <b></b>\n</s> <s>"), "to 27: a=long@2-5 b=@15-18");
  EXPECT_EQ(leaves_by(learned, "\n <a>1</a>\n <c>2</c>\n</s>"), "none");
  EXPECT_EQ(leaves_by(learned, "\n <a>&amp;</a>\n <b>2</b>\n</s>"), "none");
  EXPECT_EQ(leaves_by(learned, "\n <a>1</a>\n <b>2</b>\n"), "none");
}

TEST(xml_shapes, tell_leaves_where_there_is_nothing_else) {
  for (const std::string_view other : {"<a>1</a><b/></s>", "<a>1</a>text</s>", "text<a>1</a></s>",
                                       "<a><b>1</b></a></s>", "<a>1</a><b></b></s>", "<a x='1'>1</a></s>",
                                       "<p:a>1</p:a></s>", "</s>", "text</s>", "<a>1</a><!-- no --></s>"})
    EXPECT_EQ(leaves_by(other, other), "none") << other;
}

// What reading them one by one gives.
std::string one_by_one(xml_reader& reader) {
  std::string said;
  std::string text;
  while (reader.next() == event::open) {
    said += fmt::format(" {}@{}", reader.name(), reader.begin());
    if (reader.value(text))
      said += "=" + text;
  }
  return said;
}

std::string at_once_or_so(xml_reader& reader) {
  const auto leaves = reader.leaves();
  if (leaves.empty())
    return one_by_one(reader);
  std::string said;
  for (const auto& one : leaves)
    said += fmt::format(" {}@{}={}", one.name, one.begin, one.text);
  return said;
}

template <typename Read>
std::string all_of(std::string_view text, Read read) {
  xml_shapes shapes;
  xml_reader reader(text, shapes);
  std::string said;
  if (reader.next() == event::open)
    while (reader.next() == event::open)
      said += read(reader) + ";";
  return said + ending(reader, 0);
}

TEST(xml_shapes, give_the_leaves_that_reading_gives) {
  for (const std::string_view last :
       {"<one>\n <on>no</on>\n <field>D</field>\n</one>",
        "<one>\n <on>A &amp; B</on>\n <field>D</field>\n</one>", "<one>\n <on></on>\n <field>D</field>\n</one>",
        "<one/>", "<one>text</one>", "<one>\n <field>D</field>\n <on>true</on>\n</one>",
        "<one>\n <on>a</on>\n <field>D</field>\n</on>", "<one>\n <on>a</on>\n <field>D"}) {
    const auto text = with(last);
    EXPECT_EQ(all_of(text, at_once_or_so), all_of(text, one_by_one)) << last;
  }
}

} // namespace
} // namespace proviso::metadata::testing
