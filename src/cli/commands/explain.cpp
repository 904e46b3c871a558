// proviso explain: what a rule checks and why, its parameters, and its own text; or a finding of a contract.
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/commands/explain_finding.hpp"
#include "cli/rule_texts.hpp"

#include <fmt/format.h>

namespace proviso::cli {
namespace {

outcome unknown_rule(const rule_texts& all, const std::string& name) {
  auto help = all.book().did_you_mean(name);
  if (help.empty())
    help = "proviso rules lists them";
  return refusal(all.sources(), {{fmt::format("there is no rule '{}'", name), {}, std::move(help), {}}});
}

// "  because    …", further lines below the first.
std::string entry(std::string_view label, std::string_view value) {
  std::string result = fmt::format("  {:<10}  ", label);
  for (const char c : base::harmless(value))
    result += c == '\n' ? "\n" + std::string(14, ' ') : std::string(1, c);
  return value.empty() ? "" : result + '\n';
}

// What the rule goes through, one line a `for`.
std::string looks_at(const checking::rule& rule) {
  std::string result;
  for (const auto each : rule.each) {
    const auto& over = *rule.loops[each].over;
    result += entry(result.empty() ? "looks at" : "", fmt::format("{}: {}", over.name, over.documentation));
  }
  return result;
}

std::string parameters(const checking::rule& rule) {
  std::string result;
  for (const auto& each : rule.parameters)
    result += entry(result.empty() ? "parameters" : "", checking::describe(each));
  return result;
}

// The rule as written, from its first word to its closing brace.
std::string text_of(const checking::rule& rule, const base::sources& in) {
  return base::harmless(in.text(rule.written->at));
}

std::string explained(const checking::rule& rule, const base::sources& in) {
  auto result = fmt::format("{}: {}\n", base::harmless(rule.name), base::harmless(rule.title));
  result += entry("severity", checking::to_string(rule.severity));
  result += entry("kind", checking::to_string(rule.kind));
  result += looks_at(rule);
  result += parameters(rule);
  result += entry("because", rule.because);
  result += entry("source", rule.source);
  result += entry("file", in[rule.at.source].name());
  return result + "\n" + text_of(rule, in) + "\n";
}

} // namespace

outcome explain(const invocation& asked) {
  const bool with_contract = asked.words.size() > 1 || asked.options.one("for") != nullptr;
  if (with_contract || looks_like_fingerprint(asked.words[0]))
    return explain_finding(asked);
  base::diagnostics faults;
  const rule_texts all(asked.options, faults);
  if (!faults.empty())
    return refusal(all.sources(), faults);
  const auto* rule = all.book().find(asked.words[0]);
  if (rule == nullptr)
    return unknown_rule(all, asked.words[0]);
  return printed(explained(*rule, all.sources()), asked.options);
}

} // namespace proviso::cli
