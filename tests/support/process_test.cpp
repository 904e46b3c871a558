#include "support/process.hpp"

#include <gtest/gtest.h>

namespace proviso::support {
namespace {

using namespace std::chrono_literals;

ended ran(const std::string& command) {
  return run({command, "/", {"PATH=/usr/bin:/bin", "A=b"}, 10s});
}

TEST(process, keeps_both_streams_and_the_status) {
  const auto how = ran("echo $A; pwd; echo no >&2; exit 7");
  EXPECT_EQ(how.out, "b\n/\n");
  EXPECT_EQ(how.err, "no\n");
  EXPECT_EQ(how.status, 7);
  EXPECT_FALSE(how.timed_out);
}

TEST(process, has_an_empty_standard_input) {
  EXPECT_EQ(ran("cat").out, "");
}

TEST(process, counts_a_signal_as_a_shell_does) {
  EXPECT_EQ(ran("kill -SEGV $$").status, 128 + 11);
}

TEST(process, ends_what_takes_too_long) {
  const auto how = run({"echo a; sleep 60", "/", {"PATH=/usr/bin:/bin"}, 200ms});
  EXPECT_TRUE(how.timed_out);
  EXPECT_EQ(how.out, "a\n");
  EXPECT_EQ(how.status, 128 + 9);
}

} // namespace
} // namespace proviso::support
