#include "support/json_schema.hpp"

#include "support/folder.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace proviso::support {
namespace {

using adapter = valijson::adapters::NlohmannJsonAdapter;

} // namespace

std::string schema_violations(std::string_view json, const std::filesystem::path& schema) {
  const auto value = nlohmann::json::parse(json, nullptr, false);
  if (value.is_discarded()) {
    return "not JSON\n";
  }
  const auto schema_text = nlohmann::json::parse(read_file(schema));
  valijson::Schema allowed;
  valijson::SchemaParser().populateSchema(adapter(schema_text), allowed);
  valijson::ValidationResults results;
  valijson::Validator().validate(allowed, adapter(value), &results);

  std::string violations;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const auto& part : error.context) {
      violations += part;
    }
    violations += ": " + error.description + "\n";
  }
  return violations;
}

} // namespace proviso::support
