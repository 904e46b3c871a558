#include "logins/key_set.hpp"

namespace proviso::logins {

bool key_set::insert(const key& what, std::uint64_t hash, const mixer& mix) {
  if (!place(places_, what, hash))
    return false;
  ++size_;
  if (size_ * 4 > places_.size() * 3)
    grow(mix);
  return true;
}

bool key_set::place(std::vector<key>& among, const key& what, std::uint64_t hash) const {
  const auto mask = among.size() - 1;
  auto at = static_cast<std::size_t>(hash >> 20) & mask;
  for (; among[at] != key{}; at = (at + 1) & mask)
    if (among[at] == what)
      return false;
  among[at] = what;
  return true;
}

void key_set::grow(const mixer& mix) {
  std::vector<key> wider(places_.size() * 2);
  for (const auto& each : places_)
    if (each != key{})
      place(wider, each, mix(each));
  places_ = std::move(wider);
}

} // namespace proviso::logins
