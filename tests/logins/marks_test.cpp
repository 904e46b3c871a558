// Every kind of processor finds the same cells and rows, and they are those of the definition in split.hpp.
#include "logins/marks.hpp"

#include "logins/split.hpp"

#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace proviso::logins {
namespace {

constexpr processor all[] = {processor::plain, processor::avx2, processor::avx512};

struct marked {
  marks found;
  std::vector<std::uint32_t> ends;
  std::vector<std::uint32_t> row_ends;
};

marked mark(std::string text, processor by) {
  const auto size = text.size();
  text.append(stride, '"'); // what stands behind must not matter
  marked result{{}, std::vector<std::uint32_t>(size + stride), std::vector<std::uint32_t>(size + 1)};
  result.found = marks_by(by)(text.data(), size, ',', {result.ends.data(), result.row_ends.data()});
  result.ends.resize(result.found.ends);
  result.row_ends.resize(result.found.rows);
  return result;
}

std::string random_text(std::mt19937& random, std::string_view letters) {
  std::string text(std::uniform_int_distribution<std::size_t>(0, 300)(random), ' ');
  for (char& c : text)
    c = letters[std::uniform_int_distribution<std::size_t>(0, letters.size() - 1)(random)];
  return text;
}

// Well formed: cells in quotes with anything inside, and plain ones.
std::string random_table(std::mt19937& random) {
  std::string text;
  for (int cell = 0; cell < 60; ++cell) {
    const auto letters = random_text(random, "abc ,\n\"\r").substr(0, random() % 70);
    if (random() % 2 == 0) {
      text += '"';
      for (const char c : letters)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    } else {
      text += "plain";
    }
    text += random() % 4 == 0 ? (random() % 2 == 0 ? "\r\n" : "\n") : ",";
  }
  return text + "\n";
}

TEST(marks, are_the_same_on_every_processor) {
  std::mt19937 random(7);
  for (int round = 0; round < 4'000; ++round) {
    const auto text =
        round % 3 == 0 ? random_table(random) : random_text(random, round % 2 == 0 ? "a\",\n" : "ab,\"\n\r");
    const auto first = mark(text, processor::plain);
    for (const auto by : all) {
      if (!can(by))
        continue;
      const auto other = mark(text, by);
      ASSERT_EQ(other.found.odd, first.found.odd) << text;
      ASSERT_EQ(other.found.inner_lines, first.found.inner_lines) << text;
      ASSERT_EQ(other.ends, first.ends) << text;
      ASSERT_EQ(other.row_ends, first.row_ends) << text;
    }
  }
}

// The cells of each row that was found, and that what is well formed is found whole.
TEST(marks, are_those_of_the_definition) {
  std::mt19937 random(11);
  std::size_t rows = 0;
  for (int round = 0; round < 1'500; ++round) {
    const bool sound = round % 2 == 0;
    const auto text = sound ? random_table(random) : random_text(random, "ab,\"\n\r");
    const auto found = mark(text, processor::plain);
    ASSERT_TRUE(!sound || !found.found.odd) << text;
    splitter by(',');
    std::size_t begin = 0;
    std::size_t first = 0;
    for (const auto last : found.row_ends) {
      const auto line = std::string_view(text).substr(begin, found.ends[last] + 1 - begin);
      if (line.find_first_not_of("\r\n") != std::string_view::npos) {
        const auto& row = by.split(line);
        ASSERT_TRUE(row.whole) << text;
        ASSERT_EQ(row.size, line.size()) << text;
        ASSERT_EQ(row.fault, "") << text;
        ASSERT_EQ(row.cells.size(), last - first + 1) << text;
        ++rows;
      }
      begin = found.ends[last] + 1;
      first = last + 1;
    }
    ASSERT_TRUE(!sound || begin == text.size()) << text;
  }
  EXPECT_GT(rows, 3'000U);
}

} // namespace
} // namespace proviso::logins
