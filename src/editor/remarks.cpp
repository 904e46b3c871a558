#include "editor/remarks.hpp"

#include "base/text.hpp"
#include "editor/figures.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace proviso::editor {
namespace {

// Where a text is underlined for what is wrong elsewhere: its first contract's name, else its start.
base::span front_of(const analysis& in) {
  for (const auto& declaration : in.tree().declarations)
    if (const auto* contract = std::get_if<syntax::contract>(&declaration))
      return contract->name.at;
  return {in.source(), 0, 0};
}

std::string shown_place(const analysis& in, base::span at) {
  const auto& source = in.sources[at.source];
  const auto [line, column] = source.locate(at.begin);
  return fmt::format("{}:{}:{}: ", source.name(), line, column);
}

void add_line(std::string& to, std::string_view word, std::string_view text) {
  if (!text.empty())
    to += fmt::format("\n{}: {}", word, text);
}

remark remark_of(const analysis& in, const base::diagnostic& fault) {
  remark result{remark::weight::error, fault.at, {}, fault.message, fault.help, fault.others};
  if (fault.at.source != in.source()) {
    result.at = front_of(in);
    if (fault.at.somewhere()) {
      result.message = shown_place(in, fault.at) + fault.message;
      result.others.insert(result.others.begin(), {fault.at, fault.message});
      result.help.clear(); // it is about another file
    }
  }
  add_line(result.message, "help", fault.help);
  return result;
}

remark::weight weight_of(const checking::finding& of) {
  if (of.verdict == checking::verdict::undetermined || of.severity == checking::severity::info)
    return remark::weight::information;
  return of.severity == checking::severity::error ? remark::weight::error : remark::weight::warning;
}

std::string message_of(const analysis& in, const judged_contract& of, const checking::finding& found) {
  auto result = found.message;
  if (found.verdict == checking::verdict::undetermined)
    result += "\nundetermined: " + base::enumerate(found.missing);
  if (found.cost)
    add_line(result, "cost", money(*found.cost, *of.contract));
  if (found.saves)
    add_line(result, "saves", money(*found.saves, *of.contract) + (found.saves_per_month ? " per month" : ""));
  add_line(result, "fix", found.fix);
  if (const auto* rule = in.resolved.rules.find(found.rule))
    add_line(result, "why", rule->because);
  return result;
}

// The first place that lies in the text is underlined.
remark remark_of(const analysis& in, const judged_contract& of, const checking::finding& found) {
  remark result{weight_of(found), of.contract->at, found.rule, message_of(in, of, found), found.fix, {}};
  const auto here = std::ranges::find_if(
      found.places, [&](const base::label& place) { return place.at.source == in.source(); });
  if (here != found.places.end())
    result.at = here->at;
  for (auto place = found.places.begin(); place != found.places.end(); ++place)
    if (place != here)
      result.others.push_back(*place);
  return result;
}

// ---- findings that read as one

constexpr std::size_t most_repeated = 3;

base::span place_of(const checking::finding& of) {
  return of.places.empty() ? base::span() : of.places[0].at;
}

// At one place: rules that lack the same, or one rule on one subject in several periods.
bool belong_together(const checking::finding& a, const checking::finding& b) {
  if (a.verdict != b.verdict)
    return false;
  return a.verdict == checking::verdict::undetermined
             ? a.missing == b.missing
             : a.rule == b.rule && a.subject == b.subject && a.severity == b.severity;
}

using group = std::vector<const checking::finding*>;

void say_what_lacks(remark& of, const group& all) {
  std::vector<std::string> rules;
  for (const auto* each : all)
    rules.push_back(each->rule);
  of.code = "undetermined";
  of.message = fmt::format("{} rules cannot decide\nundetermined: {}\nrules: {}", all.size(),
                           base::enumerate(all.front()->missing), base::enumerate(rules));
}

void say_again(remark& of, const group& all) {
  const auto shown = std::min(all.size(), most_repeated + 1);
  for (std::size_t i = 1; i < shown; ++i)
    add_line(of.message, "also", all[i]->message);
  if (shown < all.size())
    of.message += fmt::format("\nand {} more", all.size() - shown);
}

remark remark_of(const analysis& in, const judged_contract& of, const group& all) {
  auto result = remark_of(in, of, *all.front());
  if (all.size() > 1 && all.front()->verdict == checking::verdict::undetermined)
    say_what_lacks(result, all);
  else
    say_again(result, all);
  return result;
}

std::vector<group> groups_of(const std::vector<checking::finding>& all) {
  std::vector<group> result;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> by_place; // only these may be one
  for (const auto& each : all) {
    if (each.waived)
      continue;
    auto& here = by_place[{place_of(each).source, place_of(each).begin}];
    const auto home = std::ranges::find_if(
        here, [&](std::size_t other) { return belong_together(*result[other].front(), each); });
    if (home != here.end()) {
      result[*home].push_back(&each);
      continue;
    }
    here.push_back(result.size());
    result.push_back({&each});
  }
  return result;
}

remark left_out_of(const analysis& in, std::size_t number) {
  return {remark::weight::information,
          front_of(in),
          {},
          fmt::format("{} more findings: proviso check shows them all", number),
          {},
          {}};
}

} // namespace

std::vector<remark> remarks_of(const analysis& in) {
  std::vector<remark> result;
  for (const auto& fault : in.faults)
    result.push_back(remark_of(in, fault));
  std::ranges::stable_sort(result, {}, [](const remark& each) { return each.at.begin; });
  std::size_t left_out = 0;
  for (const auto& contract : in.contracts)
    for (const auto& group : groups_of(contract.found.findings)) {
      if (result.size() < most_remarks)
        result.push_back(remark_of(in, contract, group));
      else
        ++left_out;
    }
  if (left_out > 0)
    result.push_back(left_out_of(in, left_out));
  return result;
}

} // namespace proviso::editor
