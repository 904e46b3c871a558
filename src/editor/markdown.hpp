// Short texts in Markdown. What comes from an input is escaped: it is shown, and never a link or a picture.
#pragma once

#include <string>
#include <string_view>

namespace proviso::editor {

class markdown {
public:
  markdown() = default;
  markdown(std::string_view name, std::string_view title);

  void code(std::string_view text); // our own
  void item(std::string_view text);
  void paragraph(std::string_view text);
  void quiet(std::string_view text);

  [[nodiscard]] std::string take() { return std::move(text_); }

private:
  void start(std::string_view between);

  std::string text_;
  bool in_list_ = false;
};

} // namespace proviso::editor
