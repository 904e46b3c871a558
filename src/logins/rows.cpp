#include "logins/rows.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::logins {
namespace {

constexpr std::size_t window = std::size_t{32} << 10; // searched at once: it stays in the nearest cache
constexpr std::size_t further = std::size_t{64} << 10;

bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

std::uint64_t count_lines(std::string_view text) {
  return static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
}

bool is_empty_line(std::string_view text) {
  return std::ranges::all_of(text, ends_line);
}

} // namespace

void buffer::begin(source from) {
  from_ = std::move(from);
  at = 0;
  size_ = 0;
  ended_ = false;
}

bool buffer::more(std::size_t count) {
  if (ended_)
    return false;
  if (bytes_.size() < size_ + count + padding)
    bytes_.resize(size_ + count + padding);
  const auto got = from_(bytes_.data() + size_, count);
  size_ += got;
  ended_ = got < count;
  return got > 0;
}

void buffer::forget() {
  std::copy(bytes_.begin() + static_cast<std::ptrdiff_t>(at),
            bytes_.begin() + static_cast<std::ptrdiff_t>(size_), bytes_.begin());
  size_ -= at;
  at = 0;
}

void buffer::end_line() {
  bytes_[size_++] = '\n'; // into the padding
  bytes_.resize(std::max(bytes_.size(), size_ + padding));
}

void row_reader::use(const layout& columns, char delimiter) {
  layout_ = columns;
  meaning_.use(layout_);
  delimiter_ = delimiter;
  splitter_ = splitter(delimiter);
  wanted_.clear();
  cells_ = {};
  for (std::size_t i = 0; i < column_count; ++i)
    if (layout_.places[i])
      wanted_.push_back({static_cast<column>(i), *layout_.places[i]});
}

marks row_reader::search(std::string_view text) {
  if (row_ends_.size() < text.size() || ends_.empty()) {
    row_ends_.resize(text.size());
    ends_.resize(text.size() + stride + 1);
    ends_[0] = ~std::uint32_t{0};
  }
  return search_(text.data(), text.size(), delimiter_, {ends_.data() + 1, row_ends_.data()});
}

std::uint64_t row_reader::read(buffer& from, std::size_t stop, batch& into) {
  into_ = &into;
  lines_ = 0;
  auto size = window;
  for (auto then = next::go_on; then == next::go_on && from.at < stop;) {
    const auto text = from.rest().substr(0, size);
    if (text.empty()) {
      if (!from.more(further))
        break;
      continue;
    }
    const auto found = search(text);
    if (found.rows > 0) {
      then = take_marked(from, found, stop);
      size = window;
    } else if (found.odd) {
      then = take_odd(from);
    } else if (text.size() == size && size < longest_row) {
      size *= 2;
    } else {
      then = get_more(from, text.size());
    }
  }
  return lines_;
}

row_reader::next row_reader::take_marked(buffer& from, const marks& found, std::size_t stop) {
  const auto text = from.rest();
  const auto limit = stop - from.at;
  std::size_t begin = 0;
  std::size_t first = 0;
  std::size_t rows = 0;
  auto then = next::go_on;
  for (; rows < found.rows && begin < limit && then == next::go_on; ++rows) {
    const std::size_t last = row_ends_[rows];
    const std::size_t end = ends_[last + 1];
    before_row_ = text.substr(0, begin);
    if (last > first || !is_empty_line(text.substr(begin, end - begin)))
      then = take_row(text.data(), ends_.data() + first, last - first + 1);
    begin = end + 1;
    first = last + 1;
  }
  pass(from, begin, found.inner_lines == 0 ? rows : count_lines(text.substr(0, begin)));
  return then;
}

// `ends` begins with the end before the first cell.
row_reader::next row_reader::take_row(const char* text, const std::uint32_t* ends, std::size_t count) {
  if (count == layout_.columns) [[likely]] {
    for (const auto& [which, number] : wanted_) {
      const char* begin = text + static_cast<std::uint32_t>(ends[number] + 1);
      const char* end = text + ends[number + 1];
      if (number + 1 == count && end != begin && end[-1] == '\r')
        --end;
      if (begin != end && *begin == '"') {
        ++begin;
        --end;
      }
      cells_[which] = {begin, static_cast<std::size_t>(end - begin)};
    }
  }
  return take_cells(count, true, {});
}

row_reader::next row_reader::take_cells(std::size_t count, bool raw, const std::string& odd) {
  if (count != layout_.columns || !odd.empty()) [[unlikely]] {
    ++into_->rows;
    ++into_->bad_undated;
    return refuse(!odd.empty() ? odd
                               : fmt::format("has {} cell{}, the header has {}", count, count == 1 ? "" : "s",
                                             layout_.columns));
  }
  return meaning_.take(cells_, raw, *into_) ? next::go_on : refuse(meaning_.reason(), meaning_.help());
}

// One row by the book: its quotes, or a return without a line feed, are not plain.
row_reader::next row_reader::take_odd(buffer& from) {
  const auto text = from.rest().substr(0, longest_row);
  const auto begin = static_cast<std::size_t>(std::ranges::find_if_not(text, ends_line) - text.begin());
  if (begin > 0) {
    pass(from, begin, count_lines(text.substr(0, begin)));
    return next::go_on;
  }
  const auto& row = splitter_.split(text);
  if (!row.whole)
    return get_more(from, text.size());
  before_row_ = {};
  if (row.cells.size() == layout_.columns)
    for (const auto& [which, number] : wanted_)
      cells_[which] = row.cells[number];
  const auto then = take_cells(row.cells.size(), false, row.fault);
  pass(from, row.size, count_lines(text.substr(0, row.size)));
  return then;
}

// The row at hand does not end in what was seen of it.
row_reader::next row_reader::get_more(buffer& from, std::size_t seen) {
  before_row_ = {};
  if (seen >= longest_row)
    into_->fault = {lines_,
                    fmt::format("the row that starts here is longer than {} MiB: is a quote not closed?",
                                longest_row >> 20)};
  else if (from.more(further))
    return next::go_on;
  else if (!from.rest().ends_with('\n')) {
    from.end_line();
    return next::go_on;
  } else
    into_->fault = {lines_, "the row that starts here opens a quote that is never closed"};
  return next::stop;
}

row_reader::next row_reader::refuse(std::string reason, std::string help) {
  ++into_->bad;
  if (!help.empty()) {
    into_->fault = {line(), std::move(reason)};
    into_->help = std::move(help);
    return next::stop;
  }
  if (into_->bad_lines.size() < most_shown)
    into_->bad_lines.push_back({line(), std::move(reason)});
  return next::go_on;
}

std::uint64_t row_reader::line() const {
  return lines_ + count_lines(before_row_);
}

void row_reader::pass(buffer& from, std::size_t size, std::uint64_t lines) {
  from.at += size;
  lines_ += lines;
}

bool row_reader::fits(std::string_view text) {
  const auto found = search(text.substr(0, window));
  return found.rows > 0 && row_ends_[0] + 1 == layout_.columns;
}

} // namespace proviso::logins
