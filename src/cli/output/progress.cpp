#include "cli/output/progress.hpp"

#include "base/rational.hpp"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace proviso::cli {
namespace {

constexpr std::uint64_t mebi = std::uint64_t{1} << 20;

std::string mebibytes(std::uint64_t bytes) {
  return base::grouped(static_cast<std::int64_t>(bytes / mebi)) + " MiB";
}

void say(std::string_view line) {
  fmt::print(stderr, "\r\x1b[K{}", line);
  std::fflush(stderr);
}

// Takes the line from the terminal and ends as if it had not been there.
void end_without_line(int signal) {
  constexpr std::string_view clear = "\r\x1b[K";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, clear.data(), clear.size());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

} // namespace

progress_line::progress_line() : shown_(::isatty(STDERR_FILENO) != 0) {
  if (shown_ && std::signal(SIGINT, end_without_line) == SIG_IGN)
    std::signal(SIGINT, SIG_IGN); // as whoever started it wants
}

progress_line::~progress_line() {
  if (!shown_)
    return;
  if (std::signal(SIGINT, SIG_DFL) == SIG_IGN)
    std::signal(SIGINT, SIG_IGN);
  say("");
}

logins::watcher progress_line::watcher() const {
  if (!shown_)
    return {};
  const auto start = std::chrono::steady_clock::now();
  auto told = start;
  return [start, told](const logins::progress& so_far) mutable {
    using namespace std::chrono_literals;
    const auto now = std::chrono::steady_clock::now();
    if (now - told < 100ms)
      return;
    told = now;
    const auto past = std::chrono::duration_cast<std::chrono::milliseconds>(now - start);
    say(in_words(so_far, static_cast<std::uint64_t>(past.count())));
  };
}

std::string in_words(const logins::progress& so_far, std::uint64_t milliseconds) {
  const auto a_second = milliseconds == 0 ? 0 : so_far.bytes * 1000 / milliseconds;
  const auto of = so_far.total == 0 ? "" : fmt::format(" of {}", mebibytes(so_far.total));
  const bool tells = a_second > 0 && so_far.total > so_far.bytes;
  const auto left = tells ? fmt::format(", {} s left", (so_far.total - so_far.bytes) / a_second + 1) : "";
  return fmt::format("{}{}, {} rows, {}/s{}", mebibytes(so_far.bytes), of,
                     base::grouped(static_cast<std::int64_t>(so_far.rows)), mebibytes(a_second), left);
}

} // namespace proviso::cli
