#include "support/json_schema.hpp"

#include "support/folder.hpp"

#include <gtest/gtest.h>

namespace proviso::support {
namespace {

class json_schema : public testing::Test {
protected:
  json_schema() {
    write_file(file_, R"({"type": "object", "required": ["name"], "additionalProperties": false,
                          "properties": {"name": {"type": "string"}, "counts": {"items": {"type": "integer"}}}})");
  }

  std::string violations(std::string_view json) const { return schema_violations(json, file_); }

private:
  temporary_folder folder_;
  std::filesystem::path file_ = folder_.path() / "a.schema.json";
};

TEST_F(json_schema, allows_what_it_describes) {
  EXPECT_EQ(violations(R"({"name": "a", "counts": [1, 2]})"), "");
}

TEST_F(json_schema, names_the_place_of_each_violation) {
  EXPECT_EQ(violations(R"({"name": 1})"),
            "<root>[name]: Value type not permitted by 'type' constraint.\n"
            "<root>: Failed to validate against schema associated with property name 'name'.\n");
  EXPECT_EQ(violations("{}"), "<root>: Missing required property 'name'.\n");
}

TEST_F(json_schema, takes_no_text_that_is_not_json) {
  EXPECT_EQ(violations("{"), "not JSON\n");
}

} // namespace
} // namespace proviso::support
