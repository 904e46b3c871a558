#include "logins/totals.hpp"

#include <algorithm>

namespace proviso::logins {
namespace {

constexpr auto between_calls = std::chrono::milliseconds(100);

bool earlier(const placed_line& a, const placed_line& b) {
  return std::pair(a.file, a.line) < std::pair(b.file, b.line);
}

template <typename Count>
void add_counts(std::vector<std::uint64_t>& to, const std::vector<Count>& from) {
  to.resize(std::max(to.size(), from.size()));
  for (std::size_t i = 0; i < from.size(); ++i)
    to[i] += from[i];
}

// Of a batch, or of a thread's sums.
template <typename Counted>
void add_rows(sums& to, const Counted& from) {
  to.rows += from.rows;
  to.bad += from.bad;
  to.bad_undated += from.bad_undated;
  add_counts(to.bad_months, from.bad_months);
  to.failed += from.failed;
  to.elsewhere += from.elsewhere;
  to.internal += from.internal;
  to.successful += from.successful;
  to.outside += from.outside;
  for (std::size_t i = 0; i < most_ways; ++i)
    to.excluded[i] += from.excluded[i];
  add_counts(to.untold_types, from.untold_types);
  to.orders |= from.orders;
  to.first = std::min(to.first, from.first);
  to.last = std::max(to.last, from.last);
}

void keep_first(std::vector<placed_line>& lines) {
  std::ranges::sort(lines, earlier);
  if (lines.size() > most_shown)
    lines.resize(most_shown);
}

std::vector<name_count> listed(const std::map<std::string, std::uint64_t>& all) {
  std::vector<name_count> list;
  for (const auto& [name, rows] : all)
    list.push_back({name, rows});
  return list;
}

} // namespace

void time_span::add(seconds from, seconds to) {
  first = std::min(first, from);
  last = std::max(last, to);
}

void sums::add(std::size_t file, const batch& some) {
  add_rows(*this, some);
  files.resize(std::max(files.size(), file + 1));
  files[file].add(some.first, some.last);
  add_counts(type_rows, some.type_rows);
  add_counts(user_rows, some.user_rows);
  add_counts(status_rows, some.status_rows);
}

void sums::add(const sums& other) {
  add_rows(*this, other);
  files.resize(std::max(files.size(), other.files.size()));
  for (std::size_t i = 0; i < other.files.size(); ++i)
    files[i].add(other.files[i].first, other.files[i].last);
  repeated += other.repeated;
}

void totals::add_lines(std::size_t file, std::uint64_t first_line, const batch& from) {
  if (from.bad_lines.empty())
    return;
  const std::lock_guard hold(lock_);
  for (const auto& each : from.bad_lines)
    lines_.push_back({file, first_line + each.line, each.reason});
  keep_first(lines_);
}

void totals::add_statuses(std::size_t file, const batch& from) {
  const bool succeeded = from.successful + from.internal > 0;
  if (!succeeded && from.untold_statuses.empty())
    return;
  const std::lock_guard hold(lock_);
  auto& into = files_[file];
  into.succeeded |= succeeded;
  add_counts(into.untold, from.untold_statuses);
}

void totals::add_fault(std::size_t file, base::diagnostic what) {
  const std::lock_guard hold(lock_);
  faults_.emplace_back(file, std::move(what));
}

void totals::add_progress(std::uint64_t bytes, std::uint64_t rows) {
  bytes_read_ += bytes;
  rows_ += rows;
  if (!watch_)
    return;
  const std::unique_lock hold(watching_, std::try_to_lock);
  const auto now = std::chrono::steady_clock::now();
  if (!hold || now - told_ < between_calls)
    return;
  told_ = now;
  tell_progress();
}

void totals::tell_progress() const {
  if (watch_)
    watch_({bytes_read_, bytes_, rows_});
}

void totals::add_sums(const sums& part, const words& types, const words& user_types, const words& statuses) {
  const std::lock_guard hold(lock_);
  sums_.add(part);
  for (std::size_t i = 0; i < part.type_rows.size(); ++i)
    if (part.type_rows[i] > 0)
      types_[types.all()[i].text] += part.type_rows[i];
  for (std::size_t i = 0; i < part.user_rows.size(); ++i)
    if (part.user_rows[i] > 0 && user_types.all()[i].means.unknown)
      unknown_users_[user_types.all()[i].text] += part.user_rows[i];
  for (std::size_t i = 0; i < part.status_rows.size(); ++i)
    if (part.status_rows[i] > 0 && statuses.all()[i].means.unknown)
      unknown_statuses_[statuses.all()[i].text] += part.status_rows[i];
}

void totals::finish(figures& into) const {
  into.rows = sums_.rows;
  into.bad = sums_.bad;
  into.bad_undated = sums_.bad_undated;
  into.bad_months = sums_.bad_months;
  into.failed = sums_.failed;
  into.internal = sums_.internal;
  into.successful = sums_.successful;
  into.outside = sums_.outside;
  into.repeated = sums_.repeated;
  into.excluded.assign(sums_.excluded, sums_.excluded + into.excluded.size());
  into.login_types = listed(types_);
  into.unknown_users = listed(unknown_users_);
  into.elsewhere = sums_.elsewhere;
  into.untold_types = sums_.untold_types;
  into.unknown_statuses = listed(unknown_statuses_);
  for (const auto& [file, statuses] : files_)
    if (!statuses.succeeded)
      add_counts(into.untold_statuses, statuses.untold);
}

void totals::report(base::diagnostics& faults) {
  std::ranges::stable_sort(faults_, {}, [](const auto& each) { return each.first; });
  for (auto& [file, what] : faults_)
    faults.push_back(std::move(what));
}

} // namespace proviso::logins
