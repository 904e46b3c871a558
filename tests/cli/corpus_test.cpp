// Public projects whose access three other readers agreed on: the same rows, each at its line and the clause.
#include "cli/options/command_line.hpp"
#include "support/folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

namespace {

using namespace proviso;
using json = nlohmann::json;
namespace fs = std::filesystem;

const fs::path corpus = "../shared/corpus"; // where it is at hand
constexpr std::string_view ending = ".expected.json";

constexpr std::string_view contract = R"(use "salesforce/experience-cloud"

contract portal "Portal" {
  term       2027-01-01 to 2027-12-31
  currency   USD
  sku members "Members" {
    license    customer-community
    sold as    members
    quantity   100
    price      5.00 per member per month
  }
  restriction no-crm "No sales and service records" {
    for        external
    prohibit   create, read, update, delete on sales-and-service
  }
}
)";

using rows = std::set<std::string>; // "file:line"

rows expected(const json& of) {
  rows result;
  for (const auto& access : of["access"])
    if (std::ranges::find(access["why"], "external-licence") != access["why"].end())
      result.insert(fmt::format("{}:{}", access["file"].get<std::string>(), access["line"].get<int>()));
  return result;
}

rows found(const fs::path& project, const fs::path& file) {
  const auto contract_file = file.string();
  const auto folder = project.string();
  const char* const line[] = {"proviso",    "check",        contract_file.c_str(),
                              "--metadata", folder.c_str(), "--format",
                              "json",       "--as-of",      "2027-06-01"};
  const auto answer = cli::run(std::size(line), line);
  EXPECT_NE(answer.status, cli::ending::refused) << answer.err;
  rows result;
  const auto report = json::parse(answer.out);
  for (const auto& finding : report["contracts"][0]["findings"]) {
    if (finding["rule"] != "restricted-access-granted")
      continue;
    const auto& places = finding["locations"];
    EXPECT_EQ(places.size(), 2u);
    EXPECT_EQ(places[1]["file"], file.string());
    EXPECT_EQ(places[1]["line"], 14);
    const auto at = fs::path(places[0]["file"].get<std::string>()).lexically_relative(project);
    result.insert(fmt::format("{}:{}", at.string(), places[0]["line"].get<int>()));
  }
  return result;
}

TEST(public_projects, give_what_other_readers_found) {
  if (!fs::exists(corpus))
    GTEST_SKIP() << "the projects are not at hand";
  const support::temporary_folder folder;
  const auto file = folder.path() / "portal.proviso";
  support::write_file(file, contract);
  int projects = 0;
  for (const auto& entry : fs::directory_iterator(corpus)) {
    const auto name = entry.path().filename().string();
    if (!name.ends_with(ending))
      continue;
    ++projects;
    const auto project = corpus / name.substr(0, name.size() - ending.size());
    EXPECT_EQ(found(project, file), expected(json::parse(support::read_file(entry.path())))) << name;
  }
  EXPECT_EQ(projects, 9);
}

} // namespace
