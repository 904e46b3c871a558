#include "base/source.hpp"

#include <gtest/gtest.h>

namespace proviso::base {
namespace {

TEST(source, locates_bytes_by_line_and_code_point) {
  const source text("a", "one\nAcm\xc3\xa9 x\r\nlast");
  EXPECT_EQ(text.locate(0).line, 1u);
  EXPECT_EQ(text.locate(4).line, 2u);
  EXPECT_EQ(text.locate(10).column, 6u); // é is one column
  EXPECT_EQ(text.line(2), "Acm\xc3\xa9 x");
  EXPECT_EQ(text.line(3), "last");
  EXPECT_EQ(text.line(4), "");
  EXPECT_EQ(text.locate(999).line, 3u);
}

TEST(source, finds_the_offset_of_a_location) {
  const source text("a", "one\nAcm\xc3\xa9 x\r\nlast");
  for (const std::uint32_t offset : {0u, 2u, 4u, 9u, 10u, 13u, 16u})
    EXPECT_EQ(text.offset(text.locate(offset)), offset);
  EXPECT_EQ(text.offset({2, 99}), 11u);
  EXPECT_EQ(text.offset({99, 1}), text.text().size());
}

TEST(sources, number_from_one_and_cut_spans) {
  sources all;
  EXPECT_EQ(all.add("a", "hello world"), 1u);
  EXPECT_EQ(all.text({1, 6, 11}), "world");
  EXPECT_EQ(all.text({}), "");
}

} // namespace
} // namespace proviso::base
