// Names of objects, each once whatever its case.
#include "metadata/org.hpp"

#include <gtest/gtest.h>

namespace proviso::metadata {
namespace {

TEST(object_names, compare_without_case) {
  object_names names;
  const auto lead = names.add("Lead");
  EXPECT_EQ(names.add("LEAD"), lead);
  EXPECT_NE(names.add("Lead__c"), lead);
  EXPECT_EQ(names[lead], "LEAD");
  EXPECT_EQ(names.find("lead"), lead);
  EXPECT_EQ(names.find("Leads"), std::nullopt);
  EXPECT_EQ(names.size(), 2u);
}

} // namespace
} // namespace proviso::metadata
