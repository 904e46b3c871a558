#include "checking/small.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::checking::testing {
namespace {

constexpr auto catalogue = R"(
capability knowledge "Knowledge"
capability reports "Reports"
capability roles "Roles"
object Case { related CaseComment }
object Lead { }
object Order { }
license basic "Basic" {
  accounts 20 per login
  offers knowledge
  lacks reports
  allows create, read, update on Case, Lead
  allows read on *__c
  denies delete on Case
}
license plus "Plus" {
  accounts 20 per login
  offers knowledge, reports
  allows create, read, update on Case, Lead
}
license odd "Odd" { accounts 20 per login }
licenses external "Outside" { basic, plus }
licenses disputed-external "Perhaps outside" { odd }
)";

world compiled(std::string_view rules) {
  world w;
  w.add("rules", std::string(rules));
  w.rules = rulebook::of(w.files(), w.diagnostics);
  return w;
}

} // namespace

std::string small_contract(std::string_view more) {
  return fmt::format(R"(
contract small "Small" {{
  term     2027-01-01 to 2027-12-31
  currency USD
  sku pool "Logins" {{
    license  basic
    sold as  logins
    quantity 1_000 per month
    block    100
    price    2.00 per login
    grace    10%
    overage  2.50 per login, measured monthly
  }}
  sku members "Members" {{
    license  basic
    sold as  members
    quantity 50
    price    5.00 per member per month
  }}
  quote better "Better" {{
    license  plus
    sold as  members
    price    15.00 per member per month
  }}
  {}
}}
)",
                     more);
}

std::string rule_of(std::string_view clauses, std::string_view report) {
  return fmt::format("rule test \"Test\" {{\n  severity error\n  {}\n  report \"{}\"\n}}\n", clauses, report);
}

std::string faults_of(std::string_view clauses, std::string_view report) {
  return compiled(rule_of(clauses, report)).faults();
}

std::string underlined(std::string_view clauses, std::string_view report) {
  const auto w = compiled(rule_of(clauses, report));
  return w.diagnostics.empty() ? std::string() : w.text_at(w.diagnostics.front().at);
}

outcome found_in(std::string_view contract, std::string_view plan, std::string_view rules,
                 std::string_view today) {
  world w;
  w.add("catalogue", catalogue);
  w.add("contract", std::string(contract));
  w.add("rules", std::string(rules));
  w.resolve();
  if (!plan.empty())
    w.plan("plan", std::string(plan));
  if (w.diagnostics.empty())
    w.assess();
  EXPECT_EQ(w.rendered(), "");
  if (!w.diagnostics.empty())
    return {};
  auto result = w.check(base::parse_day(today).value());
  EXPECT_EQ(w.rendered(), "");
  return result;
}

outcome found_by(std::string_view clauses, std::string_view report) {
  return found_in(small_contract(), small_plan, rule_of(clauses, report));
}

std::string message_of(std::string_view clauses, std::string_view report) {
  const auto found = found_by(clauses, report);
  return found.findings.size() == 1 ? found.findings.front().message
                                    : fmt::format("{} findings", found.findings.size());
}

std::string printed(std::string_view expression) {
  return message_of("", fmt::format("{{{}}}", expression));
}

} // namespace proviso::checking::testing
