#include "tables/packed.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

namespace proviso::tables {
namespace {

constexpr int gzip_only = 15 + 16; // the largest window, with gzip's header and checksum
constexpr int largest_window = 23; // 2^23 bytes

uInt bounded(std::size_t size) {
  return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

std::size_t zeros(std::span<const char> from) {
  return static_cast<std::size_t>(std::ranges::find_if(from, [](char c) { return c != '\0'; }) - from.begin());
}

} // namespace

// ---- gzip

void gzip_unpacker::closer::operator()(z_stream_s* stream) const {
  inflateEnd(stream);
  delete stream; // NOLINT: zlib's own struct, made below
}

gzip_unpacker::gzip_unpacker() : stream_(new z_stream{}) {
  if (inflateInit2(stream_.get(), gzip_only) != Z_OK)
    throw std::bad_alloc();
}

unpacked gzip_unpacker::step(std::span<const char> from, std::span<char> into) {
  if (between_) {
    if (const auto padding = zeros(from); padding > 0 || from.empty())
      return {padding, 0, true, {}};
    inflateReset(stream_.get());
    between_ = false;
  }
  auto& z = *stream_;
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(from.data())); // NOLINT: zlib only reads it
  z.avail_in = bounded(from.size());
  z.next_out = reinterpret_cast<Bytef*>(into.data());
  z.avail_out = bounded(into.size());
  const auto offered = z.avail_in;
  const auto room = z.avail_out;
  const int result = inflate(&z, Z_NO_FLUSH);
  between_ = result == Z_STREAM_END;
  const bool sound = between_ || result == Z_OK || result == Z_BUF_ERROR;
  return {offered - z.avail_in, room - z.avail_out, between_,
          sound              ? ""
          : z.msg != nullptr ? z.msg
                             : "the data is broken"};
}

// ---- zstd

void zstd_unpacker::closer::operator()(ZSTD_DCtx_s* context) const {
  ZSTD_freeDCtx(context);
}

zstd_unpacker::zstd_unpacker() : context_(ZSTD_createDCtx()) {
  if (!context_)
    throw std::bad_alloc();
  ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, largest_window);
}

unpacked zstd_unpacker::step(std::span<const char> from, std::span<char> into) {
  ZSTD_inBuffer in{from.data(), from.size(), 0};
  ZSTD_outBuffer out{into.data(), into.size(), 0};
  const auto left = ZSTD_decompressStream(context_.get(), &out, &in);
  if (ZSTD_isError(left) == 0)
    return {in.pos, out.pos, left == 0, {}};
  const bool wide = ZSTD_getErrorCode(left) == ZSTD_error_frameParameter_windowTooLarge;
  return {in.pos, out.pos, false,
          wide ? "its window is larger than 8 MiB; pack it with zstd -19 or less" : ZSTD_getErrorName(left)};
}

} // namespace proviso::tables
