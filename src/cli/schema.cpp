// proviso schema: the facts a rule may use, or the schema of what a command prints as JSON.
#include "checking/schema.hpp"
#include "cli/command.hpp"
#include "cli/request.hpp"
#include "report/formats.hpp"
#include "report/listing.hpp"
#include "simulating/formats.hpp"

namespace proviso::cli {

outcome schema(const invocation& asked) {
  static constexpr std::string_view topics[] = {"facts", "report", "simulation"};
  base::diagnostics faults;
  const auto as = read_listing_format(asked.options.one("format"), faults);
  const auto topic = asked.words.empty() ? 0 : choose({asked.words[0], "what to show", {}}, topics, faults);
  if (!faults.empty())
    return refusal({}, faults);
  if (topic == 1)
    return printed(std::string(report::report_schema()), asked.options);
  if (topic == 2)
    return printed(std::string(simulating::simulation_schema()), asked.options);
  return printed(as == format::json ? report::facts_to_json() : checking::schema_text(), asked.options);
}

} // namespace proviso::cli
