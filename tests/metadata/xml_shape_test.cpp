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
  xml_reader reader(text);
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
  xml_reader reader(text);
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

TEST(xml_shapes, are_known_from_the_second_on) {
  const std::string_view text = "<a>1</a></s>";
  xml_shape shape;
  shape.learn("s", 1, text);
  EXPECT_EQ(shape.end_of("s", 1, text, 0), std::string_view::npos);
  shape.learn("s", 1, text);
  EXPECT_EQ(shape.end_of("s", 1, text, 0), text.size());
  EXPECT_EQ(shape.end_of("s", 1, "..<a>long</a></s>..", 2), 17u);
  EXPECT_EQ(shape.end_of("s", 2, text, 0), std::string_view::npos);
  EXPECT_EQ(shape.end_of("t", 1, text, 0), std::string_view::npos);
}

TEST(xml_shapes, have_few_pieces) {
  std::string many;
  for (int i = 0; i < 20; ++i)
    many += "<a>1</a>";
  many += "</s>";
  xml_shape shape;
  shape.learn("s", 1, many);
  shape.learn("s", 1, many);
  EXPECT_EQ(shape.end_of("s", 1, many, 0), std::string_view::npos);
}

} // namespace
} // namespace proviso::metadata::testing
