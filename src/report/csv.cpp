// A table of findings, one row each, as RFC 4180 writes it. No cell is a formula to a spreadsheet.
#include "report/formats.hpp"
#include "report/place.hpp"
#include "report/spreadsheet.hpp"

#include <fmt/format.h>

namespace proviso::report {
namespace {

constexpr std::string_view header =
    "contract,rule,standing,severity,kind,subject,start,end,cost,saves,currency,"
    "file,line,column,message,fix,fingerprint\n";

std::string money(const std::optional<base::rational>& amount, const model::contract& of) {
  return amount ? amount->fixed(of.decimals) : std::string();
}

std::string row(const checking::finding& f, std::string_view standing, const contract_report& in,
                const base::sources& from) {
  const auto& contract = in.contract();
  const auto at = first_place(f, from);
  const std::string cells[] = {
      spreadsheet_cell(contract.name),
      spreadsheet_cell(f.rule),
      std::string(standing),
      std::string(checking::to_string(f.severity)),
      std::string(checking::to_string(f.kind)),
      spreadsheet_cell(f.subject),
      f.days ? base::to_string(f.days->first) : "",
      f.days ? base::to_string(f.days->last) : "",
      money(f.cost, contract),
      money(f.saves, contract),
      f.cost || f.saves ? contract.currency : "",
      spreadsheet_cell(at ? at->file : in.file),
      at ? fmt::format("{}", at->start.line) : "",
      at ? fmt::format("{}", at->start.column) : "",
      spreadsheet_cell(said_of(f)),
      spreadsheet_cell(f.fix),
      f.fingerprint,
  };
  return fmt::format("{}\n", fmt::join(cells, ","));
}

} // namespace

std::string to_csv(const report& all) {
  std::string result(header);
  for (const auto& contract : all.contracts)
    for (const auto& f : contract.findings)
      result += row(f, standing_of(f), contract, *all.sources);
  for (const auto& contract : all.contracts)
    for (const auto& f : contract.known)
      result += row(f, "baselined", contract, *all.sources);
  return result;
}

} // namespace proviso::report
