// Any bytes as a login history: the fast reader, in small blocks on two threads, finds the rows and users the
// slow one finds, and refuses what that refuses.
#include "logins/reference.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace {

using namespace proviso;

logins::question asked() {
  logins::question all;
  const base::day first = std::chrono::sys_days(std::chrono::year(2024) / 12 / 15);
  for (int month = 0; month <= 6; ++month)
    all.months.push_back(base::add_months(first, month));
  return all;
}

// A file that lies nowhere.
class memory_file {
public:
  memory_file(const std::uint8_t* data, std::size_t size) : number_(::memfd_create("fuzzed", MFD_CLOEXEC)) {
    if (number_ < 0 || ::write(number_, data, size) != static_cast<ssize_t>(size))
      std::abort();
  }
  ~memory_file() { ::close(number_); }
  memory_file(const memory_file&) = delete;
  memory_file& operator=(const memory_file&) = delete;

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }

private:
  int number_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const memory_file file(data, size);
  auto question = asked();
  const auto slow = logins::count_slowly(file.path(), question);
  if (slow == "unusable")
    return 0;
  for (const std::size_t block : {std::size_t{64}, std::size_t{1} << 20}) {
    question.block = block;
    question.jobs = 2;
    const auto fast = logins::count_fast(file.path(), question);
    if (fast != slow) {
      std::fprintf(stderr, "slow:\n%s\nfast, blocks of %zu:\n%s\n", slow.c_str(), block, fast.c_str());
      std::abort();
    }
  }
  return 0;
}
