#include "editor/markdown.hpp"

#include "base/markdown.hpp"

#include <fmt/format.h>

namespace proviso::editor {
markdown::markdown(std::string_view name, std::string_view title) {
  text_ = fmt::format("**{}**", base::markdown(name));
  if (!title.empty())
    text_ += fmt::format(" {}", base::markdown(title));
}

void markdown::code(std::string_view text) {
  start("\n\n");
  text_ += fmt::format("```proviso\n{}\n```", text);
}

void markdown::item(std::string_view text) {
  start(in_list_ ? "\n" : "\n\n");
  text_ += fmt::format("- {}", base::markdown(text));
  in_list_ = true;
}

void markdown::paragraph(std::string_view text) {
  if (text.empty())
    return;
  start("\n\n");
  text_ += base::markdown(text);
}

void markdown::quiet(std::string_view text) {
  if (text.empty())
    return;
  start("\n\n");
  text_ += fmt::format("*{}*", base::markdown(text));
}

void markdown::start(std::string_view between) {
  if (!text_.empty())
    text_ += between;
  in_list_ = false;
}

} // namespace proviso::editor
