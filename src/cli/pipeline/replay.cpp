#include "cli/pipeline/replay.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

constexpr std::string_view of_this_run_alone[] = {"as-of", "color",      "evidence", "format",
                                                  "jobs",  "list-users", "out",      "output"};

void add(std::vector<std::string>& to, const option& of, const settings& said) {
  const auto name = fmt::format("--{}", of.name);
  for (const auto& each : said.all(of.name))
    if (of.values != option::takes::nothing)
      to.insert(to.end(), {name, each.value});
    else if (each.value == "true" || each.value == "1")
      to.push_back(name);
}

} // namespace

std::vector<std::string> replay_of_check(const invocation& asked, base::day today) {
  const auto form = std::ranges::find(all_commands(), "check", &command::name);
  std::vector<std::string> result{"check"};
  result.insert(result.end(), asked.words.begin(), asked.words.end());
  result.insert(result.end(), {"--as-of", base::to_string(today)});
  for (const auto& option : form->options)
    if (!base::is_one_of(of_this_run_alone, option.name))
      add(result, option, asked.options);
  return result;
}

} // namespace proviso::cli
