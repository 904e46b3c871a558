// The first memory that the main thread asks for comes from one piece and is not given back: a run that only
// checks a contract needs no more, and ends before it would be used again. What does not fit, and what other
// threads ask for, comes from the C library. A fifth of such a run went into managing small pieces.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <malloc.h>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

namespace {

constexpr std::size_t size = std::size_t{2} * 1024 * 1024; // of a large page
constexpr std::size_t little = size / 16;
constexpr std::size_t alignment = __STDCPP_DEFAULT_NEW_ALIGNMENT__;

alignas(size) std::array<std::byte, size> piece; // aligned so that it can be one large page

// Fetched whole: page by page it took a fifth of such a run. A kernel that cannot do this fetches them so all
// the same.
bool fetch() {
  ::madvise(piece.data(), size, MADV_HUGEPAGE);
  return ::madvise(piece.data(), size, MADV_POPULATE_WRITE) == 0;
}

[[maybe_unused]] const bool fetched = fetch();
thread_local std::size_t left = 0; // of the piece, for this thread
thread_local bool narrow = false;  // the C library's heap is to be widened when little is left
// This thread is the one that starts the program.
[[maybe_unused]] const bool of_main = (narrow = (left = size) > 0);

bool lies_in_piece(const void* pointer) {
  const std::less<const void*> before;
  return !before(pointer, piece.data()) && before(pointer, piece.data() + size);
}

// Lets the C library's heap grow by this much at once, in large pages: fetching small ones took a sixth of a
// check of ten thousand lines.
void widen_heap() {
  constexpr int room = 32 * 1024 * 1024;
  constexpr int largest = 4 * 1024 * 1024; // that lies in the heap, and in no mapping of its own
  constexpr std::size_t some = 256 * 1024; // more than is left
  ::mallopt(M_TOP_PAD, room);
  ::mallopt(M_MMAP_THRESHOLD, largest);
  auto* const before = static_cast<std::byte*>(::sbrk(0));
  void* volatile block = std::malloc(some); // else the compiler sees through it
  std::free(block);
  auto* const after = static_cast<std::byte*>(::sbrk(0));
  auto* const first = before + (size - reinterpret_cast<std::uintptr_t>(before) % size) % size;
  if (std::less<>()(first, after))
    ::madvise(first, static_cast<std::size_t>(after - first), MADV_HUGEPAGE);
}

} // namespace

void* operator new(std::size_t bytes) {
  const auto wanted = std::max<std::size_t>(bytes, 1);
  if (wanted <= left) {
    const auto at = size - left;
    left -= (wanted + alignment - 1) & ~(alignment - 1); // the size is whole in them too
    return piece.data() + at;
  }
  if (narrow && left < little) {
    narrow = false;
    widen_heap();
  }
  if (auto* found = std::malloc(wanted))
    return found;
  throw std::bad_alloc();
}

void operator delete(void* pointer) noexcept {
  if (!lies_in_piece(pointer))
    std::free(pointer);
}

void operator delete(void* pointer, std::size_t) noexcept {
  operator delete(pointer);
}
