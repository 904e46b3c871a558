// The last lines: what was checked, on what assumptions, what it costs, what could be saved and what is not
// known.
#include "base/text.hpp"
#include "report/observed.hpp"
#include "report/savings_words.hpp"
#include "report/text_parts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

namespace proviso::report::text {
namespace {

using lines = std::vector<std::string>;

constexpr std::size_t most_lines = 8; // of one entry

// "  label   first\n          second\n"
std::string entry(std::string_view label, const lines& values) {
  std::string result;
  for (std::size_t i = 0; i < std::min(values.size(), most_lines); ++i)
    result += fmt::format("  {:<12}  {}\n", i == 0 ? label : "", values[i]);
  if (values.size() > most_lines)
    result += fmt::format("  {:<12}  and {} more\n", "", values.size() - most_lines);
  return result;
}

std::string entry(std::string_view label, std::string value) {
  return entry(label, lines{std::move(value)});
}

std::string term(const model::contract& of) {
  return fmt::format("{}, {}", base::to_string(of.months.term()), counted(of.months.size(), "month"));
}

lines amendments(const model::contract& of) {
  lines result;
  for (const auto& one : of.amendments)
    result.push_back(fmt::format("{}, effective {}", line(one.title), base::to_string(one.effective)));
  return result;
}

std::string plan(const contract_report& of) {
  const auto* plan = of.assessment->plan;
  if (plan == nullptr)
    return "none, so usage is undetermined; give one with --plan";
  if (of.plan_file.empty())
    return "none; usage is what login histories and exports show";
  return plan->name.empty() ? line(of.plan_file) : fmt::format("{}: {}", line(of.plan_file), line(plan->name));
}

// "20,000 to 25,000": the least and the most of all months.
template <typename Months, typename Figure>
std::string range(const Months& months, Figure figure) {
  std::optional<std::int64_t> least;
  std::int64_t most = 0;
  for (const auto& month : months) {
    const std::optional<std::int64_t> value = figure(month);
    if (!value)
      return {};
    least = std::min(least.value_or(*value), *value);
    most = std::max(most, *value);
  }
  const auto first = base::grouped(least.value_or(0));
  return least.value_or(0) == most ? first : fmt::format("{} to {}", first, base::grouped(most));
}

std::string bought(const metering::sku_assessment& of) {
  using month = metering::month_usage;
  const bool pool = of.sku->sold.value == model::sale::logins;
  const auto quantity = range(of.months, [](const month& m) { return std::optional(m.quantity); });
  const auto accounts =
      range(of.months, [](const month& m) { return m.accounts ? std::optional(*m.accounts) : std::nullopt; });
  return fmt::format("{}: {} {}s{}{}", line(of.sku->name), quantity, line(of.sku->unit), pool ? " a month" : "",
                     pool && !accounts.empty() ? fmt::format(", {} accounts", accounts) : "");
}

lines purchase(const metering::assessment& of) {
  lines result;
  for (const auto& each : of.skus)
    result.push_back(bought(each));
  return result;
}

lines harmless(lines all) {
  for (auto& each : all)
    each = line(each);
  return all;
}

std::string outcome(const contract_report& of) {
  const auto hold = std::count_if(of.checks.begin(), of.checks.end(),
                                  [](const auto& c) { return c.verdict == checking::verdict::compliant; });
  auto words = fmt::format("{}; {} of {} hold", counts(count(of)), hold,
                           counted(static_cast<std::int64_t>(of.checks.size()), "rule"));
  std::map<std::string_view, int> waiting;
  for (const auto& check : of.checks)
    if (!check.waits_for.empty())
      ++waiting[check.waits_for];
  for (const auto& [option, rules] : waiting)
    words += fmt::format(", {} {} {}", rules, rules == 1 ? "needs" : "need", option);
  return words;
}

// ---- money

// "overage 63,985.00", "overage unknown"; nothing where there is no such charge.
std::string share(std::string_view kind, const base::known<base::rational>& value, const model::contract& of) {
  if (value && value->is_zero())
    return {};
  return fmt::format("{} {}", kind, value ? amount(*value, of) : "unknown");
}

std::string cost(const metering::totals& totals, const model::contract& of) {
  lines parts;
  for (auto part : {share("commitment", totals.commitment, of), share("packs", totals.packs, of),
                    share("overage", totals.overage, of), share("true-up", totals.true_up, of)})
    if (!part.empty())
      parts.push_back(std::move(part));
  const auto sum = fmt::format("{}{}", totals.complete ? "" : "at least ", money(totals.cost, of));
  return parts.empty() ? sum : fmt::format("{}: {}", sum, fmt::join(parts, ", "));
}

// What each finding would save if it alone were followed.
lines savings(const contract_report& of) {
  lines result;
  for (const auto& f : of.findings)
    if (f.saves && !f.waived && f.verdict == checking::verdict::violation)
      result.push_back(fmt::format("{}{}: {}, {}", money(*f.saves, of.contract()),
                                   f.saves_per_month ? " per month" : "", line(f.rule), line(f.subject)));
  if (result.size() > 1)
    result.insert(result.begin(), "each alone; they overlap and do not add up");
  return result;
}

// The cheapest purchase, where it was asked for; else how to ask, where single findings say that there is one.
lines recommended(const contract_report& of, bool may_save) {
  if (!of.unsaved.empty())
    return {"undetermined: " + line(of.unsaved)};
  if (of.saved == nullptr)
    return may_save ? lines{"not looked for: --savings adds the cheapest purchase for the same usage"}
                    : lines{};
  lines result{verdict_of(*of.saved, of.contract()), certainty_of(*of.saved, of.contract()),
               fmt::format("steps, moves and a clause to paste: proviso optimize {}", line(of.file))};
  for (const auto& row : purchase_of(*of.saved))
    result.push_back(fmt::format("buy {} of {} from {} for {} ({})", base::grouped(row.quantity), row.sku,
                                 base::to_string(row.start), amount(row.cost, of.contract()),
                                 row.quote ? "a quote" : "written: " + base::grouped(row.written)));
  return result;
}

lines missing(const contract_report& of) {
  lines result;
  std::set<std::string_view> seen;
  const auto add = [&](const std::vector<std::string>& reasons) {
    for (const auto& reason : reasons)
      if (seen.insert(reason).second)
        result.push_back(line(reason));
  };
  add(of.assessment->totals.missing);
  for (const auto& f : of.findings)
    if (!f.waived)
      add(f.missing);
  return result;
}

tone worst(const tally& of) {
  if (of.errors > 0)
    return tone::error;
  return of.warnings > 0 ? tone::warning : tone::strong;
}

} // namespace

std::string statement(const report& all, const contract_report& of, bool colour) {
  const auto& contract = of.contract();
  auto result =
      painted(fmt::format("{}: {}", line(contract.name), line(contract.title)), worst(count(of)), colour);
  result += '\n';
  result += entry("contract", line(of.file));
  result += entry("term", term(contract));
  result += entry("amended by", amendments(contract));
  result += entry("purchased", purchase(*of.assessment));
  result += entry("plan", plan(of));
  result += entry("as of", base::to_string(all.as_of));
  result += entry("logins", harmless(observed(of)));
  result += entry("assumed", harmless(assumptions(of)));
  result += entry("findings", outcome(of));
  result += entry("cost", cost(of.assessment->totals, contract));
  const auto single = savings(of);
  result += entry("savings", single);
  result += entry("recommended", recommended(of, !single.empty()));
  return result + entry("undetermined", missing(of));
}

} // namespace proviso::report::text
