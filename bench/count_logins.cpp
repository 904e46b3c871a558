// count_logins ZONE FIRST MONTHS JOBS FILE…: the histogram of login days by contract month, as
// `month,days,users`. What bench/logins runs beside other programs that answer the same question.
#include "logins/count.hpp"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fmt/core.h>
#include <map>
#include <string_view>

namespace {

using namespace proviso;

[[noreturn]] void stop(std::string_view why) {
  fmt::print(stderr, "count_logins: {}\n", why);
  std::exit(2);
}

int number(std::string_view text) {
  int value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc())
    stop("usage: count_logins ZONE FIRST MONTHS JOBS FILE…");
  return value;
}

logins::question read_question(char** arguments) {
  logins::question asked;
  asked.zone = arguments[1];
  const auto first = base::parse_day(arguments[2]);
  if (!first)
    stop("the first day is no day");
  for (int month = 0; month <= number(arguments[3]); ++month)
    asked.months.push_back(base::add_months(*first, month));
  asked.jobs = static_cast<unsigned>(number(arguments[4]));
  if (const char* block = std::getenv("BLOCK"))
    asked.block = static_cast<std::size_t>(number(block));
  return asked;
}

void print(const logins::tally& counted, const logins::question& asked) {
  std::map<std::pair<std::size_t, int>, std::uint64_t> users;
  counted.each([&](const logins::user& who) {
    for (std::size_t month = 0; month < who.months; ++month)
      if (const auto days = who.days(0, month); days != 0)
        ++users[{month, __builtin_popcount(days)}];
  });
  for (const auto& [key, many] : users)
    fmt::print("{},{},{}\n", base::to_string(asked.months[key.first]), key.second, many);
  fmt::print(stderr, "{} rows, {} successful, {} failed, {} users\n", counted.read.rows,
             counted.read.successful, counted.read.failed, counted.users());
}

} // namespace

int main(int count, char** arguments) {
  if (count < 6)
    stop("usage: count_logins ZONE FIRST MONTHS JOBS FILE…");
  const auto asked = read_question(arguments);
  base::diagnostics faults;
  const auto counted = logins::count({arguments + 5, arguments + count}, asked, faults);
  for (const auto& fault : faults)
    fmt::print(stderr, "{}{}{}\n", fault.message, fault.help.empty() ? "" : ": ", fault.help);
  if (!counted)
    return 2;
  print(*counted, asked);
}
