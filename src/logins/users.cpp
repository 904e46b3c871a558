#include "logins/users.hpp"

#include "logins/ids.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace proviso::logins {
namespace {

constexpr std::size_t piece_bytes = 16384;
constexpr std::size_t first_places = 64;
constexpr std::size_t at_once = 32; // enough that the memory is busy all the time

std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash);
}

std::size_t start_of(std::uint64_t hash) {
  return static_cast<std::size_t>(hash >> 20);
}

} // namespace

void user_table::shape(const row_shape& as, const mixer& mix) {
  mix_ = mix;
  shape_ = as;
  size_ = as.size();
  while ((std::size_t{2} << piece_bits_) * size_ * sizeof(std::uint32_t) <= piece_bytes)
    ++piece_bits_;
  places_.resize(first_places);
}

// Three rounds, so that each finds in the cache what the one before asked for.
void user_table::add(std::span<const arrival> all) {
  std::array<std::uint32_t*, at_once> likely{};
  while (!all.empty()) {
    const auto some = all.first(std::min(at_once, all.size()));
    for (const auto& each : some)
      __builtin_prefetch(&places_[start_of(each.hash) & (places_.size() - 1)]);
    for (std::size_t i = 0; i < some.size(); ++i)
      likely[i] = fetch(some[i]);
    for (std::size_t i = 0; i < some.size(); ++i) {
      const auto& [what, hash] = some[i];
      const bool right = likely[i] != nullptr && key_at(likely[i]) == what.user;
      note(right ? likely[i] : find(what.user, hash), what);
    }
    all = all.subspan(some.size());
  }
}

// The first row with the same tag, on its way into the cache.
std::uint32_t* user_table::fetch(const arrival& for_it) const {
  const auto mask = places_.size() - 1;
  auto at = start_of(for_it.hash) & mask;
  while (places_[at].row != 0 && places_[at].tag != tag_of(for_it.hash))
    at = (at + 1) & mask;
  if (places_[at].row == 0)
    return nullptr;
  auto* found = row(places_[at].row);
  __builtin_prefetch(found);
  __builtin_prefetch(found + 4 + for_it.what.when / 32, 1);
  return found;
}

std::uint32_t* user_table::find(const key& user, std::uint64_t hash) {
  const auto mask = places_.size() - 1;
  auto at = start_of(hash) & mask;
  for (; places_[at].row != 0; at = (at + 1) & mask)
    if (places_[at].tag == tag_of(hash))
      if (auto* found = row(places_[at].row); key_at(found) == user)
        return found;
  const auto number = append(user);
  places_[at] = {tag_of(hash), number};
  if (std::size_t{rows_} * 2 > places_.size())
    grow();
  return row(number);
}

std::uint32_t user_table::append(const key& user) {
  const auto a_piece = std::size_t{1} << piece_bits_;
  if (rows_ % a_piece == 0)
    pieces_.push_back(std::make_unique<std::uint32_t[]>(a_piece * size_));
  ++rows_;
  std::memcpy(row(rows_), &user.head, 8);
  std::memcpy(row(rows_) + 2, &user.tail, 8);
  return rows_;
}

void user_table::note(std::uint32_t* to, const login& what) const {
  const auto month = what.when / 32;
  auto* cells = to + 4;
  for (std::size_t way = 0; way < shape_.ways; ++way) {
    if (((what.ways >> way) & 1U) == 0)
      continue;
    auto& days = cells[way * shape_.months + month];
    days |= 1U << (what.when % 32);
    if (shape_.counts)
      ++cells[shape_.cells() + way * shape_.months + month];
  }
}

void user_table::grow() {
  places_.assign(places_.size() * 2, place{});
  const auto mask = places_.size() - 1;
  for (std::uint32_t number = 1; number <= rows_; ++number) {
    const auto hash = mix_(key_at(row(number)));
    auto at = start_of(hash) & mask;
    while (places_[at].row != 0)
      at = (at + 1) & mask;
    places_[at] = {tag_of(hash), number};
  }
}

void user_table::each(const std::function<void(const std::uint32_t*)>& use) const {
  for (std::uint32_t number = 1; number <= rows_; ++number)
    use(row(number));
}

} // namespace proviso::logins
