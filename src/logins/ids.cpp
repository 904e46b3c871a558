#include "logins/ids.hpp"

#include <algorithm>
#include <sys/random.h>

namespace proviso::logins {

std::string id_of(const key& user) {
  std::string id(short_id, '\0');
  std::memcpy(id.data(), &user.head, 8);
  std::memcpy(id.data() + short_id - 8, &user.tail, 8);
  return id;
}

// Without random numbers of the system those that stand here serve: answers are the same, only keys that
// somebody chose may be slow.
mixer::mixer() : secrets_{0x9e3779b97f4a7c15, 0xc2b2ae3d27d4eb4f, 0x165667b19e3779f9, 0xd6e8feb86659fd93} {
  std::array<std::uint64_t, 4> drawn{};
  if (::getrandom(drawn.data(), sizeof drawn, 0) == sizeof drawn)
    std::ranges::transform(secrets_, drawn, secrets_.begin(), std::bit_xor<>());
}

key mixer::digest(std::string_view first, std::string_view second) const {
  std::string both(first);
  both.push_back('\0');
  both += second;
  return {mix(both, secrets_[0], secrets_[1]), mix(both, secrets_[2], secrets_[3])};
}

std::uint64_t mixer::mix(std::string_view text, std::uint64_t first, std::uint64_t second) {
  std::uint64_t state = fold(text.size() ^ first, second);
  while (!text.empty()) {
    std::uint64_t word = 0;
    const auto size = std::min(text.size(), sizeof word);
    std::memcpy(&word, text.data(), size);
    state = fold(state ^ word ^ first, second ^ state >> 32);
    text.remove_prefix(size);
  }
  return fold(state ^ second, first);
}

} // namespace proviso::logins
