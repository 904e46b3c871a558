#include "base/text.hpp"
#include "report/formats.hpp"
#include "report/text_parts.hpp"

#include <array>
#include <fmt/format.h>

namespace proviso::report {
namespace text {

std::string painted(std::string_view words, tone in, bool colour) {
  static constexpr std::array<std::string_view, 6> codes = {"1;31", "1;33", "1;36", "1;35", "2", "1"};
  if (!colour)
    return std::string(words);
  return fmt::format("\x1b[{}m{}\x1b[0m", codes[static_cast<std::size_t>(in)], words);
}

std::string line(std::string_view foreign) {
  auto result = base::harmless(foreign);
  for (auto& c : result)
    if (c == '\n')
      c = ' ';
  return result;
}

std::string paragraph(std::string_view foreign, std::size_t indent) {
  std::string result;
  for (const char c : base::harmless(foreign)) {
    result += c;
    if (c == '\n')
      result.append(indent, ' ');
  }
  return result;
}

std::string amount(const base::rational& value, const model::contract& of) {
  return value.fixed(of.decimals, true);
}

std::string money(const base::rational& value, const model::contract& of) {
  return fmt::format("{} {}", amount(value, of), line(of.currency));
}

std::string counted(std::int64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", base::grouped(count), noun, count == 1 ? "" : "s");
}

std::string counts(const tally& of) {
  std::string result;
  const auto add = [&result](int count, std::string_view words) {
    if (count > 0)
      result += fmt::format("{}{}", result.empty() ? "" : ", ", words);
  };
  add(of.errors, counted(of.errors, "error"));
  add(of.warnings, counted(of.warnings, "warning"));
  add(of.infos, counted(of.infos, "info"));
  add(of.undetermined, fmt::format("{} undetermined", base::grouped(of.undetermined)));
  add(of.waived, fmt::format("{} waived", base::grouped(of.waived)));
  if (result.empty())
    result = "none";
  add(of.known, fmt::format("{} in the baseline", base::grouped(of.known)));
  if (of.untouched > 0)
    result += fmt::format(", {} left out: the change does not touch them", base::grouped(of.untouched));
  return result;
}

} // namespace text

std::string to_text(const report& all, bool colour) {
  std::string result;
  for (const auto& contract : all.contracts) {
    if (!result.empty())
      result += '\n';
    result += text::findings(all, contract, colour);
    result += text::statement(all, contract, colour);
  }
  if (all.contracts.size() > 1)
    result += fmt::format("\n{} contracts: {}\n", all.contracts.size(), text::counts(count(all)));
  return result;
}

} // namespace proviso::report
