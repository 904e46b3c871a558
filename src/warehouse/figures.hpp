// What the rows say that the statements of a count give.
#pragma once

#include "logins/zone.hpp"
#include "warehouse/count.hpp"
#include "warehouse/session.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace proviso::warehouse {

// What became of the rows of a table under a way.
struct fates {
  std::uint64_t bad_user = 0;
  std::uint64_t bad_time = 0;
  std::uint64_t bad_status = 0;
  std::uint64_t bad_id = 0;
  std::uint64_t failed = 0;
  std::uint64_t internal = 0;
  std::uint64_t outside = 0;
  std::uint64_t excluded = 0;
  std::uint64_t counted = 0;
  std::optional<std::int64_t> first; // instant of a row that has a time, in seconds since 1970
  std::optional<std::int64_t> last;
};

// Both are false for a row that does not have the form.
[[nodiscard]] bool add_fate(const result_row& row, fates& to);
[[nodiscard]] bool add_histogram_row(const result_row& row, std::size_t way,
                                     const std::vector<base::day>& months, std::vector<histogram_row>& to);

[[nodiscard]] std::uint64_t logins_of(const std::vector<histogram_row>& rows);

// But for what differs between ways.
[[nodiscard]] logins::figures figures_of(const fates& seen, const logins::zone& zone,
                                         std::vector<std::string> tables);

} // namespace proviso::warehouse
