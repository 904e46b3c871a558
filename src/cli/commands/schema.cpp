// proviso schema: the facts a rule may use, or the schemas of the JSON that the program writes.
#include "checking/rules/schema.hpp"
#include "cli/command.hpp"
#include "cli/options/request.hpp"
#include "report/formats.hpp"
#include "report/listing.hpp"
#include "simulating/formats.hpp"

namespace proviso::cli {

outcome schema(const invocation& asked) {
  static constexpr std::string_view topics[] = {"facts", "report", "baseline", "evidence", "simulation"};
  base::diagnostics faults;
  const auto as = read_listing_format(asked.options.one("format"), faults);
  const given wanted{asked.words.empty() ? "facts" : asked.words[0], "what to show", {}};
  const auto topic = choose(&wanted, topics, faults);
  if (!faults.empty())
    return refusal({}, faults);
  if (topic == 4)
    return printed(std::string(simulating::simulation_schema()), asked.options);
  if (topic > 0)
    return printed(std::string(report::schema_of(topics[topic])), asked.options);
  return printed(as == format::json ? report::facts_to_json() : checking::schema_text(), asked.options);
}

} // namespace proviso::cli
