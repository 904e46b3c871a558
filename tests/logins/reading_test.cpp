// The fast way to read against the slow one: on random files, in blocks of any size, by any number of threads.
#include "logins/counting.hpp"
#include "logins/reference.hpp"

#include "support/folder.hpp"

#include <gtest/gtest.h>
#include <random>

namespace proviso::logins {
namespace {

class writer {
public:
  explicit writer(unsigned seed) : random_(seed) {}

  std::string file() {
    const std::string delimiters = ",\t|;^`";
    delimiter_ = delimiters[random_() % delimiters.size()];
    line_end_ = random_() % 2 == 0 ? "\n" : "\r\n";
    odd_ = random_() % 2 == 0;
    std::vector<std::string> columns{"UserId", "LoginTime", "Status", "Browser", "Note", "Application"};
    std::shuffle(columns.begin(), columns.end(), random_);
    std::string text = row(columns);
    for (auto rows = random_() % 300; rows > 0; --rows) {
      std::vector<std::string> cells;
      for (const auto& column : columns)
        cells.push_back(cell(column));
      text += row(cells);
    }
    return text;
  }

private:
  bool one_in(unsigned many) { return random_() % many == 0; }

  std::string row(const std::vector<std::string>& cells) {
    std::string text;
    for (const auto& each : cells)
      text += (text.empty() ? "" : std::string(1, delimiter_)) + quoted(each);
    if (odd_ && one_in(30))
      text += one_in(2) ? std::string(1, delimiter_) : "\"";
    return text + (one_in(20) ? line_end_ + line_end_ : line_end_);
  }

  std::string quoted(const std::string& text) {
    const bool needed = text.find_first_of(std::string("\"\r\n") + delimiter_) != std::string::npos;
    if (!needed && one_in(2))
      return text;
    std::string inner;
    for (const char c : text)
      inner += c == '"' ? "\"\"" : std::string(1, c);
    return "\"" + inner + "\"" + (odd_ && one_in(200) ? "x" : "");
  }

  std::string cell(const std::string& column) {
    if (column == "UserId")
      return one_in(40) && odd_
                 ? "005"
                 : "0055g000000" + std::to_string(1000 + random_() % 40) + (one_in(2) ? "AA1" : "");
    if (column == "LoginTime")
      return "2025-0" + std::to_string(random_() % 6 + 1) + "-" +
             std::to_string(random_() % 20 + 10 + (odd_ ? 3 : 0)) + "T1" + std::to_string(random_() % 10) +
             ":15:10.000" + (one_in(2) ? "Z" : "+0000");
    if (column == "Status")
      return one_in(5) ? "Failed: \"x\", y" : "Success";
    std::string text(random_() % 40, 'a');
    for (char& c : text)
      c = "ab ,;\"\r\n\t"[random_() % 9];
    return text;
  }

  std::mt19937 random_;
  char delimiter_ = ',';
  std::string line_end_;
  bool odd_ = false;
};

TEST(reading, is_the_same_fast_and_slow) {
  const support::temporary_folder folder;
  const auto path = (folder.path() / "h.csv").string();
  int read = 0;
  for (unsigned seed = 0; seed < 80; ++seed) {
    const auto text = writer(seed).file();
    support::write_file(path, text);
    auto asked = months_of_2025(5);
    const auto slow = count_slowly(path, asked);
    for (const std::size_t block : {std::size_t{64}, std::size_t{1000}, std::size_t{1} << 20}) {
      asked.block = block;
      asked.jobs = 1 + seed % 4;
      ASSERT_EQ(count_fast(path, asked), slow) << "seed " << seed << ", blocks of " << block << "\n" << text;
    }
    read += slow == "fault" || slow == "unusable" ? 0 : 1;
  }
  EXPECT_GT(read, 40);
}

// Rows in quotes that look like rows mislead a guess, and no answer.
TEST(reading, does_not_believe_its_guesses) {
  const std::string row = "0055g00000000A1,2025-01-03T10:00:00.000Z,Success\n";
  std::string fake;
  for (int i = 0; i < 500; ++i)
    fake += "0055g00000000B1,2025-02-03T10:00:00.000Z,Success\n";
  std::string text = "UserId,LoginTime,Status\n";
  for (int i = 0; i < 20; ++i)
    text += row + "0055g00000000A2,2025-01-03T10:00:00.000Z,\"" + fake + "\"\n";
  for (const auto block : {64U, 1000U, 5000U, 100'000U}) {
    auto asked = months_of_2025(3);
    asked.block = block;
    asked.jobs = 3;
    EXPECT_EQ(count_text(text, asked),
              "0055g00000000A1: 2025-01-03\n"
              "rows 40, bad 0, failed 20, internal 0, successful 20, outside 0\n2025-01-03 to 2025-01-03\n"
              "unknown statuses: (others) ×20\n");
  }
}

} // namespace
} // namespace proviso::logins
