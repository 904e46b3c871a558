#include "editor/markdown.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace proviso::editor {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : base::harmless(text)) {
    if (std::string_view("\\`*_[]<>#|!~&").find(c) != std::string_view::npos)
      result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result;
}

} // namespace

markdown::markdown(std::string_view name, std::string_view title) {
  text_ = fmt::format("**{}**", escaped(name));
  if (!title.empty())
    text_ += fmt::format(" {}", escaped(title));
}

void markdown::code(std::string_view text) {
  start("\n\n");
  text_ += fmt::format("```proviso\n{}\n```", text);
}

void markdown::item(std::string_view text) {
  start(in_list_ ? "\n" : "\n\n");
  text_ += fmt::format("- {}", escaped(text));
  in_list_ = true;
}

void markdown::paragraph(std::string_view text) {
  if (text.empty())
    return;
  start("\n\n");
  text_ += escaped(text);
}

void markdown::quiet(std::string_view text) {
  if (text.empty())
    return;
  start("\n\n");
  text_ += fmt::format("*{}*", escaped(text));
}

void markdown::start(std::string_view between) {
  if (!text_.empty())
    text_ += between;
  in_list_ = false;
}

} // namespace proviso::editor
