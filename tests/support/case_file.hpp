// A case as it is written: files to lay out, commands to run, and what each must print. `tests/README.md`
// describes the form; what is parsed prints back the same, but for the expectations that were replaced.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace proviso::support {

// What a command printed and how it ended, control characters made visible.
struct outcome {
  std::string out;
  std::string err;
  int status = 0;

  bool operator==(const outcome&) const = default;
};

// A section that starts with "--- ": the words after it and the lines below it, both as written.
struct layout {
  std::vector<std::string> words;
  std::string body;
};

// A section that starts with "$ ": the command and what it must do.
struct command {
  std::string text;
  outcome expected;
};

struct step {
  std::vector<std::string> comments; // the lines above it, with their '#'
  std::variant<layout, command> what;
  int line = 0; // of its first line, from 1
};

struct case_file {
  std::string opening; // the comment that says what the case shows
  std::vector<step> steps;
};

// A case, or what is wrong with its form: "3: expected …".
using parsed_case = std::variant<case_file, std::string>;

parsed_case parse_case(std::string_view text);
std::string print_case(const case_file& file);

// Lines as a file means them: a leading backslash only protects what follows it.
std::string unescaped(std::string_view body);

// Text with control characters, but for line ends and tabs, as their pictures: ␛ for escape.
std::string visible(std::string_view text);

} // namespace proviso::support
