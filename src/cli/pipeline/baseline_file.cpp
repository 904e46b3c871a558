#include "cli/pipeline/baseline_file.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace proviso::cli {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view schema_name = "proviso/baseline/1";
constexpr int deepest = 8; // a baseline nests six

// ---- out

json written(const accepted_cost& of) {
  return {{"amount", of.amount.fixed(of.decimals)}, {"currency", of.currency}, {"complete", of.complete}};
}

json written(const std::string& name, const accepted_contract& of) {
  auto findings = json::array();
  for (const auto& [about, prints] : of.findings)
    findings.push_back(
        {{"rule", about.first}, {"subject", about.second}, {"count", prints.size()}, {"fingerprints", prints}});
  return {{"name", name}, {"cost", written(of.cost)}, {"findings", std::move(findings)}};
}

// ---- in

struct unfit { // what a value should have been
  std::string where;
  std::string expected;
};

class reader {
public:
  explicit reader(const json& document) : document_(document) {}

  baseline operator()() const {
    if (text(document_, "schema", "") != schema_name)
      throw unfit{"schema", fmt::format("\"{}\"", schema_name)};
    baseline result;
    const auto& all = list(document_, "contracts", "");
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto at = fmt::format("contracts[{}]", i);
      result.contracts[text(all[i], "name", at)] = contract(all[i], at);
    }
    return result;
  }

private:
  static const json& member(const json& of, const char* key, const std::string& at, const char* expected) {
    if (!of.is_object() || !of.contains(key))
      throw unfit{at + (at.empty() ? "" : ".") + key, expected};
    return of[key];
  }

  static std::string text(const json& of, const char* key, const std::string& at) {
    const auto& value = member(of, key, at, "a text");
    if (!value.is_string())
      throw unfit{at + (at.empty() ? "" : ".") + key, "a text"};
    return value.get<std::string>();
  }

  static const json& list(const json& of, const char* key, const std::string& at) {
    const auto& value = member(of, key, at, "a list");
    if (!value.is_array())
      throw unfit{at + (at.empty() ? "" : ".") + key, "a list"};
    return value;
  }

  static accepted_cost cost(const json& of, const std::string& at) {
    const auto written = text(of, "amount", at);
    const auto amount = base::rational::parse(written);
    if (!amount)
      throw unfit{at + ".amount", "a decimal in quotes"};
    const auto& complete = member(of, "complete", at, "true or false");
    if (!complete.is_boolean())
      throw unfit{at + ".complete", "true or false"};
    const auto point = written.find('.');
    const auto decimals = point == std::string::npos ? 0 : static_cast<int>(written.size() - point - 1);
    return {*amount, text(of, "currency", at), complete.get<bool>(), decimals};
  }

  static accepted_contract contract(const json& of, const std::string& at) {
    accepted_contract result{cost(member(of, "cost", at, "a table"), at + ".cost"), {}};
    const auto& all = list(of, "findings", at);
    for (std::size_t i = 0; i < all.size(); ++i)
      add(result, all[i], fmt::format("{}.findings[{}]", at, i));
    return result;
  }

  static void add(accepted_contract& to, const json& of, const std::string& at) {
    auto& prints = to.findings[{text(of, "rule", at), text(of, "subject", at)}];
    for (const auto& each : list(of, "fingerprints", at))
      if (!each.is_string() || !prints.insert(each.get<std::string>()).second)
        throw unfit{at + ".fingerprints", "texts, each once"};
    const auto& count = member(of, "count", at, "a whole number");
    if (!count.is_number_integer() || count != prints.size())
      throw unfit{at + ".count", fmt::format("{}, as many as there are fingerprints", prints.size())};
  }

  const json& document_;
};

json parsed(const std::string& text) {
  return json::parse(text, [](int depth, json::parse_event_t, json&) {
    if (depth > deepest)
      throw unfit{"", "nested less"};
    return true;
  });
}

} // namespace

std::string to_json(const baseline& of) {
  auto contracts = json::array();
  for (const auto& [name, contract] : of.contracts)
    contracts.push_back(written(name, contract));
  const json all = {{"schema", schema_name}, {"contracts", std::move(contracts)}};
  return all.dump(2, ' ', true, json::error_handler_t::replace) + '\n';
}

std::optional<baseline> read_baseline(const std::string& text, const std::string& name, base::span named_at,
                                      base::diagnostics& faults) {
  constexpr auto help = "write it anew: delete it and run proviso check --write-baseline";
  try {
    const auto document = parsed(text);
    return reader(document)();
  } catch (const unfit& fault) {
    faults.push_back({fmt::format("'{}' is no baseline: {} must be {}", name,
                                  fault.where.empty() ? "it" : fault.where, fault.expected),
                      named_at,
                      help,
                      {}});
  } catch (const json::parse_error& fault) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(fault.byte, text.size()));
    faults.push_back({fmt::format("'{}' is no baseline: it is no JSON from line {} on", name,
                                  1 + std::count(text.begin(), end, '\n')),
                      named_at,
                      help,
                      {}});
  }
  return std::nullopt;
}

} // namespace proviso::cli
