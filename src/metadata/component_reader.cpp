#include "metadata/component_reader.hpp"

#include "base/text.hpp"
#include "metadata/markup.hpp"
#include "metadata/scan.hpp"

#include <algorithm>

namespace proviso::metadata {
namespace {

// Modules that stand for methods of Apex: CLASS.METHOD follows.
constexpr std::string_view method_modules[] = {"@salesforce/apex/", "@salesforce/apexContinuation/"};
constexpr std::string_view aura_tags[] = {"aura:component", "aura:application"};

component_call method_called(std::string_view path, base::span at) {
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos)
    return {std::string(path), {}, at};
  return {std::string(path.substr(0, dot)), std::string(path.substr(dot + 1)), at};
}

// Goes through a module word by word: comments and texts are no words.
class module_reader {
public:
  module_reader(std::string_view text, std::uint32_t source) : text_(text), source_(source) {}

  std::vector<component_call> read() {
    while (at_ < text_.size())
      step();
    return std::move(calls_);
  }

private:
  void step() {
    const char c = text_[at_];
    if (text_.substr(at_, 2) == "//")
      go_behind("\n", 2);
    else if (text_.substr(at_, 2) == "/*")
      go_behind("*/", 2);
    else if (c == '"' || c == '\'' || c == '`')
      quoted(c);
    else if (in_name(c, 1))
      word();
    else {
      last_word_ = is_blank(c) ? last_word_ : std::string_view();
      ++at_;
    }
  }

  void go_behind(std::string_view end, std::size_t from) {
    const auto found = text_.find(end, at_ + from);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  void word() {
    const auto from = at_;
    while (at_ < text_.size() && in_name(text_[at_], 2) && text_[at_] != '.' && text_[at_] != '-')
      ++at_;
    last_word_ = text_.substr(from, at_ - from);
  }

  // A text ends with its line; only one in backquotes goes on.
  void quoted(char quote) {
    const auto from = ++at_;
    while (at_ < text_.size() && text_[at_] != quote && (quote == '`' || text_[at_] != '\n'))
      at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, text_.size());
    if (last_word_ == "from" && quote != '`')
      imported(text_.substr(from, at_ - from));
    last_word_ = {};
    at_ = std::min(at_ + 1, text_.size());
  }

  void imported(std::string_view module) {
    const auto at = span_of(module, text_, source_);
    for (const auto prefix : method_modules)
      if (module.starts_with(prefix) && module.size() > prefix.size())
        calls_.push_back(method_called(module.substr(prefix.size()), at));
  }

  std::string_view text_;
  std::uint32_t source_;
  std::size_t at_ = 0;
  std::string_view last_word_;
  std::vector<component_call> calls_;
};

} // namespace

part web_component_part(std::string_view text, std::uint32_t source) {
  part result;
  result.calls = module_reader(text, source).read();
  return result;
}

part aura_component_part(std::string_view text, std::uint32_t source) {
  part result;
  const auto tag = find_tag(text, aura_tags);
  if (!tag) {
    result.faults.push_back(no_tag("<aura:component> or <aura:application>", "component", text, source));
    return result;
  }
  for (const auto& [name, value] : tag->attributes)
    if (base::same_but_case(name, "controller") && !value.empty())
      result.calls.push_back({std::string(value), {}, span_of(value, text, source)});
  return result;
}

} // namespace proviso::metadata
