#include "logins/words.hpp"

namespace proviso::logins {
namespace {

constexpr std::size_t most_words = 4096;
constexpr std::size_t longest_word = 256;

} // namespace

std::string without_doubled_quotes(std::string_view raw) {
  std::string text;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    text.push_back(raw[i]);
    if (raw[i] == '"' && i + 1 < raw.size() && raw[i + 1] == '"')
      ++i;
  }
  return text;
}

words::words(judge by) : judge_(std::move(by)) {}

std::uint32_t words::find(std::string_view text, bool raw, recent& known) {
  const auto number = look_up(raw ? without_doubled_quotes(text) : std::string(text));
  if (number < most_words && text.size() <= longest_word)
    known = {ends_of(text), text.size(), raw, number, std::string(text)};
  return number;
}

std::uint32_t words::look_up(std::string text) {
  if (const auto found = numbers_.find(text); found != numbers_.end())
    return found->second;
  const auto means = judge_(text);
  if (all_.size() < most_words && text.size() <= longest_word) {
    numbers_.emplace(text, static_cast<std::uint32_t>(all_.size()));
    all_.push_back({std::move(text), means});
    return static_cast<std::uint32_t>(all_.size() - 1);
  }
  if (!spilled_)
    all_.resize(most_words + 1);
  spilled_ = true;
  all_.back() = {"(others)", means};
  return most_words;
}

} // namespace proviso::logins
