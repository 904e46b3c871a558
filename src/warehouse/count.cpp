#include "warehouse/count.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "logins/requirements.hpp"
#include "logins/vocabulary.hpp"
#include "warehouse/failures.hpp"
#include "warehouse/figures.hpp"
#include "warehouse/session.hpp"
#include "warehouse/statement.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace proviso::warehouse {
namespace {

bool is_subtype(const std::string& name) {
  return std::ranges::any_of(logins::login_subtypes(), [&](const auto& each) {
    return logins::same_name({&each, 1}, name, each.api);
  });
}

bool counts_every_login(const logins::question& asked) {
  return std::ranges::any_of(asked.ways, [](const auto& way) { return way.unit == logins::unit::every_login; });
}

// Whether a way names a subtype, else whether it names a type.
needed_names names_of(const logins::question& asked) {
  needed_names needed;
  for (const auto& way : asked.ways)
    for (const auto* names : {&way.only, &way.except})
      for (const auto& name : *names)
        (is_subtype(name) ? needed.subtypes : needed.types) = true;
  return needed;
}

const dialect* named_dialect(const source& from, base::diagnostics& faults) {
  const auto* found = find_dialect(*from.dialect);
  if (found == nullptr) {
    const auto names = dialect_names();
    const auto meant = base::did_you_mean(*from.dialect, names);
    faults.push_back({fmt::format("no dialect is named '{}'", base::harmless(*from.dialect)),
                      from.at,
                      meant.empty() ? fmt::format("there are {}", fmt::join(names, ", ")) : meant,
                      {}});
  }
  return found;
}

// Asks an engine, as far as each question needs the answers before it. Once a fault is added, nothing more is
// asked.
class counting {
public:
  counting(const source& from, const logins::question& asked, base::diagnostics& faults)
      : from_(from), asked_(asked), faults_(faults), before_(faults.size()) {}

  // What the statements need to know; empty where a fault was added.
  std::optional<setting> prepare() {
    check_quotable(from_, asked_, faults_);
    auto zone = logins::check_question(asked_, faults_).zone;
    const auto* in = from_.dialect ? named_dialect(from_, faults_) : nullptr;
    if (failed())
      return std::nullopt;
    return from_.reachable() ? prepare_connected(in, std::move(zone)) : prepare_alone(in, std::move(zone));
  }

  std::optional<answer> count(const setting& all) {
    answer counted;
    counted.read.files.push_back(from_.shown);
    const auto& ways = asked_.ways;
    for (std::size_t way = 0; way < ways.size() && !failed(); ++way)
      count_way(all, way, counted);
    if (failed())
      return std::nullopt;
    judge_bad_rows(counted.read);
    return failed() ? std::nullopt : std::optional(std::move(counted));
  }

private:
  [[nodiscard]] bool failed() const { return faults_.size() > before_; }

  std::optional<setting> prepare_alone(const dialect* in, logins::zone zone) {
    if (in == nullptr) {
      faults_.push_back({fmt::format("'{}' names neither an engine to ask nor a dialect", from_.shown),
                         from_.at,
                         "add DSN=… of a data source, or dialect=…",
                         {}});
      return std::nullopt;
    }
    setting all{*in, from_, asked_, std::move(zone), expected_login_columns(from_), std::nullopt};
    if (from_.users)
      all.users = expected_user_columns(from_);
    return all;
  }

  std::optional<setting> prepare_connected(const dialect* in, logins::zone zone) {
    const auto opened = talk_.emplace(driver_program()).open(from_.connection);
    if (const auto* refused = std::get_if<refusal>(&opened)) {
      faults_.push_back(cannot_connect(*refused, from_));
      return std::nullopt;
    }
    in = in == nullptr ? dialect_of(std::get<std::string>(opened)) : in;
    if (in == nullptr || !begin(*in))
      return std::nullopt;
    setting all{*in, from_, asked_, std::move(zone), {}, std::nullopt};
    if (const auto there = describe(*in, from_.table))
      all.logins = find_login_columns(*there, from_, counts_every_login(asked_), names_of(asked_), faults_);
    if (from_.users && !failed())
      if (const auto there = describe(*in, *from_.users))
        all.users = find_user_columns(*there, from_, faults_);
    return failed() ? std::nullopt : std::optional(std::move(all));
  }

  const dialect* dialect_of(const std::string& engine) {
    const auto* found = dialect_of_engine(engine);
    if (found == nullptr)
      faults_.push_back({fmt::format("the engine '{}' speaks no dialect that is known", base::harmless(engine)),
                         from_.at,
                         fmt::format("name the nearest: dialect= one of {}", fmt::join(dialect_names(), ", ")),
                         {}});
    return found;
  }

