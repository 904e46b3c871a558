#include "logins/count.hpp"

#include "base/text.hpp"
#include "logins/layout.hpp"
#include "logins/requirements.hpp"
#include "logins/worker.hpp"
#include "tables/find.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <thread>

namespace proviso::logins {
namespace {

constexpr std::size_t least_block = 64;

std::vector<job> find_jobs(const std::vector<std::string>& places, base::diagnostics& faults) {
  std::vector<base::stated<std::string>> names;
  for (const auto& place : places)
    names.push_back({place, {}});
  std::vector<job> jobs;
  for (const auto& file : tables::find_tables(names, faults))
    if (auto found = find_history(file.value, faults))
      jobs.push_back({std::move(found->what), std::move(found->kept), 0, 1, nullptr, nullptr});
  return jobs;
}

// The number of all pieces.
std::uint64_t cut(std::vector<job>& jobs, std::size_t block) {
  std::uint64_t pieces = 0;
  for (auto& each : jobs) {
    const auto& what = each.what;
    each.first_piece = pieces;
    if (what.form == form::blocks) {
      each.pieces = std::max<std::uint64_t>((what.size - what.first_row + block - 1) / block, 1);
      each.starts = std::make_unique<chain>(each.pieces, block_start{what.first_row, what.first_line});
      each.file = std::make_unique<plain_file>(what.path);
    }
    pieces += each.pieces;
  }
  return pieces;
}

std::uint64_t stored_bytes(const std::vector<job>& jobs) {
  std::uint64_t all = 0;
  for (const auto& each : jobs) {
    if (each.what.size == 0)
      return 0;
    all += each.what.size;
  }
  return all;
}

void run_all(shared_work& work, unsigned jobs) {
  const auto threads = jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < std::min<std::uint64_t>(threads, work.pieces); ++i)
    others.emplace_back([&work] { worker(work).run(); });
  worker(work).run();
}

std::optional<end_of_data> end_at(seconds instant, const zone& days) {
  return end_of_data{std::chrono::sys_seconds(std::chrono::seconds(instant)), days.day(instant)};
}

void finish(figures& read, const totals& sums, const std::vector<job>& jobs, const question& asked,
            const zone& days) {
  read.excluded.resize(asked.ways.size());
  sums.finish(read);
  read.bytes = sums.bytes_read();
  if (std::ranges::none_of(asked.ways, [](const way& each) { return each.unit == unit::every_login; }))
    read.repeated.reset();
  if (sums.all().first <= sums.all().last) {
    read.first = end_at(sums.all().first, days);
    read.last = end_at(sums.all().last, days);
  }
  for (const auto& each : sums.all().files)
    if (each.first <= each.last)
      read.spans.push_back({days.day(each.first), days.day(each.last)});
  for (const auto& each : sums.lines())
    read.bad_rows.push_back({jobs[each.file].what.name, each.line + 1, each.reason});
  for (const auto& each : jobs)
    read.files.push_back(each.what.name);
}

// 13/2/2027 and 2/14/2027: each shows its order, and which is that of the others nobody knows.
void refuse_two_orders(const sums& read, base::diagnostics& faults) {
  const auto shows = [&](date_order one) { return (read.orders >> static_cast<unsigned>(one) & 1U) != 0; };
  if (shows(date_order::dmy) && shows(date_order::mdy))
    faults.push_back({"some dates of the login histories have the day first and some the month first",
                      {},
                      "say the order of all with --date-format dmy or mdy",
                      {}});
}

void refuse_bad_rows(const figures& read, const question& asked, base::diagnostics& faults) {
  if (read.bad <= asked.max_bad_rows)
    return;
  for (const auto& each : read.bad_rows)
    faults.push_back({fmt::format("{}:{}: {}", base::harmless(each.file), each.line, each.reason), {}, {}, {}});
  faults.push_back({fmt::format("{} of {} rows of login histories cannot be read, {} may be", read.bad,
                                read.rows, asked.max_bad_rows),
                    {},
                    fmt::format("mend them, or leave them out with --max-bad-rows {}", read.bad),
                    {}});
}

} // namespace

std::optional<tally> count(const std::vector<std::string>& places, const question& asked,
                           base::diagnostics& faults, const watcher& watch) {
  const auto before = faults.size();
  const auto days = check_question(asked, faults);
  auto jobs = find_jobs(places, faults);
  check_layouts(jobs, asked.ways, faults);
  if (faults.size() > before)
    return std::nullopt;
  const auto by = make_rules(asked, days.zone, days.file_zone);
  auto users = std::make_unique<store>(row_shape{asked.months.size() - 1, asked.ways.size(), by.every_login});
  totals sums(stored_bytes(jobs), watch);
  const auto block = std::max(asked.block, least_block);
  shared_work work{by, jobs, cut(jobs, block), block, *users, sums};
  run_all(work, asked.jobs);
  sums.tell_progress();
  tally answer(std::move(users));
  finish(answer.read, sums, jobs, asked, days.zone);
  sums.report(faults);
  if (faults.size() == before)
    refuse_two_orders(sums.all(), faults);
  if (faults.size() == before)
    refuse_bad_rows(answer.read, asked, faults);
  return faults.size() == before ? std::optional(std::move(answer)) : std::nullopt;
}

} // namespace proviso::logins
