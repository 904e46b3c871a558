// Files that overlap, several at once, packed and plain.
#include "logins/counting.hpp"

#include "support/folder.hpp"

#include <gtest/gtest.h>
#include <vector>
#include <zlib.h>
#include <zstd.h>

namespace proviso::logins {
namespace {

const std::string header = "Id,UserId,LoginTime,Status\n";
const std::string first = "0Ya000000000001,0055g00000000A1,2025-01-03T10:00:00Z,Success\n";
const std::string second = "0Ya000000000002,0055g00000000A1,2025-01-03T11:00:00Z,Success\n";
const std::string third = "0Ya000000000003,0055g00000000A1,2025-02-03T11:00:00Z,Success\n";

question each_login() {
  auto asked = months_of_2025(2);
  asked.ways = {{}, {unit::every_login, {}, {}}};
  return asked;
}

TEST(overlaps, do_not_add_days_nor_logins) {
  EXPECT_EQ(
      count_texts({{"a.csv", header + first + second}, {"b.csv", header + second + third}}, each_login()),
      "0055g00000000A1: 2025-01-03 ×2 2025-02-03 ×1 | 2025-01-03 ×2 2025-02-03 ×1\n"
      "rows 4, bad 0, failed 0, internal 0, successful 4, outside 0, repeated 1\n2025-01-03 to 2025-02-03\n");
}

TEST(overlaps, of_event_log_files_are_known_by_request_and_session) {
  const std::string log = "TIMESTAMP,REQUEST_ID,LOGIN_KEY,USER_ID,LOGIN_STATUS\n";
  const std::string row = "20250103101010.123,r1,k1,0055g00000000A1,LOGIN_NO_ERROR\n";
  const std::string other = "20250103101010.123,r1,k2,0055g00000000A1,LOGIN_NO_ERROR\n";
  EXPECT_EQ(
      count_texts({{"hourly.csv", log + row}, {"daily.csv", log + other + row}}, each_login()),
      "0055g00000000A1: 2025-01-03 ×2 | 2025-01-03 ×2\n"
      "rows 3, bad 0, failed 0, internal 0, successful 3, outside 0, repeated 1\n2025-01-03 to 2025-01-03\n");
}

TEST(overlaps, that_cannot_be_told_are_refused_where_each_login_counts) {
  const std::string plain = "UserId,LoginTime,Status\n0055g00000000A1,2025-01-03T10:00:00Z,Success\n";
  const std::string log = "TIMESTAMP,REQUEST_ID,LOGIN_KEY,USER_ID,LOGIN_STATUS\n";
  EXPECT_EQ(
      count_texts({{"a.csv", plain}, {"b.csv", header}}, each_login()),
      "fault: 'a.csv' has no ids of rows: where every login counts, a row that stands in two files would count "
      "twice\nhelp: export the column Id, or give one file\n");
  EXPECT_EQ(count_texts({{"a.csv", header}, {"b.csv", log}}, each_login()),
            "fault: 'b.csv' is an event log file and 'a.csv' is none: where every login counts, one that "
            "stands in both "
            "would count twice\nhelp: give login histories of one kind\n");
  EXPECT_EQ(
      count_texts({{"a.csv", plain + "0055g00000000A1,2025-01-03T10:00:00Z,Success\n"}}, each_login()),
      "0055g00000000A1: 2025-01-03 ×2 | 2025-01-03 ×2\n"
      "rows 2, bad 0, failed 0, internal 0, successful 2, outside 0, repeated 0\n2025-01-03 to 2025-01-03\n");
}

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(text.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

TEST(packed_histories, count_like_plain_ones) {
  auto asked = months_of_2025(2);
  asked.block = 64;
  std::string text = header;
  for (int i = 0; i < 1'500; ++i)
    text += second + third;
  const auto plain = count_texts({{"a.csv", text}}, asked);
  EXPECT_EQ(plain,
            "0055g00000000A1: 2025-01-03 2025-02-03\n"
            "rows 3000, bad 0, failed 0, internal 0, successful 3000, outside 0\n2025-01-03 to 2025-02-03\n");
  EXPECT_EQ(count_texts({{"a.csv.gz", gzip(text)}}, asked), plain);
  EXPECT_EQ(count_texts({{"a.csv.zst", zstd(text)}}, asked), plain);
  const auto cut = gzip(text);
  EXPECT_EQ(count_texts({{"a.csv.gz", cut.substr(0, cut.size() / 2)}}, asked),
            "fault: 'a.csv.gz' is cut off: its packed data ends before its end\n");
}

TEST(folders, are_read_whole_by_any_number_of_threads) {
  const support::temporary_folder folder;
  for (int file = 0; file < 30; ++file)
    support::write_file(folder.path() / ("h" + std::to_string(file) + ".csv"),
                        header + "0Ya000000000001,0055g000000" + std::to_string(1000 + file) +
                            ",2025-01-03T10:00:00Z,Success\n");
  for (const unsigned jobs : {1U, 2U, 7U}) {
    auto asked = months_of_2025(2);
    asked.jobs = jobs;
    base::diagnostics faults;
    const auto counted = count({folder.path().string()}, asked, faults);
    ASSERT_TRUE(counted.has_value());
    EXPECT_EQ(counted->users(), 30U);
    EXPECT_EQ(counted->read.files.size(), 30U);
  }
}

} // namespace
} // namespace proviso::logins
