// The contracts of contracts/ through the whole program: the JSON report is what its schema says, its figures
// are known.
#include "cli/options/command_line.hpp"
#include "support/folder.hpp"
#include "support/json_schema.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace proviso;

nlohmann::json checked(const std::string& contract, const char* more = "--no-waivers") {
  const auto file = "contracts/" + contract + ".proviso";
  const char* const line[] = {"proviso", "check",   file.c_str(), "--format",
                              "json",    "--as-of", "2027-03-01", more};
  const auto said = cli::run(std::size(line), line);
  EXPECT_NE(said.status, cli::ending::refused) << said.err;
  EXPECT_EQ(support::schema_violations(said.out, "src/report/report.schema.json"), "") << contract;
  return nlohmann::json::parse(said.out);
}

std::string amount(const nlohmann::json& money) {
  return money.is_null() ? "null" : money["amount"].get<std::string>();
}

TEST(contracts, are_reported_as_the_schema_says) {
  std::size_t seen = 0;
  for (const auto& file : std::filesystem::directory_iterator("contracts")) {
    if (file.path().extension() != ".proviso")
      continue;
    const auto report = checked(file.path().stem().string());
    EXPECT_FALSE(report["contracts"].empty()) << file.path();
    ++seen;
  }
  EXPECT_GE(seen, 6u);
}

TEST(northwind, costs_what_it_costs) {
  const auto contract = checked("northwind")["contracts"][0];
  EXPECT_EQ(amount(contract["totals"]["cost"]), "2122285.00");
  EXPECT_EQ(amount(contract["totals"]["commitment"]), "2035800.00");
  EXPECT_EQ(amount(contract["totals"]["packs"]), "22500.00");
  EXPECT_EQ(amount(contract["totals"]["overage"]), "63985.00");
  EXPECT_TRUE(contract["totals"]["complete"]);
  std::vector<int> due;
  for (const auto& window : contract["windows"])
    if (window["over"] > 0)
      due.push_back(window["due"]);
  EXPECT_EQ(due, (std::vector{0, 7114, 18480}));
}

TEST(twentyfour_flow, allows_2000_accounts_for_100_logins) {
  const auto contract = checked("24flow")["contracts"][0];
  EXPECT_EQ(contract["usage"][0]["accounts"], 2000);
  EXPECT_FALSE(contract["totals"]["complete"]);
  EXPECT_EQ(amount(contract["totals"]["cost"]), "12000.00");
  EXPECT_EQ(amount(contract["totals"]["overage"]), "null");
}

// Worked out apart from the program, from the model alone.
TEST(contracts, cost_what_they_cost) {
  const auto totals = [](const std::string& contract) {
    const auto report = checked(contract);
    const auto& of = report["contracts"][0]["totals"];
    return std::vector{amount(of["cost"]), amount(of["overage"]), amount(of["true_up"])};
  };
  using figures = std::vector<std::string>;
  EXPECT_EQ(totals("heavy-use"), (figures{"9600000.00", "0.00", "0.00"}));
  EXPECT_EQ(totals("light-use"), (figures{"600000.00", "0.00", "0.00"}));
  EXPECT_EQ(totals("hybrid"), (figures{"6115300.00", "43579.20", "62420.80"}));
  EXPECT_EQ(totals("partner"), (figures{"1915083.38", "3135.00", "0.00"}));
}

TEST(report, is_the_same_twice) {
  EXPECT_EQ(checked("northwind"), checked("northwind"));
}

} // namespace
