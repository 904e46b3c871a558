#include "support/case_run.hpp"

#include "support/difference.hpp"
#include "support/folder.hpp"
#include "support/process.hpp"

#include <cstdlib>
#include <pty.h>
#include <unistd.h>

namespace proviso::support {
namespace {

// What a command may see of the surroundings; the rest would make it print something else on another machine.
std::vector<std::string> environment_of(const std::filesystem::path& folder, const case_setting& setting) {
  std::vector<std::string> environment{"HOME=" + folder.string(), "LC_ALL=C.UTF-8", "TZ=UTC"};
  const char* path = std::getenv("PATH");
  environment.push_back("PATH=" + setting.programs.string() + ":" + (path == nullptr ? "/usr/bin:/bin" : path));
  for (const std::string name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TMPDIR"}) {
    if (const char* value = std::getenv(name.c_str())) {
      environment.push_back(name + "=" + value);
    }
  }
  return environment;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

bool crashed(const ended& how) {
  return how.err.find("Sanitizer") != std::string::npos || how.err.find("runtime error:") != std::string::npos;
}

void compare_streams(const std::string& name, const std::string& expected, const std::string& actual,
                     std::string& failure) {
  if (expected != actual) {
    failure += name + " differs (- expected, + actual):\n" + difference(expected, actual);
  }
}

std::string failure_of(const command& section, const ended& how, const outcome& actual) {
  std::string failure;
  if (how.timed_out) {
    failure += "ran longer than it may and was ended\n";
  }
  if (crashed(how)) {
    failure += "crashed:\n" + how.err;
  }
  compare_streams("standard output", section.expected.out, actual.out, failure);
  compare_streams("standard error", section.expected.err, actual.err, failure);
  if (actual.status != section.expected.status) {
    failure += "exit status " + std::to_string(actual.status) + ", expected " +
               std::to_string(section.expected.status) + "\n";
  }
  return failure;
}

// A container need not have any.
bool has_terminals() {
  int terminal = -1;
  int program = -1;
  if (::openpty(&terminal, &program, nullptr, nullptr, nullptr) != 0) {
    return false;
  }
  ::close(terminal);
  ::close(program);
  return true;
}

class case_runner {
public:
  case_runner(const case_file& file, const case_setting& setting) : setting_(setting), result_{file, {}, {}} {}

  case_result run() {
    for (auto& step : result_.seen.steps) {
      if (!result_.lacking.empty()) {
        break;
      }
      try {
        std::visit([&](auto& section) { perform(section, step.line); }, step.what);
      } catch (const std::exception& error) {
        fail(step.line, "", error.what());
      }
    }
    return std::move(result_);
  }

private:
  void perform(const layout& section, int) {
    if (section.words != std::vector<std::string>{"needs", "terminal"}) {
      lay_out(section, folder_.path(), setting_.project);
    } else if (!has_terminals()) {
      result_.lacking = "a pseudo-terminal";
    }
  }

  void perform(command& section, int line) {
    const auto how =
        support::run({section.text, folder_.path(), environment_of(folder_.path(), setting_), setting_.limit});
    const outcome actual{shown(how.out), shown(how.err), how.status};
    if (const auto failure = failure_of(section, how, actual); !failure.empty()) {
      fail(line, "$ " + section.text + "\n", failure);
    }
    section.expected = actual;
  }

  std::string shown(const std::string& text) const {
    return visible(replaced(text, folder_.path().string(), "$PWD"));
  }

  void fail(int line, const std::string& what, const std::string& why) {
    result_.failures.push_back("line " + std::to_string(line) + ": " + what + why);
  }

  case_setting setting_;
  temporary_folder folder_;
  case_result result_;
};

} // namespace

case_result run_case(const case_file& file, const case_setting& setting) {
  return case_runner(file, setting).run();
}

} // namespace proviso::support
