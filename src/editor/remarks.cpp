#include "editor/remarks.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

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

std::string money(const base::rational& value, const model::contract& of) {
  return fmt::format("{} {}", value.fixed(of.decimals, true), of.currency);
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

void say_once(remark& of, const std::vector<std::string>& rules, const checking::finding& found) {
  of.code = "undetermined";
  of.message = fmt::format("{} rules cannot decide\nundetermined: {}\nrules: {}", rules.size(),
                           base::enumerate(found.missing), base::enumerate(rules));
}

bool lacks_the_same(const checking::finding& a, const checking::finding& b) {
  const auto place = [](const checking::finding& f) { return f.places.empty() ? 0 : f.places[0].at.begin; };
  return a.verdict == checking::verdict::undetermined && b.verdict == a.verdict && a.missing == b.missing &&
         place(a) == place(b) && !b.waived;
}

// What several rules lack is said once.
void add_findings(const analysis& in, const judged_contract& of, std::vector<remark>& to) {
  const auto& all = of.found.findings;
  for (auto each = all.begin(); each != all.end(); ++each) {
    const auto same = [&](const checking::finding& other) { return lacks_the_same(*each, other); };
    if (each->waived || std::any_of(all.begin(), each, same))
      continue;
    std::vector<std::string> rules;
    for (auto other = each; other != all.end(); ++other)
      if (same(*other))
        rules.push_back(other->rule);
    to.push_back(remark_of(in, of, *each));
    if (rules.size() > 1)
      say_once(to.back(), rules, *each);
  }
}

} // namespace

std::vector<remark> remarks_of(const analysis& in) {
  std::vector<remark> result;
  for (const auto& fault : in.faults)
    result.push_back(remark_of(in, fault));
  for (const auto& contract : in.contracts)
    add_findings(in, contract, result);
  return result;
}

} // namespace proviso::editor
