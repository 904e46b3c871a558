#include "format/page.hpp"

#include "format/columns.hpp"

#include <algorithm>

namespace proviso::format {

void page::open(std::size_t indent) {
  current_ = {std::string(indent, ' '), 0, {}, indent};
  column_ = indent;
}

// What follows a line end in the text is in place already.
void page::add(std::string_view text) {
  const auto last = text.rfind('\n');
  column_ = last == text.npos ? column_ + width(text) : width(text.substr(last + 1));
  current_.text += text;
}

void page::pad_to(std::size_t column) {
  const auto blanks = column > column_ ? column - column_ : 1;
  current_.text.append(blanks, ' ');
  column_ += blanks;
}

void page::close(std::string_view comment) {
  current_.width = column_;
  current_.comment = comment;
  lines_.push_back(std::move(current_));
}

void page::empty_line() {
  if (!lines_.empty())
    lines_.emplace_back();
}

page::section page::section_at(std::size_t from) const {
  section result{from, 0};
  for (; result.end < lines_.size(); ++result.end) {
    const auto& each = lines_[result.end];
    if (each.text.empty() || each.indent != lines_[from].indent)
      break;
    if (!each.comment.empty())
      result.widest = std::max(result.widest, each.width);
  }
  return result;
}

std::string page::text() const {
  std::string result;
  section here;
  for (std::size_t at = 0; at < lines_.size(); ++at) {
    const auto& each = lines_[at];
    result += each.text;
    if (at >= here.end)
      here = section_at(at);
    if (!each.comment.empty())
      result.append(here.widest - each.width + 2, ' ').append(each.comment);
    result += '\n';
  }
  return result;
}

} // namespace proviso::format
