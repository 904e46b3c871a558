#include "cli/output/deliver.hpp"

#include "base/reason.hpp"
#include "base/text.hpp"
#include "cli/output/deliver_folder.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace proviso::cli {
namespace {

namespace fs = std::filesystem;

// The error number, 0 where everything was written.
int write_all(std::FILE* to, std::string_view text) {
  errno = 0;
  const bool whole = std::fwrite(text.data(), 1, text.size(), to) == text.size() && std::fflush(to) == 0;
  return whole ? 0 : errno == 0 ? EIO : errno;
}

int complain(std::string_view what, int error) {
  write_all(stderr, fmt::format("error: cannot write {}: {}\n", base::harmless(what), base::reason(error)));
  return static_cast<int>(ending::refused);
}

// ---- files

struct pending {         // a file that is written and has not its name yet
  std::string temporary; // empty: the target is no regular file and is written in place
  std::string target;
  const output_file* file = nullptr;
};

// A new file keeps the usual permissions, an old one those it has.
mode_t permissions(const std::string& target) {
  struct stat old {};
  if (::stat(target.c_str(), &old) == 0)
    return old.st_mode & 07777;
  const auto mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

int write_and_close(std::FILE* to, std::string_view text, bool is_new) {
  if (to == nullptr)
    return errno;
  int written = write_all(to, text);
  if (written == 0 && is_new &&
      ::fsync(::fileno(to)) != 0) // else a crash could leave an empty file of that name
    written = errno;
  const int closed = std::fclose(to) == 0 ? 0 : errno;
  return written != 0 ? written : closed;
}

int write_temporary(pending& to) {
  to.temporary = to.target + ".XXXXXX";
  const int descriptor = ::mkstemp(to.temporary.data());
  if (descriptor < 0) {
    to.temporary.clear();
    return errno;
  }
  ::fchmod(descriptor, permissions(to.target));
  return write_and_close(::fdopen(descriptor, "wb"), to.file->content, true);
}

int write_in_place(const pending& to) {
  return write_and_close(std::fopen(to.target.c_str(), "wb"), to.file->content, false);
}

// Links cannot take a name that there is.
int take_free_name(const pending& from) {
  const int error = ::link(from.temporary.c_str(), from.target.c_str()) == 0 ? 0 : errno;
  std::remove(from.temporary.c_str());
  return error;
}

int take_name(const pending& from) {
  if (from.file->is_new)
    return take_free_name(from);
  return std::rename(from.temporary.c_str(), from.target.c_str()) == 0 ? 0 : errno;
}

// Where a link leads, so that the link itself stays.
std::string target_of(const std::string& path) {
  std::error_code error;
  const auto real = fs::canonical(path, error);
  return error ? path : real.string();
}

struct failure {
  std::string path;
  int error = 0;
};

// Whoever interrupts waits until what is written has its name or is gone: that takes no longer than the disk
// does.
class uninterrupted {
public:
  uninterrupted() {
    sigset_t waiting;
    ::sigemptyset(&waiting);
    for (const int each : {SIGINT, SIGTERM, SIGHUP})
      ::sigaddset(&waiting, each);
    ::pthread_sigmask(SIG_BLOCK, &waiting, &before_);
  }
  ~uninterrupted() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  uninterrupted(const uninterrupted&) = delete;
  uninterrupted& operator=(const uninterrupted&) = delete;

private:
  sigset_t before_{};
};

// Each under its own name only when all of them are written.
std::optional<failure> write_all_folders(std::vector<pending_folder>& all,
                                         const std::vector<output_folder>& folders) {
  for (const auto& folder : folders)
    if (const int error = all.emplace_back(folder).write(); error != 0)
      return failure{folder.path, error};
  return std::nullopt;
}

std::optional<failure> write_regular(std::vector<pending>& all, const std::vector<output_file>& files,
                                     const std::vector<output_folder>& whole_folders) {
  const uninterrupted until_the_end;
  std::vector<pending_folder> folders;
  auto failed = write_all_folders(folders, whole_folders);
  for (const auto& file : files) {
    if (failed)
      break;
    all.push_back({{}, target_of(file.path), &file});
    std::error_code ignored;
    if (file.is_new)
      fs::create_directories(fs::path(all.back().target).parent_path(),
                             ignored); // writing tells what hinders it
    const auto status = fs::status(all.back().target, ignored);
    const bool in_place = fs::exists(status) && !fs::is_regular_file(status);
    const int error = fs::is_directory(status) ? EISDIR : in_place ? 0 : write_temporary(all.back());
    if (error != 0) {
      failed = {file.path, error};
      break;
    }
  }
  for (auto& each : folders)
    if (const int error = failed ? 0 : each.take_name(); error != 0)
      failed = {each.path(), error};
  for (const auto& each : all) {
    if (each.temporary.empty())
      continue;
    if (const int error = failed ? 0 : take_name(each); error != 0)
      failed = {each.file->path, error};
    if (failed)
      std::remove(each.temporary.c_str());
  }
  return failed;
}

// Pipes and devices last: they may wait for a reader for ever, and whoever waits may interrupt.
std::optional<failure> write_files(const std::vector<output_file>& files,
                                   const std::vector<output_folder>& folders) {
  std::vector<pending> all;
  auto failed = write_regular(all, files, folders);
  for (const auto& each : all)
    if (const int error = failed || !each.temporary.empty() ? 0 : write_in_place(each); error != 0)
      failed = {each.file->path, error};
  return failed;
}

} // namespace

int deliver(const outcome& all) {
  std::signal(SIGPIPE, SIG_IGN);
  if (const auto failed = write_files(all.files, all.folders))
    return complain(fmt::format("'{}'", failed->path), failed->error);
  if (const int error = all.out.empty() ? 0 : write_all(stdout, all.out); error != 0 && error != EPIPE)
    return complain("to standard output", error);
  if (!all.err.empty())
    write_all(stderr, all.err);
  return static_cast<int>(all.status);
}

} // namespace proviso::cli
