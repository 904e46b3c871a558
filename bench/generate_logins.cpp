// generate_logins ROWS USERS SEED: a login history as the Bulk API exports it, all cells in quotes: thirteen
// months from 2025-03-15, three in a hundred failed, busy users first, a third of the logins soon after another
// of the same user.
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::array kinds{"Application", "SAML Chatter Communities External User SSO",
                           "Chatter Communities External User", "Remote Access 2.0"};
constexpr std::array failures{"Invalid Password", "Restricted IP, outside profile range",
                              "Failed: \"\"Audience\"\" mismatch, check SSO settings"};
constexpr std::array browsers{"Chrome 122", "Safari 17.4", "Custom Agent, \"\"kiosk\"\" build"};
constexpr std::int64_t first_second = 1742022000; // 2025-03-15T07:00:00Z, midnight in Los Angeles
constexpr std::int64_t all_seconds = std::int64_t{396} * 86400;

struct login {
  std::uint64_t user = 0;
  std::int64_t second = 0;
};

std::uint64_t number(const char* text) {
  std::uint64_t value = 0;
  const std::string_view all(text);
  if (std::from_chars(all.data(), all.data() + all.size(), value).ec != std::errc() || value == 0) {
    fmt::print(stderr, "usage: generate_logins ROWS USERS SEED\n");
    std::exit(2);
  }
  return value;
}

// Prefix, eight digits of the number, and three characters that stand for the check.
std::string id(std::string_view prefix, std::uint64_t value) {
  return fmt::format("{}{:08}AAA", prefix, value);
}

login draw(std::mt19937_64& random, std::uint64_t users, std::vector<login>& recent) {
  auto& place = recent[random() % recent.size()];
  if (random() % 100 < 30 && place.second != 0)
    return {place.user, std::min(place.second + static_cast<std::int64_t>(random() % 7200),
                                 first_second + all_seconds - 1)};
  const auto share = random() % 1000; // its cube spreads logins over few busy users and many others
  place = {users * share * share / 1'000'000 * share / 1000,
           first_second + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(all_seconds))};
  return place;
}

template <std::size_t Size>
const char* one_of(const std::array<const char*, Size>& all, std::uint64_t random) {
  return all[random % Size];
}

void append_row(fmt::memory_buffer& to, std::uint64_t row, const login& what, std::uint64_t random) {
  using namespace std::chrono;
  const sys_seconds when{seconds(what.second)};
  const year_month_day date(floor<days>(when));
  const hh_mm_ss time(when - floor<days>(when));
  fmt::format_to(
      std::back_inserter(to),
      "\"{}\",\"{}\",\"{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.000Z\",\"{}\",\"{}\",\"0DB5g0000000001AAA\","
      "\"10.{}.{}.1\",\"Browser\",\"{}\",\"Windows 10\"\n",
      id("0Ya5g00", row), id("0055g00", what.user), static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
      time.minutes().count(), time.seconds().count(), one_of(kinds, random),
      random / 8 % 100 < 3 ? one_of(failures, random / 1000) : "Success", random / 4096 % 256,
      random / 65536 % 256, one_of(browsers, random >> 32));
}

} // namespace

int main(int count, char** arguments) {
  const auto rows = number(count > 1 ? arguments[1] : "");
  const auto users = number(count > 2 ? arguments[2] : "");
  std::mt19937_64 random(number(count > 3 ? arguments[3] : ""));
  std::vector<login> recent(32'768);
  fmt::memory_buffer text;
  fmt::format_to(std::back_inserter(text),
                 "\"Id\",\"UserId\",\"LoginTime\",\"LoginType\",\"Status\",\"NetworkId\","
                 "\"SourceIp\",\"Application\",\"Browser\",\"Platform\"\n");
  for (std::uint64_t row = 0; row < rows; ++row) {
    append_row(text, row, draw(random, users, recent), random());
    if (text.size() > 1'000'000 || row + 1 == rows) {
      std::fwrite(text.data(), 1, text.size(), stdout);
      text.clear();
    }
  }
}
