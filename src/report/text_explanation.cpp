#include "base/excerpt.hpp"
#include "report/explanation.hpp"
#include "report/text_parts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::report {
namespace {

using checking::comparison;
using checking::explained_amount;
using checking::explained_fact;
using checking::finding;

std::string heading(std::string_view title, const std::string& body) {
  return body.empty() ? "" : fmt::format("\n{}\n{}", title, body);
}

std::string opening(const report& all, const contract_report& in, const finding& of) {
  auto text = fmt::format("{}[{}]: {}\n",
                          of.verdict == checking::verdict::undetermined ? "undetermined"
                                                                        : checking::to_string(of.severity),
                          text::line(of.rule), text::line(of.message));
  text +=
      fmt::format("  {} of {}, as of {}, {}\n", of.fingerprint, text::line(in.file), base::to_string(all.as_of),
                  in.plan_file.empty() ? "without a plan" : "under " + text::line(in.plan_file));
  if (of.waived)
    text += fmt::format("  waived until {} by {}: {}\n", base::to_string(of.waived->until),
                        text::line(of.waived->owner), text::line(of.waived->because));
  return text;
}

std::string list(const std::vector<std::string>& all) {
  std::string text;
  for (const auto& one : all)
    text += fmt::format("  {}\n", text::paragraph(one, 2));
  return text;
}

std::string verdict_of(const comparison& of) {
  if (of.holds == base::truth::unknown)
    return "cannot be told";
  const std::string_view holds = of.holds == base::truth::yes ? "holds" : "does not hold";
  return of.distance.empty() ? std::string(holds)
                             : fmt::format("{}, {} from the threshold", holds, of.distance);
}

std::string conditions(const std::vector<comparison>& all) {
  std::string text;
  for (const auto& one : all)
    text += fmt::format("  {}\n    {}: {}\n", one.written, one.figures, verdict_of(one));
  return text;
}

std::string amounts(const std::vector<explained_amount>& all) {
  std::string text;
  for (const auto& one : all)
    text += fmt::format("  {} {}\n    {}\n", one.word, one.written, one.figure);
  return text;
}

std::string figures(const std::vector<explained_fact>& all) {
  std::string text;
  for (const auto& one : all) {
    text += fmt::format("  {} = {}\n", one.written, one.figure);
    if (!one.meaning.empty())
      text += fmt::format("    {}\n", one.meaning);
    for (const auto& line : one.derivation)
      text += fmt::format("      {}\n", text::line(line));
  }
  return text;
}

std::string advice(const finding& of, const rule_card* card) {
  std::string text;
  const auto add = [&](std::string_view word, std::string_view words) {
    if (!words.empty())
      text += fmt::format("  {:<7}  {}\n", word, text::paragraph(words, 11));
  };
  add("fix", of.fix);
  if (card != nullptr) {
    add("why", card->because);
    add("source", card->source);
  }
  return text;
}

} // namespace

std::string to_text(const report& all, const contract_report& in, const finding& of,
                    const checking::explanation& why) {
  std::vector<base::label> places;
  std::ranges::copy_if(of.places, std::back_inserter(places),
                       [](const base::label& l) { return l.at.somewhere(); });
  return opening(all, in, of) + '\n' + base::excerpts(*all.sources, places) +
         heading("Records", list(why.records)) + heading("Missing", list(of.missing)) +
         heading("Conditions", conditions(why.conditions)) + heading("Amounts", amounts(why.amounts)) +
         heading("Figures", figures(why.facts)) + heading("Advice", advice(of, in.rule(of.rule)));
}

} // namespace proviso::report
