// proviso rules: every rule with its severity, kind and title.
#include "cli/command.hpp"
#include "cli/options/request.hpp"
#include "cli/rule_texts.hpp"
#include "report/listing.hpp"

namespace proviso::cli {

outcome rules(const invocation& asked) {
  base::diagnostics faults;
  const auto as = read_listing_format(asked.options.one("format"), faults);
  rule_texts all(asked.options, faults);
  if (!faults.empty())
    return refusal(all.sources(), faults);
  std::vector<report::listed_rule> listed;
  for (const auto& rule : all.book().rules())
    listed.push_back({std::string(rule.name), std::string(rule.title),
                      std::string(checking::to_string(rule.severity)),
                      std::string(checking::to_string(rule.kind)), all.sources()[rule.at.source].name()});
  return printed(as == format::json ? report::rules_to_json(listed) : report::rules_to_text(listed),
                 asked.options);
}

} // namespace proviso::cli
