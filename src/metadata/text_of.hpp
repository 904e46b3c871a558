// The bytes of a file, in room that is used again for the next one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::metadata {

class text_buffer {
public:
  // The error number, 0 where all went well, EFBIG beyond `most` bytes.
  [[nodiscard]] int read(const std::string& path, std::size_t most);
  // Of the last file; ends with the next read.
  [[nodiscard]] std::string_view text() const { return {room_.data(), size_}; }

private:
  std::vector<char> room_;
  std::size_t size_ = 0;
};

} // namespace proviso::metadata
