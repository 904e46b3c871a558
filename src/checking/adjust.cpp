#include "checking/adjust.hpp"

#include "base/nearest.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

// ---- parameters

type type_of(const model::setting_value& written) {
  struct naming {
    type operator()(const base::rational&) const { return {shape::number}; }
    type operator()(const model::share&) const { return {shape::percent}; }
    type operator()(const model::cash&) const { return {shape::money}; }
    type operator()(const base::day&) const { return {shape::date}; }
    type operator()(const model::duration& d) const { return {d.in_days ? shape::days : shape::months}; }
    type operator()(const std::string&) const { return {shape::text}; }
  };
  return std::visit(naming{}, written);
}

// A text stands for a name or a truth too. Empty where the parameter is of another type.
value converted(const std::string& text, const type& wanted) {
  if (wanted.is == shape::text || wanted.is == shape::name)
    return text;
  if (wanted.is == shape::truth && (text == "true" || text == "false"))
    return text == "true";
  return absent{};
}

struct converting {
  const parameter& to;
  const model::contract& contract;

  value operator()(const base::rational& n) const { return to.is.is == shape::number ? value(n) : absent{}; }
  value operator()(const model::share& s) const {
    return to.is.is == shape::percent ? value(s.value) : absent{};
  }
  value operator()(const model::cash& c) const {
    const bool own = c.currency.empty() || c.currency == contract.currency;
    return to.is.is == shape::money && own ? value(c.value) : absent{};
  }
  value operator()(const base::day& d) const { return to.is.is == shape::date ? value(d) : absent{}; }
  value operator()(const model::duration& d) const {
    return to.is.is == (d.in_days ? shape::days : shape::months) ? number(d.count) : absent{};
  }
  value operator()(const std::string& text) const { return converted(text, to.is); }
};

void wrong_type(const rule& one, const parameter& of, const model::setting& set, base::diagnostics& faults) {
  faults.push_back({fmt::format("'{}.{}' is {}, not {}", one.name, of.name, checking::describe(of.is),
                                checking::describe(type_of(set.value.value))),
                    set.value.at,
                    fmt::format("the rule states '{}'", checking::describe(of)),
                    {},
                    base::ground::clause});
}

void check_setting(const rule& one, const model::contract& contract, const model::setting& set,
                   base::diagnostics& faults) {
  std::vector<std::string_view> names;
  for (const auto& parameter : one.parameters) {
    if (parameter.name == set.parameter.value) {
      if (is_absent(std::visit(converting{parameter, contract}, set.value.value)))
        wrong_type(one, parameter, set, faults);
      return;
    }
    names.push_back(parameter.name);
  }
  auto help = base::did_you_mean(set.parameter.value, names);
  if (help.empty())
    help = names.empty() ? "it has none" : fmt::format("it has {}", fmt::join(names, ", "));
  faults.push_back({fmt::format("rule '{}' has no parameter '{}'", one.name, set.parameter.value),
                    set.parameter.at,
                    std::move(help),
                    {},
                    base::ground::clause});
}

const rule* known_rule(const rulebook& rules, const base::stated<std::string>& name,
                       base::diagnostics& faults) {
  const auto* found = rules.find(name.value);
  if (found == nullptr) {
    auto help = rules.did_you_mean(name.value);
    if (help.empty())
      help = "'proviso rules' lists them";
    faults.push_back(
        {fmt::format("there is no rule '{}'", name.value), name.at, std::move(help), {}, base::ground::name});
  }
  return found;
}

// What an amendment states is nothing before its day.
bool in_force(const std::optional<base::day>& from, base::day today) {
  return !from || *from <= today;
}

void apply(const std::vector<severity_override>& all, std::string_view rule, severity& to) {
  for (const auto& one : all)
    if (one.rule == rule)
      to = one.severity;
}

// ---- waivers

bool accepts(const model::waiver& waiver, const finding& one, base::day today) {
  return waiver.rule.value == one.rule && in_force(waiver.from, today) &&
         (!waiver.subject || *waiver.subject == one.subject) && today <= waiver.until &&
         (!one.days || one.days->first <= waiver.until);
}

} // namespace

std::optional<severity> parse_severity(std::string_view word) {
  for (const auto one : {severity::info, severity::warning, severity::error, severity::off})
    if (to_string(one) == word)
      return one;
  return std::nullopt;
}

severity severity_of(const rule& one, const model::contract& contract, const settings& how) {
  auto result = one.severity;
  apply(how.configured, one.name, result);
  for (const auto& treat : contract.treatments)
    if (treat.rule.value == one.name && in_force(treat.from, how.today))
      result = parse_severity(treat.severity).value_or(result);
  apply(how.flags, one.name, result);
  return result;
}

std::vector<value> parameters_of(const rule& one, const model::contract& contract, base::day today) {
  std::vector<value> values;
  for (const auto& parameter : one.parameters) {
    const bool foreign = !parameter.currency.empty() && parameter.currency != contract.currency;
    values.push_back(foreign ? unknown_because(fmt::format("'{}.{}' in {}: set it in the contract", one.name,
                                                           parameter.name, contract.currency))
                             : parameter.initial);
    for (const auto& set : contract.settings)
      if (set.rule.value == one.name && set.parameter.value == parameter.name && in_force(set.from, today))
        values.back() = std::visit(converting{parameter, contract}, set.value.value);
  }
  return values;
}

void check_adjustments(const rulebook& rules, const model::contract& contract, base::diagnostics& faults) {
  for (const auto& waiver : contract.waivers)
    known_rule(rules, waiver.rule, faults);
  for (const auto& treat : contract.treatments)
    known_rule(rules, treat.rule, faults);
  for (const auto& set : contract.settings)
    if (const auto* one = known_rule(rules, set.rule, faults))
      check_setting(*one, contract, set, faults);
}

void waive(std::vector<finding>& findings, const model::contract& contract, base::day today, bool mark,
           std::vector<base::truth>& used) {
  for (std::size_t i = 0; i < contract.waivers.size(); ++i)
    if (!in_force(contract.waivers[i].from, today))
      used[i] = base::truth::yes; // it cannot have met anything yet
  for (auto& one : findings)
    for (std::size_t i = 0; i < contract.waivers.size(); ++i) {
      const auto& waiver = contract.waivers[i];
      if (!accepts(waiver, one, today))
        continue;
      used[i] =
          base::either(used[i], one.verdict == verdict::violation ? base::truth::yes : base::truth::unknown);
      if (mark && !one.waived)
        one.waived = accepted{waiver.until, waiver.owner, waiver.because};
    }
}

} // namespace proviso::checking
