// One line a finding, as compilers print it: editors and scripts read it.
#include "base/text.hpp"
#include "report/formats.hpp"
#include "report/place.hpp"

#include <fmt/format.h>

namespace proviso::report {
namespace {

std::string one_line(std::string text) {
  for (auto& c : text)
    if (c == '\n' || c == '\t')
      c = ' ';
  return text;
}

std::string shown(const checking::finding& f, const contract_report& in, const base::sources& from) {
  const auto at = first_place(f, from);
  const auto where = at ? fmt::format("{}:{}:{}", at->file, at->start.line, at->start.column) : in.file;
  return fmt::format("{}: {}[{}]: {}\n", one_line(base::harmless(where)), standing_of(f),
                     one_line(base::harmless(f.rule)), said_of(f));
}

} // namespace

std::string to_concise(const report& all) {
  std::string result;
  for (const auto& contract : all.contracts)
    for (const auto& f : contract.findings)
      result += shown(f, contract, *all.sources);
  return result;
}

} // namespace proviso::report
