#include "logins/worker.hpp"

#include <algorithm>

namespace proviso::logins {
namespace {

constexpr std::size_t overlap = 4096;  // most rows that begin in a block end within it
constexpr std::size_t most_tries = 64; // of line feeds that may end a row

} // namespace

worker::worker(shared_work& work) : work_(work), meaning_(work.by), rows_(best_marks(), meaning_) {}

void worker::run() {
  for (auto piece = work_.next++; piece < work_.pieces; piece = work_.next++) {
    const auto after = std::ranges::upper_bound(work_.jobs, piece, {}, &job::first_piece);
    auto& from = *(after - 1);
    const auto number = static_cast<std::size_t>(after - 1 - work_.jobs.begin());
    if (from.what.form == form::blocks)
      read_block(number, from, piece - from.first_piece);
    else if (from.what.form == form::stream)
      read_stream(number, from);
    else
      read_records(number, from);
  }
  work_.sums.add_sums(sums_, meaning_.types(), meaning_.user_types(), meaning_.statuses());
}

void worker::read_block(std::size_t number, job& from, std::uint64_t block) {
  rows_.use(from.what.layout, from.what.delimiter);
  fill_block(from, block);
  const auto guessed = guess(from, block);
  block_start end;
  if (guessed != no_offset)
    end = read_from(from, block, {guessed, 0});
  const auto begins = from.starts->wait(block);
  if (begins.offset == no_offset) {
    from.starts->tell(block + 1, begins);
    batch_.clear();
    return;
  }
  if (guessed == begins.offset && end.offset != no_offset)
    end.line += begins.line;
  else
    end = read_from(from, block, begins);
  from.starts->tell(block + 1, end);
  commit(number, from.what, begins.line, stored_bytes(from, block));
}

// Of a block; the header counts to the first one.
std::uint64_t worker::stored_bytes(const job& from, std::uint64_t block) const {
  const auto begin = block * work_.block;
  const auto rows = from.what.size - from.what.first_row;
  return std::min<std::uint64_t>(work_.block, rows - std::min(begin, rows)) +
         (block == 0 ? from.what.first_row : 0);
}

// From the byte before the block, which may end a row, up to somewhat behind it.
void worker::fill_block(const job& from, std::uint64_t block) {
  const auto begin = from.what.first_row + block * work_.block;
  text_offset_ = begin - (block > 0 ? 1 : 0);
  text_.begin([&from, offset = text_offset_](char* to, std::size_t room) mutable {
    const auto left = from.what.size - std::min(offset, from.what.size); // what was appended since is not read
    const auto got = from.file->read(offset, to, std::min<std::uint64_t>(room, left));
    offset += got;
    return got;
  });
  text_.more(work_.block + overlap);
}

// Rows that begin in the block, if the first does where it is said. Where the next block's begin is known in
// the end, it is told; after a fault it is none.
block_start worker::read_from(const job& from, std::uint64_t block, block_start begins) {
  batch_.clear();
  const auto stop = from.what.first_row + (block + 1) * work_.block;
  if (begins.offset >=
      std::min(stop, from.what.size)) // a last row without a line end seems to end behind the file
    return begins;
  text_.at = static_cast<std::size_t>(begins.offset - text_offset_);
  const auto lines = rows_.read(text_, static_cast<std::size_t>(stop - text_offset_), batch_);
  const auto end = text_offset_ + text_.at;
  if (!batch_.fault && end < stop && end < from.what.size)
    batch_.fault = {lines, "the file cannot be read to its end, or became shorter meanwhile"};
  return batch_.fault ? block_start{no_offset, 0} : block_start{end, begins.line + lines};
}

// After a line feed, and a whole row follows.
std::uint64_t worker::guess(const job& from, std::uint64_t block) {
  text_.at = 0;
  if (block == 0)
    return from.what.first_row;
  const auto text = text_.rest();
  std::size_t at = 0;
  for (std::size_t tries = 0; tries < most_tries; ++tries) {
    at = text.find('\n', at);
    if (at == std::string_view::npos || ++at > work_.block)
      break;
    if (rows_.fits(text.substr(at)))
      return text_offset_ + at;
  }
  return no_offset;
}

void worker::read_stream(std::size_t number, job& from) {
  base::diagnostics faults;
  const auto opened = from.kept ? std::move(from.kept) : open_history(from.what, faults);
  for (auto& each : faults)
    work_.sums.add_fault(number, std::move(each));
  if (!opened)
    return;
  rows_.use(from.what.layout, from.what.delimiter);
  auto& text = opened->text;
  auto line = from.what.first_line;
  std::uint64_t stored = 0;
  for (bool more = true; more;) {
    batch_.clear();
    text.forget();
    more = text.more(work_.block);
    const auto lines =
        rows_.read(text, more ? std::max<std::size_t>(text.rest().size(), 1) : no_offset, batch_);
    more = more && !batch_.fault;
    if (opened->from.fault())
      batch_.fault.reset();
    commit(number, from.what, line, opened->from.stored_bytes_read() - stored);
    stored = opened->from.stored_bytes_read();
    line += lines;
  }
  if (opened->from.fault())
    work_.sums.add_fault(number, *opened->from.fault());
}

void worker::commit(std::size_t number, const history& from, std::uint64_t line, std::uint64_t stored_bytes) {
  if (batch_.fault)
    work_.sums.add_fault(number, at_line(from, line + batch_.fault->line, batch_.fault->reason, batch_.help));
  work_.sums.add_lines(number, line, batch_);
  work_.sums.add_statuses(number, batch_);
  sums_.add(number, batch_);
  sums_.repeated += work_.users.add(batch_, room_);
  work_.sums.add_progress(stored_bytes, batch_.rows);
}

} // namespace proviso::logins
