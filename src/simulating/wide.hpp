// Integers of 128 bits: products of two of 64.
#pragma once

namespace proviso::simulating {

__extension__ typedef __int128 wide;                  // NOLINT(modernize-use-using): no extension otherwise
__extension__ typedef unsigned __int128 wide_natural; // NOLINT(modernize-use-using)

} // namespace proviso::simulating
