// SARIF 2.1.0, for code scanning. What is waived stays, as suppressed; what is undetermined is an open result.
#include "base/text.hpp"
#include "report/formats.hpp"
#include "report/place.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace proviso::report {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view schema_address =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view fingerprint_name = "proviso/v1";

json text(std::string_view foreign) {
  return {{"text", base::harmless(foreign)}};
}

// A path as a relative reference or a file address: all but what paths are made of is percent-encoded.
std::string address(const std::string& path) {
  const auto plain = plain_path(path);
  std::string result = plain.starts_with('/') ? "file://" : "";
  for (const char c : plain) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || std::string_view("/-._~").find(c) != std::string_view::npos)
      result += c;
    else
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

json location(const place& at) {
  json result = {{"physicalLocation",
                  {{"artifactLocation", {{"uri", address(at.file)}}},
                   {"region",
                    {{"startLine", at.start.line},
                     {"startColumn", at.start.column},
                     {"endLine", at.end.line},
                     {"endColumn", at.end.column}}}}}};
  if (!at.label.empty())
    result["message"] = text(at.label);
  return result;
}

std::string_view level(const checking::finding& f) {
  if (f.verdict == checking::verdict::undetermined)
    return "none";
  switch (f.severity) {
  case checking::severity::error: return "error";
  case checking::severity::warning: return "warning";
  default: return "note";
  }
}

std::string message(const checking::finding& f) {
  return f.fix.empty() ? said_of(f) : fmt::format("{}\nfix: {}", said_of(f), f.fix);
}

json suppression(const checking::accepted& by) {
  return {{"kind", "inSource"},
          {"status", "accepted"},
          {"justification", base::harmless(fmt::format("{} (accepted by {} until {})", by.because, by.owner,
                                                       base::to_string(by.until)))}};
}

// A waiver stands in the contract; what is known, in the baseline.
json suppressions(const checking::finding& f, bool known) {
  auto all = json::array();
  if (f.waived)
    all.push_back(suppression(*f.waived));
  if (known)
    all.push_back(
        {{"kind", "external"}, {"status", "accepted"}, {"justification", "it stands in the baseline"}});
  return all;
}

json properties(const checking::finding& f, const contract_report& in) {
  json result = {{"contract", in.contract().name}, {"kind", checking::to_string(f.kind)}};
  if (!f.subject.empty())
    result["subject"] = base::harmless(f.subject);
  if (f.cost)
    result["cost"] = fmt::format("{} {}", f.cost->fixed(in.contract().decimals), in.contract().currency);
  return result;
}

json rule(const std::string& name, const rule_card* card) {
  json result = {{"id", base::harmless(name)}};
  if (card == nullptr)
    return result;
  result["shortDescription"] = text(card->title);
  if (!card->because.empty())
    result["fullDescription"] = text(card->because);
  if (!card->source.empty())
    result["help"] = text(fmt::format("{}\nSource: {}", card->because, card->source));
  return result;
}

class writer {
public:
  explicit writer(const report& all) : all_(all), any_suppressed_(has_suppressed(all)) {
    for (const auto& contract : all.contracts)
      for (const auto& check : contract.checks)
        add_rule(check.rule, contract);
    for (const auto& contract : all.contracts)
      for (const auto& f : contract.findings)
        results_.push_back(result(f, contract, false));
    for (const auto& contract : all.contracts)
      for (const auto& f : contract.known)
        results_.push_back(result(f, contract, true));
  }

  [[nodiscard]] json log() const {
    const json driver = {{"name", "proviso"}, {"version", all_.version}, {"rules", rules_}};
    const json run = {
        {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results_}};
    return {{"$schema", schema_address}, {"version", "2.1.0"}, {"runs", json::array({run})}};
  }

private:
  // Either every result says what suppresses it, or none does.
  static bool has_suppressed(const report& all) {
    return std::ranges::any_of(all.contracts, [&](const contract_report& one) {
      return (all.has_baseline && !one.known.empty()) ||
             std::ranges::any_of(one.findings, [](const checking::finding& f) { return f.waived.has_value(); });
    });
  }

  std::size_t add_rule(const std::string& name, const contract_report& in) {
    const auto [at, fresh] = numbers_.try_emplace(name, rules_.size());
    if (fresh)
      rules_.push_back(rule(name, in.rule(name)));
    return at->second;
  }

  json result(const checking::finding& f, const contract_report& in, bool known) {
    const bool open = f.verdict == checking::verdict::undetermined;
    json one = {{"ruleId", base::harmless(f.rule)},
                {"ruleIndex", add_rule(f.rule, in)},
                {"kind", open ? "open" : "fail"},
                {"level", level(f)},
                {"message", text(message(f))}};
    auto all = json::array();
    for (const auto& at : places_of(f, *all_.sources))
      all.push_back(location(at));
    if (!all.empty())
      one["locations"] = json::array({all.front()});
    if (all.size() > 1) {
      all.erase(all.begin());
      for (std::size_t i = 0; i < all.size(); ++i)
        all[i]["id"] = i + 1;
      one["relatedLocations"] = all;
    }
    one["partialFingerprints"] = {{fingerprint_name, f.fingerprint}};
    if (all_.has_baseline)
      one["baselineState"] = known ? "unchanged" : "new";
    if (any_suppressed_)
      one["suppressions"] = suppressions(f, known && all_.has_baseline);
    one["properties"] = properties(f, in);
    return one;
  }

  const report& all_;
  bool any_suppressed_;
  json rules_ = json::array();
  json results_ = json::array();
  std::map<std::string, std::size_t> numbers_;
};

} // namespace

std::string to_sarif(const report& all) {
  return writer(all).log().dump(2, ' ', true, json::error_handler_t::replace) + '\n';
}

} // namespace proviso::report
