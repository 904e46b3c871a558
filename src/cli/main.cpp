// Proviso checks license contracts against planned usage.
#include "cli/command_line.hpp"
#include "cli/deliver.hpp"

int main(int count, char** arguments) {
  return proviso::cli::deliver(proviso::cli::run(count, arguments));
}
