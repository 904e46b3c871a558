#include "cli/pipeline/sha256.hpp"

#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <memory>
#include <sodium/crypto_hash_sha256.h>

namespace proviso::cli {
namespace {

class hashing {
public:
  hashing() { crypto_hash_sha256_init(&state_); }

  void add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }

  std::string digits() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&state_, hash.data());
    return fmt::format("{:02x}", fmt::join(hash, ""));
  }

private:
  crypto_hash_sha256_state state_{};
};

struct closer {
  void operator()(std::FILE* stream) const { std::fclose(stream); }
};

} // namespace

std::string sha256(std::string_view text) {
  hashing all;
  all.add(text);
  return all.digits();
}

std::optional<std::string> sha256_of_file(const std::string& path) {
  const std::unique_ptr<std::FILE, closer> stream(std::fopen(path.c_str(), "rb"));
  if (!stream)
    return std::nullopt;
  hashing all;
  std::array<char, 64 * 1024> piece{};
  while (const auto got = std::fread(piece.data(), 1, piece.size(), stream.get()))
    all.add({piece.data(), got});
  return std::ferror(stream.get()) != 0 ? std::nullopt : std::optional(all.digits());
}

} // namespace proviso::cli
