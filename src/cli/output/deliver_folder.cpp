#include "cli/output/deliver_folder.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace proviso::cli {
namespace {

namespace fs = std::filesystem;

mode_t usual_permissions() {
  const auto mask = ::umask(0);
  ::umask(mask);
  return 0777 & ~mask;
}

// The two names change their places; where the system cannot do that at one blow, in two.
int swap_names(const std::string& a, const std::string& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  const auto aside = a + ".old";
  if (std::rename(b.c_str(), aside.c_str()) != 0)
    return errno;
  if (std::rename(a.c_str(), b.c_str()) != 0)
    return errno;
  return std::rename(aside.c_str(), a.c_str()) == 0 ? 0 : errno;
}

} // namespace

int write_new_file(const std::string& path, const std::string& content) {
  errno = 0;
  std::FILE* const to = std::fopen(path.c_str(), "wbx");
  if (to == nullptr)
    return errno;
  const bool whole = std::fwrite(content.data(), 1, content.size(), to) == content.size() &&
                     std::fflush(to) == 0 && ::fsync(::fileno(to)) == 0;
  const int failed = whole ? 0 : errno == 0 ? EIO : errno;
  const int closed = std::fclose(to) == 0 ? 0 : errno;
  return failed != 0 ? failed : closed;
}

pending_folder::pending_folder(pending_folder&& other) noexcept
    : folder_(other.folder_), target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, std::string())) {}

pending_folder::~pending_folder() {
  std::error_code ignored;
  if (!temporary_.empty())
    fs::remove_all(temporary_, ignored);
}

int pending_folder::write() {
  std::error_code error;
  const auto real = fs::canonical(folder_.path, error); // where a link leads
  target_ = error ? fs::path(folder_.path).lexically_normal().string() : real.string();
  while (target_.size() > 1 && target_.ends_with('/'))
    target_.pop_back();
  if (fs::exists(target_, error) && !fs::is_directory(target_, error))
    return ENOTDIR;
  temporary_ = target_ + ".XXXXXX";
  if (::mkdtemp(temporary_.data()) == nullptr) {
    temporary_.clear();
    return errno;
  }
  ::chmod(temporary_.c_str(), usual_permissions());
  for (const auto& file : folder_.files)
    if (const int failed = write_new_file((fs::path(temporary_) / file.path).string(), file.content);
        failed != 0)
      return failed;
  return 0;
}

int pending_folder::take_name() {
  std::error_code error;
  if (fs::exists(target_, error))
    return swap_names(temporary_, target_); // what is then under the temporary name goes with this object
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0)
    return errno;
  temporary_.clear();
  return 0;
}

} // namespace proviso::cli
