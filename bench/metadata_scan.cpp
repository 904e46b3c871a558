// The limit: every file opened, read and searched for one word, by two threads.
#include <atomic>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::string_view word = "<object>Case</object>";

long search(const std::vector<std::string>& files, std::atomic<std::size_t>& next) {
  std::vector<char> room(8 << 20);
  long count = 0;
  for (auto i = next++; i < files.size(); i = next++) {
    const int file = ::open(files[i].c_str(), O_RDONLY);
    const auto size = ::read(file, room.data(), room.size());
    ::close(file);
    if (size > 0 && ::memmem(room.data(), static_cast<std::size_t>(size), word.data(), word.size()) != nullptr)
      ++count;
  }
  return count;
}

} // namespace

int main(int, char** words) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(words[1]))
    if (entry.is_regular_file())
      files.push_back(entry.path().string());
  std::atomic<std::size_t> next = 0;
  long other = 0;
  std::thread second([&] { other = search(files, next); });
  const long own = search(files, next);
  second.join();
  std::printf("%ld\n", own + other);
}
