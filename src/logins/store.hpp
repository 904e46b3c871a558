// Everything that is known of users, shared by all threads.
#pragma once

#include "logins/batch.hpp"
#include "logins/key_set.hpp"
#include "logins/tally.hpp"
#include "logins/users.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace proviso::logins {

// A thread's room to sort a batch in.
struct sorting_room {
  std::vector<arrival> arrivals;
  std::vector<std::uint64_t> hashes;
};

// Users are spread over many tables by their hash, so that threads seldom meet, and a table's part of a batch
// finds it in the cache.
class store {
public:
  explicit store(const row_shape& as);

  // Any thread at any time. The number of rows that were known already.
  std::uint64_t add(batch& from, sorting_room& room);

  [[nodiscard]] std::uint64_t users() const;
  void each(const std::function<void(const user&)>& use) const;

private:
  static constexpr std::size_t tables = 64;

  struct guarded_table {
    std::mutex lock;
    user_table users;
  };
  struct guarded_set {
    std::mutex lock;
    key_set rows;
  };
  struct text_hash {
    mixer mix;
    std::size_t operator()(std::string_view text) const { return mix(text); }
  };

  std::uint64_t leave_out_known(batch& from);
  void number_names(batch& from);
  void hand_out(std::span<const arrival> sorted, const std::array<std::uint32_t, tables + 1>& begins);

  row_shape shape_;
  mixer mix_;
  std::array<guarded_table, tables> tables_;
  std::array<guarded_set, tables> rows_;
  std::mutex names_lock_;
  std::deque<std::string> names_;
  std::unordered_map<std::string_view, std::uint64_t, text_hash> numbers_{0, text_hash{mix_}};
};

} // namespace proviso::logins
