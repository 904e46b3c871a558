// Users under keyed hashes: who has the key can join them with other lists, nobody else can tell who they are.
#pragma once

#include "cli/command.hpp"
#include "observing/observe.hpp"

namespace proviso::cli {

// CSV of user, month and login days. The hash is the keyed BLAKE2b of the id's first 15 characters, or of the
// name in lower case where neither the histories nor an export of users have an id; the key file holds 16 to 64
// bytes. Neither it nor an input is written over.
[[nodiscard]] outcome with_keyed_ids(const given& key_file, const settings& options,
                                     const observing::observation& seen, std::vector<std::string> inputs);

} // namespace proviso::cli
