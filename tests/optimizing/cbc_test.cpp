// The search against CBC, a solver of linear programs in whole numbers that shares nothing with it.
#include "optimizing/linear_program.hpp"
#include "optimizing/mid_problem.hpp"
#include "optimizing/solution.hpp"
#include "support/folder.hpp"
#include "support/process.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace proviso::optimizing {
namespace {

// What CBC says the cheapest purchase costs; its whole output where it says nothing.
std::string cost_by_cbc(const problem& of) {
  const support::temporary_folder folder;
  support::write_file(folder.path() / "mix.lp", support::linear_program(of));
  const auto ran =
      support::run({"cbc mix.lp ratio 0 sec 20 solve quit", folder.path(), {"PATH=/usr/bin:/bin"}});
  constexpr std::string_view optimal = "Result - Optimal solution found";
  constexpr std::string_view named = "Objective value:";
  const auto at = ran.out.rfind(named);
  if (at == std::string::npos || ran.out.find(optimal) == std::string::npos)
    return ran.out + ran.err;
  return std::to_string(std::llround(std::stod(ran.out.substr(at + named.size()))));
}

TEST(cbc, agrees_on_contracts_of_middling_size) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const auto of = support::mid_problem(seed)();
    const auto found = solve(of);
    EXPECT_EQ(found.status, outcome::proven) << "seed " << seed;
    EXPECT_EQ(std::to_string(found.found.cost), cost_by_cbc(of)) << "seed " << seed;
  }
}

} // namespace
} // namespace proviso::optimizing
