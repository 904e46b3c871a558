#include "report/observed.hpp"

#include "base/text.hpp"
#include "observing/observe.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace proviso::report {
namespace {

using json = nlohmann::ordered_json;

const logins::figures* read_of(const contract_report& of) {
  return of.seen == nullptr ? nullptr : of.seen->read();
}

std::string grouped(std::uint64_t count) {
  return base::grouped(static_cast<std::int64_t>(count));
}

} // namespace

std::vector<std::string> observed(const contract_report& of) {
  const auto* read = read_of(of);
  if (read == nullptr)
    return {};
  std::vector<std::string> result{fmt::format("{} successful of {} rows, covering {}",
                                              grouped(read->successful), grouped(read->rows),
                                              to_string(of.seen->covered))};
  if (read->bad > 0)
    result.push_back(fmt::format("{} row{} could not be read", grouped(read->bad), read->bad == 1 ? "" : "s"));
  for (const auto& row : read->bad_rows)
    result.push_back(fmt::format("{}:{}: {}", row.file, row.line, row.reason));
  for (const auto& each : of.seen->left_out)
    result.push_back(fmt::format("left out: {}", each));
  return result;
}

std::vector<std::string> assumptions(const contract_report& of) {
  const auto& contract = of.contract();
  std::vector<std::string> result;
  if (!contract.zone)
    result.emplace_back("days are those of UTC: no time zone is declared");
  for (const auto& sku : contract.skus)
    if (sku.sold.value == model::sale::logins && sku.count_assumed)
      result.push_back(fmt::format("{} counts one login per user per day: no count is declared", sku.name));
  if (of.seen != nullptr)
    result.insert(result.end(), of.seen->assumed.begin(), of.seen->assumed.end());
  return result;
}

json days_as_json(const std::optional<base::period>& of) {
  if (!of)
    return nullptr;
  return {{"start", base::to_string(of->first)}, {"end", base::to_string(of->last)}};
}

json gaps_as_json(const observing::coverage& of) {
  json result = json::array();
  for (const auto& each : of.gaps)
    result.push_back(days_as_json(each));
  return result;
}

json read_as_json(const logins::figures& read) {
  json bad = json::array();
  for (const auto& one : read.bad_rows)
    bad.push_back({{"file", one.file}, {"line", one.line}, {"reason", one.reason}});
  return {{"files", read.files},           {"rows", read.rows},
          {"successful", read.successful}, {"failed", read.failed},
          {"internal", read.internal},     {"outside_term", read.outside},
          {"unreadable", read.bad},        {"unreadable_rows", std::move(bad)}};
}

json observed_as_json(const contract_report& of) {
  const auto* read = read_of(of);
  if (read == nullptr)
    return nullptr;
  return {{"covered", days_as_json(of.seen->covered.whole)},
          {"gaps", gaps_as_json(of.seen->covered)},
          {"covered_stated", of.seen->covered.stated},
          {"read", read_as_json(*read)},
          {"left_out", of.seen->left_out}};
}

} // namespace proviso::report
