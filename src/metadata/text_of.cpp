#include "metadata/text_of.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace proviso::metadata {
namespace {

struct descriptor {
  explicit descriptor(int of) : number(of) {}
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  ~descriptor() {
    if (number >= 0)
      ::close(number);
  }
  int number;
};

constexpr std::size_t first_room = 256 * 1024; // nearly every file fits

} // namespace

int text_buffer::read(const std::string& path, std::size_t most) {
  size_ = 0;
  const descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number < 0)
    return errno;
  if (struct stat is{}; ::fstat(file.number, &is) == 0 && std::cmp_greater(is.st_size, most))
    return EFBIG;
  if (room_.empty())
    room_.resize(first_room);
  for (;;) {
    if (size_ == room_.size())
      room_.resize(2 * room_.size());
    const auto room = room_.size() - size_;
    const auto got = ::read(file.number, room_.data() + size_, room);
    if (got < 0)
      return errno;
    size_ += static_cast<std::size_t>(got);
    if (size_ > most)
      return EFBIG;
    if (static_cast<std::size_t>(got) < room) // of a regular file: there is no more
      return 0;
  }
}

} // namespace proviso::metadata
