// Bytes of one input as they come: a file or standard input, plain or packed by gzip or zstd, which its first
// bytes tell. Memory does not grow with the input.
#pragma once

#include "base/diagnostic.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace proviso::tables {

enum class packing { none, gzip, zstd };

// Exports pack to a tenth or a fiftieth. Beyond `free_expansion` bytes an input that gives more than so many
// for each packed one is refused: it was made to fill a memory or a day.
inline constexpr std::uint64_t most_expansion = 250;
inline constexpr std::uint64_t free_expansion = 64 * 1024 * 1024;

class input {
public:
  // `path` "-" is standard input, which messages call `shown` if that is not empty. Empty, with a diagnostic,
  // where it cannot be opened, is a folder, or is packed in another way.
  [[nodiscard]] static std::optional<input> open(const std::string& path, base::span named_at,
                                                 base::diagnostics& faults, std::string shown = {});
  input(input&&) noexcept;
  input& operator=(input&&) noexcept;
  ~input();

  // Fills `into` from its start; fewer bytes than there is room for only at the end or a fault.
  [[nodiscard]] std::size_t read(std::span<char> into);

  // Why reading ended before its end: a cut or broken archive, a bomb, an error of the disk.
  [[nodiscard]] const std::optional<base::diagnostic>& fault() const;

  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] packing packed() const;
  // Of the file as it is stored, for progress: read so far, and in all where that is known.
  [[nodiscard]] std::uint64_t stored_bytes_read() const;
  [[nodiscard]] std::optional<std::uint64_t> stored_size() const;

private:
  struct state;
  explicit input(std::unique_ptr<state> opened);
  std::unique_ptr<state> state_;
};

} // namespace proviso::tables
