#include "cli/output/unread_rows.hpp"

#include "base/rational.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

constexpr std::size_t most_shown = 5;

std::string grouped(std::uint64_t count) {
  return base::grouped(static_cast<std::int64_t>(count));
}

// Rows of a warehouse have no lines.
std::string shown(const logins::bad_row& row) {
  return fmt::format("left out: {}{}: {}\n", base::harmless(row.file),
                     row.line == 0 ? "" : fmt::format(":{}", row.line), base::harmless(row.reason));
}

} // namespace

outcome with_unread_rows(outcome answer, const logins::figures* read) {
  if (read == nullptr || read->bad == 0 || answer.status == ending::refused)
    return answer;
  std::string notes;
  for (std::size_t i = 0; i < std::min(read->bad_rows.size(), most_shown); ++i)
    notes += shown(read->bad_rows[i]);
  notes +=
      fmt::format("left out: {} of {} rows of login histories, which cannot be read; the months they may be "
                  "of are undetermined\n",
                  grouped(read->bad), grouped(read->rows));
  answer.err = notes + answer.err;
  return answer;
}

} // namespace proviso::cli
