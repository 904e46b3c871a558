// Where the blocks of a file really begin. A quoted cell may hold line feeds, so from the middle of a file
// nobody can tell where a row begins: a thread guesses, reads its block, and waits until the block before says
// where its last row ended. Where the guess was wrong it reads the block again. So the answer never depends on
// a guess.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

namespace proviso::logins {

struct block_start {
  std::uint64_t offset = 0; // of the first row that begins in the block or after it
  std::uint64_t line = 0;   // of that row, from 0
};

inline constexpr std::uint64_t no_offset = ~std::uint64_t{0}; // the file has a fault before

class chain {
public:
  chain(std::uint64_t blocks, block_start first) : starts_(std::make_unique<start[]>(blocks + 1)) {
    tell(0, first);
  }

  void tell(std::uint64_t block, block_start begins) {
    auto& here = starts_[block];
    here.value = begins;
    here.known.store(true, std::memory_order_release);
    here.known.notify_all();
  }

  // Blocks are handed out in their order, so the one before is always being read.
  [[nodiscard]] block_start wait(std::uint64_t block) const {
    starts_[block].known.wait(false, std::memory_order_acquire);
    return starts_[block].value;
  }

private:
  struct start {
    block_start value;
    std::atomic<bool> known{false};
  };

  std::unique_ptr<start[]> starts_;
};

} // namespace proviso::logins