  bool begin(const dialect& in) {
    if (in.session.empty())
      return true;
    const auto done = talk_->run(in.session);
    if (const auto* refused = std::get_if<refusal>(&done))
      faults_.push_back(cannot_count(*refused, from_));
    return !failed();
  }

  std::optional<std::vector<described_column>> describe(const dialect& in, const table_name& table) {
    auto described = talk_->run(columns_statement(in, table));
    if (const auto* refused = std::get_if<refusal>(&described)) {
      faults_.push_back(cannot_read(*refused, table, from_));
      return std::nullopt;
    }
    auto& columns = std::get<result>(described).columns;
    // A name that no statement can hold is no candidate.
    std::erase_if(columns, [](const auto& column) { return !quotable(column.name); });
    return columns;
  }

  // Rows of a statement, each read by `read`, which is false for one it does not understand.
  template <typename Read>
  void rows_of(const std::string& statement, const Read& read) {
    const auto answered = talk_->run(for_engine(statement));
    if (const auto* refused = std::get_if<refusal>(&answered)) {
      faults_.push_back(cannot_count(*refused, from_));
      return;
    }
    for (const auto& row : std::get<result>(answered).rows)
      if (!read(row)) {
        faults_.push_back(cannot_count({"", "the engine answers what no count can be"}, from_));
        return;
      }
  }

  void count_way(const setting& all, std::size_t way, answer& to) {
    const auto& how = asked_.ways[way];
    fates seen;
    rows_of(fates_statement(all, how), [&](const result_row& row) { return add_fate(row, seen); });
    if (failed())
      return;
    if (way == 0)
      to.read = figures_of(seen, all.zone, to.read.files);
    to.read.excluded.push_back(seen.excluded);
    std::vector<histogram_row> rows;
    rows_of(histogram_statement(all, how),
            [&](const result_row& row) { return add_histogram_row(row, way, asked_.months, rows); });
    if (how.unit == logins::unit::every_login && !to.read.repeated && !failed())
      to.read.repeated = seen.counted - logins_of(rows);
    std::ranges::sort(rows, {},
                      [](const auto& row) { return std::tie(row.month, row.license, row.login_days); });
    to.histogram.insert(to.histogram.end(), rows.begin(), rows.end());
  }

  void judge_bad_rows(const logins::figures& read) {
    if (read.bad <= asked_.max_bad_rows)
      return;
    std::string reasons;
    for (const auto& bad : read.bad_rows)
      reasons += (reasons.empty() ? "" : ", ") + bad.reason;
    faults_.push_back(
        {fmt::format("{} rows of table {} cannot be read: {}", read.bad, to_string(from_.table), reasons),
         from_.at,
         "--max-bad-rows allows some; a view that mends or leaves them out is better",
         {}});
  }

  const source& from_;
  const logins::question& asked_;
  base::diagnostics& faults_;
  std::size_t before_;
  std::optional<session> talk_; // none where nothing is asked
};

std::string titled(const logins::way& way) {
  using enum logins::unit;
  const auto unit = way.unit == per_user_day     ? "one login per user per day"
                    : way.unit == per_user_month ? "one login per user per month"
                                                 : "every login";
  const auto types = !way.only.empty()     ? ", only some types"
                     : !way.except.empty() ? ", some types excepted"
                                           : "";
  return fmt::format("{}{}", unit, types);
}

} // namespace

std::optional<answer> count(const source& from, const logins::question& asked, base::diagnostics& faults) {
  if (!from.reachable()) {
    faults.push_back(
        {fmt::format("'{}' names no engine to ask", from.shown), from.at, "add DSN=… of a data source", {}});
    return std::nullopt;
  }
  counting count(from, asked, faults);
  const auto all = count.prepare();
  return all ? count.count(*all) : std::nullopt;
}

std::optional<std::string> print_sql(const source& from, const logins::question& asked,
                                     base::diagnostics& faults) {
  counting count(from, asked, faults);
  const auto all = count.prepare();
  if (!all)
    return std::nullopt;
  std::string text = all->in.session.empty() ? "" : all->in.session + ";\n\n";
  for (const auto& way : asked.ways)
    text += fmt::format("-- What becomes of the rows: {}.\n{};\n\n-- Users by month and login days.\n{};\n\n",
                        titled(way), fates_statement(*all, way), histogram_statement(*all, way));
  text.pop_back();
  return text;
}

} // namespace proviso::warehouse
