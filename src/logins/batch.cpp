#include "logins/batch.hpp"

#include <algorithm>

namespace proviso::logins {

// Room is kept: a thread fills the same batch again and again.
void batch::clear() {
  batch empty;
  empty.logins.swap(logins);
  empty.rows_seen.swap(rows_seen);
  empty.names.swap(names);
  empty.type_rows.swap(type_rows);
  empty.user_rows.swap(user_rows);
  empty.status_rows.swap(status_rows);
  *this = std::move(empty);
  logins.clear();
  rows_seen.clear();
  names.clear();
  std::ranges::fill(type_rows, 0U);
  std::ranges::fill(user_rows, 0U);
  std::ranges::fill(status_rows, 0U);
}

} // namespace proviso::logins
