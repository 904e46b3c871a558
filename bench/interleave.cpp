// interleave ROUNDS NAME COMMAND… [-- NAME COMMAND…]…: runs the commands in turn, so many rounds, and tells the
// time of each beside the first one's. In turn, because a machine's speed drifts: only what ran side by side
// compares.
#include "measure.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace {

using proviso::bench::sample;

struct contender {
  const char* name = nullptr;
  std::vector<char*> command; // ends with a null pointer
  sample wall;                // milliseconds
  sample cpu;
};

[[noreturn]] void stop(std::string_view why) {
  fmt::print(stderr, "interleave: {}\n", why);
  std::exit(2);
}

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

// Output is thrown away. An exit status of 0 or 1 is a run; anything else stops the measurement.
void run(contender& who, const posix_spawn_file_actions_t& silent) {
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawnp(&child, who.command.front(), &silent, nullptr, who.command.data(), environ) != 0) {
    stop(fmt::format("cannot start {}", who.command.front()));
  }
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
    stop(fmt::format("{} failed", who.name));
  }
  who.wall.add(taken.count());
  who.cpu.add(milliseconds(used.ru_utime) + milliseconds(used.ru_stime));
}

std::vector<contender> read_contenders(int count, char** arguments) {
  std::vector<contender> all(1);
  for (int i = 2; i < count; ++i) {
    if (std::string_view(arguments[i]) == "--") {
      all.emplace_back();
    } else if (all.back().name == nullptr) {
      all.back().name = arguments[i];
    } else {
      all.back().command.push_back(arguments[i]);
    }
  }
  for (auto& each : all) {
    if (each.command.empty()) {
      stop("usage: interleave ROUNDS NAME COMMAND… [-- NAME COMMAND…]…");
    }
    each.command.push_back(nullptr);
  }
  return all;
}

void report(const std::vector<contender>& all) {
  fmt::print("{:<28}{:>9}{:>9}{:>9}{:>12}{:>12}{:>12}\n", "milliseconds", "least", "median", "cpu", "least ×",
             "median ×", "cpu ×");
  const auto& first = all.front();
  for (const auto& each : all) {
    fmt::print("{:<28}{:>9.2f}{:>9.2f}{:>9.2f}{:>11.2f}{:>11.2f}{:>11.2f}\n", each.name, each.wall.least(),
               each.wall.median(), each.cpu.median(), each.wall.least() / first.wall.least(),
               each.wall.median() / first.wall.median(), each.cpu.median() / first.cpu.median());
  }
}

} // namespace

int main(int count, char** arguments) {
  const int rounds = count > 3 ? std::atoi(arguments[1]) : 0;
  auto all = read_contenders(count, arguments);
  posix_spawn_file_actions_t silent;
  posix_spawn_file_actions_init(&silent);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&silent, stream, "/dev/null", O_WRONLY, 0);
  }
  if (rounds < 1) {
    stop("at least one round");
  }
  for (int round = 0; round < rounds; ++round) {
    for (auto& each : all) {
      run(each, silent);
    }
  }
  report(all);
}
