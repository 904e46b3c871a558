// How far reading has come, in words.
#include "cli/output/progress.hpp"

#include <gtest/gtest.h>

namespace {

using proviso::cli::in_words;

constexpr std::uint64_t mebi = 1024 * 1024;

TEST(progress, tells_bytes_rows_rate_and_time_left) {
  EXPECT_EQ(in_words({412 * mebi, 1029 * mebi, 2'233'000}, 500),
            "412 MiB of 1,029 MiB, 2,233,000 rows, 824 MiB/s, 1 s left");
  EXPECT_EQ(in_words({100 * mebi, 1000 * mebi, 5}, 10'000),
            "100 MiB of 1,000 MiB, 5 rows, 10 MiB/s, 91 s left");
}

TEST(progress, tells_no_time_left_where_the_size_is_not_known_or_all_is_read) {
  EXPECT_EQ(in_words({3 * mebi, 0, 50'000}, 1000), "3 MiB, 50,000 rows, 3 MiB/s");
  EXPECT_EQ(in_words({3 * mebi, 3 * mebi, 50'000}, 1000), "3 MiB of 3 MiB, 50,000 rows, 3 MiB/s");
}

TEST(progress, begins_without_a_rate) {
  EXPECT_EQ(in_words({0, 3 * mebi, 0}, 0), "0 MiB of 3 MiB, 0 rows, 0 MiB/s");
}

} // namespace
