#include "logins/worker.hpp"

#include "logins/requirements.hpp"
#include "tables/records.hpp"

#include <fmt/format.h>

namespace proviso::logins {
namespace {

constexpr std::size_t padding = 64; // readers of cells look at more than a cell

// The wanted cells of a record, in memory that has room behind it.
class record {
public:
  void pick(const layout& columns, const tables::row& from) {
    letters_.clear();
    for (std::size_t i = 0; i < column_count; ++i) {
      const auto place = columns.places[i];
      const bool there = place && *place < from.cells.size() && from.cells[*place];
      if (there)
        letters_ += *from.cells[*place];
      ends_[i] = letters_.size();
    }
    letters_.append(padding, '\0');
    std::size_t begin = 0;
    for (std::size_t i = 0; i < column_count; ++i) {
      cells[i] = std::string_view(letters_).substr(begin, ends_[i] - begin);
      begin = ends_[i];
    }
  }

  picked_cells cells;

private:
  std::string letters_;
  std::array<std::size_t, column_count> ends_{};
};

} // namespace

void worker::read_records(std::size_t number, job& from) {
  base::diagnostics faults;
  const auto opened = from.kept ? std::move(from.kept) : open_history(from.what, faults);
  found_layout columns;
  record one;
  std::uint64_t stored = 0;
  bool checked = false; // that ways have their columns
  batch_.clear();

  const auto pass_on = [&] {
    commit(number, from.what, 0, opened->from.stored_bytes_read() - stored);
    stored = opened->from.stored_bytes_read();
    batch_.clear();
  };
  const auto refuse = [&](std::size_t line, std::string why, std::string help) {
    ++batch_.bad;
    if (!help.empty())
      faults.push_back(at_line(from.what, line - 1, why, std::move(help)));
    else if (batch_.bad_lines.size() < most_shown)
      batch_.bad_lines.push_back({line - 1, std::move(why)});
    return faults.empty();
  };
  const tables::listener to{
      [&](const tables::header& names) {
        columns = find_layout(names);
        meaning_.use(columns.found);
        return true;
      },
      [&](const tables::row& row) {
        if (!columns.fault.empty()) {
          ++batch_.bad_undated;
          return refuse(row.line, columns.fault, columns.help);
        }
        if (!checked)
          check_layout(from.what, columns.found, work_.by.ways, work_.jobs.size() > 1, faults);
        checked = true;
        if (!faults.empty())
          return false;
        one.pick(columns.found, row);
        if (!meaning_.take(one.cells, false, batch_) && !refuse(row.line, meaning_.reason(), meaning_.help()))
          return false;
        if (batch_.rows % 4096 == 0)
          pass_on();
        return true;
      },
      [&](const tables::bad_row& row) {
        ++batch_.rows;
        ++batch_.bad_undated;
        return refuse(row.line, row.reason, {});
      }};
  if (opened) {
    tables::read_records(opened->head, to, faults);
    if (opened->from.fault())
      faults = {*opened->from.fault()};
    pass_on();
  }
  for (auto& each : faults)
    work_.sums.add_fault(number, std::move(each));
}

} // namespace proviso::logins
