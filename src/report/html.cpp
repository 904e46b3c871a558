// One page for a browser or a printer. It holds all that it shows, runs no scripts and loads nothing; what
// comes from an input is text and nothing else.
#include "base/excerpt.hpp"
#include "base/text.hpp"
#include "report/embedded.hpp"
#include "report/formats.hpp"
#include "report/html_parts.hpp"
#include "report/observed.hpp"
#include "report/place.hpp"
#include "report/savings_words.hpp"
#include "report/text_parts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::report {
namespace {

using html::element;
using html::escaped;

std::string counts(const tally& of) {
  std::string result;
  const auto add = [&](std::int64_t count, std::string_view kind, std::string_view words) {
    if (count > 0)
      result += fmt::format("<span class=\"{}\">{} {}</span>", kind, base::grouped(count), words);
  };
  add(of.errors, "error", of.errors == 1 ? "error" : "errors");
  add(of.warnings, "warning", of.warnings == 1 ? "warning" : "warnings");
  add(of.infos, "info", of.infos == 1 ? "info" : "infos");
  add(of.undetermined, "undetermined", "undetermined");
  if (result.empty())
    result = "<span class=\"none\">nothing found</span>";
  add(of.waived, "waived", "waived");
  add(of.known, "baselined", "in the baseline");
  add(of.untouched, "baselined", "left out: the change does not touch them");
  return fmt::format("<p class=\"counts\">{}</p>\n", result);
}

// ---- what was checked

std::string facts(const contract_report& of) {
  const auto& contract = of.contract();
  const auto& totals = of.assessment->totals;
  html::entries list;
  list.add("contract", of.file);
  list.add("term", base::to_string(contract.months.term()));
  list.add("plan", of.plan_file.empty() ? "none" : of.plan_file);
  for (const auto& each : observed(of))
    list.add("logins", each);
  for (const auto& each : assumptions(of))
    list.add("assumed", each);
  list.add("cost", fmt::format("{}{}", totals.complete ? "" : "at least ", text::money(totals.cost, contract)));
  for (const auto& reason : totals.missing)
    list.add("not priced", reason);
  if (of.saved != nullptr)
    list.add("recommended",
             fmt::format("{}; {}", verdict_of(*of.saved, contract), certainty_of(*of.saved, contract)));
  if (!of.unsaved.empty())
    list.add("recommended", "undetermined: " + of.unsaved);
  return list.take();
}

std::string invoice(const contract_report& of) {
  const auto& contract = of.contract();
  const auto& totals = of.assessment->totals;
  html::table lines({"charge", contract.currency}, 1);
  const auto add = [&](std::string_view kind, const base::known<base::rational>& sum) {
    if (!sum || !sum->is_zero())
      lines.add({std::string(kind), sum ? text::amount(*sum, contract) : "unknown"});
  };
  add("commitment", totals.commitment);
  add("packs", totals.packs);
  add("overage", totals.overage);
  add("true-up", totals.true_up);
  lines.add({totals.complete ? "total" : "total, at least", text::amount(totals.cost, contract)});
  return element("h3", "Cost") + lines.take();
}

std::string number(const base::known<std::int64_t>& value) {
  return value ? base::grouped(*value) : "unknown";
}

std::string windows(const contract_report& of) {
  const auto& contract = of.contract();
  html::table rows({"SKU", "window", "logins", "entitled", "grace", "due", "overage"}, 2);
  for (const auto& sku : of.assessment->skus)
    for (const auto& w : sku.windows)
      rows.add({sku.sku->name, base::to_string(w.days), number(w.logins), number(w.entitled), number(w.grace),
                number(w.due), w.overage ? text::amount(*w.overage, contract) : "unknown"});
  return rows.empty() ? "" : element("h3", "Login pools by window") + rows.take();
}

// ---- the page

std::string section(const report& all, const contract_report& of) {
  const auto& contract = of.contract();
  auto result = fmt::format("<section>\n<h2>{}: {}</h2>\n", escaped(contract.name), escaped(contract.title));
  result += counts(count(of)) + facts(of) + html::findings(all, of) + invoice(of) + windows(of);
  return result + html::known(all, of) + "</section>\n";
}

std::string title(const report& all) {
  std::vector<std::string> names;
  for (const auto& each : all.contracts)
    names.push_back(each.contract().name);
  return "Proviso: " + base::enumerate(names);
}

} // namespace

std::string to_html(const report& all) {
  auto result = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n"
      "<h1>What Proviso found</h1>\n<p class=\"quiet\">as of {}, Proviso {}</p>\n",
      escaped(title(all)), embedded_styles().front().text, base::to_string(all.as_of), escaped(all.version));
  for (const auto& each : all.contracts)
    result += section(all, each);
  return result + "</body>\n</html>\n";
}

} // namespace proviso::report
