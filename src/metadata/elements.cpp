#include "metadata/elements.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace proviso::metadata {

void elements::finish() {
  const auto& found = xml_.fault();
  if (!found.message.empty())
    fault(found.message, span(found.at, std::min(found.at + 1, size_)), found.help);
}

void elements::fault(std::string message, base::span at, std::string help) {
  if (faults_.size() < most_part_faults)
    faults_.push_back({std::move(message), at, std::move(help), {}});
}

base::stated<std::string> elements::stated() {
  base::stated<std::string> result;
  const auto begin = xml_.begin();
  text(result.value);
  result.at = span(begin, xml_.end());
  return result;
}

void elements::add_to(stated_names& list) {
  auto one = stated();
  if (!one.value.empty())
    list.push_back(std::move(one));
}

bool elements::truth_of(const leaf& one) {
  if (one.text == "true" || one.text == "1")
    return true;
  if (one.text != "false" && one.text != "0" && !one.text.empty())
    fault(
        fmt::format("<{}> is '{}', expected true or false", base::harmless(one.name), base::harmless(one.text)),
        one.at);
  return false;
}

std::optional<int> elements::version() {
  const auto one = stated();
  int number = 0;
  const auto* end = one.value.data() + one.value.size();
  if (const auto read = std::from_chars(one.value.data(), end, number); read.ec == std::errc())
    return number;
  fault(fmt::format("the version is '{}', expected a number such as 67.0", base::harmless(one.value)), one.at);
  return std::nullopt;
}

} // namespace proviso::metadata
