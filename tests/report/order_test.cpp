// How findings are counted and in which order they are read.
#include "report/sample.hpp"

#include <gtest/gtest.h>

namespace {

using namespace proviso;
using namespace proviso::test;
using checking::severity;

checking::finding made(std::string rule, severity level, std::uint32_t begin = 0) {
  checking::finding result;
  result.rule = std::move(rule);
  result.severity = level;
  result.places = {{{1, begin, begin + 1}, ""}};
  return result;
}

checking::finding undetermined(std::string rule) {
  auto result = made(std::move(rule), severity::error);
  result.verdict = checking::verdict::undetermined;
  return result;
}

checking::finding waived(std::string rule) {
  auto result = made(std::move(rule), severity::error);
  result.waived = {on("2027-12-31"), "a", "b"};
  return result;
}

TEST(order, goes_by_severity_then_by_place_then_by_day) {
  auto late = made("d", severity::error, 7);
  late.days = days("2027-02-15", "2027-03-14");
  auto early = made("d", severity::error, 7);
  early.days = days("2027-01-15", "2027-02-14");
  early.message = "first";
  std::vector<checking::finding> all = {waived("g"),
                                        undetermined("f"),
                                        made("a", severity::info),
                                        made("b", severity::warning),
                                        late,
                                        early,
                                        made("e", severity::error, 3)};
  report::into_reading_order(all);
  std::string order;
  for (const auto& f : all)
    order += f.rule;
  EXPECT_EQ(order, "eddbafg");
  EXPECT_EQ(all[1].message, "first");
}

TEST(count, takes_each_finding_once) {
  const auto all =
      report::count({waived("a"), undetermined("b"), made("c", severity::error), made("d", severity::warning),
                     made("e", severity::info), made("f", severity::info)});
  EXPECT_EQ(all.errors, 1);
  EXPECT_EQ(all.warnings, 1);
  EXPECT_EQ(all.infos, 2);
  EXPECT_EQ(all.undetermined, 1);
  EXPECT_EQ(all.waived, 1);
}

} // namespace
