// A thread that reads histories: whatever is next to read, until nothing is left.
#pragma once

#include "logins/chain.hpp"
#include "logins/history.hpp"
#include "logins/meaning.hpp"
#include "logins/rows.hpp"
#include "logins/store.hpp"
#include "logins/totals.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace proviso::logins {

struct job { // one history
  history what;
  std::unique_ptr<open_input> kept;
  std::uint64_t first_piece = 0; // of the pieces of all jobs, in order
  std::uint64_t pieces = 1;      // blocks of a plain file
  std::unique_ptr<plain_file> file;
  std::unique_ptr<chain> starts;
};

struct shared_work {
  const rules& by;
  std::vector<job>& jobs;
  std::uint64_t pieces = 0;
  std::size_t block = 0;
  store& users;
  totals& sums;
  std::atomic<std::uint64_t> next{0};
};

class worker {
public:
  explicit worker(shared_work& work);
  void run();

private:
  void read_block(std::size_t number, job& from, std::uint64_t block);
  [[nodiscard]] std::uint64_t stored_bytes(const job& from, std::uint64_t block) const;
  void fill_block(const job& from, std::uint64_t block);
  block_start read_from(const job& from, std::uint64_t block, block_start begins);
  [[nodiscard]] std::uint64_t guess(const job& from, std::uint64_t block);
  void read_stream(std::size_t number, job& from);
  void read_records(std::size_t number, job& from);
  void commit(std::size_t number, const history& from, std::uint64_t line, std::uint64_t stored_bytes);

  shared_work& work_;
  meaning meaning_;
  row_reader rows_;
  buffer text_;
  std::uint64_t text_offset_ = 0; // of the buffer's begin, in the file
  batch batch_;
  sorting_room room_;
  sums sums_;
};

} // namespace proviso::logins
