// Finds the cheapest license mix of a linear program that the bench's generators wrote, and says what it took.
#include "optimizing/solution.hpp"
#include "savings_lp.hpp"

#include <cstdlib>
#include <ctime>
#include <exception>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace {

double seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

std::string read_file(const char* name) {
  std::ifstream in(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const char* named(proviso::optimizing::outcome status) {
  using enum proviso::optimizing::outcome;
  switch (status) {
  case proven: return "proven";
  case gap: return "gap";
  case infeasible: return "infeasible";
  case unserved: return "unserved";
  case refused: return "refused";
  }
  return "";
}

} // namespace

// solve_savings FILE [GAP_PPM [WORK]]
int main(int count, char** words) {
  if (count < 2)
    return 2;
  try {
    const auto problem = proviso::bench::read_license_mix(read_file(words[1]));
    proviso::optimizing::effort limits;
    limits.gap_ppm = count > 2 ? std::atoll(words[2]) : 0;
    limits.work = count > 3 ? std::atoll(words[3]) : limits.work;
    const auto start = seconds();
    const auto found = proviso::optimizing::solve(problem, limits);
    const auto& [bought, cost, bound, why] = found.found;
    fmt::print("{} {} segments: {} {:.2f}, bound {:.2f}, gap {:.4f} %, {} nodes, {:.3f} s of processor\n",
               words[1], problem.segments.size(), named(found.status), static_cast<double>(cost) / 100,
               static_cast<double>(bound) / 100,
               100 * static_cast<double>(cost - bound) / static_cast<double>(cost), why.nodes.size(),
               seconds() - start);
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "solve_savings: {}\n", wrong.what());
    return 1;
  }
  return 0;
}
