// parse [MEGABYTES [RUNS]]: how fast a contract in memory becomes a tree.
#include "syntax/parse.hpp"
#include "generate.hpp"
#include "measure.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fmt/core.h>

namespace {

using namespace proviso;

double seconds_to_parse(const base::sources& sources, std::uint32_t number) {
  const auto start = std::chrono::steady_clock::now();
  const auto result = syntax::parse(sources, number);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  if (!result.diagnostics.empty()) {
    fmt::print(stderr, "the generated contract does not parse: {}\n", result.diagnostics.front().message);
    std::exit(2);
  }
  return taken.count();
}

} // namespace

int main(int count, char** arguments) {
  const auto megabytes = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 10;
  const auto runs = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 10;
  base::sources sources;
  const auto number = sources.add("generated.proviso", bench::contracts_of_bytes(megabytes * 1'000'000));
  const auto size = static_cast<double>(sources[number].text().size()) / 1e6;

  bench::sample taken;
  for (unsigned long i = 0; i < runs; ++i) {
    taken.add(seconds_to_parse(sources, number));
  }
  fmt::print("{:.1f} MB, {} runs: best {:.0f} MB/s, median {:.0f} MB/s\n", size, runs, size / taken.least(),
             size / taken.median());
}
