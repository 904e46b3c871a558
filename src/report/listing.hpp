// Lists beside the report: the rules there are, and the facts a rule may use.
#pragma once

#include <string>
#include <vector>

namespace proviso::report {

struct listed_rule {
  std::string name;
  std::string title;
  std::string severity;
  std::string kind;
  std::string file;
};

// One line a rule, in columns.
[[nodiscard]] std::string rules_to_text(const std::vector<listed_rule>& rules);
// {"rules": [{"name", "title", "severity", "kind", "file"}]}
[[nodiscard]] std::string rules_to_json(const std::vector<listed_rule>& rules);

// {"collections": [{"name", "record", "documentation"}], "records": [{"name", "documentation", "fields":
// [{"name", "type", "documentation"}]}]}
[[nodiscard]] std::string facts_to_json();

} // namespace proviso::report
