// Contracts of any length, to measure with: what they state is plausible, what they are called is numbered.
#pragma once

#include <cstddef>
#include <string>

namespace proviso::bench {

// One contract of at least so many lines, every kind of clause in it, and few more lines than asked for.
std::string contract_of_lines(std::size_t lines);

// A file of contracts of fifty SKUs each, at least so many bytes.
std::string contracts_of_bytes(std::size_t bytes);

} // namespace proviso::bench
