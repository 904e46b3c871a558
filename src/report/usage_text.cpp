#include "base/rational.hpp"
#include "base/text.hpp"
#include "report/over_time.hpp"
#include "report/usage.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::report {
namespace {

std::string entry(std::string_view label, std::string_view value) {
  return fmt::format("  {:<12}  {}\n", label, base::harmless(value));
}

std::string entries(std::string_view label, const std::vector<std::string>& values) {
  std::string result;
  for (const auto& value : values)
    result += entry(&value == values.data() ? label : "", value);
  return result;
}

std::string counted(std::uint64_t count) {
  return base::grouped(static_cast<std::int64_t>(count));
}

std::vector<std::string> data(const logins::figures& read) {
  std::vector<std::string> lines{fmt::format("{} file{}, {} rows: {} successful, {} failed, {} unreadable",
                                             read.files.size(), read.files.size() == 1 ? "" : "s",
                                             counted(read.rows), counted(read.successful), counted(read.failed),
                                             counted(read.bad))};
  for (const auto& bad : read.bad_rows)
    lines.push_back(fmt::format("{}:{}: {}", bad.file, bad.line, bad.reason));
  return lines;
}

std::string covers(const observing::coverage& of) {
  if (!of.whole)
    return "no whole day: state its days with --covers";
  const auto* between = of.gaps.empty() ? "the days strictly between the first row's and the last row's"
                                        : "the days strictly between the first and last rows of files";
  return fmt::format("{}, {}", to_string(of), of.stated ? "as stated" : between);
}

std::int64_t users_of(const usage_month& month) {
  std::int64_t result = 0;
  for (const auto& one : month.users)
    result += one.users;
  return result;
}

std::string table(const usage_population& of) {
  std::vector<std::int64_t> logins;
  for (const auto& month : of.months)
    logins.push_back(month.logins);
  auto result =
      fmt::format("\n{}{}  {}\n", base::harmless(of.name),
                  of.sku.empty() || of.sku == of.name ? "" : fmt::format(" on {}", of.sku), sparkline(logins));
  if (of.months.empty())
    return result + "  nobody\n";
  result += fmt::format("  {:<10}  {:>12}  {:>12}\n", "month of", "users", "logins");
  for (const auto& month : of.months)
    result += fmt::format("  {}  {:>12}  {:>12}{}\n", base::to_string(month.days.first),
                          base::grouped(users_of(month)), base::grouped(month.logins),
                          month.whole ? "" : "  in part");
  return result;
}

} // namespace

std::string sparkline(const std::vector<std::int64_t>& values) {
  constexpr std::string_view bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const auto most = values.empty() ? 0 : std::ranges::max(values);
  std::string result;
  for (const auto value : values)
    result += bars[most == 0 ? 0 : static_cast<std::size_t>(value * 7 / most)];
  return result;
}

std::string usage_as_text(const model::contract& contract, const observing::observation& seen,
                          const std::vector<usage_population>& all) {
  auto result = base::harmless(fmt::format("{}: {}", contract.name, contract.title)) + '\n';
  result += entries("logins", data(*seen.read()));
  result += entry("covered", covers(seen.covered));
  result += entry("days of", contract.zone ? contract.zone->value : "UTC: no time zone is declared");
  result += entries("assumed", seen.assumed);
  result += entries("left out", seen.left_out);
  for (const auto& population : all)
    result += table(population);
  return result + over_time_as_text(contract, seen);
}

} // namespace proviso::report
