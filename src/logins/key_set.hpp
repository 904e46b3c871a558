// A set of keys, as small as it can be: which rows were seen. For one thread at a time.
#pragma once

#include "logins/batch.hpp"
#include "logins/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace proviso::logins {

class key_set {
public:
  // False where it was there already.
  bool insert(const key& what, std::uint64_t hash, const mixer& mix);

private:
  bool place(std::vector<key>& among, const key& what, std::uint64_t hash) const;
  void grow(const mixer& mix);

  std::vector<key> places_ = std::vector<key>(64); // a key of zeros: free; no id and no digest is
  std::size_t size_ = 0;
};

} // namespace proviso::logins
