// generate LINES: prints a contract of about so many lines.
#include "generate.hpp"

#include <cstdio>
#include <cstdlib>

int main(int count, char** arguments) {
  const auto lines = count == 2 ? std::strtoul(arguments[1], nullptr, 10) : 0;
  if (lines == 0) {
    std::fputs("usage: generate LINES\n", stderr);
    return 2;
  }
  std::fputs(proviso::bench::contract_of_lines(lines).c_str(), stdout);
}
