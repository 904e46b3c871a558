#include "tables/table.hpp"

#include "base/text.hpp"
#include "tables/delimited.hpp"
#include "tables/records.hpp"

#include <fmt/format.h>

namespace proviso::tables {
namespace {

bool looks_like_json(std::string_view head) {
  const auto first = head.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (head[first] == '{' || head[first] == '[');
}

} // namespace

bool read_table(input& from, const listener& to, base::diagnostics& faults) {
  bytes text(from);
  const auto before = faults.size();
  if (!from.fault()) {
    if (looks_like_json(text.ahead()))
      read_records(text, to, faults);
    else
      read_delimited(text, to, faults);
  }
  if (from.fault()) { // what follows from it need not be said
    faults.resize(before);
    faults.push_back(*from.fault());
  }
  return faults.size() == before;
}

base::diagnostic at_line(const input& in, std::size_t line, std::string_view what, std::string help) {
  return {fmt::format("{}:{}: {}", base::harmless(in.name()), line, what), {}, std::move(help), {}};
}

} // namespace proviso::tables
