// A small contract and plan that most tests of rules start from, and rules as one-liners.
#pragma once

#include "checking/world.hpp"

#include <string>
#include <string_view>

namespace proviso::checking::testing {

// 12 months; a pool of 1,000 logins at 2.00, 50 members at 5.00, both of the license `basic`; a quote of
// members of `plus`. `more` stands among its clauses.
[[nodiscard]] std::string small_contract(std::string_view more = {});

inline constexpr std::string_view small_plan = R"([plan]
name = "Roll-out"
contract = "small"

[[population]]
name = "dealers"
sku = "pool"
users = 400
login_days = { 0 = 0.5, 4 = 0.5 }
season = { july = 1.5 }
needs = ["knowledge"]
access = [ { object = "Lead", operations = ["create", "read"] } ]

[[population]]
name = "key dealers"
sku = "members"
users = 40
login_days = { mean = 10 }
)";

// rule test "Test" { severity error; CLAUSES; report "REPORT" }
[[nodiscard]] std::string rule_of(std::string_view clauses, std::string_view report = "found");

// The faults of that rule, "message | help" a line.
[[nodiscard]] std::string faults_of(std::string_view clauses, std::string_view report = "found");
// What its first fault underlines.
[[nodiscard]] std::string underlined(std::string_view clauses, std::string_view report = "found");

// The rule on the small contract under the small plan.
[[nodiscard]] outcome found_by(std::string_view clauses, std::string_view report = "found");
// The message of its only finding, else "N findings".
[[nodiscard]] std::string message_of(std::string_view clauses, std::string_view report);
// The value of an expression as it is printed, on the whole contract.
[[nodiscard]] std::string printed(std::string_view expression);

// A run on texts; it must have no faults.
[[nodiscard]] outcome found_in(std::string_view contract, std::string_view plan, std::string_view rules,
                               std::string_view today = "2027-01-01");

} // namespace proviso::checking::testing
