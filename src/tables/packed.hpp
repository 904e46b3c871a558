// gzip and zstd, block by block: packed bytes in, plain bytes out, in memory that is bounded.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

struct z_stream_s;
struct ZSTD_DCtx_s;

namespace proviso::tables {

struct unpacked {        // one step
  std::size_t taken = 0; // packed bytes that were used
  std::size_t given = 0; // plain bytes that were written
  bool at_end = false;   // what was taken so far is whole: nothing more need come
  std::string fault;     // empty, or why it cannot go on
};

// Several members after one another are one text, as `cat a.gz b.gz` makes them; zeros after the last are
// padding.
class gzip_unpacker {
public:
  gzip_unpacker();
  [[nodiscard]] unpacked step(std::span<const char> from, std::span<char> into);

private:
  struct closer {
    void operator()(z_stream_s* stream) const;
  };
  std::unique_ptr<z_stream_s, closer> stream_;
  bool between_ = false; // a member has ended, another may follow
};

// Windows of more than 8 MiB are refused: they would have to be held in memory.
class zstd_unpacker {
public:
  zstd_unpacker();
  [[nodiscard]] unpacked step(std::span<const char> from, std::span<char> into);

private:
  struct closer {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_DCtx_s, closer> context_;
};

} // namespace proviso::tables
