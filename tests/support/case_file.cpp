#include "support/case_file.hpp"

#include <charconv>
#include <optional>
#include <utility>

namespace proviso::support {
namespace {

constexpr std::string_view no_newline = "\\no newline";

bool opens_layout(std::string_view line) {
  return line.starts_with("--- ");
}
bool opens_command(std::string_view line) {
  return line.starts_with("$ ");
}
bool opens_step(std::string_view line) {
  return opens_layout(line) || opens_command(line);
}
bool is_comment(std::string_view line) {
  return line == "#" || line.starts_with("# ");
}
bool is_error_line(std::string_view line) {
  return line == "!" || line.starts_with("! ");
}
bool is_status_line(std::string_view line) {
  return line.starts_with("= ");
}

// Whether an output line would be read as something else.
bool needs_protection(std::string_view line) {
  return opens_step(line) || is_comment(line) || is_error_line(line) || is_status_line(line) ||
         line.starts_with('\\');
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return lines;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = text.find(' ');
    if (end != 0) {
      words.emplace_back(text.substr(0, end));
    }
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

// Adds an expected line; the marker takes back the newline of the line before.
void add_line(std::string& text, std::string_view line) {
  if (line != no_newline) {
    text.append(line) += '\n';
  } else if (!text.empty()) {
    text.pop_back();
  }
}

std::string_view unprotected(std::string_view line) {
  return line.starts_with('\\') && line != no_newline ? line.substr(1) : line;
}

class case_parser {
public:
  explicit case_parser(std::string_view text) : lines_(lines_of(text)) {}

  parsed_case parse() {
    read_opening();
    while (!error_ && at_ < lines_.size()) {
      read_step();
    }
    if (!error_ && result_.opening.empty()) {
      at_ = 0;
      fail("expected a comment that says what the case shows");
    }
    if (error_) {
      return *error_;
    }
    return std::move(result_);
  }

private:
  std::string_view line() const { return lines_[at_]; }
  bool at_end() const { return at_ == lines_.size(); }
  bool in_section() const { return !at_end() && !opens_step(line()); }
  void fail(const std::string& what) { error_ = std::to_string(at_ + 1) + ": " + what; }

  void read_opening() {
    for (; in_section() && !error_; ++at_) {
      if (is_comment(line()) || line().empty()) {
        result_.opening.append(line()) += '\n';
      } else {
        fail("expected '# ', '--- ' or '$ '");
      }
    }
  }

  void read_step() {
    step next{std::exchange(comments_, {}), {}, static_cast<int>(at_) + 1};
    const auto opened = lines_[at_++];
    if (opens_layout(opened)) {
      next.what = read_layout(opened.substr(4));
    } else {
      next.what = read_command(opened.substr(2));
    }
    result_.steps.push_back(std::move(next));
  }

  layout read_layout(std::string_view words) {
    layout section{words_of(words), {}};
    for (; in_section(); ++at_) {
      section.body.append(line()) += '\n';
    }
    return section;
  }

  command read_command(std::string_view text) {
    command section{std::string(text), {}};
    std::size_t end = at_;
    while (end < lines_.size() && !opens_step(lines_[end]) && !is_comment(lines_[end])) {
      ++end;
    }
    const bool spaced = end > at_ && lines_[end - 1].empty();
    for (; at_ < end - (spaced ? 1 : 0) && !error_; ++at_) {
      read_expectation(section.expected);
    }
    at_ = error_ ? at_ : end;
    for (; in_section() && !error_; ++at_) {
      read_comment();
    }
    return section;
  }

  void read_comment() {
    if (is_comment(line())) {
      comments_.emplace_back(line());
    } else if (!line().empty()) {
      fail("expected '# ', '--- ' or '$ ' after a comment");
    }
  }

  void read_expectation(outcome& expected) {
    if (is_error_line(line())) {
      add_line(expected.err, line().substr(line().size() == 1 ? 1 : 2));
    } else if (is_status_line(line())) {
      read_status(expected, line().substr(2));
    } else {
      add_line(expected.out, unprotected(line()));
    }
  }

  void read_status(outcome& expected, std::string_view digits) {
    const auto* end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, expected.status).ptr != end) {
      fail("expected an exit status after '= '");
    }
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  case_file result_;
  std::vector<std::string> comments_;
  std::optional<std::string> error_;
};

void print_stream(std::string& text, std::string_view stream, bool is_error) {
  for (const auto line : lines_of(stream)) {
    if (is_error) {
      text.append(line.empty() ? "!" : "! ");
    } else if (needs_protection(line)) {
      text += '\\';
    }
    text.append(line) += '\n';
  }
  if (!stream.empty() && !stream.ends_with('\n')) {
    text.append(is_error ? "! " : "").append(no_newline) += '\n';
  }
}

std::string printed(const command& section) {
  auto text = "$ " + section.text + "\n";
  print_stream(text, section.expected.out, false);
  print_stream(text, section.expected.err, true);
  if (section.expected.status != 0) {
    text += "= " + std::to_string(section.expected.status) + "\n";
  }
  return text;
}

std::string printed(const layout& section) {
  return "--- " + joined(section.words) + "\n" + section.body;
}

} // namespace

parsed_case parse_case(std::string_view text) {
  return case_parser(text).parse();
}

std::string print_case(const case_file& file) {
  auto text = file.opening;
  bool after_command = false;
  for (const auto& step : file.steps) {
    text += after_command ? "\n" : "";
    for (const auto& comment : step.comments) {
      text += comment + "\n";
    }
    text += std::visit([](const auto& section) { return printed(section); }, step.what);
    after_command = std::holds_alternative<command>(step.what);
  }
  return text;
}

std::string unescaped(std::string_view body) {
  std::string text;
  for (const auto line : lines_of(body)) {
    add_line(text, unprotected(line));
  }
  return text;
}

std::string visible(std::string_view text) {
  std::string shown;
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (code >= 0x20 || c == '\n' || c == '\t') {
      shown += c;
    } else {
      shown += {'\xe2', '\x90', static_cast<char>(0x80 + code)}; // U+2400 and following picture the controls
    }
  }
  return shown;
}

} // namespace proviso::support
