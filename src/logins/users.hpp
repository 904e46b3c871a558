// A table of users: who logged in on which days, by months and ways. As small as its users, for one thread at a
// time.
#pragma once

#include "logins/batch.hpp"
#include "logins/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace proviso::logins {

// What a user's row holds: the key, then numbers of 32 bits, one a way and month.
struct row_shape {
  std::size_t months = 0;
  std::size_t ways = 0;
  bool counts = false; // beside the masks of days, numbers of logins

  [[nodiscard]] std::size_t cells() const { return months * ways; }
  [[nodiscard]] std::size_t size() const { return 4 + cells() * (counts ? 2 : 1); } // the key takes four
};

struct arrival {
  login what;
  std::uint64_t hash = 0;
};

// Open addressing over numbers of rows, which lie densely in pieces that never move.
class user_table {
public:
  void shape(const row_shape& as, const mixer& mix);
  void add(std::span<const arrival> all);

  [[nodiscard]] std::uint64_t size() const { return rows_; }
  // The `size()` numbers of each row.
  void each(const std::function<void(const std::uint32_t* row)>& use) const;

private:
  struct place {
    std::uint32_t tag = 0;
    std::uint32_t row = 0; // from 1; 0: free
  };

  [[nodiscard]] std::uint32_t* row(std::uint32_t number) const {
    const auto index = number - 1;
    return pieces_[index >> piece_bits_].get() + (index & ((1U << piece_bits_) - 1)) * size_;
  }
  [[nodiscard]] std::uint32_t* fetch(const arrival& for_it) const;
  std::uint32_t* find(const key& user, std::uint64_t hash);
  std::uint32_t append(const key& user);
  void note(std::uint32_t* to, const login& what) const;
  void grow();

  row_shape shape_;
  mixer mix_;
  std::size_t size_ = 0;
  unsigned piece_bits_ = 0;
  std::uint32_t rows_ = 0;
  std::vector<place> places_;
  std::vector<std::unique_ptr<std::uint32_t[]>> pieces_;
};

// Of a row.
[[nodiscard]] inline key key_at(const std::uint32_t* row) {
  key user;
  std::memcpy(&user.head, row, sizeof user.head);
  std::memcpy(&user.tail, row + 2, sizeof user.tail);
  return user;
}

} // namespace proviso::logins
