#include "editor/place.hpp"

#include "syntax/tokens.hpp"

#include <algorithm>

namespace proviso::editor {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '*' || static_cast<unsigned char>(c) >= 0x80;
}

// The block that a clause opens, by its first word.
std::string_view block_of(const std::vector<std::string_view>& clause) {
  const auto first = clause.empty() ? std::string_view() : clause.front();
  return first == "quote" ? "sku" : first == "from" ? "step" : first;
}

class walk {
public:
  walk(std::string_view text, std::uint32_t offset) : text_(text), offset_(offset) {
    made_.blocks.emplace_back("file");
  }

  place operator()() {
    while (at_ < text_.size() && !found_)
      pass();
    if (!found_)
      stop(std::min<std::size_t>(offset_, text_.size()), std::min<std::size_t>(offset_, text_.size()));
    return std::move(made_);
  }

private:
  void pass() {
    const char c = text_[at_];
    if (offset_ <= at_ && !is_word(c))
      stop(offset_, offset_);
    else if (c == '#')
      pass_comment();
    else if (c == '"')
      pass_text();
    else if (is_word(c))
      pass_word();
    else
      pass_sign(c);
  }

  void stop(std::size_t begin, std::size_t end) {
    made_.begin = static_cast<std::uint32_t>(begin);
    made_.end = static_cast<std::uint32_t>(end);
    made_.before = clause_;
    found_ = true;
  }

  void pass_comment() {
    const auto end = std::min(text_.find('\n', at_), text_.size());
    if (offset_ <= end) {
      made_.in_comment = true;
      stop(offset_, offset_);
    }
    at_ = end;
  }

  // A text that nothing closes ends with its line, one of several lines with the file.
  void pass_text() {
    const bool tall = text_.substr(at_).starts_with("\"\"\"");
    const std::size_t marks = tall ? 3 : 1;
    const auto begin = at_ + marks;
    auto end = begin;
    while (end < text_.size() &&
           (tall ? text_.substr(end, 3) != "\"\"\"" : text_[end] != '"' && text_[end] != '\n'))
      end += text_[end] == '\\' && !tall ? 2U : 1U;
    end = std::min(end, text_.size());
    if (offset_ >= begin && offset_ <= end) {
      made_.in_text = true;
      stop(begin, end);
    }
    at_ = end < text_.size() && text_[end] == '"' ? end + marks : end;
    clause_.emplace_back("\"\"");
  }

  void pass_word() {
    const auto begin = at_;
    while (at_ < text_.size() && is_word(text_[at_]))
      ++at_;
    if (offset_ >= begin && offset_ <= at_)
      stop(begin, at_);
    else
      clause_.push_back(text_.substr(begin, at_ - begin));
  }

  void pass_sign(char sign) {
    ++at_;
    if (sign == '{')
      open();
    else if (sign == '}')
      close();
    else if (sign == ';')
      end_clause();
    else if (sign == '\n')
      end_line();
    else if (sign != ' ' && sign != '\t' && sign != '\r')
      add(sign);
  }

  void add(char sign) {
    clause_.push_back(text_.substr(at_ - 1, 1));
    parentheses_ += sign == '(' ? 1 : sign == ')' && parentheses_ > 0 ? -1 : 0;
  }

  void open() {
    made_.blocks.push_back(block_of(clause_.empty() ? last_ : clause_));
    opened_.push_back(std::move(clause_));
    end_clause();
  }

  // What follows a block on its line belongs to the clause that opened it.
  void close() {
    end_clause();
    if (opened_.empty())
      return;
    clause_ = std::move(opened_.back());
    opened_.pop_back();
    made_.blocks.pop_back();
  }

  void end_line() {
    if (parentheses_ == 0 && (clause_.empty() || !syntax::joins(clause_.back())))
      end_clause();
  }

  void end_clause() {
    if (!clause_.empty())
      last_ = std::move(clause_);
    clause_.clear();
    parentheses_ = 0;
  }

  std::string_view text_;
  std::size_t offset_;
  std::size_t at_ = 0;
  place made_;
  bool found_ = false;
  int parentheses_ = 0;
  std::vector<std::string_view> clause_;
  std::vector<std::string_view> last_; // the clause before, whose brace may stand on the next line
  std::vector<std::vector<std::string_view>> opened_;
};

} // namespace

place find_place(std::string_view text, std::uint32_t offset) {
  return walk(text, offset)();
}

} // namespace proviso::editor
