#include "tables/bytes.hpp"

namespace proviso::tables {
namespace {

constexpr std::size_t block = 256 * 1024;
constexpr std::string_view mark = "\xef\xbb\xbf";

} // namespace

bytes::bytes(input& from) : from_(&from), block_(block) {
  if (ahead().starts_with(mark))
    at_ = mark.size();
}

bool bytes::fill() {
  at_ = 0;
  end_ = from_->read(block_);
  return end_ > 0;
}

int bytes::peek() {
  return at_ < end_ || fill() ? static_cast<unsigned char>(block_[at_]) : no_more;
}

int bytes::get() {
  const int next = peek();
  if (next != no_more)
    ++at_;
  if (next == '\n')
    ++line_;
  return next;
}

std::string_view bytes::ahead() {
  if (peek() == no_more)
    return {};
  return std::string_view(block_.data(), end_).substr(at_);
}

} // namespace proviso::tables
