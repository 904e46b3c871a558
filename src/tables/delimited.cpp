#include "tables/delimited.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::tables {
namespace {

constexpr std::string_view delimiters = ",\t|;^`";

class reader {
public:
  reader(bytes& from, base::diagnostics& faults)
      : from_(from), faults_(faults), delimiter_(delimiter_of(from.ahead())) {}

  void read(const listener& to) {
    if (!next_row()) {
      if (faults_.empty() && !from_.from().fault())
        faults_.push_back({fmt::format("'{}' is empty", base::harmless(from_.from().name())), {}, {}, {}});
      return;
    }
    header names;
    for (auto& each : cells_)
      names.push_back(each.value_or(""));
    if (!to.columns(names))
      return;
    while (next_row())
      if (!give(to, names.size()))
        return;
  }

private:
  bool give(const listener& to, std::size_t columns) {
    if (!odd_.empty())
      return to.refuse({line_, odd_});
    if (cells_.size() == columns)
      return to.take({line_, cells_});
    return to.refuse({line_, fmt::format("has {} cell{}, the header has {}", cells_.size(),
                                         cells_.size() == 1 ? "" : "s", columns)});
  }

  // False at the end, or where the rest cannot be told into rows.
  bool next_row() {
    while (ends_line(from_.peek()))
      from_.get();
    line_ = from_.line();
    length_ = 0;
    odd_.clear();
    cells_.clear();
    if (from_.peek() == no_more)
      return false;
    do {
      if (!next_cell())
        return false;
    } while (took_delimiter());
    return true;
  }

  static bool ends_line(int c) { return c == '\n' || c == '\r'; }

  bool took_delimiter() {
    if (from_.peek() == delimiter_) {
      from_.get();
      return true;
    }
    while (from_.peek() == '\r')
      from_.get();
    if (from_.peek() == '\n')
      from_.get();
    return false;
  }

  bool next_cell() {
    std::string text;
    const bool quoted = from_.peek() == '"';
    if (quoted && !quoted_part(text))
      return false;
    while (from_.peek() != no_more && from_.peek() != delimiter_ && !ends_line(from_.peek())) {
      if (quoted)
        odd_ = "has text after a closing quote";
      if (!take(text))
        return false;
    }
    cells_.push_back(text.empty() ? cell() : cell(std::move(text)));
    if (cells_.size() <= most_columns)
      return true;
    return give_up(fmt::format("has more than {} cells", most_columns));
  }

  bool quoted_part(std::string& text) {
    for (from_.get();;) {
      if (from_.peek() == no_more)
        return give_up("opens a quote that is never closed");
      if (from_.peek() != '"') {
        if (!take(text))
          return false;
        continue;
      }
      from_.get();
      if (from_.peek() != '"')
        return true;
      if (!take(text))
        return false;
    }
  }

  bool take(std::string& text) {
    text.push_back(static_cast<char>(from_.get()));
    if (++length_ <= longest_row)
      return true;
    return give_up(fmt::format("is longer than {} MiB: is a quote not closed?", longest_row >> 20));
  }

  bool give_up(std::string_view why) {
    faults_.push_back(at_line(from_.from(), line_, fmt::format("the row that starts here {}", why)));
    return false;
  }

  bytes& from_;
  base::diagnostics& faults_;
  char delimiter_;
  std::size_t line_ = 1;
  std::size_t length_ = 0;
  std::string odd_; // what is wrong with the row
  std::vector<cell> cells_;
};

} // namespace

char delimiter_of(std::string_view text) {
  std::size_t counts[delimiters.size()] = {};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"')
      quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r'))
      break;
    if (const auto which = quoted ? std::string_view::npos : delimiters.find(c);
        which != std::string_view::npos)
      ++counts[which];
  }
  return delimiters[static_cast<std::size_t>(std::ranges::max_element(counts) - counts)];
}

void read_delimited(bytes& from, const listener& to, base::diagnostics& faults) {
  reader(from, faults).read(to);
}

} // namespace proviso::tables
