#include "format/flow.hpp"

#include "base/text.hpp"
#include "format/long_text.hpp"

#include <algorithm>
#include <utility>

namespace proviso::format {
namespace {

using kind = token::kind;

// A '-' that subtracts from nothing: behind the keyword, an operator, a comma or an open parenthesis.
bool is_sign_of_value(words all, std::size_t at) {
  if (!all[at].is(kind::sign, "-"))
    return false;
  auto before = at;
  while (before > 0 && all[before - 1].what == kind::comment)
    --before;
  return before <= 1 || joins(all, before - 1) || all[before - 1].is(kind::sign, "(");
}

// Where a line that is too long may end.
bool may_break_behind(words all, std::size_t at) {
  static constexpr std::string_view never[] = {"not", "if", "in", "="};
  return joins(all, at) && !base::is_one_of(never, all[at].text) && !is_sign_of_value(all, at);
}

std::size_t first_line_width(std::string_view text) {
  return width(text.substr(0, text.find('\n')));
}

class run {
public:
  run(words all, const place& at, page& to) : all_(all), place_(at), to_(to) {}

  void operator()() {
    to_.open(place_.indent);
    continuation_ = place_.indent;
    for (at_ = 0; at_ < all_.size(); ++at_) {
      depth_ -= all_[at_].is(kind::sign, ")") ? 1U : 0U;
      if (at_ > 0)
        separate();
      put_word();
      depth_ += all_[at_].is(kind::sign, "(") ? 1U : 0U;
    }
  }

private:
  void separate() {
    if (breaks())
      return next_line();
    if (place_.in.price > 0 && all_[at_].text == "at") {
      to_.pad_to(place_.indent + place_.in.price);
    } else if (!place_.of_members && at_ == keyword_words(all_)) {
      to_.pad_to(place_.indent + place_.in.value);
      continuation_ = to_.column();
    } else if (stand_apart(all_, at_) && !ends_line()) {
      to_.add(" ");
    }
  }

  // Whether the word is the comment at the end of a line.
  [[nodiscard]] bool ends_line() const { return all_[at_].what == kind::comment && !all_[at_].first_on_line; }

  [[nodiscard]] bool breaks() const {
    if (all_[at_ - 1].what == kind::comment)
      return true;
    if (all_[at_].first_on_line && (place_.in_rule || all_[at_].what == kind::comment))
      return true;
    return may_break_behind(all_, at_ - 1) && to_.column() + 1 + unbreakable() > line_width;
  }

  // From this word to the next place where the line may end.
  [[nodiscard]] std::size_t unbreakable() const {
    std::size_t result = 0;
    for (auto at = at_; at < all_.size() && all_[at].what != kind::comment; ++at) {
      result += first_line_width(all_[at].text) + (at > at_ && stand_apart(all_, at) ? 1U : 0U);
      if (may_break_behind(all_, at) || all_[at].text.find('\n') != std::string_view::npos)
        break;
    }
    return result;
  }

  void next_line() {
    to_.close(std::exchange(comment_, {}));
    to_.open(continuation_ + 2 * depth_);
  }

  void put_word() {
    const auto& word = all_[at_];
    if (ends_line())
      comment_ = word.text;
    else if (word.what == kind::text && word.text.find('\n') != std::string_view::npos)
      to_.add(indented(word.text, place_.indent + 2));
    else
      to_.add(word.text);
  }

  words all_;
  const place& place_;
  page& to_;
  std::size_t at_ = 0;
  std::size_t continuation_ = 0; // where further lines begin
  std::size_t depth_ = 0;        // of parentheses
  std::string_view comment_;
};

} // namespace

void flow(words all, const place& at, page& to) {
  run(all, at, to)();
}

bool stand_apart(words all, std::size_t at) {
  static constexpr std::string_view hug_left[] = {",", ")", "."};
  static constexpr std::string_view hug_right[] = {"(", "."};
  const auto& before = all[at - 1];
  if (all[at].what == kind::sign && base::is_one_of(hug_left, all[at].text))
    return false;
  const bool opens = before.what == kind::sign && base::is_one_of(hug_right, before.text);
  return !opens && !is_sign_of_value(all, at - 1);
}

} // namespace proviso::format
