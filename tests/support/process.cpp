#include "support/process.hpp"

#include "support/folder.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace proviso::support {
namespace {

using namespace std::chrono_literals;
using clock = std::chrono::steady_clock;

class file_actions {
public:
  file_actions() { posix_spawn_file_actions_init(&actions_); }
  ~file_actions() { posix_spawn_file_actions_destroy(&actions_); }
  file_actions(const file_actions&) = delete;
  file_actions& operator=(const file_actions&) = delete;

  void read(int descriptor, const std::string& file) { open(descriptor, file, O_RDONLY); }
  void write(int descriptor, const std::string& file) {
    open(descriptor, file, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND);
  }
  void enter(const std::string& folder) { posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str()); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
  void open(int descriptor, const std::string& file, int flags) {
    posix_spawn_file_actions_addopen(&actions_, descriptor, file.c_str(), flags, 0600);
  }

  posix_spawn_file_actions_t actions_{};
};

// The command in a process group of its own, so that all of it can be ended.
pid_t start(const process& what, const file_actions& actions) {
  std::string command = what.command;
  std::array<char*, 4> arguments{const_cast<char*>("sh"), const_cast<char*>("-c"), command.data(), nullptr};
  std::vector<std::string> variables = what.environment;
  std::vector<char*> environment;
  for (auto& variable : variables) {
    environment.push_back(variable.data());
  }
  environment.push_back(nullptr);

  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  pid_t child = 0;
  const int failed =
      posix_spawn(&child, "/bin/sh", actions.get(), &attributes, arguments.data(), environment.data());
  posix_spawnattr_destroy(&attributes);
  if (failed != 0) {
    throw std::runtime_error("cannot start " + what.command);
  }
  return child;
}

int status_of(int code) {
  return WIFEXITED(code) ? WEXITSTATUS(code) : 128 + WTERMSIG(code);
}

} // namespace

ended run(const process& what) {
  const temporary_folder streams;
  const auto out = streams.path() / "out";
  const auto err = streams.path() / "err";
  file_actions actions;
  actions.read(STDIN_FILENO, "/dev/null");
  actions.write(STDOUT_FILENO, out);
  actions.write(STDERR_FILENO, err);
  actions.enter(what.folder);

  const auto deadline = clock::now() + what.limit;
  const pid_t child = start(what, actions);
  int code = 0;
  pid_t done = 0;
  while ((done = waitpid(child, &code, WNOHANG)) == 0 && clock::now() < deadline) {
    std::this_thread::sleep_for(1ms);
  }
  kill(-child, SIGKILL);
  if (done == 0) {
    waitpid(child, &code, 0);
  }
  return {read_file(out), read_file(err), status_of(code), done == 0};
}

} // namespace proviso::support
