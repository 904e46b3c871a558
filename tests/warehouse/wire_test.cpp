// Messages arrive as they were sent, and nothing else is taken for one.
#include "warehouse/wire.hpp"

#include <array>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace proviso::warehouse {
namespace {

struct pair {
  std::array<int, 2> ends{-1, -1};
  pair() { EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0); }
  ~pair() {
    ::close(ends[0]);
    ::close(ends[1]);
  }
};

std::optional<message> received(const std::string& bytes) {
  pair to;
  EXPECT_EQ(::write(to.ends[0], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  ::shutdown(to.ends[0], SHUT_WR);
  return wire(to.ends[1], to.ends[1]).receive();
}

TEST(wire, carries_any_bytes) {
  pair to;
  const std::vector<message> sent{{"row", "", std::string("a\0:b", 4)}, {}, {std::string(300'000, 'x'), "10:"}};
  std::thread sender([&] {
    wire out(to.ends[0], to.ends[0]);
    for (const auto& one : sent)
      EXPECT_TRUE(out.send(one));
  });
  wire in(to.ends[1], to.ends[1]);
  for (const auto& one : sent)
    EXPECT_EQ(in.receive(), one);
  sender.join();
}

TEST(wire, takes_nothing_malformed) {
  EXPECT_EQ(received("5:2:hi,"), std::nullopt);
  EXPECT_EQ(received("4:2:hi"), (message{"hi"}));
  for (const auto* bytes :
       {"", "4", "x", "-1:", ":", "4:9:hi", "999999999999:", "99999999:a", "4:2:h", "3:2:h"})
    EXPECT_EQ(received(bytes), std::nullopt) << bytes;
}

TEST(wire, ends_where_nobody_listens) {
  pair to;
  ::shutdown(to.ends[1], SHUT_RD);
  ::close(to.ends[1]);
  EXPECT_FALSE(wire(to.ends[0], to.ends[0]).send({"open"}));
}

TEST(wire, sends_nothing_longer_than_it_takes) {
  pair to;
  EXPECT_FALSE(wire(to.ends[0], to.ends[0]).send({std::string(longest_message, 'x')}));
}

} // namespace
} // namespace proviso::warehouse
