// Annotations for GitHub Actions: workflow commands, one a finding. What is waived stays, as a notice that
// says so.
#include "base/text.hpp"
#include "report/formats.hpp"
#include "report/place.hpp"

#include <fmt/format.h>

namespace proviso::report {
namespace {

// The characters that end a value or a line of a command.
std::string escaped(std::string_view foreign, std::string_view special) {
  std::string result;
  for (const char c : base::harmless(foreign))
    if (special.find(c) == std::string_view::npos)
      result += c;
    else
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return result;
}

std::string as_data(std::string_view foreign) {
  return escaped(foreign, "%\r\n");
}
std::string as_property(std::string_view foreign) {
  return escaped(foreign, "%\r\n:,");
}

std::string_view command(const checking::finding& f) {
  if (f.waived || f.verdict == checking::verdict::undetermined || f.severity == checking::severity::info)
    return "notice";
  return f.severity == checking::severity::error ? "error" : "warning";
}

std::string annotation(const checking::finding& f, const contract_report& in, const base::sources& from) {
  auto result = fmt::format("::{} ", command(f));
  if (const auto at = first_place(f, from)) {
    result += fmt::format("file={},line={},endLine={}", as_property(plain_path(at->file)), at->start.line,
                          at->end.line);
    if (at->start.line == at->end.line) // a column is that of one line
      result += fmt::format(",col={},endColumn={}", at->start.column, at->end.column);
  } else {
    result += fmt::format("file={}", as_property(plain_path(in.file)));
  }
  const auto fix = f.fix.empty() || f.waived ? std::string() : "\nfix: " + f.fix;
  return result + fmt::format(",title={}::{}\n", as_property(f.rule), as_data(said_with_waiver(f) + fix));
}

} // namespace

std::string to_github(const report& all) {
  std::string result;
  for (const auto& contract : all.contracts)
    for (const auto& f : contract.findings)
      result += annotation(f, contract, *all.sources);
  return result;
}

} // namespace proviso::report
