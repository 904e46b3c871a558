#include "format/outline.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace proviso::format {
namespace {

using kind = token::kind;

// From the first to the last of these tokens nothing ends a line.
bool stand_on_one_line(words all) {
  const auto breaks = [](const token& t) {
    return t.first_on_line || t.what == kind::comment || t.text.find('\n') != std::string_view::npos;
  };
  return std::ranges::none_of(all.subspan(1), breaks) && all[0].text.find('\n') == std::string_view::npos;
}

class reader {
public:
  explicit reader(words all) : all_(all) {}

  // The clauses of a block up to its brace, or of the text up to its end, into what they stand in.
  void read_clauses(clause& in) {
    while (at_ < all_.size() && !is_sign("}")) {
      if (is_sign(";"))
        ++at_;
      else if (all_[at_].what == kind::comment)
        take_comment(in, all_[at_++]);
      else
        in.clauses.push_back(read_clause(in.of_members));
    }
  }

private:
  [[nodiscard]] bool is_sign(std::string_view sign) const {
    return at_ < all_.size() && all_[at_].is(kind::sign, sign);
  }

  [[nodiscard]] std::size_t after_comments(std::size_t at) const {
    while (at < all_.size() && all_[at].what == kind::comment)
      ++at;
    return at;
  }

  // Behind a clause, behind an opening brace, or on its own line.
  static void take_comment(clause& in, const token& comment) {
    auto& before = in.clauses.empty() ? in.opening : in.clauses.back().comment;
    const bool behind_clause = !in.clauses.empty() && !in.clauses.back().is_comment();
    if (!comment.first_on_line && before.empty() && (in.clauses.empty() ? in.has_block : behind_clause)) {
      before = comment.text;
      return;
    }
    clause own;
    own.comment = comment.text;
    own.after_empty_line = comment.after_empty_line;
    in.clauses.push_back(std::move(own));
  }

  [[nodiscard]] clause read_clause(bool of_members) {
    const auto begin = at_;
    clause result;
    result.head = take_words(of_members);
    result.after_empty_line = all_[begin].after_empty_line;
    if (const auto next = after_comments(at_); next < all_.size() && all_[next].is(kind::sign, "{"))
      read_block(result, next);
    result.on_one_line = stand_on_one_line(all_.subspan(begin, at_ - begin));
    return result;
  }

  // Comments before the brace go behind it.
  void read_block(clause& of, std::size_t brace) {
    static constexpr std::string_view groups[] = {"objects", "licenses", "texts"};
    of.has_block = true;
    of.of_members = base::is_one_of(groups, of.head[0].text);
    for (; at_ < brace; ++at_)
      take_comment(of, all_[at_]);
    ++at_;
    read_clauses(of);
    at_ = std::min(at_ + 1, all_.size());
    if (of.of_members && at_ < all_.size() && all_[at_].is(kind::word, "source") && !all_[at_].first_on_line)
      of.tail = take_words(false);
  }

  [[nodiscard]] words take_words(bool of_members) {
    const auto begin = at_;
    std::size_t parentheses = 0;
    for (bool more = true; more;) {
      if (is_sign("("))
        ++parentheses;
      else if (is_sign(")"))
        --parentheses;
      const auto next = after_comments(at_ + 1);
      more = !ends_before(next) && (of_members || parentheses > 0 || joins(all_.subspan(begin), at_ - begin) ||
                                    !breaks_line(at_ + 1, next));
      at_ = more ? next : at_ + 1;
    }
    return all_.subspan(begin, at_ - begin);
  }

  [[nodiscard]] bool ends_before(std::size_t next) const {
    static constexpr std::string_view ends[] = {"{", "}", ";"};
    return next == all_.size() || (all_[next].what == kind::sign && base::is_one_of(ends, all_[next].text));
  }

  [[nodiscard]] bool breaks_line(std::size_t from, std::size_t to) const {
    return std::ranges::any_of(all_.subspan(from, to - from + 1), &token::first_on_line);
  }

  words all_;
  std::size_t at_ = 0;
};

} // namespace

std::vector<clause> outline(words all) {
  clause whole;
  reader(all).read_clauses(whole);
  return std::move(whole.clauses);
}

bool joins(words all, std::size_t at) {
  const bool field = at > 0 && all[at - 1].is(kind::sign, ".");
  return (all[at].what == kind::sign || (all[at].what == kind::word && !field)) && syntax::joins(all[at].text);
}

} // namespace proviso::format
