#include "logins/split.hpp"

namespace proviso::logins {
namespace {

constexpr std::size_t padding = 64; // readers of cells look at more than a cell

bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

} // namespace

const split_row& splitter::split(std::string_view text) {
  row_ = {};
  letters_.clear();
  ends_.clear();
  at_ = 0;
  while (cell(text)) {
    ends_.push_back(letters_.size());
    if (text[at_] == delimiter_) {
      ++at_;
      continue;
    }
    while (at_ < text.size() && text[at_] == '\r')
      ++at_;
    row_.whole = at_ < text.size();
    row_.size = at_ + (row_.whole && text[at_] == '\n' ? 1 : 0);
    break;
  }
  letters_.append(padding, '\0');
  std::size_t begin = 0;
  for (const auto end : ends_) {
    row_.cells.push_back(std::string_view(letters_).substr(begin, end - begin));
    begin = end;
  }
  return row_;
}

// False where the text ends within the cell.
bool splitter::cell(std::string_view text) {
  const bool quoted = at_ < text.size() && text[at_] == '"';
  if (quoted && !in_quotes(text))
    return false;
  for (; at_ < text.size() && text[at_] != delimiter_ && !ends_line(text[at_]); ++at_) {
    if (quoted)
      row_.fault = "has text after a closing quote";
    letters_.push_back(text[at_]);
  }
  return at_ < text.size();
}

bool splitter::in_quotes(std::string_view text) {
  row_.quoted = true;
  for (++at_; at_ < text.size(); ++at_) {
    if (text[at_] != '"') {
      letters_.push_back(text[at_]);
    } else if (at_ + 1 < text.size() && text[at_ + 1] == '"') {
      letters_.push_back('"');
      ++at_;
    } else {
      ++at_;
      row_.quoted = false;
      return true;
    }
  }
  return false;
}

} // namespace proviso::logins
