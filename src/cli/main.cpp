// Proviso checks license contracts against planned usage.
#include "cli/options/command_line.hpp"
#include "cli/output/deliver.hpp"

int main(int count, char** arguments) {
  return proviso::cli::deliver(proviso::cli::run(count, arguments));
}
