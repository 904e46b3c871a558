#include "logins/history.hpp"

#include "base/text.hpp"
#include "logins/split.hpp"
#include "tables/delimited.hpp"
#include "tables/find.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace proviso::logins {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t at_once = std::size_t{64} << 10;

bool is_json(std::string_view head) {
  const auto first = head.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (head[first] == '{' || head[first] == '[');
}

bool is_plain_file(const std::string& path, const tables::input& opened) {
  struct stat status {};
  return path != "-" && opened.packed() == tables::packing::none && ::stat(path.c_str(), &status) == 0 &&
         S_ISREG(status.st_mode);
}

base::diagnostic about(const history& what, std::string_view fault, std::string help = {}) {
  return {fmt::format("'{}' {}", base::harmless(what.name), fault), {}, std::move(help), {}};
}

// Passes the mark of UTF-8, empty lines and the header; `at` of the buffer is then the first row's. The lines
// passed.
std::optional<std::uint64_t> pass_header(buffer& text, tables::header& names, char& delimiter) {
  text.more(at_once);
  if (text.rest().starts_with(byte_order_mark))
    text.at += byte_order_mark.size();
  std::uint64_t lines = 0;
  for (; !text.rest().empty() && (text.rest().front() == '\n' || text.rest().front() == '\r'); ++text.at)
    lines += text.rest().front() == '\n' ? 1U : 0U;
  delimiter = tables::delimiter_of(text.rest());
  splitter by(delimiter);
  while (!text.rest().empty() && text.rest().size() <= longest_row) {
    const auto& row = by.split(text.rest());
    if (row.whole) {
      names.assign(row.cells.begin(), row.cells.end());
      lines += static_cast<std::uint64_t>(std::ranges::count(text.rest().substr(0, row.size), '\n'));
      text.at += row.size;
      return lines;
    }
    if (!text.more(at_once)) {
      if (text.rest().ends_with('\n'))
        return std::nullopt;
      text.end_line();
    }
  }
  return std::nullopt;
}

// False, with a diagnostic, where there is no header of a login history.
bool read_header(history& what, buffer& text, base::diagnostics& faults) {
  tables::header names;
  const auto lines = pass_header(text, names, what.delimiter);
  if (!lines) {
    faults.push_back(
        about(what, text.rest().empty() ? "is empty" : "has no header: its first line does not end"));
    return false;
  }
  what.first_row = text.at;
  what.first_line = *lines;
  auto layout = find_layout(names);
  what.layout = layout.found;
  if (!layout.fault.empty())
    faults.push_back(about(what, layout.fault, std::move(layout.help)));
  return layout.fault.empty();
}

bool is_good(history& what, open_input& opened, base::diagnostics& faults) {
  const bool good = what.form == form::records || read_header(what, opened.text, faults);
  if (opened.from.fault() && !good)
    faults.back() = *opened.from.fault();
  return good;
}

bool find_header(history& what, open_input& opened, base::diagnostics& faults) {
  if (what.form != form::blocks)
    return is_good(what, opened, faults);
  const plain_file file(what.path);
  buffer text;
  text.begin([&file, offset = std::uint64_t{0}](char* to, std::size_t room) mutable {
    const auto got = file.read(offset, to, room);
    offset += got;
    return got;
  });
  return read_header(what, text, faults);
}

} // namespace

plain_file::plain_file(const std::string& path) : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

plain_file::~plain_file() {
  if (number_ >= 0)
    ::close(number_);
}

std::size_t plain_file::read(std::uint64_t offset, char* to, std::size_t room) const {
  std::size_t all = 0;
  while (all < room) {
    const auto got = ::pread(number_, to + all, room - all, static_cast<off_t>(offset + all));
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      break;
    all += static_cast<std::size_t>(got);
  }
  return all;
}

open_input::open_input(tables::input opened)
    : from(std::move(opened)), head(from), waiting(head.ahead().size()) {
  text.begin([this](char* to, std::size_t room) {
    const auto kept = std::min(waiting, room);
    for (std::size_t i = 0; i < kept; ++i)
      to[i] = static_cast<char>(head.get());
    waiting -= kept;
    return kept + from.read({to + kept, room - kept});
  });
}

std::unique_ptr<open_input> open_history(const history& what, base::diagnostics& faults) {
  auto opened = tables::input::open(what.path, {}, faults);
  if (!opened)
    return nullptr;
  auto ready = std::make_unique<open_input>(std::move(*opened));
  auto again = what;
  return is_good(again, *ready, faults) ? std::move(ready) : nullptr;
}

std::optional<found_history> find_history(const std::string& path, base::diagnostics& faults) {
  auto opened = tables::input::open(path, {}, faults);
  if (!opened)
    return std::nullopt;
  found_history found;
  const bool plain = is_plain_file(path, *opened);
  auto ready = std::make_unique<open_input>(std::move(*opened));
  found.what.path = path;
  found.what.name = ready->from.name();
  found.what.size = ready->from.stored_size().value_or(0);
  if (is_json(ready->head.ahead()))
    found.what.form = form::records;
  else if (plain)
    found.what.form = form::blocks;
  if (!find_header(found.what, *ready, faults))
    return std::nullopt;
  if (tables::is_read_once(path))
    found.kept = std::move(ready);
  return found;
}

base::diagnostic at_line(const history& what, std::uint64_t line, std::string_view fault, std::string help) {
  return {fmt::format("{}:{}: {}", base::harmless(what.name), line + 1, fault), {}, std::move(help), {}};
}

} // namespace proviso::logins
